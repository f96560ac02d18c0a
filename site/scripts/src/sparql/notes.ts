// A query that ran → what readers are told beside its answer, each with its places, in the order of the query.
import { absences, type Absence } from "./absences";
import { text } from "./advice";
import type { Mentions } from "./mentions";
import { patternFault, type PatternFault } from "./pattern-fault";
import type { Pattern } from "./patterns";
import type { Tried } from "./protocol";
import { pageOf, type Terms } from "./terms";
import { PAIRS, placeOf, type Token } from "./tokens";

export interface Note {
  readonly line: number;
  readonly column: number;
  /** From one character of the query to before another. */
  readonly places: readonly { readonly from: number; readonly to: number }[];
  readonly message: string;
  /** What was probably meant; empty where nothing is near. */
  readonly meant: string;
  /** The query, as it is now, with what was meant in its places. */
  exchanged(query: string): string;
}

const LONGEST = 60;
const XSD_STRING = "http://www.w3.org/2001/XMLSchema#string";

export function absent(query: string, terms: Terms, mentions: Mentions, found: ReadonlyMap<string, string>): Note[] {
  const isOwn = (iri: string): boolean => pageOf(iri, terms.links) !== undefined;
  return absences(query, mentions, found, isOwn).map((one) => {
    const places = one.places.map(({ at, text: { length } }) => ({ from: at, to: at + length }));
    return { ...placeOf(query, one.places[0].at), places, message: told(one), meant: one.meant, exchanged: (now) => one.exchanged(now) };
  });
}

function told({ kind, places: [{ text: name }], meant }: Absence): string {
  const what = { own: text.nowhere, foreign: text.unused, variable: text.valueless }[kind](name);
  return meant ? `${what} ${kind === "foreign" ? text.alike(meant) : text.meant(meant)}` : what;
}

/** Of the regular expressions those that cannot be run; `tried` is what the engine said of each. */
export function faulty(query: string, patterns: readonly Pattern[], tried: readonly Tried[]): Note[] {
  return patterns.flatMap((pattern, n) => {
    const { pattern: expression, flags, plain, flagged } = tried[n] ?? {};
    if (!expression || flagged) return [];
    if (expression.type !== "literal" || expression["xml:lang"] || (expression.datatype ?? XSD_STRING) !== XSD_STRING)
      return [noteAt(query, pattern.token, text.noText(pattern.call))];
    const odd = /[^ismxq]/u.exec(flags?.value ?? "")?.[0];
    if (plain || odd) return pattern.flags ? [noteAt(query, pattern.flags, text.noFlag(odd ?? "", pattern.call))] : [];
    const { value } = expression;
    const fault = patternFault(value, flags?.value.includes("x") ?? false);
    const place = pattern.written ? characterOf(pattern.token, Array.from(value.slice(0, fault.at)).length) : pattern.token;
    const shown = value.length > LONGEST ? `${Array.from(value).slice(0, LONGEST).join("")}…` : value;
    return [noteAt(query, place, `${text.faulty(shown, pattern.call)} ${reason(fault)}`)];
  });
}

function noteAt(query: string, { at, text: { length } }: Token, message: string): Note {
  return { ...placeOf(query, at), places: [{ from: at, to: at + length }], message, meant: "", exchanged: (now) => now };
}

function reason({ kind, found }: PatternFault): string {
  if (kind === "unclosed") return `${text.unclosed(found, PAIRS[found] ?? "")}. ${text.itself(found)}`;
  if (kind === "stray") return `${text.stray(found)} ${text.itself(found)}`;
  if (kind === "nothing") return `${text.wrong.nothing(found)} ${text.itself(found)}`;
  return text.wrong[kind](found);
}

/** A character of what a text of the query says, as it is written there. */
function characterOf(token: Token, number: number): Token {
  const quote = /^("""|'''|["'])/.exec(token.text)?.[0].length ?? 0;
  const inside = token.text.slice(quote, -quote);
  const written = [...inside.matchAll(/\\u[0-9a-fA-F]{4}|\\U[0-9a-fA-F]{8}|\\.|[^]/gu)][number];
  return written ? { kind: "text", text: written[0], at: token.at + quote + written.index } : token;
}
