// Build bundle.js, the code inside the bookmark, and meanings.js, which it loads
// where it may, from the modules: `npm run bookmarklet`.
//
// With `--check` nothing is written, and the answer is 1 when one of them is stale.

import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { build, transform } from "esbuild";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
// Names of our own that no browser and no answer of the server uses; they are shortened.
const OWN = (
  "addresses alive bubble bears blockElement blocks byElement byFirst byKey choices definedAt derive derived enterFrame entries " +
  "erase evidence firstNames fitting followsSigle forget forgetWithin fullPatterns giveFocusBack goTo guard hasDot indexes " +
  "isDeep isFolded isFresh isHeading isKnown isOrdinary isOwn isPinned isPlainWord isProperName isFirstName isStale isStopped isTight " +
  "isWord keyUp kindOf kindPainted knowledgeOf know lexicon maySpeak mention mentionAt mentionPatterns mentions mentionsIn onBlock " +
  "onChange onDefinition onFrame onPage onRoot opaque openPage opener ordinary patternsFor placeOf rangeOf refresh registries " +
  "resolution roots sections sheets showAll showDefinition spans spoken stage starts surface swallowed toggleKnown waiting written"
).split(" ").filter((name) => name !== "entries");


/** Take a style sheet as its minified text. */
const sheets = {
  name: "sheets",
  setup({ onLoad }) {
    onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await transform(readFileSync(path, "utf8"), { loader: "css", minify: true });
      return { contents: code.trim(), loader: "text" };
    });
  },
};

/** Bundle one door; names of our own are shortened alike in all. */
async function bundle(door, format, mangleCache) {
  const built = await build({
    entryPoints: [here(`../static/bookmarklet/${door}.js`)],
    inject: [here("../static/bookmarklet/natives.js")],
    plugins: [sheets],
    bundle: true,
    minify: true,
    mangleProps: new RegExp(`^(?:${OWN.join("|")})$`),
    mangleCache,
    write: false,
    format,
    charset: "ascii",
    target: "esnext",
  });
  // What esbuild leaves outside ASCII stands in regular expressions.
  const text = built.outputFiles[0].text.replace(/[^\x00-\x7f]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return { text, mangleCache: built.mangleCache };
}

const bookmark = await bundle("index", "iife", {});
const meanings = await bundle("meanings", "esm", bookmark.mangleCache);

for (const [name, { text }] of Object.entries({ "bundle.js": bookmark, "meanings.js": meanings })) {
  if (!process.argv.includes("--check")) writeFileSync(here(name), text);
  else if (readFileSync(here(name), "utf8") !== text) process.exitCode = 1;
  console.log(`${name}: ${text.length} characters`);
}
