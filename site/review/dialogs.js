// The dialogs of the review page: each asks for what one act needs and sends it.
// How they are opened and saved, and what becomes of a draft, is in asking.js.

import { ask, begin, keep, under } from "./asking.js";
import { at, complain, el, onward, openDialog, page, passage, proposal, say, send, tell, words } from "./core.js";
import { anyDraft, lastDraft } from "./drafts.js";
import { readings, showPrinted } from "./printed.js";

const byLabel = (a, b) => a.label.localeCompare(b.label);
const what = (p) => [p.kindName, p.speakerName, p.title, say("paragraph", { n: p.paragraph })].filter(Boolean).join(" · ");

function fill(select, options, empty = true) {
  const { value } = select;
  select.replaceChildren(...(empty ? [el("option", { value: "" }, "—")] : []),
    ...options.map((o) => el("option", { value: o.iri }, o.label)));
  if (value && options.some((o) => o.iri === value)) select.value = value;
}

// Sends the act, closes the dialog where it was done, and goes on to the next proposal.
const deciding = (p, act, table) => async () => {
  const done = await send(act, table());
  if (done && p) onward(p.key);
  return done;
};

// ---------------------------------------------------------------- choosing what is there

export function choose(verdict) {
  const p = proposal();
  if (!p) return;
  const own = page.state.curated.filter((c) => c.kind === p.kind);
  const near = p.candidates.map((iri) => own.find((c) => c.iri === iri)).filter(Boolean);
  if (verdict === "accepted" && !near.length && compose(p, verdict)) return;
  const rest = own.filter((c) => !near.includes(c)).sort(byLabel);
  // What is most likely meant is chosen: never another deal of the same parties.
  const fits = { statement: (c) => c.speaker === p.speaker && !(c.iri in p.outdated), deal: (c) => c.form === p.parts.kind }[p.kind];
  const first = p.kind === "statement" ? near.filter(fits) : near.filter(fits ?? Boolean).slice(0, 1);
  at("choose-title").textContent = verdict === "accepted" ? words.accept_title : words.correct_title;
  at("choose-what").textContent = what(p);
  at("choose-list").replaceChildren(
    ...[...near, ...rest].map((c) => {
      const box = el("input", { type: "checkbox", name: "picked", value: c.iri, checked: verdict === "accepted" && first.includes(c) });
      const row = el("li", {}, el("label", {}, box, ` ${c.label}`));
      if (c.iri in p.outdated) {
        box.dataset.outdated = "yes";
        row.firstChild.append(" ", el("span", { className: "quiet" }, say("outdated", { gloss: p.outdated[c.iri] })));
      }
      row.dataset.near = near.includes(c);
      return row;
    }),
  );
  at("choose-none").hidden = near.length > 0;
  at("choose-filter").value = "";
  for (const line of at("choose").querySelectorAll(".reason")) line.hidden = verdict === "accepted";
  at("choose-reason-de").value = at("choose-reason-en").value = "";
  const writing = { statement: words.write_title, relation: verdict === "accepted" && words.relate_title }[p.kind];
  const made = writing || (["mention", "deal", "office"].includes(p.kind) && words.describe);
  at("choose-write").hidden = !made;
  at("choose-write").querySelector("span").textContent = made || "";
  at("choose-write").querySelector("kbd:last-child").textContent = writing ? "w" : "n";
  at("choose-write").onclick = () => { at("choose").close("onward"); compose(p, verdict); };
  begin("choose", `${verdict} ${p.key}`, { key: p.key, verdict });
  sift();
  ask("choose", deciding(p, "decide", () => ({
    key: p.key,
    verdict,
    resources: [...at("choose-list").querySelectorAll("input:checked")].map((i) => i.value),
    reason_de: at("choose-reason-de").value,
    reason_en: at("choose-reason-en").value,
  })));
}

// What is not there yet is made: whether there is a form for this kind of proposal.
function compose(p, verdict) {
  if (p.kind === "statement") write(p, verdict);
  else if (p.kind === "relation") relate(p);
  else if (["mention", "deal", "office"].includes(p.kind)) describe(p);
  else return false;
  return true;
}

