// What the parts of the review page share: its words, its state, and the way to the server.
// Every act is sent in turn and answered with the new state; nothing but
// drafts (drafts.js) is kept in the browser.

export const at = (id) => document.getElementById(id);
export const words = JSON.parse(at("words").textContent);
export const language = document.documentElement.lang;
export const say = (key, values) => words[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
export const page = { state: null, current: "", show: () => {} };

export function el(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

export const openDialog = () => [...document.querySelectorAll("dialog[open]")].at(-1);
export const proposal = () => page.state.proposals.find((p) => p.key === page.current);

// The answer to an act, or null where it was not done; what is wrong is told.
// One act at a time: each tells which state it was done on, and another window may have gone on.
let last = Promise.resolve();
export function send(act, table = {}) {
  last = last.then(() => sent(act, table));
  return last;
}

async function sent(act, table) {
  const answer = await fetch(`${act}?lang=${language}`, {
    method: act === "state" ? "GET" : "POST",
    headers: act === "state" ? {} : { "content-type": "application/json" },
    body: act === "state" ? undefined : JSON.stringify({ ...table, turn: page.state.turn }),
  }).catch(() => null);
  if (!answer) return complain(words.ended);
  if (answer.status === 422 || answer.status === 500) {
    const { error = words.wrong, hint = "", stale = false } = await answer.json().catch(() => ({}));
    if (stale) await sent("state");
    return complain([hint ? `${error} → ${hint}` : error, stale && meanwhile(table.key)].filter(Boolean).join(" "));
  }
  if (!answer.ok) return complain(say("refused", { text: await answer.text() }));
  page.state = await answer.json();
  tell("");
  page.show();
  return page.state;
}

// What another window decided on the very proposal that an open form is of: the form may hide it.
function meanwhile(key) {
  const decision = page.state.proposals.find((p) => p.key === key)?.decision;
  return decision ? say("meanwhile", { what: decisionText(decision) }) : "";
}

export const decisionText = (d) => [d.verdictName, d.resources.map((r) => r.label).join("; "), d.reason].filter(Boolean).join(": ");

// In an open dialog the message stands in it, since what lies behind cannot be seen or heard.
function message(text, className) {
  const box = at("message");
  const heading = openDialog()?.querySelector("h2") ?? document.querySelector("header");
  if (heading.nextElementSibling !== box) heading.after(box);
  box.className = className;
  box.textContent = text;
  box.hidden = !text;
}

export function complain(text) {
  message(text, "");
  return null;
}

export const tell = (text) => message(text, "done");

export function go(key) {
  page.current = key;
  page.show();
  focusCurrent();
}

// Where a dialog or an act took the focus away, it goes to the proposal that is up.
export function focusCurrent() {
  if (openDialog()) return;
  at("proposals").querySelector("[aria-current=true]")?.focus({ preventScroll: true });
}

// Whether the list that was chosen has the proposal.
export function wanted(p) {
  const list = at("filter").value;
  return list === "all" || list === p.kind || (list === "open" && !p.decision) || (list === "decided" && Boolean(p.decision));
}

// After a decision the next open proposal of the list comes up.
export function onward(key) {
  const all = page.state.proposals;
  const after = all.slice(all.findIndex((p) => p.key === key) + 1);
  const open = (p) => !p.decision && wanted(p);
  go((after.find(open) ?? all.find(open))?.key ?? key);
}

// The text of a passage, in code points; it is on this page already.
export function passage(spans) {
  return spans.map(([begin, end]) => page.state.paragraphs
    .filter((p) => p.begin < end && p.begin + [...p.text].length > begin)
    .map((p) => [...p.text].slice(Math.max(0, begin - p.begin), end - p.begin).join(""))
    .join(" ")).join(" … ");
}
