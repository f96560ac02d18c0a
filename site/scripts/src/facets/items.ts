// The items of a list as the page was rendered, and which of them fit a choice.
import { all } from "../base/dom";
import { fold, wordsOf } from "../search/fold";
import { TEXT, type Choice } from "./choice";

export interface Item {
  readonly element: HTMLElement;
  readonly iri: string;
  readonly type: string;
  readonly label: string;
  readonly labelProperty: string;
  readonly language: string;
  readonly values: ReadonlyMap<string, readonly string[]>;
  readonly text: string;
}

const RDFS_LABEL = "http://www.w3.org/2000/01/rdf-schema#label";

export function readItems(section: HTMLElement, facets: readonly string[]): Item[] {
  return all("[data-item]", section).map((element) => {
    const label = element.querySelector<HTMLElement>("[data-item-label]") ?? element;
    const given = (facet: string): string => element.getAttribute(`data-facet-${facet}`) ?? "";
    return {
      element,
      iri: element.dataset["item"] ?? "",
      type: element.dataset["class"] ?? "",
      label: (label.textContent ?? "").trim().replace(/\s+/g, " "),
      labelProperty: label.dataset["itemLabel"] || RDFS_LABEL,
      language: label.closest<HTMLElement>("[lang]")?.lang ?? "",
      values: new Map(facets.map((facet) => [facet, given(facet).split(/\s+/).filter(Boolean)])),
      text: wordsOf(element.textContent ?? "").map(fold).join(" "),
    };
  });
}

/** Any value within a facet, every facet, every word of the text. `except` leaves one facet out. */
export function fits(item: Item, choice: Choice, except = ""): boolean {
  for (const [facet, values] of choice) {
    if (facet === except) continue;
    if (facet === TEXT) {
      const wanted = [...values].flatMap(wordsOf).map(fold);
      if (!wanted.every((word) => ` ${item.text}`.includes(` ${word}`))) return false;
    } else if (!item.values.get(facet)?.some((value) => values.has(value))) return false;
  }
  return true;
}
