// One polite live region a page, for what only the eye would notice.
import { element } from "./dom";

let region: HTMLElement | undefined;

export function announce(text: string): void {
  if (!region) {
    region = element("div", { role: "status", class: "script-announcement" });
    document.body.append(region);
  }
  region.textContent = text;
}
