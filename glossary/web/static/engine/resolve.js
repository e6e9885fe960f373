// Choose a meaning for each mention, or say honestly that nobody can tell.

import { compact, key } from "./keys.js";
import { DOCUMENT_EVIDENCE, PLACE_EVIDENCE, Reader, neighbours } from "./evidence.js";
import { Profiles } from "./profiles.js";
import { findDate } from "./dates.js";
import { Offsets } from "./offsets.js";
import { WHITE, pattern } from "./signs.js";

// Below this probability nobody can say: undecided.
const MARGIN = 0.68;
// The chance that a meaning stands outside the glossary, as log-odds.
const OTHER = -3.6;
const OTHER_OF_COLLECTION = -0.2;
// A document's own definition leaves little doubt.
const DEFINED = 0.99;
// What the other mentions of a form say: one sense a document, unless the place says otherwise.
const FROM_ELSEWHERE = 0.6;
const MOST_FROM_ELSEWHERE = 0.8;
const MOST_EXAMINED = 300;
// From this likeness on, two long forms name one thing.
const NEARLY_EQUAL = 0.85;
const SAME_FAMILY = 0.9;
const SHARED_LETTERS = 5;
// A chain of names longer than this is an error of the base.
const LONGEST_CHAIN = 5;

const PAIR = /[\u{10000}-\u{10ffff}]/u;
const PAIRS = /[\u{10000}-\u{10ffff}]/gu;
const BLANKS = pattern(`[${WHITE}]+`, "g");
const SIGLE = /(?<![\p{L}\p{N}])[A-ZÀ-Ý][A-ZÀ-Ý0-9.&\-]*[A-ZÀ-Ý0-9](?![\p{L}\p{N}])/gu;

/** Fold the blanks of a phrase into single spaces. */
const tidy = (text) => text.replace(BLANKS, " ").trim();

