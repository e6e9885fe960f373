// Hold the French word lists of the resolver and the subjects words belong to.
//
// Both come from the server as the files of the Python engine: lists by name, and
// the lines of the subjects, `name: words`.

import { fold, stem } from "./keys.js";
import { isDigits } from "./signs.js";
import { words } from "./text.js";

// Words of one family share their first letters: «recruter», «recrutement».
const ROOT_LENGTH = 6;
// A term with this much weight of words in a subject belongs to it wholly.
const WHOLE = 2.5;
// One word of a term may be of a subject by chance, and the more are the surer.
const SURENESS = 1.5;
// What a thing attracts by its kind alone: one signs a contract, one draws an allowance.
const KIND = 0.4;

/** Give the mark of a word's family, or nothing for a short word. */
export const rootOf = (word) => (word.length >= ROOT_LENGTH ? familyOf(word) : "");

export const familyOf = (word) => `${word.slice(0, ROOT_LENGTH)}*`;

export class French {
  constructor({ lists = {}, themes = "" } = {}) {
    this.lists = {};
    for (const name of Object.keys(lists)) this.lists[name] = lists[name].split(" ");
    this.sets = new Map();
    this.known = new Map();
    this.themes = themes;
  }

  list(name) {
    return this.lists[name] ?? [];
  }

  has(name, word) {
    if (!this.sets.has(name)) this.sets.set(name, new Set(this.list(name)));
    return this.sets.get(name).has(word);
  }

  /** Fold a word and free it of its plural; empty for a word that says nothing. */
  stemOf(surface) {
    let found = this.known.get(surface);
    if (found === undefined) {
      const folded = fold(surface);
      found = folded.length < 2 || isDigits(folded) || this.has("function_words", folded) ? "" : stem(folded);
      this.known.set(surface, found);
    }
    return found;
  }

  /** List the stems of the telling words of a phrase, in order. */
  stems(text) {
    return words(text)
      .map(([word]) => this.stemOf(word))
      .filter(Boolean);
  }

  /** Say whether a stem belongs to no subject: running text is full of them. */
  isFaint(word) {
    this.faint ??= new Set(this.list("faint_words").map(stem));
    return this.faint.has(word);
  }

  readThemes() {
    this.subjects = [];
    this.kinds = new Map();
    this.byWord = new Map();
    for (const line of this.themes.split(/\r?\n/)) {
      const at = line.indexOf(":");
      if (at < 0) continue;
      const name = line.slice(0, at);
      const found = [...new Set(this.stems(line.slice(at + 1)))].sort();
      if (!name.startsWith("@")) this.subjects.push(found);
      else for (const noun of this.stems(name)) this.kinds.set(noun, [...(this.kinds.get(noun) ?? []), ...found]);
    }
    this.subjects.forEach((found, number) => {
      for (const word of found) this.byWord.set(word, [...(this.byWord.get(word) ?? []), number]);
    });
  }

  /**
   * Give the words that go with a term, each with a share from 0 to 1.
   *
   * `shares` are the term's own words, `head` is the stem of its head noun.
   */
  related(shares, head) {
    if (!this.subjects) this.readThemes();
    const belongs = new Map();
    for (const [word, share] of shares) {
      const numbers = this.byWord.get(word) ?? [];
      for (const number of numbers) belongs.set(number, (belongs.get(number) ?? 0) + share / numbers.length);
    }
    const found = new Map();
    const raise = (word, share) => found.set(word, Math.max(found.get(word) ?? 0, share));
    for (const number of [...belongs.keys()].sort((a, b) => a - b)) {
      const degree = Math.min(1, belongs.get(number) / WHOLE) ** SURENESS;
      for (const word of this.subjects[number]) raise(word, degree / this.byWord.get(word).length ** 0.5);
    }
    for (const word of this.kinds.get(head) ?? []) raise(word, KIND);
    return found;
  }
}
