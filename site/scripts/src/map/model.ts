// The money map's data: nodes at their places, arrows with kind, modality and source.
type OneOrMore = string | readonly string[];

export type Point = readonly [x: number, y: number];

export interface MapNode {
  readonly id: string;
  readonly label: string;
  readonly kind: string;
  readonly kindLabel: string;
  readonly address: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface MapEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly address: string;
  readonly description: string;
  readonly directed?: boolean;
  /** Lengths of dashes and gaps; nothing where the line has none. */
  readonly dash?: string;
  /** Where the line bends from its source on, and the middle of its label. */
  readonly path?: readonly Point[];
  readonly labelAt?: Point;
  readonly kind: OneOrMore;
  readonly kindLabel: OneOrMore;
  readonly modality: OneOrMore;
  readonly modalityLabel: OneOrMore;
  readonly source: OneOrMore;
  readonly sourceLabel: OneOrMore;
}

export interface MapData {
  readonly nodes: readonly MapNode[];
  readonly edges: readonly MapEdge[];
}

export const FACETS = ["kind", "modality", "source"] as const;
export type Facet = (typeof FACETS)[number];

export function list(value: OneOrMore | undefined): readonly string[] {
  if (value === undefined) return [];
  return typeof value === "string" ? [value] : value;
}

/** Token to label of each value that the arrows have, in order of label. */
export function valuesOf(data: MapData, facet: Facet): [string, string][] {
  const found = new Map<string, string>();
  for (const edge of data.edges) {
    const labels = list(edge[`${facet}Label`]);
    list(edge[facet]).forEach((token, place) => found.set(token, labels[place] ?? token));
  }
  return [...found].sort(([, a], [, b]) => a.localeCompare(b));
}

export function visibleEdges(data: MapData, choice: ReadonlyMap<string, ReadonlySet<string>>): Set<string> {
  const fits = (edge: MapEdge): boolean =>
    FACETS.every((facet) => {
      const wanted = choice.get(facet);
      return !wanted || list(edge[facet]).some((token) => wanted.has(token));
    });
  return new Set(data.edges.filter(fits).map((edge) => edge.id));
}

/** With every arrow shown, all nodes; otherwise those that a shown arrow touches. */
/** The node with the most arrows, the first of several. */
export function visibleNodes(data: MapData, edges: ReadonlySet<string>): Set<string> {
  if (edges.size === data.edges.length) return new Set(data.nodes.map((node) => node.id));
  const shown = data.edges.filter((edge) => edges.has(edge.id));
  return new Set(shown.flatMap((edge) => [edge.from, edge.to]));
}
