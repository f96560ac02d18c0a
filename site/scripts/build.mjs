// Bundles every src/*.ts into a classic script, and collects pico, our styles and the licences.
// usage: node build.mjs DIR
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import * as esbuild from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const out = process.argv[2];
if (!out) throw new Error("usage: node build.mjs DIR");
mkdirSync(out, { recursive: true });

const common = {
  bundle: true,
  minify: true,
  format: "iife",
  target: ["es2022"],
  charset: "utf8",
  legalComments: "none",
  metafile: true,
  absWorkingDir: here,
  define: { "import.meta.url": '"about:blank"' },
};
const face = "@fontsource/source-serif-4";
const used = new Set(["@picocss/pico", face]);

function remember(result) {
  for (const file of Object.keys(result.metafile.inputs)) {
    const name = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file);
    if (name) used.add(name[1]);
  }
}

// "worker:NAME" is the text of the bundled src/NAME.ts; "gzip:FILE" the compressed bytes of a file.
const embedded = {
  name: "embedded",
  setup(build) {
    build.onResolve({ filter: /^(worker|gzip):/ }, ({ path }) => {
      const [namespace, target] = path.split(":");
      return { path: target, namespace };
    });
    build.onLoad({ filter: /.*/, namespace: "worker" }, async ({ path }) => {
      const entryPoints = [join("src", "worker", `${path}.ts`)];
      const result = await esbuild.build({ ...common, entryPoints, write: false });
      remember(result);
      return { contents: result.outputFiles[0].text, loader: "text" };
    });
    build.onLoad({ filter: /.*/, namespace: "gzip" }, ({ path }) => {
      const bytes = readFileSync(join(here, "node_modules", path));
      return { contents: gzipSync(bytes, { level: 9 }), loader: "binary" };
    });
  },
};

const entryPoints = readdirSync(join(here, "src"))
  .filter((name) => name.endsWith(".ts"))
  .sort()
  .map((name) => join("src", name));
remember(await esbuild.build({ ...common, entryPoints, outdir: out, plugins: [embedded] }));

await esbuild.build({
  entryPoints: ["node_modules/@picocss/pico/css/pico.css"],
  outfile: join(out, "pico.css"),
  minify: true,
  legalComments: "none",
  absWorkingDir: here,
});
await esbuild.build({
  entryPoints: ["scripts.css"],
  outfile: join(out, "scripts.css"),
  minify: true,
  absWorkingDir: here,
});

// The face of the picture cards: read when a card is drawn, not published.
mkdirSync(join(out, "fonts"), { recursive: true });
for (const part of ["latin", "latin-ext"])
  copyFileSync(
    join(here, "node_modules", face, "files", `source-serif-4-${part}-500-normal.woff`),
    join(out, "fonts", `${part}.woff`),
  );

// The text for packages that say Apache-2.0 and ship no text: this project's own licence.
const apache = ["APACHE-2.0.txt", "../../LICENSE"].map((name) => join(here, name)).find(existsSync);

function licence(name) {
  const folder = join(here, "node_modules", name);
  const about = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (!file && !(apache && about.license.includes("Apache-2.0"))) throw new Error(`${name}: no licence`);
  const text = readFileSync(file ? join(folder, file) : apache, "utf8");
  const repository = about.repository?.url ?? about.repository ?? about.homepage ?? "";
  return `${name} ${about.version}\n${about.license}\n${repository}\n\n${text.trim()}\n`;
}

const rule = `\n${"-".repeat(72)}\n\n`;
writeFileSync(
  join(out, "THIRD-PARTY-LICENSES.txt"),
  ["The scripts and styles of this site contain the following packages.\n", ...[...used].sort().map(licence)].join(rule),
);
