// What the page and the worker of the engine say to each other.
export interface DatasetText {
  readonly type: string;
  readonly text: string;
}

export interface Term {
  readonly type: "uri" | "literal" | "bnode" | "triple";
  readonly value: string;
  readonly "xml:lang"?: string;
  readonly "its:dir"?: "ltr" | "rtl";
  readonly datatype?: string;
}

export type Row = Readonly<Record<string, Term>>;

export interface Table {
  readonly variables: readonly string[];
  readonly rows: readonly Row[];
}

export type Answer =
  | { readonly form: "boolean"; readonly value: boolean; readonly json: string }
  | { readonly form: "bindings"; readonly table: Table; readonly json: string }
  | { readonly form: "graph"; readonly table: Table; readonly turtle: string };

/** The IRIs that a query asks for, and the namespaces in which another may be meant. */
export interface Named {
  readonly iris: readonly string[];
  readonly namespaces: readonly string[];
}

/** What the engine says of a regular expression: what it is, and whether it can be run without its flags and with them. */
export interface Tried {
  readonly pattern?: Term;
  readonly flags?: Term;
  readonly plain: boolean;
  readonly flagged: boolean;
}

export type Request =
  | { readonly kind: "start"; readonly wasm: ArrayBuffer; readonly dataset: DatasetText }
  | { readonly kind: "query"; readonly text: string; readonly language: string; readonly named: Named; readonly patterns: readonly string[] };

export type Reply =
  | { readonly kind: "ready"; readonly quads: number }
  | { readonly kind: "failed"; readonly message: string }
  | {
      readonly kind: "answer";
      readonly answer: Answer;
      readonly labels: ReadonlyMap<string, string>;
      readonly milliseconds: number;
      /** What the query names and the dataset does not have, with what was probably meant, or "". */
      readonly absent: ReadonlyMap<string, string>;
      readonly tried: readonly Tried[];
    };
