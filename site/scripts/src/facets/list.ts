// One list of a page with its form: shows what fits, counts, keeps the choice in the address.
import { all, button, element } from "../base/dom";
import { download } from "../base/download";
import { inPublication, languageFolder } from "../base/publication";
import { number, pageLanguage, words } from "../base/words";
import { addressOf, fillForm, readForm, TEXT, type Choice } from "./choice";
import { listAsCsv, listAsQuery, listAsTurtle } from "./downloads";
import { fits, readItems, type Item } from "./items";

const text = words({
  de: {
    shown: (n: number, of: number) => `${number(n)} von ${number(of)}`,
    none: "Kein Eintrag passt zu dieser Auswahl.",
    list: "Diese Liste als",
  },
  en: {
    shown: (n: number, of: number) => `${number(n)} of ${number(of)}`,
    none: "Nothing fits this choice.",
    list: "This list as",
  },
});

/** Where there is room for filters beside their list; the style sheet hides the fold's head there. */
const WIDE = "(min-width: 46.01rem)";

export class FacetedList {
  private readonly names: ReadonlySet<string>;
  private readonly facets: readonly string[];
  private readonly items: readonly Item[];
  private readonly query = element("a", {}, "SPARQL");
  private readonly fold: HTMLDetailsElement | null;
  private shown: readonly Item[] = [];

  constructor(
    private readonly section: HTMLElement,
    private readonly form: HTMLFormElement,
  ) {
    const fields = all<HTMLInputElement | HTMLSelectElement>("input[name], select[name]", form);
    this.names = new Set(fields.map((field) => field.name));
    this.facets = [...this.names].filter((name) => name !== TEXT);
    this.items = readItems(section, this.facets);
    form.hidden = false;
    this.fold = form.closest<HTMLDetailsElement>("details[data-facet-fold]");
    section.querySelector("[data-facet-status]")?.setAttribute("role", "status");
    this.offerDownloads();
    form.addEventListener("input", () => this.update());
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", (event) => {
      event.preventDefault(); // a reset would go back to the choice that the address brought
      fillForm(form, new URLSearchParams());
      this.update();
    });
    addEventListener("popstate", () => this.restore());
    this.restore();
    this.unfold();
  }

  /** On a phone the list comes first: there a fold is closed, unless the address brings a choice. */
  private unfold(): void {
    if (!this.fold) return;
    const wide = matchMedia(WIDE);
    this.fold.open = wide.matches || readForm(this.form).size > 0;
    this.fold.hidden = false;
    wide.addEventListener("change", () => {
      if (wide.matches && this.fold) this.fold.open = true;
    });
  }

  private restore(): void {
    fillForm(this.form, new URLSearchParams(location.search));
    this.show(readForm(this.form));
  }

  private update(): void {
    const choice = readForm(this.form);
    const search = addressOf(choice, this.names, location.search);
    history.replaceState(history.state, "", `${location.pathname}${search}${location.hash}`);
    this.show(choice);
  }

  private show(choice: Choice): void {
    this.shown = this.items.filter((item) => fits(item, choice));
    const fitting = new Set(this.shown);
    for (const item of this.items) item.element.hidden = !fitting.has(item);
    for (const group of all("[data-facet-group]", this.section)) this.showGroup(group);
    const status = this.section.querySelector("[data-facet-status]");
    if (status)
      status.textContent = this.shown.length
        ? text.shown(this.shown.length, this.items.length)
        : text.none;
    this.count(choice);
    const page = this.section.dataset["sparqlPage"];
    const address = page ?? inPublication(`${languageFolder(pageLanguage)}sparql.html`);
    this.query.href = `${address}#query=${encodeURIComponent(listAsQuery(this.shown))}`;
  }

  /** A group says how many of its items fit, and goes with the last of them. */
  private showGroup(group: HTMLElement): void {
    const every = all("[data-item]", group).length;
    const fitting = all("[data-item]:not([hidden])", group).length;
    group.hidden = fitting === 0;
    const count = group.querySelector("[data-group-count]");
    if (count) count.textContent = fitting < every ? text.shown(fitting, every) : number(every);
  }

  private count(choice: Choice): void {
    for (const input of all<HTMLInputElement>("input[type=checkbox], input[type=radio]", this.form)) {
      const target = input.closest("label")?.querySelector("[data-count]");
      if (!target) continue;
      const open = this.items.filter((item) => fits(item, choice, input.name));
      const having = open.filter((item) => item.values.get(input.name)?.includes(input.value));
      target.textContent = number(having.length);
      input.closest("label")?.classList.toggle("facet-empty", having.length === 0);
    }
  }

  private offerDownloads(): void {
    const target = this.section.querySelector<HTMLElement>("[data-facet-downloads]");
    if (!target) return;
    const name = this.section.dataset["filename"] ?? "list";
    const asCsv = (): void => download(`${name}.csv`, "text/csv", listAsCsv(this.shown, this.facets));
    const asTurtle = (): void => download(`${name}.ttl`, "text/turtle", listAsTurtle(this.shown));
    target.replaceChildren(
      `${text.list} `,
      button("CSV", asCsv, "csv"),
      " ",
      button("Turtle", asTurtle, "turtle"),
      " ",
      this.query,
    );
    target.hidden = false;
  }
}
