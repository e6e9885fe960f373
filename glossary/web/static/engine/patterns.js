// Turn written forms into patterns: word for word, what a text must show.
//
// A word of a pattern has a shape: `caps` in capitals, `written` as the form
// writes it or in capitals, `free` in any case and with a free plural. Its `join`
// is the sign that must stand before it, empty for space, hyphen, slash.

import { fold, stem } from "./keys.js";
import { APOSTROPHES, HYPHENS, SPACES, countLetters, isCapitals, isSmall, pattern, strip } from "./signs.js";
import { words } from "./text.js";

// From this length on, an acronym may be said as a word and written so: Agefiph.
const SPOKEN_LENGTH = 4;

const HYPHEN = pattern(`^[${HYPHENS}]$`);
const STANDARD_JOIN = pattern(`^[${SPACES}${HYPHENS}${APOSTROPHES}\\/_]*$`);
const LETTERS_ONLY = /^\p{L}+$/u;
const A_CAPITAL = /\p{Uppercase}/u;

/** List the patterns of one form of a term, also with capital parts run together. */
export function patternsOf({ text, role, term }, isOrdinary) {
  const kind = kindOf(text, role, term);
  const parts = wordsOf(text, kind);
  if (!parts.length) return [];
  const tail = tailOf(text);
  const variants = kind === "acronym" ? [...runs(parts)] : [parts];
  return variants.map((variant) => ({
    words: variant,
    tail,
    kind,
    term: term.id,
    isOrdinary: variant.every((word) => isOrdinary(word.key)),
    maySpeak: maySpeak(variant, isOrdinary),
    key: variant.map((word) => word.key).join(""),
  }));
}

function maySpeak([first, second], isOrdinary) {
  if (second || first.shape !== "caps" || first.key.length < SPOKEN_LENGTH) return false;
  return LETTERS_ONLY.test(first.key) && !isOrdinary(first.key);
}

/**
 * Say as what a form is recognised: acronym, name, term or full.
 *
 * A variant of an acronym that is a phrase explains itself as a full form does,
 * unless it starts with a sigle («CSE central»).
 */
export function kindOf(text, role, term) {
  if (role === "full") return "full";
  if (term.kind !== "acronym") return term.kind;
  const [first, second] = [...words(text)].slice(0, 2);
  return second && isPlain(first[0]) ? "full" : "acronym";
}

const isPlain = (word) => countLetters(word) > 1 && !A_CAPITAL.test(word.slice(1));

function wordsOf(text, kind) {
  const found = [];
  let last = -1;
  for (const match of words(text)) {
    const between = last < 0 ? "" : text.slice(last, match.index);
    const written = match[0];
    const folded = fold(written);
    if (folded) found.push({ key: folded, shape: shapeOf(written, kind), written, join: joinOf(between, kind) });
    last = match.index + written.length;
  }
  return found;
}

/** Give the sign that must stand between two words; in a jargon term the hyphen is the term. */
function joinOf(between, kind) {
  if (kind === "term" && HYPHEN.test(between)) return "-";
  return STANDARD_JOIN.test(between) ? "" : strip(between);
}

function shapeOf(word, kind) {
  if (kind === "full") return "free";
  if (kind === "name") return "written";
  const letters = countLetters(word);
  if (!letters || (isCapitals(word) && letters > 1)) return "caps";
  if (kind !== "acronym" || isSmall(word)) return "free";
  return isCapitals(word) ? "caps" : "written";
}

function tailOf(text) {
  let last = 0;
  for (const match of words(text)) last = match.index + match[0].length;
  const tail = strip(text.slice(last));
  return ["!", "+", "?"].includes(tail) ? tail : "";
}

/** Yield the words with every choice of neighbouring capital parts run together. */
function* runs(parts) {
  yield parts;
  for (let at = 0; at + 1 < parts.length; at++) {
    const [left, right] = [parts[at], parts[at + 1]];
    if (left.shape !== "caps" || right.shape !== "caps" || right.join) continue;
    const joined = { ...left, key: left.key + right.key, written: left.written + right.written };
    yield* runs([...parts.slice(0, at), joined, ...parts.slice(at + 2)]);
  }
}

/**
 * Find patterns by the first word that a text must show.
 *
 * Forms are filed under the stems their patterns may start with; the patterns
 * themselves are made when a text asks for that stem, so a big glossary costs
 * little to load.
 */
export class PatternIndex {
  constructor(forms, isOrdinary) {
    this.isOrdinary = isOrdinary;
    this.forms = new Map();
    this.made = new Map();
    this.fitting = new Map();
    this.lows = new Uint8Array(27 ** 3);
    for (const form of forms) {
      for (const first of firstKeys(form.text)) this.file(stem(first), form);
      if (!IN_CAPITALS.test(form.text)) this.note(form);
    }
  }

  /** Note how a small word starts that may start a form. */
  note({ text, role, term }) {
    const [first] = wordsOf(text, kindOf(text, role, term));
    if (first && (first.shape === "free" || SMALL.test(first.written))) this.lows[lowNumber(first.key, 0, first.key.length)] = 1;
  }

  /** Say whether the small word at a place may start a form; most may not. */
  mayStart(text, start, end) {
    const number = lowNumber(text, start, end);
    return number < 0 || this.lows[number] > 0;
  }

  file(first, form) {
    const group = this.forms.get(first);
    if (!group) this.forms.set(first, [form]);
    else if (!group.includes(form)) group.push(form);
  }

  /** List the patterns whose first word has a stem. */
  byFirst(first) {
    const known = this.made.get(first);
    if (known) return known;
    const forms = this.forms.get(first) ?? [];
    const made = forms.flatMap((form) => patternsOf(form, this.isOrdinary)).filter((made) => stem(made.words[0].key) === first);
    this.made.set(first, made);
    return made;
  }
}

const ONE_WORD = /^[A-Za-z0-9]+$/;
const IN_CAPITALS = /^[A-Z0-9]+$/;
const SMALL = /^\p{Ll}/u;

/** Number a word by its first three letters from a to z; -1 where others are among them. */
function lowNumber(text, start, end) {
  let number = 0;
  for (let at = start; at < start + 3; at++) {
    const letter = at < end ? text.charCodeAt(at) - 96 : 0;
    if (letter < 0 || letter > 26 || (letter === 0 && at < end)) return -1;
    number = number * 27 + letter;
  }
  return number;
}

/** List the folded words that a form may start with: its first, and the first ones run together. */
function firstKeys(text) {
  if (ONE_WORD.test(text)) return [text.toLowerCase()];
  const found = [];
  let run = "";
  for (const [written] of words(text)) {
    run += fold(written);
    if (run) found.push(run);
    if (!isCapitals(written) && countLetters(written)) break;
  }
  return found;
}
