// The figure of the money map: filters for picture and table, and the door to the explorer.
import { announce } from "../base/announce";
import { all, button, element } from "../base/dom";
import { loadAsset } from "../base/publication";
import { words } from "../base/words";
import { addressOf, fillForm, readForm } from "../facets/choice";
import type { Explorer } from "./explore";
import { FACETS, valuesOf, visibleEdges, visibleNodes, type MapData } from "./model";

const text = words({
  de: {
    facets: { kind: "Art", modality: "Modalität", source: "Quelle" },
    reset: "Alle zeigen",
    explore: "Karte erkunden",
    close: "Zurück zum Bild",
    missing: "Die Karte konnte nicht geladen werden",
    shown: (n: number, of: number) => `${n} von ${of} Pfeilen`,
  },
  en: {
    facets: { kind: "Kind", modality: "Modality", source: "Source" },
    reset: "Show all",
    explore: "Explore the map",
    close: "Back to the picture",
    missing: "The map could not be loaded",
    shown: (n: number, of: number) => `${n} of ${of} arrows`,
  },
});

export class MapView {
  private readonly form = element("form", { class: "map-filters" });
  private readonly status = element("p", { class: "map-status", role: "status" });
  private readonly toggle = button(text.explore, () => void this.explore(), "explore");
  private readonly canvas = element("div", { class: "map-explorer", hidden: "" });
  private explorer: Explorer | undefined;

  constructor(
    private readonly figure: HTMLElement,
    private readonly picture: HTMLElement,
    controls: HTMLElement,
    private readonly data: MapData,
  ) {
    for (const facet of FACETS) this.addFilter(facet);
    const reset = button(text.reset, () => {
      fillForm(this.form, new URLSearchParams());
      this.update();
    }, "reset");
    this.form.addEventListener("input", () => this.update());
    this.form.addEventListener("submit", (event) => event.preventDefault());
    controls.append(this.form, element("p", { class: "map-buttons" }, reset, " ", this.toggle), this.status);
    controls.hidden = false;
    picture.after(this.canvas);
    fillForm(this.form, new URLSearchParams(location.search));
    this.show();
  }

  private addFilter(facet: (typeof FACETS)[number]): void {
    const values = valuesOf(this.data, facet);
    if (values.length < 2) return;
    const fieldset = element("fieldset", {}, element("legend", {}, text.facets[facet]));
    for (const [token, label] of values)
      fieldset.append(
        element("label", {}, element("input", { type: "checkbox", name: facet, value: token }), " ", element("bdi", {}, label)),
        " ",
      );
    this.form.append(fieldset);
  }

  private update(): void {
    const search = addressOf(readForm(this.form), new Set(FACETS), location.search);
    history.replaceState(history.state, "", `${location.pathname}${search}${location.hash}`);
    this.show();
  }

  private show(): void {
    const edges = visibleEdges(this.data, readForm(this.form));
    const nodes = visibleNodes(this.data, edges);
    const mark = (selector: string, key: string, shown: ReadonlySet<string>): void => {
      for (const part of all<SVGElement>(selector, this.picture)) {
        const away = !shown.has(part.dataset[key] ?? "");
        part.classList.toggle("filtered-out", away);
        if (away) part.setAttribute("aria-hidden", "true");
        else part.removeAttribute("aria-hidden");
      }
    };
    mark("[data-node]", "node", nodes);
    mark("[data-edge]", "edge", edges);
    for (const row of all("[data-edge-row]")) row.hidden = !edges.has(row.dataset["edgeRow"] ?? "");
    this.status.textContent = text.shown(edges.size, this.data.edges.length);
    this.explorer?.show(nodes, edges);
  }

  private async explore(): Promise<void> {
    if (!this.canvas.hidden) return this.open(false);
    try {
      await loadAsset("map-engine.js");
      if (!window.onrecordExplore) throw new Error("map-engine");
      this.open(true);
      this.explorer ??= window.onrecordExplore(this.canvas, this.figure, this.data);
      this.show();
      this.explorer.focus();
    } catch (error) {
      console.error(error);
      this.open(false);
      announce(text.missing);
    }
  }

  private open(yes: boolean): void {
    this.canvas.hidden = !yes;
    this.picture.hidden = yes;
    this.toggle.textContent = yes ? text.close : text.explore;
  }
}
