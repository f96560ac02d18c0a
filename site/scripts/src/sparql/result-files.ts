// An answer in, the files that a reader can download out.
import { csv } from "../base/download";
import type { Answer, Table } from "./protocol";

export interface ResultFile {
  readonly name: string;
  readonly filename: string;
  readonly type: string;
  readonly text: string;
}

export function filesOf(answer: Answer): ResultFile[] {
  if (answer.form === "graph")
    return [
      { name: "Turtle", filename: "result.ttl", type: "text/turtle", text: answer.turtle },
      csvFile(answer.table),
    ];
  const json: ResultFile = {
    name: "JSON",
    filename: "result.srj",
    type: "application/sparql-results+json",
    text: answer.json,
  };
  return answer.form === "bindings" ? [csvFile(answer.table), json] : [json];
}

/** SPARQL 1.1 CSV results: plain values, blank where unbound. */
function csvFile(table: Table): ResultFile {
  const rows = table.rows.map((row) => table.variables.map((name) => row[name]?.value ?? ""));
  return { name: "CSV", filename: "result.csv", type: "text/csv", text: csv([table.variables, ...rows]) };
}
