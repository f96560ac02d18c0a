// The engine's message in, a message for people with line and column out.
import { text } from "./words";

export interface Problem {
  readonly message: string;
  readonly line?: number;
  readonly column?: number;
}

export function problemOf(message: string, query: string): Problem {
  if (/^The service .* is not supported/.test(message)) return { message: text.service };
  const place = /error at (\d+):(\d+): ([\s\S]*)/.exec(message);
  if (!place) return { message };
  const [, line = "1", column = "1", details = ""] = place;
  return { line: Number(line), column: Number(column), message: reason(details, query) };
}

function reason(details: string, query: string): string {
  if (details.includes("Prefix not found")) return text.unknownPrefix;
  if (/^\s*(?:PREFIX\s[^>]*>\s*|BASE\s[^>]*>\s*|#.*\n\s*)*(?:INSERT|DELETE|LOAD|CLEAR|DROP|CREATE|ADD|MOVE|COPY)\b/i.test(query))
    return text.select;
  // Character classes are of no use to a reader: keep the quoted signs and the keywords.
  const useful = details.replace(/\[[^\]]*\](?:\s*\|\s*)?/g, "").match(/"[^"]+"|\b[A-Z]{2,}\b/g) ?? [];
  if (!useful.length) return text.unexpected;
  return `${text.expected} ${[...new Set(useful)].map((sign) => sign.replaceAll('"', "")).join("  ")}`;
}
