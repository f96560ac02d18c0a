// Runs in a worker: loads the dataset into oxigraph, answers one query after another.
import { initSync, namedNode, Store } from "oxigraph/web.js";
import type { Answer, Reply, Request, Table, Term, Tried } from "../sparql/protocol";
import { absent } from "./absent";

const LABEL = "http://www.w3.org/2000/01/rdf-schema#label";
const JSON_RESULTS = "application/sparql-results+json";
const LABELLED_AT_MOST = 5000;
let store: Store | undefined;

interface JsonResults {
  readonly head: { readonly vars?: string[] };
  readonly boolean?: boolean;
  readonly results?: { readonly bindings: Record<string, Term>[] };
}

function start(wasm: ArrayBuffer, format: string, text: string): Reply {
  initSync({ module: wasm });
  store = new Store();
  store.load(text, { format });
  return { kind: "ready", quads: store.size };
}

function tableOf(results: JsonResults): Table {
  const rows = results.results?.bindings ?? [];
  return { variables: results.head.vars ?? [], rows: rows.map(readable) };
}

/** A triple as a value becomes the text that one would write. */
function readable(row: Record<string, Term>): Record<string, Term> {
  const triple = (term: Term): Term => (term.type === "triple" ? { ...term, value: written(term) } : term);
  return Object.fromEntries(Object.entries(row).map(([name, term]) => [name, triple(term)]));
}

function written(term: Term): string {
  if (term.type === "triple") {
    const { subject, predicate, object } = term.value as unknown as Record<"subject" | "predicate" | "object", Term>;
    return `<<( ${written(subject)} ${written(predicate)} ${written(object)} )>>`;
  }
  if (term.type === "uri") return `<${term.value}>`;
  if (term.type === "bnode") return `_:${term.value}`;
  const kind = term["xml:lang"] ? `@${term["xml:lang"]}` : term.datatype ? `^^<${term.datatype}>` : "";
  return `${JSON.stringify(term.value)}${kind}`;
}

/** The form of a query is known by what it can be written as: results or triples. */
function evaluate(from: Store, text: string): Answer {
  const options = { use_default_graph_as_union: true };
  let json: string;
  try {
    json = from.query(text, { ...options, results_format: JSON_RESULTS }) as string;
  } catch (error) {
    if (!String(error).includes("Not supported RDF format")) throw error;
    return graphAnswer(from.query(text, { ...options, results_format: "text/turtle" }) as string);
  }
  const results = JSON.parse(json) as JsonResults;
  if (results.boolean !== undefined) return { form: "boolean", value: results.boolean, json };
  return { form: "bindings", table: tableOf(results), json };
}

function graphAnswer(turtle: string): Answer {
  const graph = new Store();
  graph.load(turtle, { format: "text/turtle" });
  const query = "SELECT ?subject ?predicate ?object WHERE { ?subject ?predicate ?object } ORDER BY ?subject ?predicate ?object";
  const json = graph.query(query, { results_format: JSON_RESULTS }) as string;
  return { form: "graph", turtle, table: tableOf(JSON.parse(json) as JsonResults) };
}

function labelsOf(from: Store, table: Table, language: string): Map<string, string> {
  const labels = new Map<string, string>();
  const seen = new Set<string>();
  const property = namedNode(LABEL);
  for (const row of table.rows)
    for (const term of Object.values(row)) {
      if (term.type !== "uri" || seen.has(term.value) || seen.size >= LABELLED_AT_MOST) continue;
      seen.add(term.value);
      const found = from.match(namedNode(term.value), property, null, null).map((quad) => quad.object);
      const literals = found.filter((object) => object.termType === "Literal");
      const best = literals.find((literal) => literal.language === language) ?? literals[0];
      if (best) labels.set(term.value, best.value);
    }
  return labels;
}

function reply(request: Request): Reply {
  if (request.kind === "start") return start(request.wasm, request.dataset.type, request.dataset.text);
  const from = store;
  if (!from) throw new Error("no dataset");
  const began = performance.now();
  const answer = evaluate(from, request.text);
  const milliseconds = performance.now() - began;
  const labels =
    answer.form === "boolean" ? new Map<string, string>() : labelsOf(from, answer.table, request.language);
  const { iris, namespaces } = request.named;
  const missing = absent((query) => evaluate(from, query), iris, namespaces);
  const tried = request.patterns.map((question) => tryOut(from, question));
  return { kind: "answer", answer, labels, milliseconds, absent: missing, tried };
}

/** A question about a regular expression; one that cannot be asked tells nothing. */
function tryOut(from: Store, question: string): Tried {
  try {
    const answer = evaluate(from, question);
    const row = answer.form === "bindings" ? answer.table.rows[0] : undefined;
    return { ...row, plain: Boolean(row?.["plain"]), flagged: Boolean(row?.["flagged"]) };
  } catch {
    return { plain: true, flagged: true };
  }
}

addEventListener("message", ({ data }: MessageEvent<Request>) => {
  try {
    postMessage(reply(data));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    postMessage({ kind: "failed", message } satisfies Reply);
  }
});
