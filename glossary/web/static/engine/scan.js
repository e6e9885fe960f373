// Find the known forms in a text: the longest at each word.
//
// One sweep goes through the words; each different word is held against the
// patterns once and remembered with the lexicon, so a text pays for its
// vocabulary and a long page for little more than its words.

import { bearsSurname, saySomething } from "./capitals.js";
import { fold, stem } from "./keys.js";
import { MAX_LENGTH } from "./ordinary.js";
import { PatternIndex } from "./patterns.js";
import {
  APOSTROPHES,
  HYPHENS,
  SPACES,
  isCapitalised,
  isCapitals,
  isDigits,
  isSmall,
  matchAt,
  pattern,
} from "./signs.js";
import { OpaqueFinder, WordSweep, wordAt } from "./text.js";

// The rest of a reference number.
const REFERENCE = pattern("[\\-\\u{2010}\\u{2011}]\\p{Nd}+[\\-\\u{2010}\\u{2011}\\/.]\\p{Nd}", "y");
const NUMBERED = pattern("[\\-\\u{2010}\\u{2011}]\\p{Nd}{2}", "y");
const HYPHEN = pattern("[\\-\\u{2010}\\u{2011}]");
// A dash or slash between spaces parts two forms: «CGT – FO – SUD».
const GAP = pattern(
  `(?=[^\\p{L}\\p{N}_])(?![${SPACES}]+[${HYPHENS}\\/][${SPACES}])[${SPACES}]{0,4}[${HYPHENS}${APOSTROPHES}\\/_]?[${SPACES}]{0,4}(?:\\r?\\n[${SPACES}]{0,12}(?![\\r\\n]))?`,
  "y",
);
const BROKEN = pattern(`[\\-\\u{2010}\\u{ad}]\\r?\\n[${SPACES}]{0,12}`, "y");
const ELIDED = pattern(
  `(?:[cdjlmnst]|(?:jus|lors|puis|quoi|pres|quel)?qu)[${APOSTROPHES}][[\\p{L}\\p{N}]--\\p{Nd}]`,
  "iy",
);
const APOSTROPHE = pattern(`^[${APOSTROPHES}]$`);
const LETTERS_ONLY = /^\p{L}+$/u;
const NOT_BARE = /[^\p{L}\p{N}]/gu;
const BEFORE_SENTENCE = /[ \t\xa0\u202f«"“(*_#>\-•]+$/;
const NOT_ASCII = /[^\x00-\x7f]/;
const JOIN_SPACES = " \xa0\u202f";
const KINDS = ["acronym", "name", "term", "full"];
const NONE = [];

/**
 * Find every mention of a known form, in text order, never overlapping.
 *
 * `opaque` are stretches `[start, end]` where nothing is recognised, sorted and
 * disjoint; `extra` short forms that only the document defines.
 */
export function scan(text, lexicon, { opaque = [], extra = [], fullForms = false } = {}) {
  const indexes = [lexicon.mentionPatterns];
  if (fullForms) indexes.push(lexicon.fullPatterns);
  if (extra.length) indexes.push(extraIndex(extra, lexicon));
  return new Scanner(text, lexicon, indexes, opaque).mentions();
}

/** Find where full forms are written out, in text order, never overlapping. */
export const findFullForms = (text, lexicon, { opaque = [] } = {}) =>
  new Scanner(text, lexicon, [lexicon.fullPatterns], opaque).mentions();

/** Find forms that only the document defines, by an index of them alone. */
export const findExtra = (text, lexicon, index) => new Scanner(text, lexicon, [index], []).mentions();

/** Index short forms that only the document defines. */
export function extraIndex(extra, lexicon) {
  const forms = [...new Set(extra)].map((text) => ({ text, role: "short", term: { id: "", kind: "acronym" } }));
  return new PatternIndex(forms, lexicon.isOrdinary);
}

class Scanner {
  constructor(text, lexicon, indexes, opaque) {
    this.text = text;
    this.lexicon = lexicon;
    this.indexes = indexes;
    this.opaque = opaque;
    this.closed = 0;
    this.addresses = new OpaqueFinder(text);
    this.know = (word) => this.knowledgeOf(word);
  }

  mentions() {
    const { text } = this;
    const found = [];
    let done = 0;
    for (const sweep = new WordSweep(text); sweep.next(); ) {
      if (sweep.start < done || !this.mayStart(sweep.start, sweep.end)) continue;
      const patterns = this.patternsFor(text.slice(sweep.start, sweep.end));
      const mention = patterns.length && this.mentionAt(sweep.start, sweep.end, patterns);
      if (!mention) continue;
      found.push(mention);
      done = mention.end;
    }
    return found;
  }

  mayStart(start, end) {
    for (const index of this.indexes) if (index.mayStart(this.text, start, end)) return true;
    return false;
  }

  /** List the patterns whose first word a word of the text may be. */
  patternsFor(word) {
    if (this.indexes.length === 1) return fitting(this.indexes[0], word);
    return this.indexes.flatMap((index) => fitting(index, word));
  }

  /** Give the longest form at a place whose conditions hold. */
  mentionAt(start, end, patterns) {
    const ends = new Map();
    for (const one of patterns) {
      const stop = one.words.length > 1 || one.tail ? this.match(one, end) : end;
      if (stop < 0) continue;
      if (ends.has(stop)) ends.get(stop).push(one);
      else ends.set(stop, [one]);
    }
    for (const stop of [...ends.keys()].sort((a, b) => b - a)) {
      const holding = ends.get(stop).filter((one) => this.holds(one, start, stop));
      if (holding.length && !this.isOpaque(start, stop)) return mentionOf(this.text, start, stop, holding);
    }
    return null;
  }

  /** Hold a pattern against the words after its first; give its end, or -1. */
  match(one, end) {
    let position = end;
    for (const word of one.words.slice(1)) {
      const match = nextWord(this.text, position, word.join);
      if (!match) return -1;
      if (fits(word, match[0], one)) position = match.index + match[0].length;
      else position = brokenEnd(this.text, match, word);
      if (position < 0) return -1;
    }
    return withTail(this.text, position, one.tail);
  }

  /** Check what stands around a match: elision, capitals, start of a sentence. */
  holds(one, start, stop) {
    const { text } = this;
    const last = one.words.at(-1);
    const following = text[stop] ?? "";
    if (following === "°" || this.isReference(start, stop)) return false;
    if (APOSTROPHE.test(following) && last.shape === "caps" && matchAt(ELIDED, text, Math.max(0, stop - last.key.length)))
      return false;
    if (one.kind === "term" || one.kind === "full") return true;
    const surface = text.slice(start, stop);
    if (!one.isOrdinary)
      return !(isCapitals(surface) && LETTERS_ONLY.test(surface) && bearsSurname(text, start, this.lexicon.ordinary));
    if (isCapitals(surface)) return saySomething(text, start, stop, this.know, this.lexicon.ordinary);
    return !(one.words.length === 1 && one.kind === "name" && startsSentence(text, start));
  }

  /** Say whether a match is a part of a reference number: CIP-2024-08, FOR-CIP-25. */
  isReference(start, stop) {
    const { text } = this;
    if (matchAt(REFERENCE, text, stop)) return true;
    return start > 0 && HYPHEN.test(text[start - 1]) && matchAt(NUMBERED, text, stop) !== null;
  }

  knowledgeOf(word) {
    const { lexicon } = this;
    const folded = fold(word);
    const isOrdinary = lexicon.isOrdinary(folded);
    if (!lexicon.byKey(word).length && !lexicon.parts.has(folded))
      // No list holds longer words: they may well be ordinary.
      return isOrdinary || folded.length > MAX_LENGTH ? "word" : "strange";
    return isOrdinary ? "both" : "sigle";
  }

  isOpaque(start, stop) {
    const { opaque } = this;
    while (this.closed < opaque.length && opaque[this.closed][1] <= start) this.closed++;
    if (this.closed < opaque.length && opaque[this.closed][0] < stop) return true;
    const around = this.addresses.around(start, stop);
    return around !== undefined && !(start <= around[0] && around[1] <= stop);
  }
}

/** List the patterns of an index that a word may start; found once for each word. */
function fitting(index, word) {
  let known = index.fitting.get(word);
  if (known === undefined) {
    known = findFitting(index, word);
    index.fitting.set(word, known);
  }
  return known;
}

function findFitting(index, word) {
  const folded = fold(word);
  const found = index.byFirst(stem(folded));
  // The stem drops one s: none of two letters («les DEs»), one too few of «les CEPSs».
  const isPlural = word.endsWith("s") && !isSmall(word);
  const single = isPlural ? stem(folded.slice(0, -1)) : stem(folded);
  const all = single === stem(folded) ? found : [...found, ...index.byFirst(single)];
  const fit = all.filter((one) => fits(one.words[0], word, one));
  return fit.length ? fit : NONE;
}

/** Match the word that follows, joined as the form joins it. */
function nextWord(text, position, join) {
  if (!join) {
    const gap = matchAt(GAP, text, position);
    return gap?.[0] ? wordAt(text, position + gap[0].length) : null;
  }
  let rest = position;
  while (rest - position < 2 && rest < text.length && JOIN_SPACES.includes(text[rest])) rest++;
  if (!text.startsWith(join, rest)) return null;
  let next = rest + join.length;
  while (next - rest < 4 && next < text.length && JOIN_SPACES.includes(text[next])) next++;
  return wordAt(text, next);
}

/** Give the end of a word that a hyphen breaks at the end of a line, or -1. */
function brokenEnd(text, match, word) {
  const end = match.index + match[0].length;
  const broken = matchAt(BROKEN, text, end);
  const rest = broken && wordAt(text, end + broken[0].length);
  if (!rest || word.shape !== "free") return -1;
  return stem(fold(match[0]) + fold(rest[0])) === stem(word.key) ? rest.index + rest[0].length : -1;
}

function withTail(text, position, tail) {
  if (!tail) return position;
  const rest = "\xa0\u202f".includes(text[position] ?? "-") ? position + 1 : position;
  return text.startsWith(tail, rest) ? rest + tail.length : -1;
}

/** Say whether a word of the text shows what a word of the form asks. */
function fits(word, surface, one) {
  const folded = fold(surface);
  if (word.shape === "free") return folded === word.key || stem(folded) === stem(word.key);
  if (folded === word.key) return shows(word, surface, one);
  if (one.kind === "acronym" && surface.endsWith("s") && folded.slice(0, -1) === word.key)
    return shows(word, surface.slice(0, -1), one);
  return false;
}

/** Compare the case of a word with that of the form. */
function shows(word, surface, one) {
  if (surface === word.written) return true;
  if (isCapitals(surface)) return word.shape === "caps" || surface.length > 1;
  if (isDigits(surface)) return true;
  if (word.shape !== "written") return one.maySpeak && isCapitalised(bare(surface));
  if (!NOT_ASCII.test(surface + word.written)) return false;
  return bare(surface) === bare(word.written);
}

/** Drop accents and invisible signs, keep case. */
const bare = (word) => word.normalize("NFD").replace(NOT_BARE, "");

/** Say whether a place is the first word of a sentence, line or text. */
export function startsSentence(text, start) {
  const before = text.slice(Math.max(0, start - 12), start).replace(BEFORE_SENTENCE, "");
  return !before || ".!?…\n:".includes(before.at(-1));
}

const mentionOf = (text, start, end, patterns) => ({
  start,
  end,
  surface: text.slice(start, end),
  key: patterns.map((one) => one.key).sort()[0],
  kind: KINDS.find((kind) => patterns.some((one) => one.kind === kind)),
  terms: [...new Set(patterns.map((one) => one.term))].filter(Boolean).sort(),
});
