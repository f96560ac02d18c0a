// A query → its tokens with their places: what a diagnosis looks at.
export type Kind = "variable" | "iri" | "name" | "text" | "number" | "word" | "blank" | "tag" | "sign" | "open";

export interface Token {
  readonly kind: Kind;
  readonly text: string;
  readonly at: number;
}

export const PAIRS: Readonly<Record<string, string>> = { "{": "}", "(": ")", "[": "]" };
export const CLOSING = new Set(Object.values(PAIRS));

const PATTERNS: readonly (readonly [Kind | "", RegExp])[] = [
  ["", /[ \t\r\n]+|#[^\n]*/y],
  ["iri", /<[^<>"{}|^`\\\s]*>/y],
  ["text", /"""[^]*?"""|'''[^]*?'''|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/y],
  ["open", /["'][^\n]*/y],
  ["variable", /[?$][\p{L}\p{N}_]+/uy],
  ["blank", /_:[\p{L}\p{N}_.-]*[\p{L}\p{N}_-]/uy],
  ["name", /(?:\p{L}(?:[\p{L}\p{N}_.-]*[\p{L}\p{N}_-])?)?:(?:[\p{L}\p{N}_:%](?:(?:[\p{L}\p{N}_:.%-]|\\.)*(?:[\p{L}\p{N}_:%-]|\\.))?)?/uy],
  ["number", /[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y],
  ["tag", /@[a-zA-Z]+(?:-[a-zA-Z0-9]+)*/y],
  ["word", /[\p{L}_][\p{L}\p{N}_]*/uy],
  ["sign", /\^\^|&&|\|\||!=|<=|>=|<<|>>|\{\||\|\}|[^]/uy],
];

export function tokensOf(query: string): Token[] {
  const found: Token[] = [];
  for (let at = 0; at < query.length; ) {
    for (const [kind, pattern] of PATTERNS) {
      pattern.lastIndex = at;
      const text = pattern.exec(query)?.[0];
      if (!text) continue;
      if (kind) found.push({ kind, text, at });
      at += text.length;
      break;
    }
  }
  return found;
}

/** A reader's place: line and column, both from one, in characters. */
export function placeOf(query: string, at: number): { line: number; column: number } {
  const before = query.slice(0, at).split("\n");
  return { line: before.length, column: Array.from(before.at(-1) ?? "").length + 1 };
}

/** The word that a token is, in capital letters; nothing where it is no word. */
export const upper = (token: Token | undefined): string => (token?.kind === "word" ? token.text.toUpperCase() : "");

/** The place behind the bracket that closes the one at `n`. */
export function bracketed(tokens: readonly Token[], n: number): number {
  let depth = 0;
  for (let at = n; at < tokens.length; at++) {
    const { kind, text } = tokens[at] ?? { kind: "sign", text: "" };
    if (kind === "sign" && text in PAIRS) depth++;
    if (kind === "sign" && CLOSING.has(text) && --depth === 0) return at + 1;
  }
  return tokens.length;
}
