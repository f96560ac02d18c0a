// The prepared index in, a function from a query to its hits out.
import MiniSearch, { type AsPlainObject } from "minisearch";
import { loadAsset } from "../base/publication";
import { pageLanguage } from "../base/words";
import { fold, wordsOf } from "./fold";
import type { Drawn } from "./marks";

export interface SearchData {
  readonly language: string;
  readonly index: AsPlainObject;
  readonly marks?: Readonly<Record<string, Drawn>>;
}

export interface Hit {
  readonly address: string;
  readonly kind: string;
  readonly title: string;
  readonly text: string;
  /** All names of a person, a company and the like, each in a line. */
  readonly names?: string;
  /** The names of the marks of a statement, joined by blanks. */
  readonly marks?: string;
}

export type Finder = (query: string) => readonly Hit[];

export async function loadFinder(): Promise<Finder> {
  await loadAsset(`search-index.${pageLanguage}.js`);
  const data = window.onrecordSearch;
  if (!data) throw new Error("search-index");
  const index = MiniSearch.loadJS<Hit>(data.index, {
    fields: ["title", "aliases", "text"],
    tokenize: wordsOf,
    processTerm: fold,
    searchOptions: {
      boost: { title: 4, aliases: 3 },
      combineWith: "AND",
      prefix: true,
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
      weights: { prefix: 0.6, fuzzy: 0.2 },
    },
  });
  return (query) => {
    const hits = index.search(query) as unknown as (Hit & { readonly score: number })[];
    const wanted = foldAll(query);
    const rank = (hit: Hit & { readonly score: number }): number => hit.score * nearness(wanted, hit.title);
    return hits.sort((a, b) => called(wanted, b) - called(wanted, a) || rank(b) - rank(a));
  };
}

function foldAll(text: string): string {
  return wordsOf(text).map(fold).join(" ");
}

/** A title that begins with the query counts more, up to four times where it is the query. */
function nearness(wanted: string, title: string): number {
  const found = foldAll(title);
  return found.startsWith(wanted) ? 1 + 3 * (wanted.length / Math.max(found.length, 1)) : 1;
}

/** How much of a name of the hit the query is, in whole words: 1 where it is the name, else less. */
function called(wanted: string, hit: Hit): number {
  const words = wanted.split(" ");
  const shares = (hit.names ?? "")
    .split("\n")
    .map(foldAll)
    .filter((name) => name && words.every((word) => ` ${name} `.includes(` ${word} `)))
    .map((name) => wanted.length / name.length);
  return Math.max(0, ...shares);
}