function sift() {
  const wanted = at("choose-filter").value.toLocaleLowerCase();
  for (const row of at("choose-list").children) {
    const picked = row.querySelector("input").checked;
    const fits = wanted ? row.textContent.toLocaleLowerCase().includes(wanted) : row.dataset.near === "true";
    row.hidden = !picked && !fits;
  }
}
at("choose-filter").addEventListener("input", sift);

export function reject() {
  const p = proposal();
  if (!p) return;
  at("reject-what").textContent = what(p);
  at("reason-de").value = at("reason-en").value = "";
  begin("reject", p.key, { key: p.key });
  ask("reject", deciding(p, "decide", () => ({
    key: p.key, verdict: "rejected", reason_de: at("reason-de").value, reason_en: at("reason-en").value,
  })));
}

export function merge() {
  const p = proposal();
  if (p?.kind !== "mention") return complain(words.merge_mentions);
  const known = page.state.curated.filter((c) => c.kind === "mention").sort(byLabel);
  if (!known.length) return complain(words.merge_nobody);
  at("merge-what").textContent = what(p);
  fill(at("merge-agent"), known, false);
  at("merge-agent").selectedIndex = 0;
  begin("merge", p.key, { key: p.key });
  ask("merge", deciding(p, "merge", () => ({ key: p.key, iri: at("merge-agent").value })));
}

// A relation joins two statements; what the proposed ones have become is offered first.
export function relate(p) {
  const statements = page.state.curated.filter((c) => c.kind === "statement").sort(byLabel);
  const [from, to] = p.ends.map((iris) => [...statements].sort((a, b) => iris.includes(b.iri) - iris.includes(a.iri)));
  const reports = p.relation === "respondsTo" ? page.state.choices.reports : [];
  if (!from.length || to.length + reports.length < 2) return complain(words.relate_first);
  at("relate-title").textContent = words.relate_title;
  at("relate-what").textContent = what(p);
  // An end that no statement has become yet is the person's to choose: nothing is chosen for them,
  // but for the one report where the proposal leads to a report.
  const onlyReport = !p.target && !p.ends[1].length && reports.length === 1;
  at("relate-from").value = at("relate-to").value = "";
  fill(at("relate-from"), from, !p.ends[0].length);
  fill(at("relate-to"), p.ends[1].length ? [...to, ...reports] : [...reports, ...to], !p.ends[1].length && !onlyReport);
  begin("relate", p.key, { key: p.key });
  ask("relate", deciding(p, "relate", () => ({ key: p.key, from: at("relate-from").value, to: at("relate-to").value })));
}

// ---------------------------------------------------------------- describing what is missing

// Whom the proposal or the open form names and nobody has described, as a mention if there is one.
export function missing() {
  const below = openDialog();
  const p = proposal();
  const lacking = below && [...below.querySelectorAll("[data-wants]")].find((s) => !s.value && s.dataset.wants);
  const name = below ? lacking?.dataset.wants : p?.speaker ? "" : p?.speakerName;
  if (!name) return null;
  return page.state.proposals.find((o) => o.parts.name === name && !o.decision) ?? { parts: { name } };
}

export function describe(p) {
  if (p?.kind === "deal") return strike(p);
  if (p?.kind === "office") return appoint(p);
  const form = at("describe").querySelector("form");
  const below = openDialog();
  const field = document.activeElement;
  const name = p?.parts.name ?? "";
  form.reset();
  fill(form.elements.kind, page.state.choices.kinds, false);
  fill(form.elements.publisher, page.state.choices.media);
  form.elements.kind.value = p?.parts.kind ?? (p ? "person" : "company");
  form.elements.name_de.value = name;
  at("describe-what").textContent = p?.key ? what(p) : "";
  const key = p?.key ?? "";
  begin("describe", key || name, { key, name, below: under(below) });
  showPublisher();
  ask("describe", async () => {
    const done = await send("describe", { ...Object.fromEntries(new FormData(form)), key });
    if (done && below) refill(below, field, name, done.made);
    else if (done && key === page.current) onward(key);
    if (done) queueMicrotask(() => tell(say("described", { what: form.elements.name_de.value })));
    return done;
  });
}

