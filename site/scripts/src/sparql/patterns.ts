// A query → the regular expressions in it that can be told from its text.
import { bracketed, CLOSING, PAIRS, tokensOf, upper, type Token } from "./tokens";

export interface Pattern {
  /** REGEX or REPLACE. */
  readonly call: string;
  /** Where the expression begins, and where its flags do. */
  readonly token: Token;
  readonly flags: Token | undefined;
  /** Whether the expression is one text of the query, and so has a place for each of its characters. */
  readonly written: boolean;
  /** What the engine is asked: the expression, its flags, and whether it can be run without them and with them. */
  readonly question: string;
}

/** Where the flags are among the arguments of each. */
const FLAGS: Readonly<Record<string, number>> = { REGEX: 2, REPLACE: 3 };
const FORMS = new Set(["SELECT", "ASK", "CONSTRUCT", "DESCRIBE"]);

export function patternsIn(query: string): Pattern[] {
  const tokens = tokensOf(query);
  const prologue = query.slice(0, tokens.find((token) => FORMS.has(upper(token)))?.at ?? 0);
  return tokens.flatMap((token, n): Pattern[] => {
    const call = upper(token);
    const at = FLAGS[call];
    if (at === undefined || tokens[n + 1]?.text !== "(") return [];
    const parts = argumentsAt(tokens, n + 1);
    const [pattern, flags] = [constant(parts[1]), constant(parts[at])];
    if (!pattern?.[0]) return [];
    const [is, by] = [`(${source(pattern)})`, flags ? `(${source(flags)})` : '""'];
    const question = `${prologue}\nSELECT (${is} AS ?pattern) (${by} AS ?flags) (REGEX("", ${is}) AS ?plain) (REGEX("", ${is}, ${by}) AS ?flagged) {}`;
    return [{ call, token: pattern[0], flags: flags?.[0], written: pattern.length === 1, question }];
  });

  function source(part: readonly Token[]): string {
    const last = part.at(-1);
    return query.slice(part[0]?.at, last && last.at + last.text.length);
  }
}

function argumentsAt(tokens: readonly Token[], open: number): Token[][] {
  const parts: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens.slice(open + 1, bracketed(tokens, open) - 1)) {
    const sign = token.kind === "sign" ? token.text : "";
    if (sign in PAIRS) depth++;
    if (CLOSING.has(sign)) depth--;
    if (sign === "," && !depth) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}

/** An argument that has the same value in each row. */
function constant(part: Token[] | undefined): Token[] | undefined {
  return part?.length && !part.some(({ kind, text }) => kind === "variable" || text === "{") ? part : undefined;
}
