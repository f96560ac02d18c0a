// An answer in, its picture on the page out: a table with links into the site, and downloads.
import { button, element, safeAddress } from "../base/dom";
import { download } from "../base/download";
import { number } from "../base/words";
import type { Answered } from "./engine";
import type { Row, Table, Term } from "./protocol";
import { filesOf } from "./result-files";
import { compact, pageOf, type Terms } from "./terms";
import { text } from "./words";

const SHOWN = 50;
const XSD = "http://www.w3.org/2001/XMLSchema#";
const XSD_STRING = `${XSD}string`;
const NUMERIC: ReadonlySet<string> = new Set(["integer", "decimal", "nonNegativeInteger", "positiveInteger"]);

export function resultView(answered: Answered, terms: Terms): Node[] {
  const { answer, labels } = answered;
  const view: Node[] = [];
  if (answer.form === "boolean")
    view.push(element("p", { class: "sparql-boolean" }, text.answer(answer.value)));
  else view.push(new TableView(answer.table, labels, terms).element);
  if (answer.form === "graph")
    view.push(
      element("details", { class: "sparql-turtle" }, element("summary", {}, "Turtle"), element("pre", { tabindex: "0" }, answer.turtle)),
    );
  view.push(downloads(answered));
  return view;
}

export function sizeOf({ answer }: Answered): string {
  if (answer.form === "boolean") return text.answer(answer.value);
  return answer.form === "graph" ? text.triples(answer.table.rows.length) : text.rows(answer.table.rows.length);
}

function downloads({ answer }: Answered): HTMLElement {
  const line = element("p", { class: "sparql-downloads" }, `${text.download} `);
  for (const file of filesOf(answer))
    line.append(button(file.name, () => download(file.filename, file.type, file.text), file.name), " ");
  return line;
}

class TableView {
  readonly element: HTMLElement;
  private readonly body = element("tbody");

  constructor(
    private readonly table: Table,
    private readonly labels: ReadonlyMap<string, string>,
    private readonly terms: Terms,
  ) {
    const head = element("tr", {}, ...table.variables.map((name) => element("th", { scope: "col" }, name)));
    this.element = element(
      "div",
      { class: "sparql-scroll", role: "region", tabindex: "0", "aria-label": text.results },
      element("table", { class: "sparql-table" }, element("thead", {}, head), this.body),
    );
    this.add(0, SHOWN);
    if (table.rows.length > SHOWN) this.offerRest();
  }

  private offerRest(): void {
    const more = button(text.more(this.table.rows.length), () => {
      this.element.focus({ preventScroll: true });
      more.remove();
      this.add(SHOWN, this.table.rows.length);
    });
    this.element.append(more);
  }

  private add(from: number, to: number): void {
    this.body.append(...this.table.rows.slice(from, to).map((row) => this.row(row)));
  }

  private row(row: Row): HTMLTableRowElement {
    const cells = this.table.variables.map((name) => {
      const term = row[name];
      return term ? element("td", {}, this.term(term)) : element("td");
    });
    return element("tr", {}, ...cells);
  }

  private term(term: Term): Node {
    if (term.type === "uri") return this.iri(term.value);
    if (term.type !== "literal") return element("code", {}, String(term.value));
    const lang = term["xml:lang"];
    if (lang) return element("bdi", { lang }, term.value);
    if (!term.datatype || term.datatype === XSD_STRING) return element("bdi", {}, term.value);
    const title = `"${term.value}"^^${compact(term.datatype, this.terms.prefixes)}`;
    return element("bdi", { title }, numeral(term) ?? term.value);
  }

  private iri(iri: string): Node {
    const short = compact(iri, this.terms.prefixes);
    const label = this.labels.get(iri);
    const title = label ? `${label}\n${iri}` : iri;
    const shown = label ? [element("bdi", {}, label), " ", element("small", {}, short)] : [short];
    const name = element("bdi", {}, ...shown);
    const address = pageOf(iri, this.terms.links) ?? safeAddress(iri);
    return address ? element("a", { href: address, title }, name) : element("span", { title }, name);
  }
}

/** A number as the language writes it; nothing where it is none, or longer than a number can be. */
function numeral(term: Term): string | undefined {
  const type = term.datatype?.slice(XSD.length) ?? "";
  if (!term.datatype?.startsWith(XSD) || !NUMERIC.has(type) || term.value.length > 15) return undefined;
  return number(Number(term.value));
}
