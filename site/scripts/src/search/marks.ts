// The marks of a statement that is found: a line or a shape, each with its word, as on every page.
import { element } from "../base/dom";

/** How a mark is drawn: `label`, `box`, and the attributes of its path. */
export type Drawn = Readonly<Record<string, string>>;

const SVG = "http://www.w3.org/2000/svg";

export function marksOf(names: string | undefined): HTMLSpanElement | undefined {
  const known = window.onrecordSearch?.marks ?? {};
  const shown = (names ?? "").split(" ").flatMap((name) => (known[name] ? [mark(name, known[name])] : []));
  return shown.length ? element("span", { class: "search-marks" }, ...shown.flatMap((one) => [one, " "])) : undefined;
}

function mark(name: string, { label = "", box = "", ...path }: Drawn): HTMLSpanElement {
  const [, , width = "", height = ""] = box.split(" ");
  const line = drawn("path", path);
  const picture = drawn("svg", { viewBox: box, width, height, "aria-hidden": "true" }, line);
  return element("span", { class: `mark ${name}` }, picture, label);
}

function drawn(tag: string, attributes: Readonly<Record<string, string>>, ...children: Node[]): SVGElement {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}
