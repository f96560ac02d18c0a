// Words and the forms under which they are found, as `onrecord.publish.site.assets.search` folds them.
const UMLAUTS: Readonly<Record<string, string>> = { ä: "ae", ö: "oe", ü: "ue" };

export function wordsOf(text: string): string[] {
  return text.normalize("NFC").match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The first form of a word: `Öl` is looked up as `oel`, `Straße` as `strasse`, `café` as `cafe`. */
export function fold(word: string): string {
  const lower = word.toLowerCase().normalize("NFC").replaceAll("ß", "ss");
  return lower
    .replace(/[äöü]/g, (letter) => UMLAUTS[letter] ?? letter)
    .normalize("NFD")
    .replace(/\p{M}/gu, "");
}
