// The project's terms, keywords and the query's own variables in, completions for the editor out.
import type { Completion, CompletionContext, CompletionResult, CompletionSource } from "@codemirror/autocomplete";
import type { EditorView } from "@codemirror/view";
import type { KnownTerm, Terms } from "./terms";

const KEYWORDS =
  "SELECT DISTINCT CONSTRUCT DESCRIBE ASK WHERE OPTIONAL FILTER UNION MINUS BIND VALUES GRAPH PREFIX GROUP ORDER BY DESC ASC HAVING LIMIT OFFSET COUNT SUM AVG MIN MAX GROUP_CONCAT SAMPLE LANG STR CONTAINS REGEX EXISTS NOT IN AS COALESCE IF BOUND LCASE";
const SIGNS: Readonly<Record<KnownTerm["kind"], string>> = {
  class: "class",
  property: "property",
  concept: "enum",
  resource: "constant",
};

export function completionsFrom(terms: Terms): CompletionSource {
  const known = [
    ...terms.terms.map((term) => termCompletion(term, terms)),
    ...KEYWORDS.split(" ").map((label): Completion => ({ label, type: "keyword" })),
  ];
  return (context: CompletionContext): CompletionResult | null => {
    const word = context.matchBefore(/[?$]\w*|[A-Za-z][\w-]*(?::[\w\-/]*)?|:[\w-]*/);
    if (!word && !context.explicit) return null;
    if (word && /[?$]/.test(word.text[0] ?? ""))
      return { from: word.from, options: variables(context), validFor: /^[?$]\w*$/ };
    return { from: word?.from ?? context.pos, options: known, validFor: /^[\w:\-/]*$/ };
  };
}

function variables(context: CompletionContext): Completion[] {
  const found = context.state.doc.toString().match(/[?$]\w+/g) ?? [];
  const typed = context.matchBefore(/[?$]\w*/)?.text;
  return [...new Set(found)]
    .filter((label) => label !== typed)
    .sort()
    .map((label) => ({ label, type: "variable" }));
}

function termCompletion(term: KnownTerm, terms: Terms): Completion {
  const prefix = term.name.split(":", 1)[0] ?? "";
  return {
    label: term.name,
    detail: term.label,
    info: term.definition,
    type: SIGNS[term.kind],
    apply: (view, _completion, from, to) => insert(view, term.name, from, to, prefix, terms.prefixes[prefix]),
  };
}

/** Writes the name, and declares its prefix at the top where the query does not yet. */
function insert(
  view: EditorView,
  name: string,
  from: number,
  to: number,
  prefix: string,
  namespace: string | undefined,
): void {
  const declared = new RegExp(`PREFIX\\s+${prefix}:`, "i").test(view.state.doc.toString());
  const line = !declared && namespace ? `PREFIX ${prefix}: <${namespace}>\n` : "";
  view.dispatch({
    changes: [
      ...(line ? [{ from: 0, insert: line }] : []),
      { from, to, insert: name },
    ],
    selection: { anchor: from + line.length + name.length },
    userEvent: "input.complete",
  });
}
