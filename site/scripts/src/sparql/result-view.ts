// An answer in, its picture on the page out: a table with links into the site, and downloads.
import { button, element } from "../base/dom";
import { download } from "../base/download";
import type { Answered } from "./engine";
import { filesOf } from "./result-files";
import { TableView } from "./table-view";
import type { Terms } from "./terms";
import { Values } from "./values";
import { text } from "./words";

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
