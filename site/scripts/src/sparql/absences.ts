// What a query asks for and can find nowhere → what readers are told of it, in the order of the query.
import { mentionsIn, writtenFor, type Mentions } from "./mentions";
import type { Token } from "./tokens";
import { valueless } from "./variables";

export interface Absence {
  /** A name of this publication, one of another vocabulary, which may well have it, or a variable. */
  readonly kind: "own" | "foreign" | "variable";
  /** Where it is written, the first place first. */
  readonly places: readonly [Token, ...Token[]];
  /** What was probably meant, as the query would write it; empty where nothing is near. */
  readonly meant: string;
  /** The query with what was meant in its places. */
  exchanged(query: string): string;
}

/** `absent` is the answer of the engine: IRIs that are missing, with those that were meant. */
export function absences(
  query: string,
  mentions: Mentions,
  absent: ReadonlyMap<string, string>,
  isOwn: (iri: string) => boolean,
): Absence[] {
  const names = [...mentions.places].flatMap(([iri, [first, ...rest]]): Absence[] => {
    const instead = absent.get(iri);
    if (instead === undefined || !first) return [];
    const meant = instead && writtenFor(instead, first, mentions.declared);
    const kind = isOwn(iri) ? "own" : "foreign";
    return [{ kind, places: [first, ...rest], meant, exchanged: (now) => exchanged(now, iri, instead) }];
  });
  const variables = valueless(query).map(({ token, meant }): Absence => {
    const again = (now: string): string => put(now, valueless(now).find((one) => one.token.text === token.text)?.token, meant);
    return { kind: "variable", places: [token], meant, exchanged: again };
  });
  return [...names, ...variables].sort((one, other) => one.places[0].at - other.places[0].at);
}

function exchanged(query: string, iri: string, instead: string): string {
  const { places, declared } = mentionsIn(query, [iri]);
  return (places.get(iri) ?? []).reduceRight((text, token) => put(text, token, writtenFor(instead, token, declared)), query);
}

function put(query: string, token: Token | undefined, text: string): string {
  return token ? query.slice(0, token.at) + text + query.slice(token.at + token.text.length) : query;
}
