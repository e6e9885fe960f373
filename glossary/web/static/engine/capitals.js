// Tell a sigle from a plain word or a surname that stands in capitals.
//
// French sets headings and surnames in capitals, and `DE`, `PAR`, `CAR` are then
// plain words. What stands beside a word on its line decides.

import { fold } from "./keys.js";
import { APOSTROPHES, HYPHENS, SPACES, countLetters, isCapitalised, isCapitals, isDigits, pattern } from "./signs.js";
import { words } from "./text.js";

// How far to either side a line is looked at; enough for a heading.
const LINE_REACH = 160;

const TITLES = new Set(
  "m mm mme mmes mlle mlles mr dr me pr monsieur madame mademoiselle messieurs mesdames maitre".split(" "),
);
const GAP = pattern(`^[${SPACES}${HYPHENS}${APOSTROPHES},\\/\\&]{1,4}$`);
const TIGHT_GAP = pattern(`^[${SPACES}${HYPHENS}${APOSTROPHES}]{1,4}$`);
const NAME_GAP = pattern(`^\\.?[${SPACES}${HYPHENS}]{1,3}$`);
const NEGATION = pattern(`(?<![\\p{L}\\p{N}_])(?:ne\\s|n[${APOSTROPHES}])[^.!?]{0,40}$`, "i");

const lineStart = (text, start) => Math.max(text.lastIndexOf("\n", start - 1) + 1, start - LINE_REACH, 0);

function lineEnd(text, end) {
  const stop = Math.min(text.length, end + LINE_REACH);
  const line = text.slice(end, stop).indexOf("\n");
  return line < 0 ? stop : end + line;
}

/** List the words of `text[low:high]`, with their places in the text. */
function wordsIn(text, low, high) {
  // One sign more on the left tells whether the first word starts there.
  const from = Math.max(0, low - 1);
  const found = [];
  for (const match of words(text.slice(from, high))) {
    const start = from + match.index;
    if (start >= low) found.push({ start, end: start + match[0].length, surface: match[0] });
  }
  return found;
}

const belongs = (word) => isCapitals(word) || isDigits(word);
const counts = (word) => isCapitals(word) && countLetters(word) > 1;

/** Give the words in capitals that lead up to a place, nearest first. */
export function runBefore(text, start) {
  const found = [];
  let right = start;
  let isTight = true;
  for (const word of wordsIn(text, lineStart(text, start), start).reverse()) {
    const gap = text.slice(word.end, right);
    if (!GAP.test(gap) || !belongs(word.surface)) break;
    isTight = isTight && TIGHT_GAP.test(gap);
    if (counts(word.surface)) found.push({ surface: word.surface, isTight });
    right = word.start;
  }
  return found;
}

/** Give the words in capitals that follow a place, nearest first. */
export function runAfter(text, end) {
  const found = [];
  let left = end;
  let isTight = true;
  for (const word of wordsIn(text, end, lineEnd(text, end))) {
    const gap = text.slice(left, word.start);
    if (!GAP.test(gap) || !belongs(word.surface)) break;
    isTight = isTight && TIGHT_GAP.test(gap);
    if (counts(word.surface)) found.push({ surface: word.surface, isTight });
    left = word.end;
  }
  return found;
}

/**
 * Say whether the capitals of an ordinary word make it a sigle there.
 *
 * `know` tells of a neighbour in capitals whether it is a known `sigle`, `both`
 * that and an ordinary word, or any other `word`.
 */
export function saySomething(text, start, end, know, ordinary) {
  const known = [...runBefore(text, start), ...runAfter(text, end)].map((beside) => [know(beside.surface), beside.isTight]);
  if (known.some(([knowledge]) => knowledge === "word")) return false;
  if (known.some(([knowledge, isTight]) => knowledge === "both" && isTight))
    return known.some(([knowledge]) => knowledge === "sigle");
  if (!known.length && followsFirstName(text, start, ordinary)) return false;
  return !isStressedNegation(text, start, end);
}

/** Say whether it is the PAS of «il ne faut PAS», stressed by capitals. */
const isStressedNegation = (text, start, end) =>
  text.slice(start, end) === "PAS" && NEGATION.test(text.slice(Math.max(0, start - LINE_REACH), start));

/** Say whether a first name or a title (M., Mme) stands right before. */
export function followsFirstName(text, start, ordinary) {
  const last = wordsIn(text, lineStart(text, start), start).pop();
  if (!last || !NAME_GAP.test(text.slice(last.end, start))) return false;
  const word = last.surface;
  const folded = fold(word);
  const dotted = text[last.end] === ".";
  if (TITLES.has(folded) || (word.length === 1 && isCapitals(word) && dotted)) return true;
  if (!isCapitalised(word) || dotted) return false;
  return ordinary.isFirstName(folded) || ordinary.isProperName(folded) || !ordinary.isWord(folded);
}
