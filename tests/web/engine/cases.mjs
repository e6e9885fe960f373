// Run the shared cases in node: `node cases.mjs ENGINE_FOLDER CASES_FOLDER WORDS_FILE`.

import { readFileSync, readdirSync } from "node:fs";
import { pathToFileURL } from "node:url";

import { failures } from "./cases.js";

const [engineFolder, casesFolder, wordsFile] = process.argv.slice(2);
const read = (path) => JSON.parse(readFileSync(path, "utf8"));
const stems = (folder, ending) =>
  readdirSync(folder)
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length));

const engine = {};
for (const name of stems(engineFolder, ".js"))
  engine[name] = await import(pathToFileURL(`${engineFolder}/${name}.js`));
const cases = {};
for (const name of stems(casesFolder, ".json")) cases[name] = read(`${casesFolder}/${name}.json`);

const { count, wrong } = failures(engine, cases, read(wordsFile));
console.log(JSON.stringify({ count, wrong }));
