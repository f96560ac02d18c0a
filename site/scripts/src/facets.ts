// Lists that a reader can filter: every [data-facets] of the page.
import { all } from "./base/dom";
import { FacetedList } from "./facets/list";

for (const section of all("[data-facets]")) {
  const form = section.querySelector<HTMLFormElement>("form[data-facet-form]");
  if (form) new FacetedList(section, form);
}
