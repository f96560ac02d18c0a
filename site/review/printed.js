// The amounts and times printed in the passage of a statement: a row of fields for each, which begin
// with what the machine has read.

import { at, el, language, page, passage, say, words } from "./core.js";

const FIELDS = { amount: ["kind", "number", "currency", "left"], time: ["edtf", "left"] };
const nameOf = (p, field) => `${field}-${p.key}`;

const choice = (options) => (name) => el("select", { name }, ...options().map(([value, label]) => el("option", { value }, label)));
const input = (more) => (name) => el("input", { name, autocomplete: "off", ...more });
const MADE = {
  kind: choice(() => page.state.choices["amount-kind"].map((o) => [o.iri, o.label])),
  number: input({ inputMode: "decimal", maxLength: 30 }),
  currency: input({ maxLength: 3, size: 4, pattern: "[A-Za-z]{3}" }),
  edtf: input({ maxLength: 40 }),
  left: choice(() => [["", words.take_yes], ["1", words.take_no]]),
};
const CALLED = { kind: "amount_kind", number: "number", currency: "currency", edtf: "edtf", left: "taken" };

export function showPrinted(printed) {
  const box = at("write-printed");
  box.hidden = !printed.length;
  box.replaceChildren(box.firstElementChild, ...printed.map(row));
}

function row(p) {
  const phrase = say("quoted", { text: passage(p.spans) });
  const fields = FIELDS[p.kind].map((field) => {
    const made = MADE[field](nameOf(p, field));
    made.value = p.parts[field] ?? "";
    return el("label", {}, `${words[CALLED[field]]} `, made);
  });
  const shown = el("div", { className: "printed", role: "group" }, el("p", {}, phrase, " ", el("span", { className: "grouped" })), ...fields);
  shown.ariaLabel = phrase;
  shown.addEventListener("input", () => count(shown));
  count(shown);
  return shown;
}

// A long number is seen in groups as it is typed: a zero too many stands out.
function count(shown) {
  const number = shown.querySelector("[name^=number-]");
  if (!number) return;
  const value = Number(number.value.replaceAll(" ", "").replace(",", "."));
  shown.querySelector(".grouped").textContent = number.value && Number.isFinite(value) ? `= ${value.toLocaleString(language)}` : "";
  number.disabled = shown.querySelector("[name^=kind-]").value === "vague";
}

// How the person reads them: by key, the fields as they stand now.
export const readings = (printed, values) => Object.fromEntries(printed.map((p) => [
  p.key,
  Object.fromEntries(FIELDS[p.kind].map((field) => [field, values[nameOf(p, field)] ?? ""])),
]));
