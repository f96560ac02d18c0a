// Colours and lines of the map, read from the page's own custom properties.
import type { Css, StylesheetJson } from "cytoscape";
import { element } from "../base/dom";
import { list, type MapData } from "./model";

export function styleOf(figure: HTMLElement, data: MapData): StylesheetJson {
  const computed = getComputedStyle(figure);
  const given = (name: string, otherwise: string): string =>
    computed.getPropertyValue(name).trim() || otherwise;
  const ink = given("--map-ink", computed.color);
  const paper = given("--map-paper", given("--pico-background-color", "#fff"));
  const accent = given("--map-accent", given("--pico-primary", ink));
  const font = computed.fontFamily;
  const modalities = new Set(data.edges.map((edge) => list(edge.modality)[0] ?? ""));
  return [
    {
      selector: "node",
      style: {
        label: "data(label)",
        shape: "round-rectangle",
        width: "data(width)",
        height: "data(height)",
        color: ink,
        "background-color": paper,
        "border-color": ink,
        "border-width": 1.5,
        "font-family": font,
        "font-size": 13,
        "text-valign": "center",
        "text-halign": "center",
        "text-wrap": "wrap",
        "text-max-width": "data(width)",
      },
    },
    {
      selector: "edge",
      style: {
        label: "data(label)",
        color: ink,
        width: 2,
        "curve-style": "bezier",
        "line-color": ink,
        "target-arrow-color": ink,
        "target-arrow-shape": "triangle",
        "font-family": font,
        "font-size": 11,
        "text-background-color": paper,
        "text-background-opacity": 0.9,
        "text-background-padding": "2px",
      },
    },
    { selector: 'node[kind = "group"]', style: { "border-style": "dashed" } },
    { selector: "edge.traced", style: { "curve-style": "segments", "segment-weights": "data(weights)", "segment-distances": "data(distances)", "edge-distances": "node-position" } as unknown as Css.Edge },
    { selector: "edge.mutual", style: { "target-arrow-shape": "none" } },
    {
      selector: "node.label",
      style: {
        width: 1,
        height: 1,
        "background-opacity": 0,
        "border-width": 0,
        events: "no",
        "font-size": 12,
        "text-max-width": "400px",
        "text-background-color": paper,
        "text-background-opacity": 1,
        "text-background-padding": "2px",
      },
    },
    ...[...modalities].filter(Boolean).map((token) => ({
      selector: `edge[modality = "${token.replace(/["\\]/g, "")}"]`,
      style: lookOf(figure, token, ink, paper),
    })),
    {
      selector: "edge.dashed",
      style: { "line-style": "dashed", "line-dash-pattern": "data(dash)", "line-cap": "round" } as unknown as Css.Edge,
    },
    {
      selector: ":selected",
      style: {
        "border-color": accent,
        "border-width": 4,
        "line-color": accent,
        "target-arrow-color": accent,
        width: 4,
      },
    },
    { selector: "node:selected", style: { width: "data(width)" } },
  ];
}

/** The page's class of a modality says colour and line for pages and map alike. */
function lookOf(figure: HTMLElement, token: string, ink: string, paper: string): Css.Edge {
  const probe = element("span", { class: token, hidden: "" });
  figure.append(probe);
  const computed = getComputedStyle(probe);
  const colour = computed.getPropertyValue("--tone").trim() || ink;
  const edge = computed.getPropertyValue("--edge").trim();
  probe.remove();
  const arrow = { "target-arrow-color": colour };
  if (edge === "double")
    return { ...arrow, "line-color": paper, "line-outline-color": colour, "line-outline-width": 1.5 };
  return { ...arrow, "line-color": colour };
}
