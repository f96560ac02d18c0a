// Where a picture is wider than the window, what it begins with or is about comes into view.

const BEYOND = 10;

/** Of the timeline, its first lane, not its margin. */
export function firstLane(): void {
  const axis = document.querySelector(".scroll svg.times .axis");
  const frame = axis?.closest(".scroll");
  if (!axis || !frame) return;
  const hidden = axis.getBoundingClientRect().right + BEYOND - frame.getBoundingClientRect().right;
  if (hidden > 0) frame.scrollLeft += hidden;
}

/** Of the money map, who has most of its arrows. */
export function busiest(): void {
  const node = document.querySelector("svg.money [data-busiest]");
  const frame = node?.closest(".scroll");
  if (!node || !frame) return;
  const at = node.getBoundingClientRect();
  const around = frame.getBoundingClientRect();
  frame.scrollLeft += at.left + at.width / 2 - around.left - around.width / 2;
}
