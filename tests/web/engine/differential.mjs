// Answer for generated texts as the Python engine did: `node differential.mjs ENGINE_FOLDER FILE`.
//
// The file holds `{ words, lexicons: [{ terms, cases: [{ text, answer }] }] }`; prints
// the texts whose answers differ, with both.

import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [folder, file] = process.argv.slice(2);
const load = (name) => import(pathToFileURL(`${folder}/${name}.js`));
const { Lexicon } = await load("lexicon");
const { Ordinary } = await load("ordinary");
const { Offsets } = await load("offsets");
const { French } = await load("french");
const { findDefinitions } = await load("definitions");
const { findFullForms, scan } = await load("scan");
const { findUnknown } = await load("unknown");
const { resolve } = await load("resolve");

const { words, lexicons } = JSON.parse(readFileSync(file, "utf8"));
const ordinary = new Ordinary(words);
const french = new French(words);

function answer(text, lexicon) {
  const offsets = new Offsets(text);
  const span = ({ start, end }) => [offsets.toPoints(start), offsets.toPoints(end)];
  const definitions = findDefinitions(text);
  const mentions = scan(text, lexicon, { extra: definitions.map(({ short }) => short.surface) });
  const taken = mentions.map(({ start, end }) => [start, end]);
  const full = findFullForms(text, lexicon);
  const resolutions = resolve(text, mentions, definitions, lexicon, french, { full });
  return {
    mentions: mentions.map((mention) => [...span(mention), mention.terms]),
    unknown: findUnknown(text, lexicon, { taken }).map(span),
    definitions: definitions.map(({ short, long }) => [...span(short), ...span(long)]),
    full: full.map(span),
    resolutions: resolutions.map(({ decision, term, origin, note, confidence }) => [
      decision,
      term?.id ?? null,
      origin,
      note,
      Math.round(confidence * 1e5) / 1e5,
    ]),
  };
}

// The last digit of a confidence may be rounded either way.
const ROUNDING = 1.5e-5;

function differs(one, other) {
  if (typeof one === "number" && typeof other === "number") return Math.abs(one - other) > ROUNDING;
  if (!one || typeof one !== "object") return one !== other;
  const keys = Object.keys(one);
  return keys.length !== Object.keys(other ?? {}).length || keys.some((key) => differs(one[key], other[key]));
}

let count = 0;
const wrong = [];
for (const { terms, cases } of lexicons) {
  const lexicon = new Lexicon(terms, ordinary);
  for (const { text, answer: expected } of cases) {
    count++;
    const found = answer(text, lexicon);
    for (const part of Object.keys(expected))
      if (differs(found[part], expected[part])) wrong.push([part, text, found[part], expected[part]]);
  }
}
console.log(JSON.stringify({ count, wrong: wrong.slice(0, 20) }));
