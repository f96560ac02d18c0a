// The map on a canvas: same places as in the picture; drag, zoom, or step through it by keyboard.
import cytoscape, { type Core, type SingularElementArgument } from "cytoscape";
import { announce } from "../base/announce";
import { button, element, safeAddress } from "../base/dom";
import { words } from "../base/words";
import type { MapData, MapEdge, Point } from "./model";
import { styleOf } from "./style";

const text = words({
  de: {
    label: "Karte zum Erkunden. Pfeiltasten verschieben, Plus und Minus ändern die Größe, 0 zeigt alles, N und P gehen von Eintrag zu Eintrag, Eingabe öffnet.",
    help: "Pfeiltasten: verschieben · + −: Größe · 0: alles · N P: Einträge · Eingabe: öffnen",
    bigger: "Größer",
    smaller: "Kleiner",
    all: "Alles zeigen",
  },
  en: {
    label: "Map to explore. Arrow keys pan, plus and minus zoom, 0 shows everything, N and P step from entry to entry, Enter opens.",
    help: "Arrow keys: pan · + −: zoom · 0: all · N P: entries · Enter: open",
    bigger: "Zoom in",
    smaller: "Zoom out",
    all: "Show all",
  },
});
const STEP = 60;
const ZOOM = 1.25;
const PAN: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [STEP, 0],
  ArrowRight: [-STEP, 0],
  ArrowUp: [0, STEP],
  ArrowDown: [0, -STEP],
};

export interface Explorer {
  show(nodes: ReadonlySet<string>, edges: ReadonlySet<string>): void;
  focus(): void;
}

export function explore(host: HTMLElement, figure: HTMLElement, data: MapData): Explorer {
  reserveStyleElement();
  const canvas = element("div", { class: "map-canvas", role: "application", tabindex: "0", "aria-label": text.label });
  host.append(canvas, element("p", { class: "map-help" }, text.help));
  const core = cytoscape({
    container: canvas,
    elements: elementsOf(data),
    layout: { name: "preset" },
    autoungrabify: true,
    boxSelectionEnabled: false,
    minZoom: 0.1,
    maxZoom: 5,
    style: styleOf(figure, data),
  });
  const map = new ExplorableMap(core, canvas);
  host.prepend(map.buttons());
  const recolour = (): void => void core.style(styleOf(figure, data));
  new MutationObserver(recolour).observe(document.documentElement, { attributeFilter: ["data-theme"] });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", recolour);
  return map;
}

/** cytoscape would write a style element, which the policy refuses, unless this id is taken. */
function reserveStyleElement(): void {
  const id = "__________cytoscape_stylesheet";
  if (!document.getElementById(id)) document.head.append(element("meta", { id, name: "cytoscape" }));
}

/** Where a line bends, as cytoscape has it: shares of the way, and distances from the straight one. */
function bendsOf(edge: MapEdge, places: ReadonlyMap<string, Point>): { weights: number[]; distances: number[] } {
  const [from, to] = [places.get(edge.from), places.get(edge.to)];
  const bends = { weights: [] as number[], distances: [] as number[] };
  if (!from || !to) return bends;
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const square = dx * dx + dy * dy;
  for (const [x, y] of square ? (edge.path ?? []) : []) {
    const [px, py] = [x - from[0], y - from[1]];
    bends.weights.push((px * dx + py * dy) / square);
    bends.distances.push((py * dx - px * dy) / Math.sqrt(square));
  }
  return bends;
}

/** A label stands where the picture has it, above every line: as a node that nobody can choose. */
function labelOf(edge: MapEdge): cytoscape.ElementDefinition[] {
  if (!edge.labelAt || !edge.label) return [];
  const [x, y] = edge.labelAt;
  const id = `label ${edge.id}`;
  return [{ group: "nodes", data: { id, label: edge.label }, position: { x, y }, selectable: false, classes: "label" }];
}

function elementsOf(data: MapData): cytoscape.ElementDefinition[] {
  const places = new Map(data.nodes.map((node): [string, Point] => [node.id, [node.x, node.y]]));
  const nodes = data.nodes.map(({ x, y, ...node }) => ({
    group: "nodes" as const,
    data: { ...node, id: `node ${node.id}`, description: `${node.label}, ${node.kindLabel}` },
    position: { x, y },
  }));
  const edges = data.edges.map((edge) => ({
    group: "edges" as const,
    classes: [edge.directed === false ? "mutual" : "", edge.path ? "traced" : "", edge.dash ? "dashed" : ""].join(" "),
    data: {
      ...edge,
      ...bendsOf(edge, places),
      label: edge.labelAt ? "" : edge.label,
      dash: (edge.dash ?? "").split(" ").map(Number),
      id: `edge ${edge.id}`,
      source: `node ${edge.from}`,
      target: `node ${edge.to}`,
      modality: typeof edge.modality === "string" ? edge.modality : (edge.modality[0] ?? ""),
    },
  }));
  return [...nodes, ...edges, ...data.edges.flatMap(labelOf)];
}

