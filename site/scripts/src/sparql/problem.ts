// The engine's message in, a message for people with line and column out.
import { text } from "./words";

export interface Problem {
  readonly message: string;
  readonly line?: number;
  readonly column?: number;
}

type Prefixes = Readonly<Record<string, string>>;

export function problemOf(message: string, query: string, prefixes: Prefixes): Problem {
  if (/^The service .* is not supported/.test(message)) return { message: text.service };
  const place = /error at (\d+):(\d+): ([\s\S]*)/.exec(message);
  if (!place) return { message };
  const [, line = "1", column = "1", details = ""] = place;
  if (details.includes("Prefix not found")) return undeclared(query, Number(line), Number(column), prefixes);
  return { line: Number(line), column: Number(column), message: reason(details, query) };
}

/** The engine points behind the name; a reader wants its prefix, and what to write for it. */
function undeclared(query: string, line: number, column: number, prefixes: Prefixes): Problem {
  const before = Array.from(query.split("\n")[line - 1] ?? "").slice(0, column - 1).join("");
  const found = /([\p{L}\p{N}_.-]*):[^\s:]*$/u.exec(before);
  if (!found) return { line, column, message: text.unknownPrefix("") };
  const prefix = found[1] ?? "";
  const namespace = Object.hasOwn(prefixes, prefix) ? prefixes[prefix] : undefined;
  const message = namespace
    ? text.declare(prefix, `PREFIX ${prefix}: <${namespace}>`)
    : text.unknownPrefix(` ${prefix}:`);
  return { line, column: Array.from(before.slice(0, found.index)).length + 1, message };
}

function reason(details: string, query: string): string {
  if (/^\s*(?:PREFIX\s[^>]*>\s*|BASE\s[^>]*>\s*|#.*\n\s*)*(?:INSERT|DELETE|LOAD|CLEAR|DROP|CREATE|ADD|MOVE|COPY)\b/i.test(query))
    return text.select;
  // Character classes are of no use to a reader: keep the quoted signs and the keywords.
  const useful = details.replace(/\[[^\]]*\](?:\s*\|\s*)?/g, "").match(/"[^"]+"|\b[A-Z]{2,}\b/g) ?? [];
  if (!useful.length) return text.unexpected;
  return `${text.expected} ${[...new Set(useful)].map((sign) => sign.replaceAll('"', "")).join("  ")}`;
}
