// The search field of every page, and the list of hits on the search page.
import { announce } from "./base/announce";
import { all } from "./base/dom";
import { words } from "./base/words";
import { Combobox } from "./search/combobox";
import { loadFinder, type Finder } from "./search/finder";
import { showResults } from "./search/results";

const text = words({
  de: { missing: "Der Suchindex konnte nicht geladen werden" },
  en: { missing: "The search index could not be loaded" },
});

let finder: Promise<Finder> | undefined;
const ready = (): Promise<Finder> => (finder ??= loadFinder());

function enhance(input: HTMLInputElement): void {
  const results = document.querySelector<HTMLElement>("[data-search-results]");
  const combobox = results ? undefined : new Combobox(input);
  let latest = 0;

  const search = async (): Promise<void> => {
    const query = input.value;
    const turn = ++latest;
    if (!query.trim()) {
      combobox?.close();
      if (results) showResults(results, "", []);
      return;
    }
    try {
      const hits = (await ready())(query);
      if (turn !== latest) return;
      combobox?.show(hits);
      if (results) showResults(results, query, hits);
    } catch {
      announce(text.missing);
    }
  };

  input.addEventListener("focus", () => void ready().catch(() => undefined), { once: true });
  input.addEventListener("input", () => void search());
  if (!results) return;
  input.value = new URLSearchParams(location.search).get("q") ?? input.value;
  input.form?.addEventListener("submit", (event) => {
    event.preventDefault();
    history.replaceState(null, "", `?q=${encodeURIComponent(input.value)}`);
  });
  void search();
}

function slashFocuses(input: HTMLInputElement): void {
  addEventListener("keydown", (event) => {
    const at = event.composedPath()[0];
    const typing = at instanceof HTMLElement && (at.isContentEditable || at.matches("input, textarea, select"));
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || typing) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
}

const inputs = all<HTMLFormElement>("form[data-search]").flatMap((form) =>
  all<HTMLInputElement>("input[type=search]", form),
);
inputs.forEach(enhance);
if (inputs[0]) {
  inputs[0].setAttribute("aria-keyshortcuts", "/");
  slashFocuses(inputs[0]);
}
