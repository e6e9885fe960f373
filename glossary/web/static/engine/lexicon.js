// Hold the glossary in memory, ready to be searched; immutable once built.

import { compact } from "./keys.js";
import { PatternIndex, kindOf, patternsOf } from "./patterns.js";

export class Lexicon {
  /**
   * Take terms as plain objects and what is known of ordinary words.
   *
   * A term has `id, short_form, full_form, kind, variants, domain, definition,
   * context, usage, status, valid_from, valid_to, replaced_by, collection`; only
   * the first four must be there.
   */
  constructor(terms, ordinary) {
    this.ordinary = ordinary;
    this.isOrdinary = (word) => ordinary.isPlainWord(word);
    this.terms = new Map();
    for (const term of terms) this.terms.set(term.id, term);
    this.derived = new Map();
  }

  byId(id) {
    return this.terms.get(id);
  }

  /** Yield every written form of every term in use: short, variants, full; each text once. */
  *forms() {
    for (const term of this.terms.values()) {
      if (term.status === "withdrawn") continue;
      const seen = new Set();
      for (const [text, role] of [
        [term.short_form, "short"],
        ...(term.variants ?? []).map((variant) => [variant, "variant"]),
        [term.full_form, "full"],
      ])
        if (text && !seen.has(text)) {
          seen.add(text);
          yield { text, role, term };
        }
    }
  }

  /** Give what a stage makes of this lexicon, made once by `build(lexicon)`. */
  derive(build) {
    if (!this.derived.has(build)) this.derived.set(build, build(this));
    return this.derived.get(build);
  }

  /** Index the patterns of short forms, variants, names and jargon terms. */
  get mentionPatterns() {
    return this.derive(buildMentionPatterns);
  }

  /** Index the patterns of full forms, which explain themselves. */
  get fullPatterns() {
    return this.derive(buildFullPatterns);
  }

  /** Give the folded words in capitals of forms of several words: `xp`, `arsa`. */
  get parts() {
    return this.derive(buildParts);
  }

  /** Give the terms in use that are written so; case, dots and spaces do not matter. */
  byKey(form) {
    return this.derive(buildKeys).get(compact(form)) ?? [];
  }
}

const buildMentionPatterns = (lexicon) => indexOf(lexicon, false);
const buildFullPatterns = (lexicon) => indexOf(lexicon, true);

function* formsOf(lexicon, wantsFull) {
  for (const form of lexicon.forms())
    if ((form.role === "full" || kindOf(form.text, form.role, form.term) === "full") === wantsFull) yield form;
}

const indexOf = (lexicon, wantsFull) => new PatternIndex(formsOf(lexicon, wantsFull), lexicon.isOrdinary);

const ONE_WORD = /^[\p{L}\p{N}]+$/u;

function buildParts(lexicon) {
  const found = new Set();
  for (const form of formsOf(lexicon, false))
    if (!ONE_WORD.test(form.text))
      for (const { words } of patternsOf(form, lexicon.isOrdinary))
        if (words.length > 1)
          for (const { key, shape } of words)
            if (shape === "caps" && key.length > 1 && !lexicon.isOrdinary(key)) found.add(key);
  return found;
}

function buildKeys(lexicon) {
  const found = new Map();
  for (const { text, role, term } of lexicon.forms()) {
    const key = role === "full" ? "" : compact(text);
    if (!key) continue;
    const terms = found.get(key);
    if (!terms) found.set(key, [term]);
    else if (!terms.includes(term)) terms.push(term);
  }
  return found;
}
