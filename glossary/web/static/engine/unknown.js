// Find the words that look like a sigle and that nobody has explained.
//
// Reporting a surname or a heading is a fault, and so is missing a sigle; what
// stands around decides.

import { followsFirstName, runAfter, runBefore, runStart } from "./capitals.js";
import { fold } from "./keys.js";
import { isCapitalised, isCapitals, isDigits, matchAt, pattern, strip } from "./signs.js";
import { OpaqueFinder, WordSweep, isRaised, wordAt } from "./text.js";

const MIN_CAPITALS = 2;
const MAX_SIGNS = 10;
// In a heading in capitals a longer word that can be spoken is a rare word or a
// name, not a sigle.
const SPEAKABLE_LENGTH = 6;

const JOINED = /[&\-\u2010\u2011](?=[\p{L}\p{N}])/uy;
const ROMAN = /^(?=.)M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})(?:ERE?|EME|E)?s?$/;
const SMALL_ROMAN = /^[IVX]+$/;
const NUMBERED = new Set("annexe article chapitre livre partie section siecle titre tome volume".split(" "));
const REFERENCE = /^(?:[A-Z]{1,3}[0-9]{2,}.*|[0-9]+[A-Z]{1,2}|.*[0-9]{3,}.*|.*[-\u2010\u2011][0-9]{2,})$/;
const INITIALS = pattern("^[[\\p{L}\\p{N}]--\\p{Nd}]\\.[[\\p{L}\\p{N}]--\\p{Nd}]\\.?$");
const VOWEL = /[aeiouy]/;
const SIGNS = /[\p{L}\p{N}]/gu;
const LETTERS_ONLY = /^\p{L}+$/u;
const NOT_SPEAKABLE = /[^aeiouy]{4}|^[^aeiouy]{3}|[aeiouy]{4}/;
const WORD_BEFORE = pattern("[[\\p{L}\\p{N}]--\\p{Nd}]+", "g");
const WORD_OR_DOTTED = /[\p{L}\p{N}_.]+/gu;
const NAME_AFTER = pattern("[ \\u{a0}]([[\\p{L}\\p{N}]--\\p{Nd}]+)", "y");
const TITLE_CASE = /^[^\p{L}]*\p{Lu}[^\p{L}]*$/u;

// Written in capitals, but neither sigles to be explained nor words: signs of
// money, measure, tax, politeness and typing.
const NOT_SIGLES = new Set(
  (
    "bd cf cm dpt etc eur ghz go ht ier iere kg khz km ko kwh mhz mm mo mwh nb ok ps re st ste to ttc usd vs"
  ).split(" "),
);

/**
 * Find each place of a sigle that is neither known nor defined, in order.
 *
 * `taken` are the places already explained, `opaque` those where nothing is
 * recognised, both as `[start, end]`.
 */
export function findUnknown(text, lexicon, { taken = [], opaque = [] } = {}) {
  const closed = [...taken, ...opaque].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const addresses = new OpaqueFinder(text);
  return candidates(text, closed).filter((piece) => isSigle(text, piece, lexicon, addresses));
}

/** List runs of capitals and digits outside closed places, in order. */
function candidates(text, closed) {
  const found = [];
  let number = 0;
  let done = 0;
  for (const sweep = new WordSweep(text); sweep.next(); ) {
    const { start } = sweep;
    if (start < done || !isRaised(text.slice(start, start + 2))) continue;
    const end = (done = joinedEnd(text, sweep.end));
    while (number < closed.length && closed[number][1] <= start) number++;
    if (number < closed.length && closed[number][0] < end) continue;
    const surface = text.slice(start, end);
    if (looksLikeSigle(surface)) found.push({ start, end, surface });
  }
  return found;
}

/** Go on over `&` and `-` while capitals or digits follow: R&D, CSE-C. */
function joinedEnd(text, end) {
  for (let joint; (joint = matchAt(JOINED, text, end)); ) {
    const rest = wordAt(text.slice(end + 1, end + MAX_SIGNS + 3), 0);
    if (!rest || !isRaised(rest[0]) || !(isCapitals(rest[0]) || isDigits(rest[0]))) break;
    end += 1 + rest[0].length;
  }
  return end;
}

function looksLikeSigle(surface) {
  const bare = surface.endsWith("s") ? surface.slice(0, -1) : surface;
  if (!isCapitals(bare)) return false;
  const signs = bare.match(SIGNS) ?? [];
  return signs.length <= MAX_SIGNS && signs.filter(isCapitals).length >= MIN_CAPITALS;
}

function isSigle(text, piece, lexicon, addresses) {
  const folded = fold(piece.surface);
  if (NOT_SIGLES.has(folded) || lexicon.isOrdinary(folded) || REFERENCE.test(piece.surface)) return false;
  if (longParts(piece.surface).some((part) => lexicon.isOrdinary(part))) return false;
  if (isRoman(text, piece) || addresses.around(piece.start, piece.end)) return false;
  if (INITIALS.test(piece.surface) && TITLE_CASE.test(strip(text.slice(piece.end, piece.end + 2)))) return false;
  return !isName(text, piece, folded, lexicon) && !isHeadingWord(text, piece, folded, lexicon);
}

function longParts(surface) {
  const parts = surface.split(/[\-\u2010\u2011]/);
  return parts.length > 1 ? parts.filter((part) => part.length > 3).map(fold) : [];
}

/** Say whether it is a number: XIV always, `CD` only after «chapitre». */
function isRoman(text, { start, surface }) {
  if (!ROMAN.test(surface)) return false;
  if (SMALL_ROMAN.test(surface)) return true;
  const before = text.slice(Math.max(0, start - 20), start).match(WORD_BEFORE);
  return before !== null && NUMBERED.has(fold(before.at(-1)));
}

/** Say whether it is a name of a person or place, set in capitals. */
function isName(text, piece, folded, lexicon) {
  if (lexicon.ordinary.isProperName(folded)) return true;
  if (!VOWEL.test(folded) || !LETTERS_ONLY.test(folded)) return false;
  const start = runStart(text, piece.start);
  if (followsFirstName(text, start, lexicon.ordinary) && !followsSigle(text, start, lexicon)) return true;
  return folded.length >= 4 && precedesFirstName(text, piece.end, lexicon);
}

function followsSigle(text, start, lexicon) {
  const before = text.slice(Math.max(0, start - 30), start).match(WORD_OR_DOTTED);
  return before !== null && lexicon.byKey(before.at(-1)).length > 0;
}

/** Say whether a known first name follows: MARIVAL Laurent. */
function precedesFirstName(text, end, lexicon) {
  const match = matchAt(NAME_AFTER, text.slice(end, end + 30), 0);
  return match !== null && isCapitalised(match[1]) && lexicon.ordinary.isProperName(fold(match[1]));
}

/** Say whether it is a rare word in a heading in capitals. */
function isHeadingWord(text, { start, end }, folded, lexicon) {
  if (folded.length < SPEAKABLE_LENGTH || !isSpeakable(folded)) return false;
  const beside = [...runBefore(text, start), ...runAfter(text, end)];
  return beside.some((neighbour) => neighbour.isTight && !lexicon.byKey(neighbour.surface).length);
}

/** Say whether vowels and consonants alternate as in a word. */
export const isSpeakable = (folded) => LETTERS_ONLY.test(folded) && !NOT_SPEAKABLE.test(folded);
