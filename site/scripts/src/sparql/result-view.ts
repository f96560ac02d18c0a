// An answer in, its picture on the page out: a table with links into the site, and downloads.
import { button, element } from "../base/dom";
import { download } from "../base/download";
import type { Answered } from "./engine";
import type { Row, Table } from "./protocol";
import { filesOf } from "./result-files";
import type { Terms } from "./terms";
import { Values } from "./values";
import { text } from "./words";

const SHOWN = 50;

export function resultView(answered: Answered, terms: Terms): Node[] {
  const { answer, labels } = answered;
  const view: Node[] = [];
  if (answer.form === "boolean")
    view.push(element("p", { class: "sparql-boolean" }, text.answer(answer.value)));
  else view.push(new TableView(answer.table, new Values(labels, terms)).element);
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
    private readonly values: Values,
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
      return term ? element("td", {}, ...this.values.shown(term)) : element("td");
    });
    return element("tr", {}, ...cells);
  }
}
