// Buttons that copy the text of an element: a citation, Turtle, the code of an embedded card.
import { announce } from "../base/announce";
import { all } from "../base/dom";
import { words } from "../base/words";

const text = words({
  de: { done: "In die Zwischenablage kopiert", failed: "Kopieren nicht möglich: Text ist ausgewählt" },
  en: { done: "Copied to the clipboard", failed: "Cannot copy: the text is selected" },
});

export function copyButtons(): void {
  for (const button of all<HTMLButtonElement>("button[data-copy]")) {
    const source = document.getElementById(button.dataset["copy"] ?? "");
    if (!source) continue;
    button.hidden = false;
    button.addEventListener("click", () => void copy(button, source));
  }
}

async function copy(button: HTMLButtonElement, source: HTMLElement): Promise<void> {
  try {
    await navigator.clipboard.writeText((source.textContent ?? "").trim());
    announce(text.done);
    button.dataset["copied"] = "";
    setTimeout(() => delete button.dataset["copied"], 2000);
  } catch {
    getSelection()?.selectAllChildren(source);
    announce(text.failed);
  }
}
