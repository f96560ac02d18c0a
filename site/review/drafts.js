// Drafts of every form: they stay in this tab until they are saved, also where the page is loaded
// again. They hold what a person typed and nothing of the text; closing the tab ends them.

import { page } from "./core.js";

let drafts = null;

// Drafts of another text of the article are not these: their places would be others.
const name = () => `draft ${page.state.slug} ${page.state.textHash}`;
const id = (form, from) => `${form} ${from}`;

function all() {
  if (drafts) return drafts;
  drafts = new Map();
  try {
    for (const other of Object.keys(sessionStorage)) {
      if (other.startsWith(`draft ${page.state.slug} `) && other !== name()) sessionStorage.removeItem(other);
    }
    drafts = new Map(JSON.parse(sessionStorage.getItem(name()) ?? "[]"));
  } catch {
    // a browser that keeps nothing
  }
  const there = drafts.size;
  for (const [key, draft] of drafts) if (!alive(draft)) drafts.delete(key);
  if (drafts.size < there) save();
  return drafts;
}

function save() {
  try {
    if (drafts.size) sessionStorage.setItem(name(), JSON.stringify([...drafts]));
    else sessionStorage.removeItem(name());
  } catch {
    // they stay in memory
  }
}

const proposed = (key) => page.state.proposals.find((p) => p.key === key);

// What was decided on a proposal, or that nothing was.
const decided = (p) => p?.decision ? [p.decision.verdict, p.decision.reason, ...p.decision.resources.map((r) => r.iri)].join(" ") : "";

// Whether the proposal of a draft is still what it was, and undecided since; a draft of no proposal
// is of this text.
const alive = ({ key, was }) => !key || (Boolean(proposed(key)) && decided(proposed(key)) === was);

export function draftOf(form, from) {
  const draft = all().get(id(form, from));
  return draft && alive(draft) ? draft : undefined;
}

export const anyDraft = () => Boolean(page.state) && [...all().values()].some(alive);

// The last one typed into stands last. `draft`: the fields, the proposal's key, and what opens the
// form again.
export function keepDraft(form, from, draft) {
  all().delete(id(form, from));
  const noted = (of) => of && { ...of, was: decided(proposed(of.key)) };
  drafts.set(id(form, from), { ...noted(draft), below: noted(draft.below) });
  save();
}

export function dropDraft(form, from) {
  if (all().delete(id(form, from))) save();
}

// The draft that was typed last: {form, from, key, …}; where the form that it stood above is of a
// proposal that was decided, it stands alone.
export function lastDraft() {
  const [at, draft] = [...all()].reverse().find(([, d]) => alive(d)) ?? [];
  if (!draft) return null;
  const below = draft.below && alive(draft.below) ? draft.below : null;
  return { ...draft, form: at.slice(0, at.indexOf(" ")), below };
}
