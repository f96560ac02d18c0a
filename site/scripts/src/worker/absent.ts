// Which of some IRIs stand nowhere in the dataset, and what is called nearly the same there.
import type { Answer } from "../sparql/protocol";
import { nearest } from "../sparql/vocabulary";

type Ask = (query: string) => Answer;

const XSD = "http://www.w3.org/2001/XMLSchema#";
const DATATYPES =
  "string boolean decimal integer double float date time dateTime dateTimeStamp gYear gMonth gDay gYearMonth gMonthDay duration yearMonthDuration dayTimeDuration byte short int long unsignedByte unsignedShort unsignedInt unsignedLong positiveInteger nonNegativeInteger negativeInteger nonPositiveInteger hexBinary base64Binary anyURI language normalizedString token NMTOKEN Name NCName";
const EVERY =
  "SELECT DISTINCT ?t { { ?t ?p ?o } UNION { ?s ?t ?o } UNION { ?s ?p ?t } UNION { GRAPH ?t { ?s ?p ?o } } UNION { ?s ?p ?l FILTER isLiteral(?l) BIND(DATATYPE(?l) AS ?t) } FILTER isIRI(?t) } ORDER BY ?t";

let every: ReadonlySet<string> | undefined;

/** IRI that is absent → the IRI that was probably meant, or nothing. */
export function absent(ask: Ask, iris: readonly string[], namespaces: readonly string[]): Map<string, string> {
  const missing = iris.filter((iri) => !stands(ask, iri));
  if (!missing.length) return new Map();
  every ??= all(ask);
  const there = every;
  return new Map(missing.filter((iri) => !there.has(iri)).map((iri) => [iri, meant(iri, there, namespaces)]));
}

function stands(ask: Ask, iri: string): boolean {
  if (/[<>"{}|^`\\\s]/.test(iri)) return true; // it cannot be asked for
  const ways = [`<${iri}> ?p ?o`, `?s <${iri}> ?o`, `?s ?p <${iri}>`, `GRAPH <${iri}> { ?s ?p ?o }`];
  const answer = ask(`ASK { { ${ways.join(" } UNION { ")} } }`);
  return answer.form === "boolean" && answer.value;
}

function all(ask: Ask): ReadonlySet<string> {
  const answer = ask(EVERY);
  const found = answer.form === "bindings" ? answer.table.rows.map((row) => row["t"]?.value ?? "") : [];
  return new Set([...found, ...DATATYPES.split(" ").map((name) => XSD + name)]);
}

/** One of the same namespace that is written nearly so, else one of another that is written so. */
function meant(iri: string, there: ReadonlySet<string>, namespaces: readonly string[]): string {
  const spaceOf = (one: string): string =>
    namespaces.reduce((best, space) => (one.startsWith(space) && space.length > best.length ? space : best), "");
  const space = spaceOf(iri);
  const name = iri.slice(space.length);
  const names = [...there].filter((one) => spaceOf(one) === space).map((one) => one.slice(space.length));
  // Classes begin with a capital, properties do not: of two that are equally near the alike one.
  const alike = (one: string): boolean => isCapital(one) === isCapital(name);
  const near = nearest(name, [...names.filter(alike), ...names.filter((one) => !alike(one))]);
  if (near) return space + near;
  const same = name.toLowerCase();
  return [...there].find((one) => spaceOf(one) && one.slice(spaceOf(one).length).toLowerCase() === same) ?? "";
}

function isCapital(name: string): boolean {
  return /^\p{Lu}/u.test(name);
}
