// The words of SPARQL 1.1, and those that the engine knows beyond.
const KEYWORDS =
  "BASE PREFIX SELECT DISTINCT REDUCED AS CONSTRUCT WHERE DESCRIBE ASK FROM NAMED GROUP BY HAVING ORDER ASC DESC LIMIT OFFSET VALUES UNDEF OPTIONAL GRAPH SERVICE SILENT BIND MINUS UNION FILTER IN NOT EXISTS SEPARATOR TRUE FALSE A LATERAL VERSION";
const FUNCTIONS =
  "STR LANG LANGMATCHES DATATYPE BOUND IRI URI BNODE RAND ABS CEIL FLOOR ROUND CONCAT STRLEN UCASE LCASE ENCODE_FOR_URI CONTAINS STRSTARTS STRENDS STRBEFORE STRAFTER YEAR MONTH DAY HOURS MINUTES SECONDS TIMEZONE TZ NOW UUID STRUUID MD5 SHA1 SHA256 SHA384 SHA512 COALESCE IF STRLANG STRLANGDIR STRDT SAMETERM ISIRI ISURI ISBLANK ISLITERAL ISNUMERIC REGEX SUBSTR REPLACE COUNT SUM MIN MAX AVG SAMPLE GROUP_CONCAT ADJUST TRIPLE SUBJECT PREDICATE OBJECT ISTRIPLE LANGDIR HASLANG HASLANGDIR";

export const functions: ReadonlySet<string> = new Set(FUNCTIONS.split(" "));
export const known: ReadonlySet<string> = new Set([...KEYWORDS.split(" "), ...functions]);

/** The nearest of some words, where it is near enough to be what was meant. */
export function nearest(word: string, among: Iterable<string>): string | undefined {
  const upper = word.toUpperCase();
  let best: string | undefined;
  let least = Math.min(3, Math.ceil(word.length / 2));
  for (const one of among) {
    const distance = slips(upper, one.toUpperCase());
    if (distance < least) [best, least] = [one, distance];
  }
  return best;
}

/** How many letters to put in, take out, change or swap make one word of the other. */
function slips(one: string, other: string): number {
  let [before, last] = [[] as number[], Array.from({ length: other.length + 1 }, (_, n) => n)];
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      row[j] = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (before[j - 2] ?? 0) + 1 : Infinity,
      );
    }
    [before, last] = [last, row];
  }
  return last[other.length] ?? 0;
}