/** Resolve in one go; one resolution a mention, in order. */
export function resolve(text, mentions, definitions, lexicon, french, options) {
  const steps = resolving(text, mentions, definitions, lexicon, french, options);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

/**
 * Say what each mention means, in steps; the generator returns the resolutions.
 *
 * `full` are the full forms found in the text, `asOf` a date of any precision;
 * without one, the date in the document's head counts. A resolution has
 * `decision, term, full_form, definition, origin, confidence, candidates,
 * definedAt, note`; `term` is the term itself.
 */
export function* resolving(text, mentions, definitions, lexicon, french, { full = [], asOf = "", domains = [] } = {}) {
  if (PAIR.test(text)) [text, mentions, definitions] = inPoints(text, mentions, definitions);
  const resolver = new Resolver(text, mentions, definitions, lexicon, french);
  return yield* resolver.resolutions({ full: firstByTerm(full), asOf: asOf || findDate(text, french), domains });
}

/** Let every sign outside the basic plane count once, as distances are counted in code points. */
function inPoints(text, mentions, definitions) {
  const offsets = new Offsets(text);
  const moved = (piece) => ({ ...piece, start: offsets.toPoints(piece.start), end: offsets.toPoints(piece.end) });
  const given = definitions.map((own) => ({ short: moved(own.short), long: moved(own.long), own }));
  return [text.replace(PAIRS, "\ufffc"), mentions.map(moved), given];
}

function firstByTerm(full) {
  const found = new Map();
  for (const { terms, surface } of full) for (const id of terms) if (!found.has(id)) found.set(id, tidy(surface));
  return found;
}

class Resolver {
  constructor(text, mentions, definitions, lexicon, french) {
    Object.assign(this, { text, mentions, lexicon, french });
    this.local = new LocalDefinitions(definitions);
    this.reader = new Reader(text, french);
    this.only = new Map();
  }

  *resolutions(facts) {
    const chosen = [];
    const open = new Map();
    for (const [number, mention] of this.mentions.entries()) {
      const definition = this.local.forMention(mention);
      const terms = this.candidates(mention);
      if (definition) chosen[number] = this.defined(mention, terms, definition);
      else if (terms.length === 1 && !terms[0].collection) chosen[number] = this.onlyMeaning(mention, terms[0]);
      else {
        const form = terms.map((term) => term.id).join(" ");
        if (!open.has(form)) open.set(form, { terms, numbers: [] });
        open.get(form).numbers.push(number);
      }
      if (number % 64 === 0) yield;
    }
    for (const { terms, numbers } of open.values()) yield* this.weighForm(terms, numbers, facts, chosen);
    return chosen;
  }

  /** Give the terms of a mention; a collection answers only where the base does not. */
  candidates({ terms: ids }) {
    const terms = ids.map((id) => this.lexicon.byId(id));
    const own = terms.filter((term) => !term.collection);
    return own.length ? own : terms;
  }

  onlyMeaning(mention, term) {
    let known = this.only.get(term.id);
    if (!known) {
      const reasons = [{ kind: "only-meaning", weight: -OTHER, words: [], reason: "seul sens connu du glossaire" }];
      known = this.chosen(mention, term, [candidateOf(term, probabilities([0], OTHER)[0], reasons)]);
      this.only.set(term.id, known);
    }
    return mention.kind === "full" ? { ...known, decision: "named", full_form: null } : known;
  }

  chosen({ kind }, term, candidates, definition = null) {
    const isNamed = term.kind !== "acronym" || kind === "full";
    return {
      decision: isNamed ? "named" : "resolved",
      term,
      full_form: isNamed ? null : term.full_form,
      definition: term.definition || null,
      origin: "glossary",
      confidence: candidates[0].score,
      candidates,
      definedAt: definition?.own ?? definition,
      note: noteOf(term, this.lexicon, definition),
    };
  }

  /** Take the document at its word; the glossary's term where both say the same. */
  defined(mention, terms, definition) {
    const written = tidy(definition.long.surface);
    const reasons = [
      { kind: "document-definition", weight: Math.log(DEFINED / (1 - DEFINED)), words: [written], reason: `le document le définit : « ${written} »` },
    ];
    const match = bestMatch(written, terms, this.french);
    const others = terms.filter((term) => term !== match).map((term) => candidateOf(term, (1 - DEFINED) / Math.max(1, terms.length), []));
    if (match) return this.chosen(mention, match, [candidateOf(match, DEFINED, reasons), ...others], definition);
    const own = { term: "", full_form: written, score: DEFINED, evidence: reasons };
    return {
      decision: "resolved",
      term: null,
      full_form: written,
      definition: null,
      origin: "document",
      confidence: DEFINED,
      candidates: [own, ...others],
      definedAt: definition.own ?? definition,
      note: "",
    };
  }

  /** Resolve the mentions of one form together: one sense a document. */
  *weighForm(terms, numbers, facts, chosen) {
    if (!terms.length) {
      for (const number of numbers) chosen[number] = undecided(0, []);
      return;
    }
    const profiles = yield* profilesOf(this.lexicon, this.french);
    const { lexicon, french, reader, mentions } = this;
    const common = { ...facts, terms, lexicon, french, reader, profile: profiles.ofForm(terms) };
    const width = terms.length;
    const whole = gather(DOCUMENT_EVIDENCE, common, width);
    const examined = [];
    for (const number of numbers.slice(0, MOST_EXAMINED)) {
      const near = neighbours(mentions, number);
      examined.push(gather(PLACE_EVIDENCE, { ...common, mention: mentions[number], near }, width));
      yield;
    }
    const sums = examined.map((weighed) => weighed.map(sumOf));
    const totals = terms.map((_, at) => sums.reduce((sum, own) => sum + own[at], 0));
    for (const [position, own] of sums.entries()) {
      const elsewhere = fromElsewhere(totals, sums.length - 1, own);
      const pieces = terms.map((_, at) => [...whole[at], ...examined[position][at], ...elsewhere[at]]);
      chosen[numbers[position]] = this.decide(mentions[numbers[position]], terms, pieces);
    }
    if (numbers.length <= MOST_EXAMINED) return;
    const elsewhere = fromElsewhere(totals, sums.length, []);
    const pieces = terms.map((_, at) => [...whole[at], ...elsewhere[at]]);
    const sense = this.decide(mentions[numbers[MOST_EXAMINED]], terms, pieces);
    for (const number of numbers.slice(MOST_EXAMINED)) chosen[number] = sense;
  }

  decide(mention, terms, weighed) {
    const other = terms.some((term) => !term.collection) ? OTHER : OTHER_OF_COLLECTION;
    const scores = probabilities(weighed.map(sumOf), other);
    const candidates = terms
      .map((term, at) => candidateOf(term, scores[at], weighed[at]))
      .sort((a, b) => b.score - a.score || (a.term < b.term ? -1 : 1));
    if (candidates[0].score < MARGIN) return undecided(candidates[0].score, candidates);
    return this.chosen(mention, this.lexicon.byId(candidates[0].term), candidates);
  }
}

const undecided = (confidence, candidates) => ({
  decision: "undecided",
  term: null,
  full_form: null,
  definition: null,
  origin: "glossary",
  confidence,
  candidates,
  definedAt: null,
  note: "",
});

const buildProfiles = new WeakMap();

function* profilesOf(lexicon, french) {
  let profiles = buildProfiles.get(lexicon);
  if (!profiles) {
    profiles = new Profiles(lexicon, french);
    yield* profiles.count();
    buildProfiles.set(lexicon, profiles);
  }
  return profiles;
}

function gather(weighs, place, width) {
  const weighed = Array.from({ length: width }, () => []);
  for (const weigh of weighs) for (const [number, found] of weigh(place)) weighed[number].push(found);
  return weighed;
}

const sumOf = (pieces) => pieces.reduce((sum, { weight }) => sum + weight, 0);

/** Weigh what the other mentions of the form say, on average; `own` is left out of the totals. */
function fromElsewhere(totals, count, own) {
  if (!count) return totals.map(() => []);
  const means = totals.map((total, at) => (total - (own[at] ?? 0)) / count);
  const middle = means.reduce((sum, mean) => sum + mean, 0) / totals.length;
  return means.map((mean) => {
    const weight = FROM_ELSEWHERE * Math.min(count, 3) * (mean - middle);
    if (Math.abs(weight) <= 0.01) return [];
    const reason = `ailleurs dans le document, le texte va ${weight > 0 ? "dans ce sens" : "contre ce sens"}`;
    return [{ kind: "elsewhere", weight: Math.max(-MOST_FROM_ELSEWHERE, Math.min(MOST_FROM_ELSEWHERE, weight)), words: [], reason }];
  });
}

/** Turn log-odds into probabilities, beside a meaning that nobody listed. */
function probabilities(scores, other) {
  const top = Math.max(...scores, other);
  const powers = scores.map((score) => Math.exp(score - top));
  const total = powers.reduce((sum, power) => sum + power, 0) + Math.exp(other - top);
  return powers.map((power) => power / total);
}

const candidateOf = (term, score, pieces) => ({
  term: term.id,
  full_form: term.full_form,
  score,
  evidence: [...pieces].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)),
});

