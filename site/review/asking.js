// The forms of the review page: what one asks for, what was typed into it, and how it is saved.
// What was typed stays as a draft (drafts.js) until it is saved, also where the form is closed in
// between.

import { at, complain, focusCurrent, openDialog, tell, words } from "./core.js";
import { draftOf, dropDraft, keepDraft } from "./drafts.js";

const saving = new Map();
const asked = new Map(); // by dialog: whose draft it is, and the fields as they were at first

export function ask(id, onSave) {
  saving.set(id, onSave);
  at(id).returnValue = "";
  complain("");
  at(id).showModal();
}

const fields = (id) => [...new FormData(at(id).querySelector("form"))].map(([name, value]) => [name, String(value)]);
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

// Takes note of what the form begins with and puts the draft in, where there is one; `more` is what
// opens the form again.
export function begin(id, from, more) {
  asked.set(id, { from, more, begun: fields(id) });
  const draft = draftOf(id, from);
  if (draft) put(id, draft.values);
}

// What opens a form again that another one stands above.
export function under(dialog) {
  const of = dialog && asked.get(dialog.id);
  return of ? { form: dialog.id, ...of.more } : null;
}

let putting = false;
function put(id, values) {
  const { elements } = at(id).querySelector("form");
  const names = new Set([...elements].map((one) => one.name).filter(Boolean));
  putting = true;
  for (const name of names) {
    const given = values.filter(([of]) => of === name).map(([, value]) => value);
    for (const one of [...elements].filter((e) => e.name === name)) {
      // A gloss that is of other words by now is for the person to read and tick again.
      if (one.type === "checkbox") one.checked = given.includes(one.value) && !one.dataset.outdated;
      else if (given.length) one.value = given[0];
      for (const event of ["input", "change"]) one.dispatchEvent(new Event(event, { bubbles: true }));
    }
  }
  putting = false;
}

// Whether there is a draft now; a form as it was at first is none. A field that was empty and still
// is does not count: what the machine knows by then stands there.
export function keep(id) {
  const of = asked.get(id);
  if (!of || putting) return false;
  const values = fields(id);
  const typed = !same(values, of.begun);
  const filled = new Set(of.begun.filter(([, value]) => value).map(([name]) => name));
  if (typed) keepDraft(id, of.from, { ...of.more, values: values.filter(([name, value]) => value || filled.has(name)) });
  else dropDraft(id, of.from);
  return typed;
}

// The browser gives the focus back to where it was; where that is gone, it goes to the proposal.
const refocus = () => {
  const now = document.activeElement;
  if (!now || now === document.body || now.closest("dialog:not([open])")) focusCurrent();
};

async function save(dialog) {
  const of = asked.get(dialog.id);
  if (!(await saving.get(dialog.id)?.())) return;
  if (of) dropDraft(dialog.id, of.from);
  asked.delete(dialog.id);
  dialog.close();
  refocus();
}

for (const dialog of document.querySelectorAll("dialog")) {
  dialog.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    save(dialog);
  });
  for (const event of ["input", "change"]) dialog.addEventListener(event, () => keep(dialog.id));
  dialog.addEventListener("close", () => {
    const below = openDialog();
    (below?.querySelector("h2") ?? document.querySelector("header")).after(at("message"));
    refocus();
    if (keep(dialog.id) && dialog.returnValue !== "onward") tell(words.kept);
    asked.delete(dialog.id);
  });
  dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close());
}
