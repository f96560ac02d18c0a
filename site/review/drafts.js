// Drafts of statements: they stay in this tab until they are saved, also where the page is loaded
// again. They hold what a person typed and nothing of the text; closing the tab ends them.

import { page } from "./core.js";

let drafts = null;

// Drafts of another text of the article are not these: their places would be others.
const name = () => `draft ${page.state.slug} ${page.state.paragraphs.at(-1)?.begin ?? 0}`;

function all() {
  if (drafts) return drafts;
  try {
    drafts = new Map(JSON.parse(sessionStorage.getItem(name()) ?? "[]"));
  } catch {
    drafts = new Map(); // a browser that keeps nothing
  }
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

export const draftOf = (from) => all().get(from);
export const anyDraft = () => Boolean(page.state) && all().size > 0;

// The last one typed into stands last.
export function keepDraft(from, values) {
  all().delete(from);
  drafts.set(from, values);
  save();
}

export function dropDraft(from) {
  if (all().delete(from)) save();
}

// The draft that was typed last, of a proposal that is still open or of a passage of the text:
// [proposal or null, span or null].
export function lastDraft() {
  for (const from of [...all().keys()].reverse()) {
    const p = page.state.proposals.find((o) => o.key === from);
    if (p && !p.decision) return [p, null];
    if (/^\d+,\d+$/.test(from)) return [null, from.split(",").map(Number)];
  }
  return null;
}
