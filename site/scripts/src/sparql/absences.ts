// What a query names and the dataset does not have → what readers are told of it.
import { mentionsIn, writtenFor, type Mentions } from "./mentions";
import type { Token } from "./tokens";

export interface Absence {
  readonly iri: string;
  /** Where it is written, the first place first. */
  readonly places: readonly Token[];
  /** The IRI that was probably meant, and how the query would write it; empty where none is near. */
  readonly instead: string;
  readonly meant: string;
}

/** `absent` is the answer of the engine, in the order of the query. */
export function absences({ places, declared }: Mentions, absent: ReadonlyMap<string, string>): Absence[] {
  return [...places].flatMap(([iri, tokens]) => {
    const [instead, token] = [absent.get(iri), tokens[0]];
    if (instead === undefined || !token) return [];
    return [{ iri, places: tokens, instead, meant: instead && writtenFor(instead, token, declared) }];
  });
}

/** The query with what was meant in each place of an absence. */
export function exchanged(query: string, { iri, instead }: Absence): string {
  const { places, declared } = mentionsIn(query, [iri]);
  return (places.get(iri) ?? []).reduceRight(
    (text, token) => text.slice(0, token.at) + writtenFor(instead, token, declared) + text.slice(token.at + token.text.length),
    query,
  );
}
