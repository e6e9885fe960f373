// Know which words betray which meaning: counted once for a lexicon.
//
// Rarity of a word comes from the terms of the lexicon themselves: a word that few
// terms use says more.

import { rootOf } from "./french.js";

// What a word weighs by where it stands in the term.
const CONTEXT_SHARE = 1;
const FULL_FORM_SHARE = 0.9;
const DEFINITION_SHARE = 0.6;
// A word of the same family, and one of the same subject, is weaker evidence.
const FAMILY_SHARE = 0.6;
const THEME_SHARE = 0.8;
// Words of every subject say less than their rarity in the base tells.
const FAINT_SHARE = 0.5;
const LEAST_WEIGHT = 0.02;
const SMOOTHING = 2;
// In a lexicon of ten terms every word looks common; it counts as one of these.
const LEAST_TERMS = 1000;

export class Profiles {
  constructor(lexicon, french) {
    Object.assign(this, { lexicon, french, forms: new Map(), counts: null });
  }

  /** Count the words of all terms, in steps. */
  *count() {
    const counts = new Map();
    this.size = 0;
    for (const term of this.lexicon.terms.values()) {
      if (term.status === "withdrawn") continue;
      this.size++;
      for (const word of this.shares(term).keys()) counts.set(word, (counts.get(word) ?? 0) + 1);
      if (this.size % 8 === 0) yield;
    }
    this.counts = counts;
  }

  /** Tell from 0 to 1 how much a stem or root says. */
  rarity(word) {
    const total = Math.max(this.size, LEAST_TERMS);
    const count = this.counts.get(word) ?? 0;
    const rarity = Math.log((total + SMOOTHING) / (count + SMOOTHING)) / Math.log((total + SMOOTHING) / SMOOTHING);
    return this.french.isFaint(word) ? rarity * FAINT_SHARE : rarity;
  }

  /** Map the words that speak for some candidates to `[number of the candidate, weight]`. */
  ofForm(terms) {
    const key = terms.map((term) => term.id).join(" ");
    if (!this.forms.has(key)) this.forms.set(key, this.formProfile(terms));
    return this.forms.get(key);
  }

  formProfile(terms) {
    const found = new Map();
    terms.forEach((term, number) => {
      for (const [word, weight] of this.weights(term)) {
        if (found.has(word)) found.get(word).push([number, weight]);
        else found.set(word, [[number, weight]]);
      }
    });
    return found;
  }

  weights(term) {
    const own = this.shares(term);
    const weights = new Map();
    for (const [word, share] of own) weights.set(word, share * this.rarity(word));
    const raise = (word, share) => {
      const weight = THEME_SHARE * share * this.rarity(word);
      if (weight > (weights.get(word) ?? LEAST_WEIGHT)) weights.set(word, weight);
    };
    for (const [word, share] of this.french.related(own, this.french.stems(term.full_form)[0] ?? "")) {
      raise(word, share);
      const root = rootOf(word);
      if (root) raise(root, share * FAMILY_SHARE);
    }
    return weights;
  }

  /** Give the share of each stem and root of a term, the largest where it stands twice. */
  shares(term) {
    const { french } = this;
    const found = new Map();
    const own = new Set(french.stems(term.short_form));
    const raise = (word, share) => found.set(word, Math.max(found.get(word) ?? 0, share));
    const add = (text, share) => {
      for (const word of french.stems(text)) {
        if (own.has(word)) continue;
        raise(word, share);
        const root = rootOf(word);
        if (root) raise(root, share * FAMILY_SHARE);
      }
    };
    for (const text of term.context ?? []) add(text, CONTEXT_SHARE);
    add(term.full_form ?? "", FULL_FORM_SHARE);
    add(term.definition ?? "", DEFINITION_SHARE);
    return found;
  }
}
