// What is wrong with a query that the engine refused: the first token that does not fit, and what
// could stand there. The engine itself often points behind the place.
import { bracketed, CLOSING, PAIRS, tokensOf, upper, type Token } from "./tokens";
import { functions, known, nearest } from "./vocabulary";

/** What could stand at a place; the page has words for each. */
export type Wanted = "start" | "select" | "where" | "brace" | "subject" | "predicate" | "object" | "end" | "variable" | "by" | "number" | "prefix" | "iri" | "alias" | "round";

export type Fault =
  | { readonly kind: "word"; readonly token: Token; readonly meant: string | undefined; readonly wanted: Wanted | undefined }
  | { readonly kind: "wanted"; readonly token: Token | undefined; readonly wanted: Wanted }
  | { readonly kind: "prefix"; readonly token: Token; readonly prefix: string }
  | { readonly kind: "escape"; readonly token: Token; readonly at: number; readonly found: string }
  | { readonly kind: "unclosed" | "stray" | "endless" | "blank" | "quote" | "relative"; readonly token: Token };

const TERMS = new Set(["variable", "iri", "name", "text", "number", "blank"]);
const FORMS = ["SELECT", "ASK", "CONSTRUCT", "DESCRIBE"];
const CLAUSES = new Set(["FILTER", "OPTIONAL", "MINUS", "GRAPH", "SERVICE", "BIND", "VALUES", "UNION", "LATERAL", "SELECT"]);
/** The first backslash of a text that begins nothing. */
const ODD_ESCAPE = /^(?:[^\\]|\\[tbnrf"'\\uU])*\\[^tbnrf"'\\uU]/u;
const PATH = new Set(["/", "|", "^", "!"]);

const is = (token: Token | undefined, sign: string): boolean => token?.kind === "sign" && token.text === sign;

export function diagnose(query: string): Fault | undefined {
  const tokens = tokensOf(query);
  // These are of RDF 1.2, which this does not know.
  if (tokens.some((token) => token.kind === "sign" && ["<<", ">>", "{|", "|}", "~"].includes(token.text))) return undefined;
  const faults = [lexical(tokens), heads(tokens), prefixes(tokens), brackets(tokens), triples(tokens)].filter((fault) => fault !== undefined);
  // What is missing at the end is told where it was opened, but only where nothing else is wrong.
  const at = (fault: Fault): number => (fault.kind === "unclosed" ? Infinity : (fault.token?.at ?? Infinity));
  return faults.sort((one, other) => at(one) - at(other))[0];
}

/** Words that are none, texts without an end. */
function lexical(tokens: readonly Token[]): Fault | undefined {
  for (const [n, token] of tokens.entries()) {
    const escape = token.kind === "text" ? ODD_ESCAPE.exec(token.text) : undefined;
    if (escape) return { kind: "escape", token, at: token.at + escape[0].length - 2, found: escape[0].slice(-2) };
    if (token.kind === "open") return { kind: "endless", token };
    if (token.kind === "sign" && /[\s\u200B\uFEFF]/.test(token.text)) return { kind: "blank", token };
    if (token.kind === "sign" && /[„“”‚‘’«»‹›]/.test(token.text)) return { kind: "quote", token };
    if (token.kind === "iri" && !/^<[a-z][a-z0-9+.-]*:/i.test(token.text) && !tokens.slice(0, n - 1).some((one) => upper(one) === "BASE")) return { kind: "relative", token };
    if (token.kind !== "word" || known.has(token.text.toUpperCase())) continue;
    if (upper(tokens[n - 1]) === "PREFIX") return { kind: "wanted", token, wanted: "prefix" };
    if (upper(tokens[n - 1]) === "AS") return { kind: "wanted", token, wanted: "variable" };
    const meant = n === 0 ? nearest(token.text, [...FORMS, "PREFIX", "BASE"]) : is(tokens[n + 1], "(") ? nearest(token.text, known) : nearest(token.text, [...known].filter((word) => !functions.has(word)));
    return { kind: "word", token, meant, wanted: n === 0 ? "start" : undefined };
  }
  return undefined;
}

function prefixes(tokens: readonly Token[]): Fault | undefined {
  const declared = new Set<string>();
  for (const [n, token] of tokens.entries()) {
    if (token.kind !== "name") continue;
    const prefix = token.text.slice(0, token.text.indexOf(":"));
    if (upper(tokens[n - 1]) === "PREFIX") declared.add(prefix);
    else if (!declared.has(prefix)) return { kind: "prefix", token, prefix };
  }
  return undefined;
}

function brackets(tokens: readonly Token[]): Fault | undefined {
  const open: Token[] = [];
  for (const token of tokens) {
    if (token.kind !== "sign") continue;
    if (token.text in PAIRS) open.push(token);
    if (!CLOSING.has(token.text)) continue;
    const last = open.pop();
    if (!last) return { kind: "stray", token };
    if (PAIRS[last.text] !== token.text) return { kind: "unclosed", token: last };
  }
  const last = open.pop();
  return last && { kind: "unclosed", token: last };
}

/** What stands before and behind the braces. */
function heads(tokens: readonly Token[]): Fault | undefined {
  let n = 0;
  while (["PREFIX", "BASE"].includes(upper(tokens[n]))) {
    const named = upper(tokens[n]) === "PREFIX" ? 1 : 0;
    if (named && tokens[n + 1]?.kind !== "name") return { kind: "wanted", token: tokens[n + 1], wanted: "prefix" };
    if (tokens[n + 1 + named]?.kind !== "iri") return { kind: "wanted", token: tokens[n + 1 + named], wanted: "iri" };
    n += 2 + named;
  }
  if (!FORMS.includes(upper(tokens[n]))) return tokens[n]?.kind === "word" ? undefined : { kind: "wanted", token: tokens[n], wanted: "start" };
  for (const [at, token] of tokens.entries()) {
    const next = tokens[at + 1];
    if (upper(token) === "SELECT") {
      const fault = projection(tokens, at + 1);
      if (fault) return fault;
    }
    if (["GROUP", "ORDER"].includes(upper(token)) && upper(next) !== "BY") return { kind: "wanted", token: next, wanted: "by" };
    if (["LIMIT", "OFFSET"].includes(upper(token)) && next?.kind !== "number") return { kind: "wanted", token: next, wanted: "number" };
    if (upper(token) === "FROM") {
      const named = tokens[at + (upper(next) === "NAMED" ? 2 : 1)];
      if (named?.kind !== "iri" && named?.kind !== "name") return { kind: "wanted", token: named, wanted: "iri" };
    }
    if (upper(token) === "AS" && next?.kind !== "variable") return { kind: "wanted", token: next, wanted: "variable" };
    if (upper(token) === "WHERE" && !is(next, "{")) return { kind: "wanted", token: next, wanted: "brace" };
  }
  return undefined;
}

function projection(tokens: readonly Token[], from: number): Fault | undefined {
  let n = from;
  if (["DISTINCT", "REDUCED"].includes(upper(tokens[n]))) n++;
  const first = n;
  for (let token = tokens[n]; token?.kind === "variable" || is(token, "*") || is(token, "("); token = tokens[n]) n = is(token, "(") ? bracketed(tokens, n) : n + 1;
  const token = tokens[n];
  if (functions.has(upper(token))) return { kind: "wanted", token, wanted: "alias" };
  if (n === first) return { kind: "wanted", token, wanted: "select" };
  if (is(token, "{") || ["WHERE", "FROM"].includes(upper(token)) || token?.kind === "word") return undefined;
  return { kind: "wanted", token, wanted: "where" };
}

/** Subject, predicate and object between braces, with a point between two of them. */
function triples(tokens: readonly Token[]): Fault | undefined {
  const WANTED: readonly Wanted[] = ["subject", "predicate", "object", "end"];
  let [depth, place, list] = [0, 0, false]; // place: what is next; list: behind a `;`, where nothing need follow
  const step = (): void => {
    place++;
    list = false;
  };
  for (let n = 0; n < tokens.length; n++) {
    const token = tokens[n];
    if (!token) break;
    const { kind, text } = token;
    const sign = kind === "sign" ? text : "";
    if (sign === "{") {
      if (place === 1 || place === 2) return { kind: "wanted", token, wanted: WANTED[place] ?? "end" };
      [depth, place] = [depth + 1, 0];
    } else if (!depth) {
      continue;
    } else if (sign === "}" || sign === "." || CLAUSES.has(upper(token))) {
      if (place === 2 || (place === 1 && !list)) return { kind: "wanted", token, wanted: WANTED[place] ?? "end" };
      if (sign === "." && place === 0 && !is(tokens[n - 1], "}") && !is(tokens[n - 1], ")")) return { kind: "wanted", token, wanted: "subject" };
      [place, list] = [0, false];
      if (sign === "}") depth--;
      else if (sign !== ".") {
        const next = tokens[n + 1];
        const free = is(next, "(") || next?.kind === "word" || next?.kind === "name" || next?.kind === "iri";
        if (["FILTER", "BIND"].includes(upper(token)) && !free) return { kind: "wanted", token: next, wanted: "round" };
        n = clause(tokens, n) - 1;
      }
    } else if (sign === ";" || sign === ",") {
      if (place !== 3 && !(sign === ";" && list)) return { kind: "wanted", token, wanted: WANTED[place] ?? "end" };
      [place, list] = [sign === ";" ? 1 : 2, sign === ";"];
    } else if (sign === "[" || sign === "(") {
      if (place === 3) return { kind: "wanted", token, wanted: "end" };
      const alone = sign === "[" && place === 0 && !is(tokens[n + 1], "]");
      n = bracketed(tokens, n) - 1;
      step();
      list = alone; // `[ … ] .` needs nothing more
      if (place === 2) n = path(tokens, n);
    } else if (TERMS.has(kind) || ["A", "TRUE", "FALSE"].includes(upper(token)) || PATH.has(sign)) {
      if (place === 3) return { kind: "wanted", token, wanted: "end" };
      if (place === 1 && PATH.has(sign)) continue; // `^` and `!` before a step of a path
      if (PATH.has(sign) || (place === 1 && ["text", "number", "blank"].includes(kind))) return { kind: "wanted", token, wanted: WANTED[place] ?? "end" };
      step();
      if (place === 2) n = path(tokens, n);
      if (kind === "text") n += is(tokens[n + 1], "^^") ? 2 : tokens[n + 1]?.kind === "tag" ? 1 : 0;
    } else {
      return kind === "word" ? undefined : { kind: "wanted", token, wanted: WANTED[place] ?? "end" };
    }
  }
  return undefined;
}

/** The place behind what a clause says before it goes on with triples or braces. */
function clause(tokens: readonly Token[], n: number): number {
  const word = upper(tokens[n]);
  let at = n + 1;
  if (word === "SELECT") while (at < tokens.length && !is(tokens[at], "{")) at++;
  else if (word === "VALUES") {
    while (at < tokens.length && !is(tokens[at], "{")) at++;
    at = bracketed(tokens, at);
  } else if (word === "GRAPH" || word === "SERVICE") {
    if (upper(tokens[at]) === "SILENT") at++;
    at++;
  } else if (word === "FILTER" || word === "BIND") {
    while (tokens[at]?.kind === "word" || tokens[at]?.kind === "name" || tokens[at]?.kind === "iri") at++;
    if (is(tokens[at], "(")) at = bracketed(tokens, at);
  }
  return at;
}

/** The last token of a path that begins at `n`. */
function path(tokens: readonly Token[], n: number): number {
  let at = n;
  for (let next = tokens[at + 1]; ; next = tokens[at + 1]) {
    if (is(next, "*") || is(next, "+") || is(next, "?")) at++;
    else if (is(next, "/") || is(next, "|")) {
      at += 2;
      while (is(tokens[at], "^") || is(tokens[at], "!")) at++;
      if (is(tokens[at], "(")) at = bracketed(tokens, at) - 1;
    } else return at;
  }
}