const showPublisher = () => {
  const form = at("describe").querySelector("form");
  form.elements.publisher.closest("label").hidden = form.elements.kind.value !== "report";
};
at("describe").querySelector("[name=kind]").addEventListener("change", showPublisher);

// A form below offers what was described meanwhile, and takes it where it was wanted.
function refill(dialog, field, name, made) {
  for (const select of dialog.querySelectorAll("select[data-from]")) {
    if (select.name === "object") showObjects();
    else fill(select, page.state.choices[select.dataset.from], select.dataset.empty !== "no");
  }
  const wanting = [...dialog.querySelectorAll("[data-wants]")].filter((s) => name && s.dataset.wants === name);
  for (const select of wanting.length ? wanting : [field]) {
    if (select?.options && !select.value) select.value = made;
  }
  if (dialog.id === "write") at("write-unknown").hidden = at("write").querySelector("[name=speaker]").value !== "";
  keep(dialog.id);
  queueMicrotask(() => field?.focus());
}

function strike(p) {
  const form = at("strike").querySelector("form");
  const { choices } = page.state;
  form.reset();
  fill(form.elements.kind, choices["deal-kind"], false);
  form.elements.kind.value = p.parts.kind;
  const kind = choices["deal-kind"].find((o) => o.iri === p.parts.kind);
  const names = p.parts.parties.map(([iri, name]) => choices.agents.find((a) => a.iri === iri)?.label ?? name).join(" / ");
  form.elements.name_de.value = `${kind?.label_de ?? ""} ${names}`.trim();
  form.elements.name_en.value = `${kind?.label_en ?? ""} ${names}`.trim();
  at("strike-what").textContent = what(p);
  at("strike-passage").textContent = passage(p.spans);
  const rows = [...p.parts.parties, ["", "", ""], ["", "", ""]];
  at("strike-parties").replaceChildren(...rows.flatMap(([iri, name, role], i) => {
    const party = el("select", { name: `party${i}` });
    const part = el("select", { name: `role${i}` });
    party.dataset.from = "agents";
    part.dataset.from = "role";
    if (name && !iri) party.dataset.wants = name;
    fill(party, choices.agents);
    fill(part, choices.role);
    party.value = iri;
    part.value = role;
    const title = say("party", { n: i + 1 });
    const unknown = name && !iri ? ` (${say("unknown", { name })})` : "";
    return [el("label", {}, `${title}${unknown} `, party), el("label", {}, `${say("role", { n: i + 1 })} `, part)];
  }));
  begin("strike", p.key, { key: p.key });
  ask("strike", deciding(p, "strike", () => {
    const { kind: of, name_de, name_en, ...table } = Object.fromEntries(new FormData(form));
    const all = rows.map((_, i) => [table[`party${i}`], table[`role${i}`]]).filter(([party]) => party);
    return { key: p.key, kind: of, name_de, name_en, parties: all.map(([party]) => party), roles: all.map(([, role]) => role) };
  }));
}

function appoint(p) {
  const form = at("appoint").querySelector("form");
  for (const select of form.querySelectorAll("select")) fill(select, page.state.choices[select.dataset.from]);
  for (const name of ["person", "company", "role"]) {
    form.elements[name].value = p.parts[name];
    form.elements[name].dataset.wants = p.parts[name] ? "" : p.parts[`${name}Name`] ?? "";
  }
  at("appoint-what").textContent = what(p);
  begin("appoint", p.key, { key: p.key });
  ask("appoint", deciding(p, "appoint", () => ({ key: p.key, ...Object.fromEntries(new FormData(form)) })));
}

// ---------------------------------------------------------------- writing a statement

