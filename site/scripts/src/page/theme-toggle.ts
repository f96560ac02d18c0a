// The button that steps through the colour schemes.
import { all } from "../base/dom";
import { words } from "../base/words";
import { applyTheme, storeTheme, storedTheme, THEMES, type Theme } from "./theme-choice";

const text = words<{ label: string; names: Readonly<Record<Theme, string>> }>({
  de: { label: "Farbschema", names: { auto: "automatisch", light: "hell", dark: "dunkel" } },
  en: { label: "Colour scheme", names: { auto: "automatic", light: "light", dark: "dark" } },
});
const SIGNS: Readonly<Record<Theme, string>> = { auto: "◐", light: "○", dark: "●" };

export function themeToggle(): void {
  for (const button of all<HTMLButtonElement>("button[data-theme-toggle]")) {
    show(button, storedTheme());
    button.hidden = false;
    button.addEventListener("click", () => {
      const next = THEMES[(THEMES.indexOf(storedThemeOf(button)) + 1) % THEMES.length] ?? "auto";
      storeTheme(next);
      applyTheme(next);
      show(button, next);
    });
  }
}

function storedThemeOf(button: HTMLButtonElement): Theme {
  return THEMES.find((theme) => theme === button.dataset["themeToggle"]) ?? "auto";
}

function show(button: HTMLButtonElement, theme: Theme): void {
  button.dataset["themeToggle"] = theme;
  button.textContent = SIGNS[theme];
  button.setAttribute("aria-label", `${text.label}: ${text.names[theme]}`);
  button.title = `${text.label}: ${text.names[theme]}`;
}
