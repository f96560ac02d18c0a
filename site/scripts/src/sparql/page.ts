// The SPARQL page: query in, engine asked, answer shown; editor and engine are loaded on use.
import { announce } from "../base/announce";
import { all, button, element } from "../base/dom";
import { loadAsset } from "../base/publication";
import { STOPPED, type Engine } from "./engine";
import type { Note } from "./notes";
import type { Problem } from "./problem";
import { plainField, type QueryField } from "./query-field";
import { resultView, sizeOf } from "./result-view";
import { shareAddress, sharedQuery } from "./share";
import { loadTerms } from "./terms";
import { text } from "./words";

const SECONDS = 30;
const NOTED = 8;

export class SparqlPage {
  private field: QueryField;
  private editor: Promise<void> | undefined;
  private engine: Promise<Engine> | undefined;
  private running = false;
  private readonly runButton = element("button", { type: "submit", "data-action": "run" }, text.run);
  private readonly stopButton = button(text.stop, () => this.stop(), "stop");
  private readonly status = element("p", { class: "sparql-status", role: "status" });
  private readonly notes = element("div", { class: "sparql-notes", role: "status" });

  constructor(
    private readonly form: HTMLFormElement,
    private readonly area: HTMLTextAreaElement,
    private readonly results: HTMLElement,
  ) {
    this.field = plainField(area);
    this.stopButton.hidden = true;
    const share = button(text.share, () => void this.share(), "share");
    form.append(element("div", { class: "sparql-bar" }, this.runButton, this.stopButton, share), this.status, this.notes);
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.run();
    });
    area.addEventListener("focus", () => void this.openEditor(true), { once: true });
    area.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
    });
    this.examples();
    addEventListener("hashchange", () => this.fromAddress());
    this.fromAddress();
  }

  private fromAddress(): void {
    const shared = sharedQuery(location);
    if (!shared) return;
    this.load(shared.query);
    if (shared.run) void this.run();
  }

  private examples(): void {
    for (const example of all("[data-example]")) {
      const query = example.querySelector("[data-query]");
      const load = example.querySelector<HTMLButtonElement>("button[data-load-example]");
      if (!query || !load) continue;
      load.hidden = false;
      load.addEventListener("click", () => {
        this.load((query.textContent ?? "").trim());
        this.form.scrollIntoView({ block: "start" });
        void this.openEditor(true);
      });
    }
  }

  private load(query: string): void {
    this.field.clear();
    this.field.replace(query);
    void this.openEditor(false);
  }

  private openEditor(focus: boolean): Promise<void> {
    this.editor ??= this.upgrade();
    return this.editor.then(() => {
      if (focus) this.field.focus();
    });
  }

  /** The textarea stays in use where the editor cannot be loaded. */
  private async upgrade(): Promise<void> {
    try {
      const [terms] = await Promise.all([loadTerms(), loadAsset("sparql-editor.js")]);
      const open = window.onrecordEditor;
      if (open) this.field = open(this.area, text.editor, terms, () => void this.run());
    } catch {
      this.editor = undefined;
    }
  }

  private ready(): Promise<Engine> {
    this.engine ??= Promise.all([loadAsset("sparql-engine.js"), loadAsset("graph-data.js")]).then(() => {
      if (!window.onrecordEngine || !window.onrecordDataset) throw new Error(text.missing);
      return window.onrecordEngine(window.onrecordDataset);
    });
    return this.engine;
  }

  private async run(): Promise<void> {
    if (this.running) return;
    this.busy(true);
    this.results.replaceChildren();
    this.notes.replaceChildren();
    this.field.clear();
    const query = this.field.text();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let late = false;
    try {
      this.status.textContent = text.loading;
      const [engine, terms] = await Promise.all([this.engineOrMessage(), loadTerms()]);
      this.status.textContent = text.running;
      timer = setTimeout(() => {
        late = true;
        this.stop();
      }, SECONDS * 1000);
      const answered = await engine.query(query, terms);
      this.results.replaceChildren(...resultView(answered, terms));
      this.status.textContent = `${sizeOf(answered)} · ${text.took(answered.milliseconds)} ${text.over(engine.quads)}`;
      this.note(query, answered.notes);
    } catch (error) {
      await this.fail(error, query, late);
    } finally {
      clearTimeout(timer);
      this.busy(false);
    }
  }

  /** Tells of what a query asks for in vain, above the answer that it is missing in. */
  private note(query: string, notes: readonly Note[]): void {
    if (!notes.length) return;
    const shown = notes.slice(0, NOTED);
    const rest = notes.length - shown.length;
    const more = rest ? [element("p", { class: "note" }, text.others(rest))] : [];
    this.notes.replaceChildren(...shown.map(noteOf), ...more);
    const buttons = shown.filter(({ meant }) => meant).map((one) => {
      return button(text.exchange(one.meant), () => this.mend(one.exchanged(this.field.text())), "mend");
    });
    if (buttons.length) this.results.prepend(element("div", { class: "sparql-bar" }, ...buttons));
    if (this.field.text() === query) this.field.notice(notes.flatMap(({ places, message }) => places.map((place) => ({ ...place, message }))));
  }

  /** Runs another query; the button that was pressed for it goes, so the focus needs a place. */
  private mend(query: string): void {
    this.field.replace(query);
    this.runButton.focus({ preventScroll: true });
    void this.run();
  }

  private async engineOrMessage(): Promise<Engine> {
    try {
      return await this.ready();
    } catch (error) {
      this.engine = undefined;
      console.error(error);
      throw new Error(text.missing);
    }
  }

  private stop(): void {
    const engine = this.engine;
    this.engine = undefined; // a stopped worker is gone: the next query starts a new one
    void engine?.then((running) => running.stop());
  }

  private async fail(error: unknown, query: string, late: boolean): Promise<void> {
    if (error instanceof Error && error.name === STOPPED) {
      this.status.textContent = late ? text.timeout(SECONDS) : text.stopped;
      return;
    }
    const message = error instanceof Error ? error.message : String(error);
    const engine = await this.engine?.catch(() => undefined);
    const problem: Problem = engine?.problem(message, query, await loadTerms()) ?? { message };
    const place = problem.line === undefined ? "" : ` (${text.at(problem.line, problem.column ?? 1)})`;
    this.status.textContent = "";
    this.results.replaceChildren(
      element("p", { class: "sparql-error", role: "alert" }, element("strong", {}, `${text.error}${place}: `), problem.message),
    );
    const { missing } = problem;
    if (missing) this.results.append(button(text.mend, () => this.mend(`${missing}\n${this.field.text()}`), "mend"));
    if (problem.line !== undefined) this.field.mark(problem.line, problem.column ?? 1, problem.message);
  }

  private busy(yes: boolean): void {
    this.running = yes;
    this.runButton.setAttribute("aria-disabled", String(yes)); // one that is disabled would lose the focus
    if (!yes && document.activeElement === this.stopButton) this.runButton.focus({ preventScroll: true });
    this.stopButton.hidden = !yes;
    this.results.setAttribute("aria-busy", String(yes));
  }

  private async share(): Promise<void> {
    const address = shareAddress(this.field.text());
    history.replaceState(null, "", address);
    try {
      await navigator.clipboard.writeText(address);
      announce(text.shared);
    } catch {
      announce(text.shareFailed);
    }
  }
}

function noteOf({ line, column, message }: Note): HTMLElement {
  return element("p", { class: "note" }, element("strong", {}, `${text.note} (${text.at(line, column)}): `), message);
}
