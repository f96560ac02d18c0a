// What every page has: copy buttons, the language switch, the colour scheme, wide pictures, printing.
import { all } from "./base/dom";
import { copyButtons } from "./page/copy";
import { languageSwitch } from "./page/language";
import { busiest, firstLane } from "./page/pictures";
import { themeToggle } from "./page/theme-toggle";

copyButtons();
languageSwitch();
themeToggle();
firstLane();
busiest();

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
