// Prefixes, terms and links from the data script: compact names and the pages of IRIs.
import { inPublication, loadAsset } from "../base/publication";
import { pageLanguage } from "../base/words";

export interface KnownTerm {
  readonly name: string;
  readonly kind: "class" | "property" | "concept" | "resource";
  readonly label: string;
  readonly definition: string;
}

export interface Terms {
  readonly prefixes: Readonly<Record<string, string>>;
  readonly terms: readonly KnownTerm[];
  readonly links: readonly { readonly prefix: string; readonly address: string }[];
}

const NONE: Terms = { prefixes: {}, terms: [], links: [] };

/** Without the data script everything works, with long names. */
export async function loadTerms(): Promise<Terms> {
  await loadAsset(`sparql-terms.${pageLanguage}.js`).catch(() => undefined);
  return window.onrecordTerms ?? NONE;
}

export function compact(iri: string, prefixes: Terms["prefixes"]): string {
  let best = "";
  let name = "";
  for (const [prefix, namespace] of Object.entries(prefixes))
    if (iri.startsWith(namespace) && namespace.length > best.length) [best, name] = [namespace, prefix];
  return best ? `${name}:${iri.slice(best.length)}` : iri;
}

export function pageOf(iri: string, links: Terms["links"]): string | undefined {
  let best: Terms["links"][number] | undefined;
  for (const link of links)
    if (iri.startsWith(link.prefix) && link.prefix.length > (best?.prefix.length ?? -1)) best = link;
  if (!best) return undefined;
  const [rest = "", fragment] = iri.slice(best.prefix.length).split("#", 2);
  const address = best.address.replace("{}", rest);
  return inPublication(fragment === undefined ? address : `${address}#${fragment}`);
}
