// Tell a sigle from a plain word or a surname that stands in capitals.
//
// French sets headings and surnames in capitals, and `DE`, `PAR`, `CAR` are then
// plain words. What stands beside a word on its line decides.

import { fold } from "./keys.js";
import { MAX_LENGTH } from "./ordinary.js";
import { APOSTROPHES, HYPHENS, SPACES, countLetters, isCapitalised, isCapitals, isDigits, pattern } from "./signs.js";
import { words } from "./text.js";

// How far to either side a line is looked at; enough for a heading.
const LINE_REACH = 160;

// A parenthesis after a sigle explains it and says nothing about the next word;
// what it hides of the line is looked at this far.
const ASIDE_REACH = 800;

const TITLES = new Set(
  "m mm mme mmes mlle mlles mr dr me pr monsieur madame mademoiselle messieurs mesdames maitre".split(" "),
);
const GAP = pattern(`^[${SPACES}${HYPHENS}${APOSTROPHES},\\/\\&]{1,4}$`);
const TIGHT_GAP = pattern(`^[${SPACES}${HYPHENS}${APOSTROPHES}]{1,4}$`);
const NAME_GAP = pattern(`^\\.?[${SPACES}${HYPHENS}]{1,3}$`);
// Most of what stands before is a small word, and then there is no run.
const SMALL_BEFORE = pattern(`[a-zß-öø-ÿ][${SPACES}${HYPHENS}${APOSTROPHES},\\/\\&]{1,4}$`);
const ASIDE = pattern(`[${SPACES}]?\\\\?[\\(\\[][^\\(\\)\\[\\]\\n]*\\\\?[\\)\\]]`, "g");
const SUBJECT = pattern(`(?:objet|sujet|subject)[${SPACES}]*:[${SPACES}]*$`, "i");
// «le PIC EQUAL»: an article in small letters announces a sigle. Particles of
// names take articles too: «la DU BARRY».
const ARTICLE = pattern(
  `(?<![\\p{L}\\p{N}_])(?:(?:[lc]es?|la|du|des|une?|aux?|cet(?:te)?|[smn]on|[sm]a|[sm]es|[nv]otre|[nv]os|leurs?|chaque)` +
    `[${SPACES}]{1,2}|[ld][${APOSTROPHES}])[«“"]?[${SPACES}]?$`,
  "i",
);
const ARTICLE_REACH = 12;
const PARTICLES = new Set("al ben da de des di du el la le les van von".split(" "));
const PLAIN = new Set(["word", "strange"]);
const NEGATION = pattern(`(?<![\\p{L}\\p{N}_])(?:ne\\s|n[${APOSTROPHES}])[^.!?]{0,40}$`, "i");

const lineBefore = (text, start, reach) =>
  text.slice(Math.max(text.lastIndexOf("\n", start - 1) + 1, start - reach, 0), start);

function lineAfter(text, end, reach) {
  const line = text.slice(end, end + reach);
  const stop = line.indexOf("\n");
  return stop < 0 ? line : line.slice(0, stop);
}

const belongs = (word) => isCapitals(word) || isDigits(word);
const counts = (word) => isCapitals(word) && countLetters(word) > 1;

/**
 * Give the words in capitals that lead up to a place, nearest first.
 *
 * Numbers and single capital letters belong to a run but say nothing; a closed
 * parenthesis is passed over.
 */
export function runBefore(text, start) {
  let before = lineBefore(text, start, LINE_REACH);
  if (SMALL_BEFORE.test(before)) return [];
  if (/[)\]]/.test(before)) before = lineBefore(text, start, ASIDE_REACH).replace(ASIDE, "").slice(-LINE_REACH);
  const found = [];
  let right = before.length;
  let isTight = true;
  for (const match of [...words(before)].reverse()) {
    const gap = before.slice(match.index + match[0].length, right);
    if (!GAP.test(gap) || !belongs(match[0])) break;
    isTight = isTight && TIGHT_GAP.test(gap);
    if (counts(match[0])) found.push({ surface: match[0], isTight });
    right = match.index;
  }
  return found;
}