class ExplorableMap implements Explorer {
  private at = -1;

  constructor(
    private readonly core: Core,
    private readonly canvas: HTMLElement,
  ) {
    canvas.addEventListener("keydown", (event) => this.onKey(event));
    core.on("tap", "node, edge", (event) => this.open(event.target as SingularElementArgument));
    core.on("mouseover", "node, edge", (event) => {
      canvas.title = String((event.target as SingularElementArgument).data("description"));
    });
    core.on("mouseout", () => canvas.removeAttribute("title"));
    this.fit();
  }

  buttons(): HTMLElement {
    return element(
      "p",
      { class: "map-zoom" },
      named(button("+", () => this.zoom(ZOOM), "zoom-in"), text.bigger),
      " ",
      named(button("−", () => this.zoom(1 / ZOOM), "zoom-out"), text.smaller),
      " ",
      named(button("⤢", () => this.fit(), "fit"), text.all),
    );
  }

  focus(): void {
    this.core.resize();
    this.canvas.focus();
  }

  show(nodes: ReadonlySet<string>, edges: ReadonlySet<string>): void {
    this.core.batch(() => {
      this.core.nodes(".label").forEach((label) => {
        label.style("display", edges.has(label.id().slice(6)) ? "element" : "none");
      });
      this.core.nodes("[address]").forEach((node) => {
        node.style("display", nodes.has(node.id().slice(5)) ? "element" : "none");
      });
      this.core.edges().forEach((edge) => {
        edge.style("display", edges.has(edge.id().slice(5)) ? "element" : "none");
      });
    });
    this.at = -1;
    this.core.elements().unselect();
  }

  private onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const pan = PAN[event.key];
    const key = event.key.toLowerCase();
    if (pan) this.core.panBy({ x: pan[0], y: pan[1] });
    else if (key === "+" || key === "=") this.zoom(ZOOM);
    else if (key === "-") this.zoom(1 / ZOOM);
    else if (key === "0") this.fit();
    else if (key === "n") this.step(1);
    else if (key === "p") this.step(-1);
    else if (key === "enter") this.open(this.selected());
    else return;
    event.preventDefault();
  }

  private zoom(factor: number): void {
    const centre = { x: this.core.width() / 2, y: this.core.height() / 2 };
    this.core.zoom({ level: this.core.zoom() * factor, renderedPosition: centre });
  }

  private fit(): void {
    this.core.fit(this.core.elements(":visible"), 24);
  }

  /** Each node, then the arrows that start there. */
  private entries(): SingularElementArgument[] {
    const nodes = this.core.nodes("[address]:visible").toArray();
    return nodes.flatMap((node) => [
      node as unknown as SingularElementArgument,
      ...(this.core.edges(":visible").filter((edge) => edge.source().id() === node.id()).toArray() as unknown as SingularElementArgument[]),
    ]);
  }

  private selected(): SingularElementArgument | undefined {
    return this.entries()[this.at];
  }

  private step(by: number): void {
    const entries = this.entries();
    if (!entries.length) return;
    this.at = this.at < 0 && by < 0 ? entries.length - 1 : (this.at + by + entries.length) % entries.length;
    const entry = entries[this.at];
    if (!entry) return;
    this.core.elements().unselect();
    entry.select();
    if (!this.inView(entry)) this.centre(entry);
    announce(String(entry.data("description")));
  }

  private inView(entry: SingularElementArgument): boolean {
    const { x1, y1, x2, y2 } = entry.renderedBoundingBox();
    return x1 >= 0 && y1 >= 0 && x2 <= this.core.width() && y2 <= this.core.height();
  }

  private centre(entry: SingularElementArgument): void {
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (still) this.core.center(entry);
    else this.core.animate({ center: { eles: entry }, duration: 200 });
  }

  private open(entry: SingularElementArgument | undefined): void {
    const address = entry && safeAddress(String(entry.data("address") ?? ""));
    if (address) location.assign(address);
  }
}

function named(control: HTMLButtonElement, name: string): HTMLButtonElement {
  control.setAttribute("aria-label", name);
  control.title = name;
  return control;
}