/** Answer what a document itself says of a form. */
class LocalDefinitions {
  constructor(definitions) {
    this.places = new Map();
    for (const definition of definitions) {
      const short = compact(definition.short.surface);
      if (!this.places.has(short)) this.places.set(short, []);
      this.places.get(short).push(definition);
    }
  }

  /** Give the nearest definition above, else the first below; undefined where none is. */
  forMention({ surface, key: folded, start }) {
    if (!this.places.size) return undefined;
    const short = compact(surface);
    const found = this.places.get(short) ?? this.places.get(folded) ?? (short.endsWith("s") ? this.places.get(short.slice(0, -1)) : undefined);
    return found?.findLast(({ short, long }) => Math.min(short.start, long.start) <= start) ?? found?.[0];
  }
}

/** Tell from 0 to 1 how far two long forms share their words. */
function likeness(one, other, french) {
  const left = french.stems(one);
  const rest = french.stems(other);
  if (!left.length || !rest.length) return 0;
  const count = left.length + rest.length;
  let shared = 0;
  for (const word of left) {
    let best = 0;
    for (let at = 1; at < rest.length; at++) if (alike(word, rest[at]) > alike(word, rest[best])) best = at;
    const value = rest.length ? alike(word, rest[best]) : 0;
    if (!value) continue;
    shared += value;
    rest.splice(best, 1);
  }
  return (2 * shared) / count;
}

function alike(one, other) {
  if (one === other) return 1;
  const short = Math.min(one.length, other.length);
  const length = Math.max(SHARED_LETTERS, short - 3);
  return short >= SHARED_LETTERS && one.slice(0, length) === other.slice(0, length) ? SAME_FAMILY : 0;
}

/** Give the term that a document's long form nearly equals; undefined where none does. */
function bestMatch(long, terms, french) {
  let best;
  let most = 0;
  for (const term of terms) {
    const phrases = [term.full_form || term.short_form, ...(term.variants ?? []).filter((text) => text.includes(" "))];
    const value = Math.max(...phrases.map((phrase) => likeness(long, phrase, french)));
    if (value > most) [best, most] = [term, value];
  }
  return most >= NEARLY_EQUAL ? best : undefined;
}

/** Join every remark on a chosen term; empty where there is none. */
function noteOf(term, lexicon, definition) {
  const written = definition ? tidy(definition.long.surface) : "";
  const differs = definition && key(written) !== key(term.full_form) ? `le document écrit « ${written} »` : "";
  return [differs, became(term, lexicon), unfolded(term, lexicon)].filter(Boolean).join(" ; ");
}

/** Say what a term became: «devenu CSE en 2020»; empty while it is in use. */
function became(term, lexicon) {
  const parts = [];
  const seen = new Set([term.id]);
  for (let later; (later = lexicon.byId(term.replaced_by)) && parts.length < LONGEST_CHAIN && !seen.has(later.id); term = later) {
    seen.add(later.id);
    const year = yearOfChange(term.valid_to, later.valid_from);
    parts.push(`${parts.length ? "puis" : "devenu"} ${later.short_form}${year ? ` en ${year}` : ""}`);
  }
  return parts.join(", ");
}

/** Give the year of a change: what ends on 31 December is followed in the next year, unless its successor came before. */
function yearOfChange(last = "", first = "") {
  const year = last.slice(0, 4);
  return last.endsWith("-12-31") && first.slice(0, 4) !== year ? String(Number(year) + 1) : year || first.slice(0, 4);
}

/** Spell out the sigles inside a full form, one level: «RSA : revenu de solidarité active». */
function unfolded(term, lexicon) {
  const parts = [];
  for (const sigle of new Set(term.full_form.match(SIGLE) ?? [])) {
    const inner = lexicon.byKey(sigle).filter((other) => other.full_form && other.id !== term.id);
    const usual = inner.filter((other) => (other.usage || "usual") === "usual");
    const [only, more] = usual.length ? usual : inner;
    // Two usual meanings, or a full form that leads back, explain nothing.
    if (only && !more && !only.full_form.includes(term.short_form)) parts.push(`${sigle} : ${only.full_form}`);
  }
  return parts.join(" ; ");
}
