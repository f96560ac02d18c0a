// A query → the variables that are asked for and get no value anywhere, and those that get one twice.
import { bracketed, tokensOf, upper, type Token } from "./tokens";
import { nearest } from "./vocabulary";

export interface Valueless {
  readonly token: Token;
  /** The variable that was probably meant. */
  readonly meant: string;
}

const nameOf = ({ text }: Token): string => text.slice(1);

/** Variables of a projection or a template that stand nowhere else in the query. */
export function valueless(query: string): Valueless[] {
  const tokens = tokensOf(query);
  const names = tokens.filter(({ kind }) => kind === "variable").map(nameOf);
  const once = ({ kind, text }: Token): boolean => kind === "variable" && names.filter((name) => name === text.slice(1)).length === 1;
  const others = new Set(tokens.filter((token, n) => token.kind === "variable" && !asked(tokens, n)).map(nameOf));
  return tokens.flatMap((token, n) => {
    if (!once(token) || upper(tokens[n - 1]) === "AS" || !asked(tokens, n)) return [];
    const near = nearest(nameOf(token), others);
    return [{ token, meant: near ? `${token.text.slice(0, 1)}${near}` : "" }];
  });
}

/** The first variable behind AS that has a value already. */
export function valuedTwice(tokens: readonly Token[]): Token | undefined {
  const seen = new Set<string>();
  return tokens.find((token, n) => {
    if (token.kind !== "variable") return false;
    const behindAs = upper(tokens[n - 1]) === "AS";
    if (behindAs && seen.has(nameOf(token))) return true;
    if (behindAs || !asked(tokens, n)) seen.add(nameOf(token));
    return false;
  });
}

/** Whether a place is between SELECT or DESCRIBE and the pattern, or in the template of CONSTRUCT. */
function asked(tokens: readonly Token[], n: number): boolean {
  for (let at = n; at >= 0; at--) {
    const word = upper(tokens[at]);
    if (word === "SELECT" || word === "DESCRIBE") return true;
    if (word === "CONSTRUCT") return tokens[at + 1]?.text === "{" && n < bracketed(tokens, at + 1);
    if (["WHERE", "FROM"].includes(word) || (tokens[at]?.text === "}" && tokens[at]?.kind === "sign")) return false;
    if (tokens[at]?.text === "{" && tokens[at]?.kind === "sign" && upper(tokens[at - 1]) !== "CONSTRUCT") return false;
  }
  return false;
}
