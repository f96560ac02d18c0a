// The words of the scripts themselves, in the language of the page.
export type Language = "de" | "en";

export const language: Language = document.documentElement.lang.startsWith("de") ? "de" : "en";

export function words<T>(table: Readonly<Record<Language, T>>): T {
  return table[language];
}

/** The language of the page's data scripts, which may be one that the scripts have no words in. */
export const pageLanguage: string = document.documentElement.lang || "en";

export function number(value: number): string {
  return value.toLocaleString(pageLanguage);
}
