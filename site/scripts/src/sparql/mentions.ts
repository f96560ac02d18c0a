// A query that ran → the IRIs that it asks for under some namespaces, each with its places.
import { bracketed, tokensOf, upper, type Token } from "./tokens";

export interface Mentions {
  /** Where each IRI is written. */
  readonly places: ReadonlyMap<string, readonly Token[]>;
  /** What each prefix stands for at the end of the query. */
  readonly declared: ReadonlyMap<string, string>;
}

const LOCAL = /^[\p{L}\p{N}_][\p{L}\p{N}_-]*$/u;

export function mentionsIn(query: string, namespaces: readonly string[]): Mentions {
  const tokens = tokensOf(query);
  const declared = new Map<string, string>();
  const places = new Map<string, Token[]>();
  let base = "";
  for (let n = 0; n < tokens.length; n++) {
    const [token, next] = [tokens[n], tokens[n + 1]];
    if (!token) break;
    if (upper(token) === "BASE" && next) {
      base = resolved(next.text.slice(1, -1), base);
      n++;
    } else if (upper(token) === "PREFIX" && next) {
      declared.set(next.text.slice(0, -1), resolved(tokens[n + 2]?.text.slice(1, -1) ?? "", base));
      n += 2;
    } else if (upper(token) === "CONSTRUCT" && next?.text === "{") {
      n = bracketed(tokens, n + 1) - 1; // what a query makes need not be there yet
    } else {
      const iri = named(token, declared, base);
      if (!iri || /[/#]$/.test(iri) || !namespaces.some((one) => iri.startsWith(one))) continue;
      places.set(iri, [...(places.get(iri) ?? []), token]);
    }
  }
  return { places, declared };
}

/** The IRI as one would write it into the query in the place of the token: with its prefix, if that can be. */
export function writtenFor(iri: string, { kind, text }: Token, declared: Mentions["declared"]): string {
  if (kind !== "name") return `<${iri}>`;
  const own = text.slice(0, text.indexOf(":"));
  for (const prefix of [own, ...[...declared.keys()].sort((one, other) => length(other) - length(one))]) {
    const namespace = declared.get(prefix);
    if (namespace && iri.startsWith(namespace) && LOCAL.test(iri.slice(namespace.length)))
      return `${prefix}:${iri.slice(namespace.length)}`;
  }
  return `<${iri}>`;

  function length(prefix: string): number {
    return declared.get(prefix)?.length ?? 0;
  }
}

function named({ kind, text }: Token, declared: Mentions["declared"], base: string): string | undefined {
  if (kind === "iri") return resolved(text.slice(1, -1), base);
  if (kind !== "name") return undefined;
  const [end, colon] = [text.length, text.indexOf(":")];
  const namespace = declared.get(text.slice(0, colon));
  // A name with nothing behind its colon is the beginning of others, not one of them.
  return namespace && colon + 1 < end ? namespace + text.slice(colon + 1).replace(/\\(.)/g, "$1") : undefined;
}

function resolved(iri: string, base: string): string {
  if (!base || /^[a-z][a-z0-9+.-]*:/i.test(iri)) return iri;
  try {
    return new URL(iri, base).href;
  } catch {
    return iri;
  }
}
