// What a reader has chosen: values by facet, in the address and in the form.
export type Choice = ReadonlyMap<string, ReadonlySet<string>>;

/** The facet that holds words to look for rather than values. */
export const TEXT = "text";

export function readForm(form: HTMLFormElement): Choice {
  const choice = new Map<string, Set<string>>();
  for (const [name, value] of new FormData(form)) {
    if (typeof value !== "string" || !value.trim()) continue;
    const values = choice.get(name) ?? new Set<string>();
    choice.set(name, values.add(value));
  }
  return choice;
}

export function fillForm(form: HTMLFormElement, address: URLSearchParams): void {
  for (const field of form.elements) {
    if (field instanceof HTMLInputElement && (field.type === "checkbox" || field.type === "radio"))
      field.checked = address.getAll(field.name).includes(field.value);
    else if (field instanceof HTMLInputElement && field.name) field.value = address.get(field.name) ?? "";
    else if (field instanceof HTMLSelectElement) {
      const wanted = address.get(field.name) ?? "";
      field.value = [...field.options].some((option) => option.value === wanted) ? wanted : "";
    }
  }
}

/** The address with this choice in it; parameters of other things stay. */
export function addressOf(choice: Choice, names: ReadonlySet<string>, from: string): string {
  const address = new URLSearchParams(from);
  for (const name of names) address.delete(name);
  for (const [name, values] of choice) for (const value of values) address.append(name, value);
  const text = address.toString();
  return text ? `?${text}` : "";
}
