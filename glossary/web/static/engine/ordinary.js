// Know the ordinary words of French, so that capitals do not mislead.
//
// The server sends each list as front-coded lines, one for the words of one
// prefix of three letters: `abc:` and then, for each word, how many letters it
// shares with the one before (as a capital, A for none) and its other letters.
// A line is read when a word first asks for it.

import { compact, fold } from "./keys.js";
import { isSpeakable } from "./unknown.js";

const PREFIX = 3;

// The lists of words and names hold none longer.
export const MAX_LENGTH = 10;

/** Answer for the words in one front-coded list. */
class WordList {
  constructor(coded) {
    this.lines = new Map();
    this.read = new Map();
    for (const line of coded.split("\n")) {
      const at = line.indexOf(":");
      if (at >= 0) this.lines.set(line.slice(0, at), line.slice(at + 1));
    }
  }

  has(word) {
    const prefix = word.slice(0, PREFIX);
    let rests = this.read.get(prefix);
    if (!rests) {
      rests = decode(this.lines.get(prefix) ?? "");
      this.read.set(prefix, rests);
    }
    return rests.has(word.slice(PREFIX));
  }
}

function decode(line) {
  const words = new Set();
  let last = "";
  for (const [, shared, rest] of line.matchAll(/([A-Z])([a-z0-9]*)/g)) {
    last = last.slice(0, shared.charCodeAt(0) - 65) + rest;
    words.add(last);
  }
  return words;
}

/** Know words, proper names and the first names that are also words. */
export class Ordinary {
  constructor({ words = "", names = "", first_names: firstNames = [] }) {
    this.words = new WordList(words);
    this.names = new WordList(names);
    this.firstNames = new Set(firstNames);
  }

  isWord(folded) {
    return this.words.has(folded);
  }

  /** Say whether it is an ordinary word, a proper name or a first name. */
  isPlainWord(folded) {
    return this.isWord(folded) || this.isProperName(folded) || this.isFirstName(folded);
  }

  isProperName(folded) {
    return this.names.has(folded);
  }

  isFirstName(folded) {
    return this.firstNames.has(folded);
  }
}

/**
 * Stand in where the lists cannot be had.
 *
 * Of the forms it is known which are ordinary words too; any other word that can
 * be spoken counts as ordinary, so that a heading is not taken for sigles.
 */
export class FewWords {
  constructor(ordinary, terms) {
    this.ordinary = new Set(ordinary);
    this.forms = new Set();
    for (const { short_form: short, variants } of terms)
      for (const form of [short, ...variants]) this.forms.add(compact(form)).add(fold(form));
  }

  isWord(folded) {
    if (this.ordinary.has(folded)) return true;
    return folded.length > 3 && isSpeakable(folded) && !this.forms.has(folded);
  }

  isPlainWord(folded) {
    return this.isWord(folded);
  }

  isProperName() {
    return false;
  }

  isFirstName() {
    return false;
  }
}
