// A regular expression that the engine refused → what is wrong with it, and where.
export type PatternKind = "unclosed" | "stray" | "nothing" | "escape" | "end" | "back" | "look" | "group" | "counts" | "range" | "empty" | "property" | "other";

export interface PatternFault {
  readonly kind: PatternKind;
  /** The place in the expression, and what stands there. */
  readonly at: number;
  readonly found: string;
}

/** Of a longer expression nobody could read what is told; and classes in classes are gone into. */
const LONGEST = 2000;
const ESCAPE = /\\(?:[pP](?:\{[^{}]+\}|[A-Za-z])|[aftnrvAzbBdDsSwW]|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[xuU]\{[0-9a-fA-F]+\}|[\s!-/:-@[-`{-~])/y;
const BACK = /\\(?:\d|k[<{'])/y;
const LOOK = /\(\?<?[=!]/y;
const SWITCH = /\(\?[imsRUux-]+\)/y;
const GROUP = /\((?:\?(?:P?<[\p{L}_][\p{L}\p{N}_.]*>|[imsRUux-]*:)|(?!\?))/uy;
const COUNTS = /\{\s*(\d+)\s*(?:,\s*(\d*)\s*)?\}/y;
const PROPERTY = /\\[pP](?:\{[^{}]*\}|.)/;

export function patternFault(pattern: string, isSpaced: boolean): PatternFault {
  if (pattern.length > LONGEST) return { kind: "other", at: 0, found: "" };
  const open: number[] = [];
  let repeatable = false;
  for (let at = 0; at < pattern.length; ) {
    const sign = pattern.charAt(at);
    let next = at + 1;
    if (sign === "\\" || sign === "[") {
      const end = sign === "[" ? classAt(pattern, at) : escapeAt(pattern, at);
      if (typeof end !== "number") return end;
      [next, repeatable] = [end, true];
    } else if (sign === "(") {
      const look = matched(LOOK, pattern, at);
      if (look) return { kind: "look", at, found: look };
      const switched = matched(SWITCH, pattern, at);
      const group = switched || matched(GROUP, pattern, at);
      if (!group) return { kind: "group", at, found: pattern.slice(at, at + 3) };
      if (!switched) open.push(at);
      [next, repeatable] = [at + group.length, false];
    } else if (sign === ")") {
      if (open.pop() === undefined) return { kind: "stray", at, found: sign };
      repeatable = true;
    } else if (sign === "{") {
      const counts = countsAt(pattern, at);
      if (!repeatable) return { kind: "nothing", at, found: sign };
      if (typeof counts !== "number") return counts;
      next = counts;
    } else if ("*+?".includes(sign)) {
      if (!repeatable) return { kind: "nothing", at, found: sign };
    } else if (isSpaced && sign === "#") {
      next = (pattern + "\n").indexOf("\n", at);
    } else if (!(isSpaced && /\s/.test(sign))) {
      repeatable = sign !== "|";
    }
    at = next;
  }
  const last = open.pop();
  if (last !== undefined) return { kind: "unclosed", at: last, found: "(" };
  const property = PROPERTY.exec(pattern);
  return property ? { kind: "property", at: property.index, found: property[0] } : { kind: "other", at: 0, found: "" };
}

function matched(form: RegExp, pattern: string, at: number): string {
  form.lastIndex = at;
  return form.exec(pattern)?.[0] ?? "";
}

/** The place behind a backslash and what belongs to it. */
function escapeAt(pattern: string, at: number): number | PatternFault {
  if (at + 1 === pattern.length) return { kind: "end", at, found: "\\" };
  const back = matched(BACK, pattern, at);
  if (back) return { kind: "back", at, found: back };
  const whole = matched(ESCAPE, pattern, at);
  return whole ? at + whole.length : { kind: "escape", at, found: `\\${Array.from(pattern.slice(at + 1))[0]}` };
}

function countsAt(pattern: string, at: number): number | PatternFault {
  COUNTS.lastIndex = at;
  const [whole = "", least = "", most = ""] = COUNTS.exec(pattern) ?? [];
  if (whole && (!most || Number(least) <= Number(most))) return at + whole.length;
  const end = pattern.indexOf("}", at);
  return end < 0 ? { kind: "unclosed", at, found: "{" } : { kind: "counts", at, found: pattern.slice(at, end + 1) };
}

/** The place behind a class of characters, in which another one may stand. */
function classAt(pattern: string, open: number): number | PatternFault {
  const first = open + (pattern.charAt(open + 1) === "^" ? 2 : 1);
  let from: string | undefined; // what a range may begin with
  for (let at = first; at < pattern.length; ) {
    const sign = String.fromCodePoint(pattern.codePointAt(at) ?? 0);
    if (sign === "]" && at > first) return at + 1;
    const end = sign === "[" ? classAt(pattern, at) : sign === "\\" ? escapeAt(pattern, at) : at + sign.length;
    if (typeof end !== "number") return end;
    const item = pattern.slice(at, end);
    const isRange = pattern.charAt(end) === "-" && !["]", "-", "["].includes(pattern.charAt(end + 1)) && end + 1 < pattern.length;
    if (from !== undefined && !isLess(from, item)) return { kind: "range", at: at - from.length - 1, found: `${from}-${item}` };
    from = isRange && from === undefined ? item : undefined;
    at = from === undefined ? end : end + 1;
  }
  return pattern.length === first + 1 && pattern.endsWith("]")
    ? { kind: "empty", at: open, found: pattern.slice(open) }
    : { kind: "unclosed", at: open, found: "[" };
}

/** Whether a range can go from one to the other; of single characters only can more be told. */
function isLess(from: string, to: string): boolean {
  const [one, other] = [from, to].map((item) => (/^\\[dDsSwWpP]/.test(item) ? undefined : item.startsWith("\\") ? item.slice(1) : item));
  if (one === undefined || other === undefined) return false;
  const single = Array.from(one).length === 1 && Array.from(other).length === 1;
  return !single || (one.codePointAt(0) ?? 0) <= (other.codePointAt(0) ?? 0);
}