let writing = []; // the spans of the passage
const inside = (p, spans) => p.spans.some(([b, e]) => spans.some(([c, f]) => b < f && e > c));

export function write(p, verdict, span = null) {
  const form = at("write").querySelector("form");
  const spans = span ? [span] : p.spans;
  writing = spans;
  form.reset();
  for (const select of form.querySelectorAll("select[data-from]")) {
    if (select.name !== "object") fill(select, page.state.choices[select.dataset.from], select.dataset.empty !== "no");
  }
  const near = page.state.proposals.filter((o) => inside(o, spans));
  const deal = near.filter((o) => o.kind === "deal").flatMap((o) => o.decision?.resources ?? [])[0];
  const report = p?.speaker && page.state.choices.reports.find((r) => r.publisher === p.speaker);
  const known = { according_to: report?.iri, form: (report && p.form === "indirect" ? "reported" : p?.form) || "indirect", modality: p?.modality || "asserted", polarity: p?.polarity || "affirmed", hedge: p?.hedge, speaker: p?.speaker, about: deal?.iri };
  const printed = near.filter((o) => ["amount", "time"].includes(o.kind) && (!o.decision || o.decision.verdict === "accepted"));
  showPrinted(printed);
  for (const [name, value] of Object.entries(known)) if (value) form.elements[name].value = value;
  showObjects();
  at("write-what").textContent = p ? what(p) : words.missed;
  at("write-passage").textContent = passage(spans);
  form.elements.speaker.dataset.wants = p?.speaker ? "" : p?.speakerName ?? "";
  at("write-unknown").hidden = !form.elements.speaker.dataset.wants;
  at("write-unknown").textContent = say("unknown_speaker", { name: p?.speakerName ?? "" });
  begin("write", p ? p.key : String(span), { key: p?.key ?? "", verdict, span });
  ask("write", async () => {
    const { about, ...values } = Object.fromEntries(new FormData(form));
    const made = { ...values, about: about ? [about] : [], begin: spans[0][0], end: spans.at(-1)[1], readings: readings(printed, values) };
    if (p) made.end = spans[0][1];
    const done = await send("write", p ? { ...made, key: p.key, verdict } : made);
    if (done && p) onward(p.key);
    return done;
  });
}

// What can be said depends on what it is said of: a status, a sum of the passage, or any thing.
function showObjects() {
  const form = at("write").querySelector("form");
  const { choices, proposals } = page.state;
  const of = form.elements.predicate.value.split("#")[1];
  const printed = (kind) => proposals
    .filter((o) => o.kind === kind && inside(o, writing))
    .slice(0, 1).map((o) => ({ iri: `#${kind}`, label: o.title }));
  const special = { dealStatus: choices.status, bindingness: choices.bindingness, dealAmount: printed("amount"), publishedOn: printed("time") };
  fill(form.elements.object, special[of] ?? choices.things);
  const { object } = form.elements;
  if (["dealAmount", "publishedOn"].includes(of) && !object.value && object.options.length === 2) object.selectedIndex = 1;
}
at("write").querySelector("[name=predicate]").addEventListener("change", showObjects);

const OPEN = {
  write: (p, { verdict, span }) => write(p, verdict, span),
  choose: (p, { verdict }) => choose(verdict),
  reject,
  merge,
  relate,
  strike,
  appoint,
  describe: (p, { name }) => describe(p ?? (name ? { parts: { name } } : null)),
};

// After the page was loaded again: the form with what was typed last, and word of it.
export function restore() {
  const last = lastDraft();
  if (!last) return;
  page.current = last.below?.key || last.key || page.current;
  page.show();
  for (const one of [last.below, last]) {
    if (one) OPEN[one.form]?.(page.state.proposals.find((p) => p.key === one.key) ?? null, one);
  }
  if (openDialog()) tell(words.restored);
}

let going = false; // to the other language, where the drafts are too
for (const link of document.querySelectorAll("header a")) link.addEventListener("click", () => { going = true; });
addEventListener("beforeunload", (event) => { if (anyDraft() && !going) event.preventDefault(); });
