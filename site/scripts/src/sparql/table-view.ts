// The table of an answer: some rows at once, all of them on demand. Many rows in one table are laid
// out and painted all together, again with each that is added; so where all are shown they stand in
// groups of blocks, of which the browser makes only those that are seen. On paper it is a table.
import { button, element } from "../base/dom";
import type { Table } from "./protocol";
import type { Values } from "./values";
import { text } from "./words";

const SHOWN = 50;
/** Rows of a group. */
const GROUP = 50;
/** How long a piece of work may take before the page has its turn, in milliseconds. */
const PIECE = 25;
/** Not in the style sheet, which every page has. */
const LOOKS = `@media screen {
  .sparql-long, .sparql-long > * { display: block }
  .sparql-long { min-width: calc(var(--columns) * 6rem) }
  .sparql-long > tbody { content-visibility: auto; contain-intrinsic-block-size: auto var(--height) }
  .sparql-long tr { display: grid; grid-template-columns: var(--widths) }
  .sparql-long :is(td, th) { min-width: 0; max-width: none }
}`;
const ROLES = { table: "table", thead: "rowgroup", tbody: "rowgroup", tr: "row", th: "columnheader", td: "cell" };

let looks: CSSStyleSheet | undefined;

export class TableView {
  readonly element: HTMLElement;
  private readonly head: HTMLTableRowElement;
  private readonly body = element("tbody", { role: ROLES.tbody });
  private readonly whole: HTMLTableElement;
  private shown = 0;

  constructor(
    private readonly table: Table,
    private readonly values: Values,
  ) {
    // The roles are those of the elements, which they would lose with the layout of a table.
    const names = table.variables.map((name) => element("th", { scope: "col", role: ROLES.th }, name));
    this.head = element("tr", { role: ROLES.tr }, ...names);
    this.whole = element("table", { class: "sparql-table", role: ROLES.table }, element("thead", { role: ROLES.thead }, this.head), this.body);
    this.element = element("div", { class: "sparql-scroll", role: "region", tabindex: "0", "aria-label": text.results }, this.whole);
    this.fill(this.body, SHOWN);
    if (this.shown < table.rows.length) this.offerRest();
  }

  private offerRest(): void {
    const more = button(text.more(this.table.rows.length), () => {
      this.element.focus({ preventScroll: true });
      more.remove();
      this.lengthen();
      this.addRest();
    });
    this.element.append(more);
  }

  /** Makes blocks of the groups, in the widths that the columns have now. */
  private lengthen(): void {
    if (!looks) {
      looks = new CSSStyleSheet();
      looks.replaceSync(LOOKS);
      document.adoptedStyleSheets.push(looks);
    }
    const widths = [...this.head.cells].map((cell) => `minmax(6rem, ${Math.round(cell.offsetWidth)}fr)`);
    this.whole.style.setProperty("--widths", widths.join(" "));
    this.whole.style.setProperty("--columns", String(widths.length));
    this.whole.style.setProperty("--height", `${Math.round((this.body.offsetHeight * GROUP) / SHOWN)}px`);
    this.whole.classList.add("sparql-long");
  }

  /** Whoever prints before all rows are there gets the others at once. */
  private addRest(): void {
    const { length } = this.table.rows;
    const add = (end: number): void => {
      const groups: HTMLElement[] = [];
      while (this.shown < length && performance.now() < end) groups.push(this.fill(element("tbody", { role: ROLES.tbody }), GROUP));
      this.whole.append(...groups);
    };
    const all = (): void => add(Infinity);
    const step = (): void => {
      if (this.element.isConnected) add(performance.now() + PIECE);
      if (this.element.isConnected && this.shown < length) {
        requestAnimationFrame(() => setTimeout(step));
        return;
      }
      removeEventListener("beforeprint", all);
      this.element.removeAttribute("aria-busy");
    };
    addEventListener("beforeprint", all);
    this.element.setAttribute("aria-busy", "true");
    step();
  }

  private fill(group: HTMLTableSectionElement, most: number): HTMLTableSectionElement {
    for (const row of this.table.rows.slice(this.shown, this.shown + most)) {
      const cells = this.table.variables.map((name) => {
        const term = row[name];
        return element("td", { role: ROLES.td }, ...(term ? this.values.shown(term) : []));
      });
      group.append(element("tr", { role: ROLES.tr }, ...cells));
      this.shown++;
    }
    return group;
  }
}
