// The editor: SPARQL colours, completion of the project's terms, marks at errors.
import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { bracketMatching, HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { lintGutter, setDiagnostics } from "@codemirror/lint";
import { EditorState, Prec } from "@codemirror/state";
import { EditorView, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { minimalSetup } from "codemirror";
import { SparqlLanguage } from "codemirror-lang-sparql";
import { completionsFrom } from "./completion";
import type { QueryField } from "./query-field";
import type { Terms } from "./terms";

const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword], color: "var(--sparql-keyword)", fontWeight: "600" },
  { tag: [tags.string, tags.number, tags.bool], color: "var(--sparql-literal)" },
  { tag: [tags.variableName, tags.special(tags.variableName)], color: "var(--sparql-variable)" },
  { tag: tags.comment, color: "var(--sparql-comment)", fontStyle: "italic" },
  { tag: [tags.url, tags.namespace, tags.atom], color: "var(--sparql-iri)" },
]);

const looks = EditorView.theme({
  "&": { color: "var(--sparql-text)", backgroundColor: "var(--sparql-background)", fontSize: "0.9rem" },
  ".cm-content": { caretColor: "var(--sparql-text)", minHeight: "12em" },
  ".cm-cursor": { borderLeftColor: "var(--sparql-text)" },
  ".cm-scroller": { fontFamily: "var(--pico-font-family-monospace, ui-monospace, monospace)", lineHeight: "1.55" },
  ".cm-gutters": { color: "var(--sparql-comment)", backgroundColor: "transparent", border: "none" },
  "&.cm-focused": { outline: "3px solid var(--sparql-focus)", outlineOffset: "-1px" },
  "&.cm-focused .cm-selectionBackground, .cm-selectionBackground, ::selection": {
    backgroundColor: "var(--sparql-selection) !important",
  },
  ".cm-tooltip": {
    color: "var(--sparql-text)",
    backgroundColor: "var(--sparql-background)",
    border: "1px solid var(--sparql-comment)",
  },
  ".cm-tooltip-autocomplete ul li[aria-selected]": {
    color: "var(--sparql-text)",
    backgroundColor: "var(--sparql-selection)",
  },
  ".cm-completionDetail": { fontStyle: "normal", opacity: "1" },
  ".cm-completionInfo": { maxWidth: "24rem" },
});

export function openEditor(
  area: HTMLTextAreaElement,
  label: string,
  terms: Terms,
  run: () => void,
): QueryField {
  const host = document.createElement("div");
  host.className = "sparql-editor";
  // In a shadow root the editor's styles are adopted style sheets, which the policy allows.
  const root = host.attachShadow({ mode: "open" });
  const submit = Prec.highest(keymap.of([{ key: "Mod-Enter", run: () => (run(), true) }]));
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: area.value,
      extensions: [
        submit,
        minimalSetup,
        lineNumbers(),
        bracketMatching(),
        closeBrackets(),
        lintGutter(),
        keymap.of([...closeBracketsKeymap, ...completionKeymap]),
        autocompletion({ override: [completionsFrom(terms)] }),
        SparqlLanguage,
        syntaxHighlighting(colours),
        looks,
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ "aria-label": label, spellcheck: "false" }),
      ],
    }),
  });
  area.after(host);
  area.hidden = true;
  return fieldOf(view);
}

function fieldOf(view: EditorView): QueryField {
  return {
    text: () => view.state.doc.toString(),
    focus: () => view.focus(),
    replace: (text) =>
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text }, selection: { anchor: 0 } }),
    clear: () => view.dispatch(setDiagnostics(view.state, [])),
    notice: (places) => {
      const { length } = view.state.doc;
      const told = places.filter(({ to }) => to <= length).map((one) => ({ ...one, severity: "warning" as const }));
      view.dispatch(setDiagnostics(view.state, told));
    },
    mark: (line, column, message) => {
      const { doc } = view.state;
      const at = doc.line(Math.min(Math.max(line, 1), doc.lines));
      const from = Math.min(at.from + column - 1, at.to);
      const to = Math.min(from + 1, doc.length);
      view.dispatch(setDiagnostics(view.state, [{ from, to, severity: "error", message }]));
      view.dispatch({ selection: { anchor: from }, scrollIntoView: true });
      view.focus();
    },
  };
}
