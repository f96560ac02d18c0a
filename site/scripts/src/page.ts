// What every page has: copy buttons, the language switch, the colour scheme, the timeline, printing.
import { all } from "./base/dom";
import { copyButtons } from "./page/copy";
import { firstLane } from "./page/lanes";
import { languageSwitch } from "./page/language";
import { themeToggle } from "./page/theme-toggle";

copyButtons();
languageSwitch();
themeToggle();
firstLane();

const folded = (): HTMLDetailsElement[] =>
  all<HTMLDetailsElement>("details[data-open-for-print]:not([open])");
let opened: HTMLDetailsElement[] = [];
addEventListener("beforeprint", () => {
  opened = folded();
  for (const details of opened) details.open = true;
});
addEventListener("afterprint", () => {
  for (const details of opened) details.open = false;
});
