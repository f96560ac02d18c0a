// Where the query is written: the page's textarea, or the editor that takes its place.
export interface QueryField {
  text(): string;
  replace(text: string): void;
  focus(): void;
  /** Points at a place of the query, lines and columns from 1. */
  mark(line: number, column: number, message: string): void;
  /** Marks places that something is told of; whoever writes stays where they are. */
  notice(places: readonly Noticed[]): void;
  clear(): void;
}

/** From one character of the query to before another, and what is told. */
export interface Noticed {
  readonly from: number;
  readonly to: number;
  readonly message: string;
}

export function plainField(area: HTMLTextAreaElement): QueryField {
  return {
    text: () => area.value,
    replace: (text) => {
      area.value = text;
    },
    focus: () => area.focus(),
    mark: (line, column) => {
      const start = area.value.split("\n").slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
      area.focus();
      area.setSelectionRange(start + column - 1, start + column);
    },
    notice: () => undefined,
    clear: () => undefined,
  };
}
