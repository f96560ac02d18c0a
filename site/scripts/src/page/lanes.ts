// Where the timeline is wider than the window, its first lane comes into view, not its margin.

const BEYOND = 10;

export function firstLane(): void {
  const axis = document.querySelector(".scroll svg.times .axis");
  const frame = axis?.closest(".scroll");
  if (!axis || !frame) return;
  const hidden = axis.getBoundingClientRect().right + BEYOND - frame.getBoundingClientRect().right;
  if (hidden > 0) frame.scrollLeft += hidden;
}
