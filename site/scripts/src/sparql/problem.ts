// The engine's message in, a message for people with line and column out.
import { text } from "./advice";
import { diagnose, type Fault } from "./diagnosis";
import { mentionsIn, writtenFor } from "./mentions";
import { placeOf, tokensOf } from "./tokens";
import { valuedTwice } from "./variables";
import { nearest } from "./vocabulary";

export interface Problem {
  readonly message: string;
  readonly line?: number;
  readonly column?: number;
  /** A line that mends it where it is put at the top. */
  readonly missing?: string;
}

type Prefixes = Readonly<Record<string, string>>;

const UPDATE = /^\s*(?:PREFIX\s[^>]*>\s*|BASE\s[^>]*>\s*|#.*\n\s*)*(?:INSERT|DELETE|LOAD|CLEAR|DROP|CREATE|ADD|MOVE|COPY)\b/i;
const LONGEST = 40;
const XSD = "http://www.w3.org/2001/XMLSchema#";
const CASTS = ["string", "boolean", "integer", "decimal", "float", "double", "date", "time", "dateTime"];

export function problemOf(message: string, query: string, prefixes: Prefixes): Problem {
  if (/^The service .* is not supported/.test(message)) return { message: text.service };
  const [, custom] = /^The custom function <(.*)> is not supported/.exec(message) ?? [];
  if (custom) return noFunction(custom, query);
  const place = /error at (\d+):(\d+): ([\s\S]*)/.exec(message);
  if (!place) return { message };
  const [line, column, details = ""] = [Number(place[1]), Number(place[2]), place[3]];
  if (UPDATE.test(query)) return { line, column, message: text.select };
  const fault = diagnose(query);
  if (fault) return { ...placeOf(query, fault.kind === "escape" ? fault.at : (fault.token?.at ?? query.trimEnd().length)), ...told(fault, prefixes) };
  const twice = valuedTwice(tokensOf(query));
  if (twice) return { ...placeOf(query, twice.at), message: text.twice(twice.text) };
  if (details.includes("variable that is unbound")) return { message: text.ungrouped };
  if (details.includes("not authorized with GROUP BY")) return { message: text.groupedStar };
  if (details.includes("Prefix not found")) return { line, column, message: text.unknownPrefix("") };
  return { ...before(query, line, column), message: text.unexpected };
}

function told(fault: Fault, prefixes: Prefixes): Problem {
  const { kind, token } = fault;
  const found = token ? shown(token.text) : undefined;
  switch (kind) {
    case "prefix":
      return undeclared(fault.prefix, prefixes);
    case "word":
      if (fault.meant) return { message: text.noWord(found ?? "", fault.meant) };
      return { message: fault.wanted ? text.misfit(found, text.wanted[fault.wanted]) : text.noWord(found ?? "") };
    case "wanted":
      return { message: text.misfit(found, text.wanted[fault.wanted]) };
    case "unclosed":
      return { message: text.unclosed(token.text, { "{": "}", "(": ")", "[": "]" }[token.text] ?? "") };
    case "stray":
      return { message: text.stray(token.text) };
    case "blank":
      return { message: text.oddBlank };
    case "quote":
      return { message: text.oddQuote(token.text) };
    case "escape":
      return { message: text.oddEscape(fault.found) };
    case "relative":
      return { message: text.relative(found ?? "") };
    case "endless":
      return { message: text.endless(token.text.slice(0, 1)) };
  }
}

function noFunction(iri: string, query: string): Problem {
  const { places, declared } = mentionsIn(query, [iri]);
  const token = places.get(iri)?.[0];
  const meant = iri.startsWith(XSD) ? nearest(iri.slice(XSD.length), CASTS) : undefined;
  const hint = token && meant ? ` ${text.meant(writtenFor(XSD + meant, token, declared))}` : "";
  return { ...(token && placeOf(query, token.at)), message: text.noFunction(token?.text ?? `<${iri}>`) + hint };
}

function shown(found: string): string {
  const letters = Array.from(found);
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST).join("")}…` : found;
}

function undeclared(prefix: string, prefixes: Prefixes): Problem {
  if (Object.hasOwn(prefixes, prefix)) {
    const line = `PREFIX ${prefix}: <${prefixes[prefix]}>`;
    return { message: text.declare(prefix, line), missing: line };
  }
  const all = Object.keys(prefixes).sort();
  const meant = prefix && nearest(prefix, all);
  const names = all.map((name) => `${name}:`).join(" ");
  const parts = [text.unknownPrefix(` ${prefix}:`), meant ? text.meant(`${meant}:`) : "", names && text.knownPrefixes(names)];
  return { message: parts.filter(Boolean).join(" ") };
}

/** The engine often points behind the token that it means, at the end of which it gave up. */
function before(query: string, line: number, column: number): { line: number; column: number } {
  const lines = query.split("\n").slice(0, line);
  const last = Array.from(lines.pop() ?? "").slice(0, column - 1).join("");
  const at = [...lines, last].join("\n").length;
  const token = tokensOf(query).filter((one) => one.at < at).at(-1);
  return placeOf(query, token?.at ?? at);
}
