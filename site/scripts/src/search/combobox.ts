// A search field with a list of suggestions, after the ARIA pattern of a combobox with a listbox.
import { announce } from "../base/announce";
import { element } from "../base/dom";
import { inPublication } from "../base/publication";
import { number, words } from "../base/words";
import type { Hit } from "./finder";
import { marksOf } from "./marks";

const SHOWN = 8;
const text = words({
  de: { list: "Vorschläge", none: "Keine Treffer", hits: (n: number) => `${number(n)} Treffer` },
  en: { list: "Suggestions", none: "No results", hits: (n: number) => `${number(n)} ${n === 1 ? "result" : "results"}` },
});

export class Combobox {
  private readonly list: HTMLUListElement;
  private options: HTMLLIElement[] = [];
  private active = -1;

  constructor(private readonly input: HTMLInputElement) {
    this.list = element("ul", {
      id: `${input.id || "search"}-list`,
      class: "search-list",
      role: "listbox",
      "aria-label": text.list,
      hidden: "",
    });
    for (const [name, value] of Object.entries({
      role: "combobox",
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-controls": this.list.id,
      autocomplete: "off",
    }))
      input.setAttribute(name, value);
    input.after(this.list);
    input.addEventListener("keydown", (event) => this.onKey(event));
    input.addEventListener("blur", () => this.close());
  }

  show(hits: readonly Hit[]): void {
    this.active = -1;
    this.input.removeAttribute("aria-activedescendant");
    this.options = hits.slice(0, SHOWN).map((hit, position) => this.option(hit, position));
    this.list.replaceChildren(...this.options);
    this.open(this.options.length > 0);
    announce(hits.length ? text.hits(hits.length) : text.none);
  }

  close(): void {
    this.open(false);
    this.active = -1;
    this.input.removeAttribute("aria-activedescendant");
  }

  private open(yes: boolean): void {
    this.list.hidden = !yes;
    // Where the header has several lines the field may stand at its beginning.
    this.list.classList.remove("from-start");
    this.list.classList.toggle("from-start", yes && this.list.getBoundingClientRect().left < 0);
    this.input.setAttribute("aria-expanded", String(yes));
  }

  private option(hit: Hit, position: number): HTMLLIElement {
    const made = element(
      "li",
      { role: "option", id: `${this.list.id}-${position}`, "aria-selected": "false" },
      element("span", { class: "search-kind" }, hit.kind),
      " ",
      element("bdi", { class: "search-title" }, hit.title),
    );
    if (hit.text && hit.text !== hit.title)
      made.append(" ", element("bdi", { class: "search-text" }, hit.text));
    const marks = marksOf(hit.marks);
    if (marks) made.append(" ", marks);
    made.dataset["address"] = inPublication(hit.address);
    // Keep the focus in the field: losing it would close the list before the click arrives.
    made.addEventListener("pointerdown", (event) => event.preventDefault());
    made.addEventListener("click", () => this.follow(made));
    return made;
  }

  private onKey(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const open = !this.list.hidden;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (!open && this.options.length) this.open(true);
      this.step(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter" && open && this.options[this.active]) {
      this.follow(this.options[this.active]);
    } else if (event.key === "Escape" && open) {
      this.close();
    } else {
      return;
    }
    event.preventDefault();
  }

  private step(by: number): void {
    if (!this.options.length) return;
    this.options[this.active]?.setAttribute("aria-selected", "false");
    const places = this.options.length + 1; // one place is the field itself
    this.active = ((this.active + 1 + by + places) % places) - 1;
    const option = this.options[this.active];
    if (!option) {
      this.input.removeAttribute("aria-activedescendant");
      return;
    }
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", option.id);
  }

  private follow(option: HTMLLIElement | undefined): void {
    const address = option?.dataset["address"];
    if (address) location.assign(address);
  }
}