/** Give the words in capitals that follow a place, nearest first. */
export function runAfter(text, end) {
  let after = lineAfter(text, end, LINE_REACH);
  if (/[([]/.test(after)) after = lineAfter(text, end, ASIDE_REACH).replace(ASIDE, "").slice(0, LINE_REACH);
  const found = [];
  let left = 0;
  let isTight = true;
  for (const match of words(after)) {
    const gap = after.slice(left, match.index);
    if (!GAP.test(gap) || !belongs(match[0])) break;
    isTight = isTight && TIGHT_GAP.test(gap);
    if (counts(match[0])) found.push({ surface: match[0], isTight });
    left = match.index + match[0].length;
  }
  return found;
}

/** Go back over the words in capitals that stand tight before: PINSON DE BRÉAL. */
export function runStart(text, start) {
  for (const neighbour of runBefore(text, start)) {
    if (!neighbour.isTight) break;
    start = text.slice(0, start).lastIndexOf(neighbour.surface);
  }
  return start;
}

/**
 * Say whether the capitals of an ordinary word make it a sigle there.
 *
 * `know` tells of a neighbour in capitals whether it is a known `sigle`, `both`
 * that and an ordinary word, any other `word` or name of French, or a `strange` one.
 */
export function saySomething(text, start, end, know, ordinary) {
  const known = [...runBefore(text, start), ...runAfter(text, end)].map((beside) => [know(beside.surface), beside.isTight]);
  if (known.some(([knowledge]) => knowledge === "word")) return false;
  if (known.some(([knowledge, isTight]) => knowledge === "strange" && isTight))
    return followsArticle(text, start) && !PARTICLES.has(fold(text.slice(start, end)));
  if (known.some(([knowledge, isTight]) => knowledge === "both" && isTight))
    return known.some(([knowledge]) => knowledge === "sigle");
  if (!known.length && (followsFirstName(text, start, ordinary) || isHeading(text, start, end, know))) return false;
  return !isSetPhrase(text, start, end);
}

/** Say whether an article or possessive stands right before, not in capitals. */
function followsArticle(text, start) {
  const match = ARTICLE.exec(text.slice(Math.max(0, start - ARTICLE_REACH), start));
  return match !== null && !isCapitals(match[0]);
}

/** Say whether it is the PAS of «il ne faut PAS», or the RE of a mail's subject. */
function isSetPhrase(text, start, end) {
  const word = text.slice(start, end);
  if (word === "PAS") return NEGATION.test(text.slice(Math.max(0, start - LINE_REACH), start));
  if (word === "RE") return text[end] === ":" || SUBJECT.test(text.slice(Math.max(0, start - ARTICLE_REACH), start));
  return false;
}

/** Say whether the rest of the line is plain words in capitals. */
function isHeading(text, start, end, know) {
  const before = lineBefore(text, start, ASIDE_REACH).replace(ASIDE, "").slice(-LINE_REACH);
  const after = lineAfter(text, end, ASIDE_REACH).replace(ASIDE, "").slice(0, LINE_REACH);
  const found = Array.from(words(`${before} ${after}`), ([word]) => word).filter((word) => countLetters(word) > 1);
  return found.every(isCapitals) && found.filter((word) => PLAIN.has(know(word))).length > 1;
}

/** Find the word right before a place on its line; undefined where something else stands there. */
function wordBefore(text, start) {
  // One sign more on the left tells whether the first word starts there.
  const line = lineBefore(text, start, LINE_REACH);
  const low = start - line.length;
  const from = Math.max(0, low - 1);
  const found = [...words(text.slice(from, start))].filter((match) => from + match.index >= low).pop();
  const end = found && from + found.index + found[0].length;
  return found && NAME_GAP.test(text.slice(end, start)) ? { surface: found[0], hasDot: text[end] === "." } : undefined;
}

/** Say whether the words in capitals that end here follow a title or first name. */
export function bearsSurname(text, start, ordinary) {
  const { surface = "", hasDot } = wordBefore(text, runStart(text, start)) ?? {};
  const folded = fold(surface);
  return TITLES.has(folded) || (isCapitalised(surface) && ordinary.isFirstName(folded) && !hasDot);
}

/**
 * Say whether a first name or a title (M., Mme) stands right before.
 *
 * A first name is a known proper name, or a capitalised word that is no
 * ordinary word of French; of longer words than the lists hold nobody knows.
 */
export function followsFirstName(text, start, ordinary) {
  const { surface, hasDot } = wordBefore(text, start) ?? {};
  if (!surface) return false;
  const folded = fold(surface);
  if (TITLES.has(folded) || (surface.length === 1 && isCapitals(surface) && hasDot)) return true;
  if (!isCapitalised(surface) || hasDot) return false;
  if (ordinary.isFirstName(folded) || ordinary.isProperName(folded)) return true;
  return folded.length <= MAX_LENGTH && !ordinary.isWord(folded);
}
