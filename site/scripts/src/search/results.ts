// The full list of hits on the search page, as ordinary links.
import { element } from "../base/dom";
import { inPublication } from "../base/publication";
import { number, words } from "../base/words";
import type { Hit } from "./finder";
import { marksOf } from "./marks";

const text = words({
  de: { count: (n: number) => (n ? `${number(n)} Treffer für` : "Keine Treffer für") },
  en: { count: (n: number) => (n ? `${number(n)} ${n === 1 ? "result" : "results"} for` : "No results for") },
});

export function showResults(target: HTMLElement, query: string, hits: readonly Hit[]): void {
  if (!query.trim()) {
    target.replaceChildren();
    return;
  }
  const heading = element("p", { role: "status" }, `${text.count(hits.length)} `, element("q", {}, element("bdi", {}, query)));
  target.replaceChildren(heading, element("ol", { class: "search-results" }, ...hits.map(row)));
}

function row(hit: Hit): HTMLLIElement {
  const link = element("a", { href: inPublication(hit.address) }, element("bdi", {}, hit.title));
  const made = element("li", {}, link, " ", element("span", { class: "search-kind" }, hit.kind));
  const marks = marksOf(hit.marks);
  if (marks) made.append(" ", marks);
  if (hit.text && hit.text !== hit.title)
    made.append(element("p", { class: "search-text" }, element("bdi", {}, hit.text)));
  return made;
}
