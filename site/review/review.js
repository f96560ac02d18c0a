// The review page: the text on one side, proposals on the other, everything by keyboard.
// Every act is sent at once and answered with the new state; nothing is kept in the browser.

const at = (id) => document.getElementById(id);
const words = JSON.parse(at("words").textContent);
const language = document.documentElement.lang;
const say = (key, values) => words[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
let state = null;
let current = "";

function el(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

// ---------------------------------------------------------------- the server

async function send(act, table = {}) {
  const answer = await fetch(`${act}?lang=${language}`, {
    method: act === "state" ? "GET" : "POST",
    headers: act === "state" ? {} : { "content-type": "application/json" },
    body: act === "state" ? undefined : JSON.stringify(table),
  }).catch(() => null);
  if (!answer) return complain(words.ended);
  if (answer.status === 422 || answer.status === 500) {
    const { error = words.wrong, hint = "" } = await answer.json().catch(() => ({}));
    return complain(hint ? `${error} → ${hint}` : error);
  }
  if (!answer.ok) return complain(say("refused", { text: await answer.text() }));
  state = await answer.json();
  complain("");
  show();
  return true;
}

function complain(text) {
  at("message").textContent = text;
  at("message").hidden = !text;
  return false;
}

// ---------------------------------------------------------------- what is shown

const labelOf = (iri) =>
  [...state.curated, ...state.choices.things].find((c) => c.iri === iri)?.label ?? iri;
const proposal = () => state.proposals.find((p) => p.key === current);

function listed() {
  const wanted = at("filter").value;
  return state.proposals.filter(
    (p) =>
      p.key === current ||
      wanted === "all" ||
      (wanted === "open" && !p.decision) ||
      (wanted === "decided" && p.decision) ||
      wanted === p.kind,
  );
}

function show() {
  at("slug").textContent = state.slug;
  at("counts").textContent = say("counts", state.counts);
  document.querySelector("[data-act=undo]").disabled = !state.canUndo;
  if (!proposal()) current = (state.proposals.find((p) => !p.decision) ?? state.proposals[0])?.key ?? "";
  showText();
  showProposals();
  at("lost").hidden = !state.lost.length;
  at("lost").querySelector("ul").replaceChildren(
    ...state.lost.map((d) => el("li", {}, `${d.verdictName}, ${d.date}: ${d.reason || d.resources.map((r) => r.label).join("; ")}`)),
  );
}

function showText() {
  const spans = state.proposals.flatMap((p) => p.spans.map((s) => ({ span: s, now: p.key === current })));
  at("text").replaceChildren(
    ...state.paragraphs.map((paragraph) => {
      const made = el("p", {}, ...pieces(paragraph, spans));
      made.dataset.number = paragraph.number;
      made.dataset.begin = paragraph.begin;
      return made;
    }),
  );
}

function pieces(paragraph, spans) {
  const points = [...paragraph.text];
  const end = paragraph.begin + points.length;
  const inside = spans.filter(({ span: [b, e] }) => b < end && e > paragraph.begin);
  const cuts = new Set([paragraph.begin, end]);
  for (const { span: [b, e] } of inside) {
    if (b > paragraph.begin) cuts.add(b);
    if (e < end) cuts.add(e);
  }
  const ordered = [...cuts].sort((a, b) => a - b);
  return ordered.slice(0, -1).map((from, i) => {
    const to = ordered[i + 1];
    const text = points.slice(from - paragraph.begin, to - paragraph.begin).join("");
    const over = inside.filter(({ span: [b, e] }) => b <= from && e >= to);
    if (!over.length) return document.createTextNode(text);
    return el("mark", { className: over.some((o) => o.now) ? "now" : "" }, text);
  });
}

function showProposals() {
  const shown = listed();
  at("proposals").replaceChildren(...shown.map(card));
  at("empty").hidden = shown.some((p) => !p.decision || at("filter").value !== "open");
  at("proposals").querySelector("[aria-current=true]")?.scrollIntoView({ block: "nearest" });
  at("text").querySelector("mark.now")?.scrollIntoView({ block: "nearest" });
}

function card(p) {
  const now = p.key === current;
  const title = [p.kindName, p.speakerName, p.content].filter(Boolean).join(" · ");
  const manner = [...p.manner, p.hedge && say("quoted", { text: p.hedge })].filter(Boolean).join(", ");
  const made = el(
    "li",
    { className: p.decision?.verdict ?? "" },
    el("p", {}, el("strong", {}, title), ` ${say("paragraph", { n: p.paragraph })}`),
    el("p", { className: "quiet" }, [manner, `${p.rule}, ${p.confidence}: ${p.why}`].filter(Boolean).join(" · ")),
  );
  made.dataset.key = p.key;
  made.setAttribute("aria-current", String(now));
  if (p.decision) {
    const named = p.decision.resources.map((r) => r.label).join("; ");
    made.append(el("p", {}, [p.decision.verdictName, named, p.decision.reason].filter(Boolean).join(": ")));
  }
  if (now) made.append(buttons(p));
  made.addEventListener("click", (event) => {
    if (!event.target.closest("button")) go(p.key);
  });
  return made;
}

const writable = (p) => p.kind === "statement" || p.kind === "relation";

function buttons(p) {
  const acts = [["accept", "a"], ["correct", "c"], ["reject", "r"]];
  if (p.kind === "mention") acts.push(["merge", "m"]);
  if (writable(p)) acts.push(["write", "w"]);
  const made = el("p", { className: "acts" });
  for (const [act, key] of acts) {
    const button = el("button", { type: "button" }, `${words[act]} `, el("kbd", {}, key));
    button.dataset.act = act;
    made.append(button, " ");
  }
  return made;
}

function go(key) {
  current = key;
  show();
}

function step(by) {
  const keys = listed().map((p) => p.key);
  const next = keys[keys.indexOf(current) + by];
  if (next) go(next);
}

// After a decision the next open proposal comes up.
function onward(key) {
  const after = state.proposals.slice(state.proposals.findIndex((p) => p.key === key) + 1);
  go((after.find((p) => !p.decision) ?? state.proposals.find((p) => !p.decision))?.key ?? key);
}

// ---------------------------------------------------------------- dialogs

let saved = null;
function ask(id, onSave) {
  saved = onSave;
  at(id).returnValue = "";
  at(id).showModal();
}

for (const dialog of document.querySelectorAll("dialog")) {
  dialog.querySelector("form").addEventListener("submit", async (event) => {
    event.preventDefault();
    if (saved && (await saved())) dialog.close();
    else if (saved) dialog.querySelector("h2").after(at("message"));
  });
  dialog.addEventListener("close", () => document.querySelector("header").after(at("message")));
  dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close());
}

const what = (p) => [p.kindName, p.speakerName, p.content, say("paragraph", { n: p.paragraph })].filter(Boolean).join(" · ");

function choose(verdict) {
  const p = proposal();
  if (!p) return;
  const own = state.curated.filter((c) => c.kind === p.kind);
  const near = p.candidates.map((iri) => own.find((c) => c.iri === iri)).filter(Boolean);
  const rest = own.filter((c) => !near.includes(c)).sort((a, b) => a.label.localeCompare(b.label));
  const first = p.kind === "statement" ? near.filter((c) => c.speaker === p.speaker) : near.slice(0, 1);
  at("choose-title").textContent = verdict === "accepted" ? words.accept_title : words.correct_title;
  at("choose-what").textContent = what(p);
  at("choose-list").replaceChildren(
    ...[...near, ...rest].map((c) => {
      const box = el("input", { type: "checkbox", value: c.iri, checked: verdict === "accepted" && first.includes(c) });
      const row = el("li", {}, el("label", {}, box, ` ${c.label}`));
      row.dataset.near = near.includes(c);
      return row;
    }),
  );
  at("choose-filter").value = "";
  sift();
  for (const line of at("choose").querySelectorAll(".reason")) line.hidden = verdict === "accepted";
  at("choose-reason-de").value = at("choose-reason-en").value = "";
  const drawn = p.kind === "relation";
  const compose = () => (drawn ? relate(p) : write(p, verdict));
  at("choose-write").hidden = !writable(p) || (drawn && verdict !== "accepted");
  at("choose-write").querySelector("span").textContent = drawn ? words.relate_title : words.write_title;
  at("choose-write").onclick = () => { at("choose").close(); compose(); };
  if (verdict === "accepted" && writable(p) && !near.length) return compose();
  ask("choose", async () => {
    const resources = [...at("choose-list").querySelectorAll("input:checked")].map((i) => i.value);
    const reasons = { reason_de: at("choose-reason-de").value, reason_en: at("choose-reason-en").value };
    const done = await send("decide", { key: p.key, verdict, resources, ...reasons });
    if (done) onward(p.key);
    return done;
  });
}

function sift() {
  const words = at("choose-filter").value.toLocaleLowerCase();
  for (const row of at("choose-list").children) {
    const picked = row.querySelector("input").checked;
    const fits = words ? row.textContent.toLocaleLowerCase().includes(words) : row.dataset.near === "true";
    row.hidden = !picked && !fits;
  }
}
at("choose-filter").addEventListener("input", sift);

function reject() {
  const p = proposal();
  if (!p) return;
  at("reject-what").textContent = what(p);
  at("reason-de").value = at("reason-en").value = "";
  ask("reject", async () => {
    const reasons = { reason_de: at("reason-de").value, reason_en: at("reason-en").value };
    const done = await send("decide", { key: p.key, verdict: "rejected", ...reasons });
    if (done) onward(p.key);
    return done;
  });
}

function merge() {
  const p = proposal();
  if (p?.kind !== "mention") return;
  at("merge-what").textContent = what(p);
  const known = state.curated.filter((c) => c.kind === "mention");
  fill(at("merge-agent"), known.sort((a, b) => a.label.localeCompare(b.label)), false);
  ask("merge", async () => {
    const done = await send("merge", { key: p.key, iri: at("merge-agent").value });
    if (done) onward(p.key);
    return done;
  });
}

// A relation joins two statements; what the proposed ones have become is offered first.
function relate(p) {
  const statements = state.curated.filter((c) => c.kind === "statement").sort((a, b) => a.label.localeCompare(b.label));
  const [from, to] = p.ends.map((iris) => [...statements].sort((a, b) => iris.includes(b.iri) - iris.includes(a.iri)));
  const reports = p.relation === "respondsTo" ? state.choices.reports : [];
  at("relate-title").textContent = words.relate_title;
  at("relate-what").textContent = what(p);
  fill(at("relate-from"), from, false);
  fill(at("relate-to"), p.ends[1].length ? [...to, ...reports] : [...reports, ...to], false);
  ask("relate", async () => {
    const done = await send("relate", { key: p.key, from: at("relate-from").value, to: at("relate-to").value });
    if (done) onward(p.key);
    return done;
  });
}

function fill(select, options, empty = true) {
  select.replaceChildren(...(empty ? [el("option", { value: "" }, "—")] : []),
    ...options.map((o) => el("option", { value: o.iri }, o.label)));
}

function write(p, verdict, span = null) {
  const form = at("write").querySelector("form");
  form.reset();
  for (const select of form.querySelectorAll("select")) fill(select, state.choices[select.dataset.from], !["form", "modality", "polarity"].includes(select.name));
  const set = (name, value) => { if (value) form.elements[name].value = value; };
  set("form", p?.form ?? "indirect");
  set("modality", p?.modality ?? "asserted");
  set("polarity", p?.polarity ?? "affirmed");
  set("hedge", p?.hedge);
  set("speaker", p?.speaker);
  at("write-what").textContent = p ? what(p) : words.missed;
  const [begin, end] = span ?? [p.spans[0][0], p.spans[0][1]];
  ask("write", async () => {
    const { about, ...values } = Object.fromEntries(new FormData(form));
    const draft = { ...values, about: about ? [about] : [], begin, end };
    const done = await send("write", p ? { ...draft, key: p.key, verdict } : draft);
    if (done && p) onward(p.key);
    return done;
  });
}

// ---------------------------------------------------------------- passages of the text

function offset(node, within) {
  const paragraph = (node.nodeType === 1 ? node : node.parentElement)?.closest("#text p");
  if (!paragraph) return null;
  const range = document.createRange();
  range.selectNodeContents(paragraph);
  range.setEnd(node, within);
  return Number(paragraph.dataset.begin) + [...range.toString()].length;
}

function selected() {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const begin = offset(range.startContainer, range.startOffset);
  const end = offset(range.endContainer, range.endOffset);
  return begin === null || end === null || begin >= end ? null : [begin, end];
}

function takeWord(forward, more) {
  const selection = getSelection();
  if (!selection.rangeCount || !at("text").contains(selection.anchorNode)) return startAt(at("text").querySelector("mark.now")?.closest("p") ?? at("text").querySelector("p"));
  if (!more) selection[forward ? "collapseToEnd" : "collapseToStart"]();
  if (!more && !forward) selection.modify("move", "backward", "word");
  selection.modify("extend", forward || !more ? "forward" : "backward", "word");
}

function startAt(paragraph) {
  if (!paragraph) return;
  getSelection().setBaseAndExtent(paragraph.firstChild, 0, paragraph.firstChild, 0);
  getSelection().modify("extend", "forward", "word");
  paragraph.scrollIntoView({ block: "nearest" });
}

at("text").addEventListener("keydown", (event) => {
  const { key, shiftKey } = event;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const here = getSelection().anchorNode?.parentElement?.closest("#text p");
  const acts = {
    ArrowRight: () => takeWord(true, shiftKey),
    ArrowLeft: () => takeWord(false, shiftKey),
    ArrowDown: () => startAt(here ? here.nextElementSibling : at("text").querySelector("p")),
    ArrowUp: () => startAt(here?.previousElementSibling),
    Enter: () => { const span = selected(); if (span) write(null, "accepted", span); else complain(words.select_first); },
  };
  if (!acts[key]) return;
  event.preventDefault();
  event.stopPropagation();
  acts[key]();
});

// ---------------------------------------------------------------- keys and buttons

const ACTS = {
  accept: () => choose("accepted"),
  correct: () => choose("corrected"),
  reject,
  merge,
  write: () => {
    const p = proposal();
    if (p?.kind === "relation") relate(p);
    else if (p?.kind === "statement") write(p, "accepted");
  },
  undo: () => send("undo"),
  help: () => ask("help", null),
};
const KEYS = {
  a: ACTS.accept, c: ACTS.correct, r: ACTS.reject, m: ACTS.merge, w: ACTS.write, u: ACTS.undo, "?": ACTS.help,
  j: () => step(1), k: () => step(-1), ArrowDown: () => step(1), ArrowUp: () => step(-1),
  t: () => { at("text").focus(); startAt(at("text").querySelector("mark.now")?.closest("p") ?? at("text").querySelector("p")); },
  f: () => at("filter").focus(),
};

document.addEventListener("keydown", (event) => {
  const open = document.querySelector("dialog[open]");
  if (open) {
    if (["merge", "relate"].includes(open.id) && event.key === "Enter" && event.target.tagName === "SELECT") {
      event.preventDefault(); // in a list, Enter would only open it
      open.querySelector("form").requestSubmit();
    }
    if (open.id === "write" && event.key === "Enter" && event.ctrlKey) open.querySelector("form").requestSubmit();
    if (open.id === "choose" && event.key === "w" && event.altKey && !at("choose-write").hidden) at("choose-write").click();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.("input, select, textarea")) return;
  const act = KEYS[event.key];
  if (!act || !state) return;
  event.preventDefault();
  act();
});
document.addEventListener("click", (event) => {
  const act = event.target.closest("[data-act]")?.dataset.act;
  if (act && state) ACTS[act]();
});
at("filter").addEventListener("change", () => { show(); at("filter").blur(); });

await send("state");
