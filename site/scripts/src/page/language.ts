// The link to the same page in the other language keeps the query and the fragment.
import { all } from "../base/dom";

export function languageSwitch(): void {
  for (const link of all<HTMLAnchorElement>("a[data-language-switch]")) {
    const carry = (): void => {
      const target = new URL(link.href);
      target.search = location.search;
      target.hash = location.hash;
      link.href = target.href;
    };
    // The state may change until the moment of use: on pointer, keyboard and context menu alike.
    for (const event of ["pointerdown", "focus", "click"]) link.addEventListener(event, carry);
  }
}
