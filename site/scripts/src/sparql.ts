// The small part of the SPARQL page: everything large is loaded when it is used.
import { SparqlPage } from "./sparql/page";

const form = document.querySelector<HTMLFormElement>("form[data-sparql]");
const area = form?.querySelector("textarea");
const results = document.querySelector<HTMLElement>("[data-sparql-results]");
if (form && area && results) new SparqlPage(form, area, results);
