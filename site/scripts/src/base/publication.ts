// Where the publication is: found from the running script's own address, in any folder, from file: too.
const script = document.currentScript;
const source = script instanceof HTMLScriptElement ? script.src : document.baseURI;

/** The root of the publication, with a slash at its end. */
export const root: URL = new URL("../", source);

export function inPublication(address: string): string {
  return new URL(address, root).href;
}

/** The folder of the page's language: "en/" below /en/, else "". */
export function languageFolder(lang: string): string {
  return location.href.startsWith(inPublication(`${lang}/`)) ? `${lang}/` : "";
}

const loading = new Map<string, Promise<void>>();

/** Runs `assets/NAME` once; a script element works where fetch and import do not. */
export function loadAsset(name: string): Promise<void> {
  const known = loading.get(name);
  if (known) return known;
  const loaded = new Promise<void>((resolve, reject) => {
    const made = document.createElement("script");
    made.src = inPublication(`assets/${name}`);
    made.addEventListener("load", () => resolve());
    made.addEventListener("error", () => {
      loading.delete(name);
      made.remove();
      reject(new Error(name));
    });
    document.head.append(made);
  });
  loading.set(name, loaded);
  return loaded;
}
