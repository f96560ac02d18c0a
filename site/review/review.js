// The review page: the text on one side, proposals on the other, everything by keyboard.

import { ask } from "./asking.js";
import { at, complain, decisionText, el, focusCurrent, go, openDialog, page, proposal, say, send, tell, wanted, words } from "./core.js";
import { choose, describe, merge, missing, reject, relate, restore, write } from "./dialogs.js";

// ---------------------------------------------------------------- what is shown

function listed() {
  return page.state.proposals.filter((p) => p.key === page.current || wanted(p));
}

page.show = function show() {
  const { state } = page;
  const { open, ...done } = state.counts;
  at("slug").textContent = state.slug;
  at("counts").textContent = say("counts", state.counts);
  at("progress").max = state.proposals.length;
  at("progress").value = Object.values(done).reduce((sum, n) => sum + n, 0);
  document.querySelector("[data-act=undo]").disabled = !state.canUndo;
  if (!proposal()) page.current = (state.proposals.find((p) => !p.decision) ?? state.proposals[0])?.key ?? "";
  showText();
  showProposals();
  at("lost").hidden = !state.lost.length;
  at("lost").querySelector("ul").replaceChildren(
    ...state.lost.map((d) => el("li", {}, `${d.title} · ${d.verdictName}, ${d.date}: ${d.reason || d.resources.map((r) => r.label).join("; ")}`)),
  );
};

function showText() {
  const spans = page.state.proposals.flatMap((p) => p.spans.map((s) => ({ span: s, now: p.key === page.current })));
  at("text").replaceChildren(
    ...page.state.paragraphs.map((paragraph) => {
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
  const focused = at("proposals").contains(document.activeElement);
  at("proposals").replaceChildren(...shown.map(card));
  if (focused) focusCurrent();
  at("empty").hidden = shown.some((p) => !p.decision || at("filter").value !== "open");
  at("proposals").querySelector("[aria-current=true]")?.scrollIntoView({ block: "nearest" });
  at("text").querySelector("mark.now")?.scrollIntoView({ block: "nearest" });
}

function card(p) {
  const now = p.key === page.current;
  const title = [p.kindName, p.speakerName, p.title].filter(Boolean).join(" · ");
  const manner = [...p.manner, p.hedge && say("quoted", { text: p.hedge })].filter(Boolean).join(", ");
  const made = el(
    "li",
    { className: p.decision?.verdict ?? "", tabIndex: now ? 0 : -1 },
    el("p", {}, el("strong", {}, title), ` ${say("paragraph", { n: p.paragraph })}`),
    el("p", { className: "quiet" }, [manner, `${p.rule}, ${p.confidence}: ${p.why}`].filter(Boolean).join(" · ")),
  );
  made.dataset.key = p.key;
  made.setAttribute("aria-current", String(now));
  if (p.decision) made.append(el("p", {}, decisionText(p.decision)));
  if (now) made.append(buttons(p));
  made.addEventListener("click", (event) => {
    if (!event.target.closest("button")) go(p.key);
  });
  return made;
}

function buttons(p) {
  const acts = [["accept", "a"], ["correct", "c"], ["reject", "r"]];
  if (p.kind === "mention") acts.push(["merge", "m"]);
  if (["mention", "deal", "office"].includes(p.kind)) acts.push(["describe", "n"]);
  if (p.kind === "statement" || p.kind === "relation") acts.push(["write", "w"]);
  const made = el("p", { className: "acts" });
  for (const [act, key] of acts) {
    const button = el("button", { type: "button" }, `${words[act]} `, el("kbd", {}, key));
    button.dataset.act = act;
    made.append(button, " ");
  }
  return made;
}

function step(by) {
  const keys = listed().map((p) => p.key);
  const next = keys[keys.indexOf(page.current) + by];
  if (next) go(next);
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
    Escape: focusCurrent,
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
  describe: () => {
    const p = proposal();
    describe(["mention", "deal", "office"].includes(p?.kind) ? p : missing());
  },
  undo: async () => {
    const done = await send("undo");
    if (!done) return;
    const { kind, name, key } = done.undone;
    if (page.state.proposals.some((p) => p.key === key)) go(key);
    tell(say("undone", { what: `${words[`act_${kind}`]} · ${name}` }));
  },
  help: () => ask("help", null),
};
const KEYS = {
  a: ACTS.accept, c: ACTS.correct, r: ACTS.reject, m: ACTS.merge, w: ACTS.write, n: ACTS.describe, N: () => describe(null), u: ACTS.undo, "?": ACTS.help,
  j: () => step(1), k: () => step(-1), ArrowDown: () => step(1), ArrowUp: () => step(-1),
  t: () => { at("text").focus(); startAt(at("text").querySelector("mark.now")?.closest("p") ?? at("text").querySelector("p")); },
  f: () => at("filter").focus(),
};

document.addEventListener("keydown", (event) => {
  const open = openDialog();
  if (open) {
    if (["merge", "relate", "describe", "strike", "appoint"].includes(open.id) && event.key === "Enter" && event.target.tagName === "SELECT") {
      event.preventDefault(); // in a list, Enter would only open it
      open.querySelector("form").requestSubmit();
    }
    if (open.id === "write" && event.key === "Enter" && event.ctrlKey) open.querySelector("form").requestSubmit();
    if (open.id === "choose" && "wn".includes(event.key) && event.altKey && !at("choose-write").hidden) at("choose-write").click();
    else if (event.key === "n" && event.altKey && open.querySelector("[data-from]")) {
      event.preventDefault();
      describe(missing());
    }
    return;
  }
  if (event.target === at("filter") && ["Escape", "Enter"].includes(event.key)) {
    event.preventDefault();
    return focusCurrent();
  }
  // The field of a form that has just been closed may still have the focus.
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.(":is(input, select, textarea):not(dialog *)")) return;
  const act = KEYS[event.key];
  if (!act || !page.state) return;
  event.preventDefault();
  complain("");
  act();
});
document.addEventListener("click", (event) => {
  const act = event.target.closest("[data-act]")?.dataset.act;
  if (act && page.state) ACTS[act]();
});
at("filter").addEventListener("change", () => {
  const there = page.state.proposals.filter(wanted);
  if (!there.includes(proposal())) page.current = (there.find((p) => !p.decision) ?? there[0])?.key ?? page.current;
  page.show();
});
for (const link of document.querySelectorAll("header a")) {
  link.addEventListener("click", () => { link.search = `?lang=${link.hreflang}&at=${page.current}`; });
}

page.current = new URLSearchParams(location.search).get("at") ?? "";
if (await send("state")) restore();
focusCurrent();
