// The items that are shown, as CSV, as Turtle and as a query.
import { csv } from "../base/download";
import type { Item } from "./items";

export function listAsCsv(items: readonly Item[], facets: readonly string[]): string {
  const rows = items.map((item) => [
    item.iri,
    item.label,
    ...facets.map((facet) => item.values.get(facet)?.join(" ") ?? ""),
  ]);
  return csv([["iri", "label", ...facets], ...rows]);
}

export function listAsTurtle(items: readonly Item[]): string {
  const lines: string[] = [];
  for (const item of items) {
    const type = item.type ? ` a ${iri(item.type)} ;` : "";
    const tag = /^[a-zA-Z]+(-[a-zA-Z0-9]+)*$/.test(item.language) ? `@${item.language}` : "";
    lines.push(`${iri(item.iri)}${type} ${iri(item.labelProperty)} ${literal(item.label)}${tag} .`);
  }
  return lines.join("\n") + "\n";
}

export function listAsQuery(items: readonly Item[]): string {
  return [
    "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>",
    "",
    "SELECT ?item ?label WHERE {",
    "  VALUES ?item {",
    ...items.map((item) => `    ${iri(item.iri)}`),
    "  }",
    "  ?item rdfs:label ?label .",
    "}",
    "ORDER BY ?item",
    "",
  ].join("\n");
}

function iri(value: string): string {
  const code = (char: string): string => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return `<${value.replace(/[\u0000-\u0020<>"{}|^`\\]/g, code)}>`;
}

const ESCAPES: Readonly<Record<string, string>> = { '"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r" };

function literal(value: string): string {
  return `"${value.replace(/["\\\n\r]/g, (char) => ESCAPES[char] ?? char)}"`;
}
