// Weigh what speaks for and against each meaning, one small function a kind.
//
// Weights are log-odds; the numbers are those of the Python engine, which says how
// they were found. Each function yields `[number of the candidate, evidence]`.

import { featuresOf, shownAt } from "./agreement.js";
import { familyOf } from "./french.js";
import { isBefore } from "./dates.js";
import { pattern } from "./signs.js";
import { WordSweep } from "./text.js";

const FULL_FORM = 4;
const NOT_YET = -5;
const NO_LONGER = -3.5;
const YEAR_NOT_YET = -2.5;
const YEAR_NO_LONGER = -1.5;
const YEAR_IN_USE = 1;
const YEAR_REACH = 120;
const CHOSEN_DOMAIN = 1.5;
const USAGE = { usual: 0, occasional: -0.7, rare: -1.4 };
const TO_CHECK = -0.3;
const HALF_AT = 160;
const REACH = 360;
const OTHER_SENTENCE = 0.6;
const OTHER_PARAGRAPH = 0.35;
const SENTENCE_ENDS = [". ", "! ", "? ", ".\n", "\n\n"];
const PARAGRAPH_ENDS = ["\n\n"];
const CONTEXT = 4.5;
const MOST_CONTEXT = 16;
const MOST_WORDS = 4;
const SAME_DOMAIN = 0.35;
const MOST_SAME_DOMAIN = 1.05;
const NEIGHBOURS = 4;
const NEIGHBOUR_WORDS = 0.5;
const STANDS_TOGETHER = 2.2;
const TOGETHER_GAP = 5;
const AGREES = 0.7;
const DISAGREES = -2.5;
const NUMBER_AGREES = 0.3;
const NUMBER_DISAGREES = -1.2;

const YEAR = pattern(
  "(?<![\\p{Nd}\\/.\\-])(?:19[3-9]|20[0-4])\\p{Nd}(?![\\p{Nd}\\/]|[.,]\\p{Nd}| ?(?:€|euros))",
  "g",
);
const BLOCK = 256;
const LONGEST_WORD = 60;

const evidence = (kind, weight, reason, words = []) => ({ kind, weight, words, reason });
const year = (date) => date.slice(0, 4);

/** Read the words around places of one text, each stretch once. */
export class Reader {
  constructor(text, french) {
    Object.assign(this, { text, french, blocks: new Map() });
  }

  /** List `[stem or root, start, end]` of the words that start in a stretch and that a map knows. */
  *knownBetween(start, end, known) {
    const last = Math.floor((Math.min(end, this.text.length) - 1) / BLOCK);
    for (let number = Math.floor(Math.max(0, start) / BLOCK); number <= last; number++)
      for (const [word, from, to] of this.block(number)) {
        if (from < start || from >= end) continue;
        if (known.has(word)) yield [word, from, to];
        else if (known.has(familyOf(word))) yield [familyOf(word), from, to];
      }
  }

  block(number) {
    let found = this.blocks.get(number);
    if (!found) {
      found = [];
      const first = number * BLOCK;
      const left = Math.max(0, first - LONGEST_WORD);
      const piece = this.text.slice(left, first + BLOCK + LONGEST_WORD);
      for (const sweep = new WordSweep(piece); sweep.next() && left + sweep.start < first + BLOCK; ) {
        if (left + sweep.start < first) continue;
        const word = this.french.stemOf(piece.slice(sweep.start, sweep.end));
        if (word) found.push([word, left + sweep.start, left + sweep.end]);
      }
      this.blocks.set(number, found);
    }
    return found;
  }
}

function* usage({ terms }) {
  for (const [number, term] of terms.entries()) {
    const weight = USAGE[term.usage || "usual"];
    if (weight) yield [number, evidence("usage", weight, `sens ${term.usage === "rare" ? "peu" : "moins"} courant dans ce domaine`)];
    else if (terms.length > 1) yield [number, evidence("usage", 0, "sens habituel dans ce domaine")];
  }
}

function* status({ terms }) {
  for (const [number, term] of terms.entries())
    if (term.status === "to-check") yield [number, evidence("to-check", TO_CHECK, "sens encore à vérifier")];
}

function* fullForm({ terms, full }) {
  for (const [number, term] of terms.entries()) {
    const surface = full.get(term.id);
    if (surface) yield [number, evidence("full-form", FULL_FORM, `le document écrit « ${surface} »`, [surface])];
  }
}

function* validity({ terms, asOf }) {
  if (!asOf) return;
  for (const [number, { valid_from: from, valid_to: to }] of terms.entries()) {
    if (isBefore(asOf, from)) {
      const reason = `en usage depuis ${year(from)} seulement, le document est de ${year(asOf)}`;
      yield [number, evidence("validity", NOT_YET, reason, [asOf])];
    } else if (isBefore(to, asOf)) {
      const reason = `n'est plus en usage depuis ${year(to)}, le document est de ${year(asOf)}`;
      yield [number, evidence("validity", NO_LONGER, reason, [asOf])];
    }
  }
}

function* chosenDomain({ terms, domains }) {
  for (const [number, { domain }] of terms.entries())
    if (domains.includes(domain)) yield [number, evidence("domain", CHOSEN_DOMAIN, `domaine choisi : ${domain}`, [domain])];
}

function* context(place) {
  const heard = place.terms.map(() => new Map());
  for (const [word, strength, start, surface] of wordsAround(place))
    for (const [number, weight] of place.profile.get(word)) {
      const value = weight * strength;
      const before = heard[number].get(word);
      // Of two equally strong ones, the first in the text is quoted.
      if (!before || value > before[0] || (value === before[0] && start < before[1])) heard[number].set(word, [value, start, surface]);
    }
  for (const [number, found] of heard.entries()) {
    if (!found.size) continue;
    const best = [...found.values()].sort((a, b) => b[0] - a[0] || (a[2] < b[2] ? -1 : a[2] > b[2] ? 1 : 0));
    const total = CONTEXT * best.reduceRight((sum, [value]) => sum + value, 0);
    const quoted = [...new Set(best.map(([, , surface]) => surface))].slice(0, MOST_WORDS);
    const reason = `le texte parle de ${quoted.map((word) => `« ${word} »`).join(", ")}`;
    yield [number, evidence("context", MOST_CONTEXT * (1 - Math.exp(-total / MOST_CONTEXT)), reason, quoted)];
  }
}

/** Yield each stem, or its root where only that is known, with strength, place and surface. */
function* wordsAround({ profile, reader, mention: { start, end }, near, lexicon, french }) {
  const { text } = reader;
  const sentence = boundsOf(text, start, end, SENTENCE_ENDS);
  const paragraph = boundsOf(text, start, end, PARAGRAPH_ENDS);
  const holds = ([low, high], place) => low <= place && place < high;
  for (const [word, first, last] of reader.knownBetween(start - REACH, end + REACH, profile)) {
    if (last > start && first < end) continue;
    const share = holds(sentence, first) ? 1 : holds(paragraph, first) ? OTHER_SENTENCE : OTHER_PARAGRAPH;
    const distance = last <= start ? start - last : first - end;
    yield [word, (HALF_AT / (HALF_AT + distance)) * share, first, text.slice(first, last)];
  }
  for (const mention of near) {
    if (mention.terms.length !== 1) continue;
    const distance = Math.max(start - mention.end, mention.start - end, 0);
    const strength = (NEIGHBOUR_WORDS * HALF_AT) / (HALF_AT + distance);
    for (const stem of french.stems(lexicon.byId(mention.terms[0]).full_form)) {
      const word = profile.has(stem) ? stem : familyOf(stem);
      // After every word of the text.
      if (profile.has(word)) yield [word, strength, text.length + mention.start, mention.surface];
    }
  }
}

/** Give the nearest marks around a place, as far as words are read. */
function boundsOf(text, start, end, marks) {
  const low = Math.max(0, start - REACH);
  const high = end + REACH;
  const before = text.slice(low, start);
  const after = text.slice(end, high);
  const first = Math.max(...marks.map((mark) => before.lastIndexOf(mark)), 0);
  const found = marks.map((mark) => after.indexOf(mark)).filter((place) => place >= 0);
  return [low + first, found.length ? end + Math.min(...found) : high];
}

function* yearNearby(place) {
  const { terms } = place;
  if (!terms.some((term) => term.valid_from || term.valid_to)) return;
  const named = nearestYear(place);
  if (!named) return;
  for (const [number, { valid_from: from, valid_to: to }] of terms.entries()) {
    const say = (weight, rest) => [number, evidence("year", weight, `le passage parle de ${named}, ${rest}`, [named])];
    if (isBefore(named, from)) yield say(YEAR_NOT_YET, `en usage depuis ${year(from)}`);
    else if (isBefore(to, named)) yield say(YEAR_NO_LONGER, `plus en usage depuis ${year(to)}`);
    else if (to) yield say(YEAR_IN_USE, `en usage jusqu'en ${year(to)}`);
  }
}

function nearestYear({ reader: { text }, mention: { start, end } }) {
  const low = Math.max(0, start - YEAR_REACH);
  const high = Math.min(text.length, end + YEAR_REACH);
  // What stands before the stretch may rule a year out; what follows it may not.
  const from = Math.max(0, low - 1);
  let best = [Infinity, ""];
  for (const match of text.slice(from, high).matchAll(YEAR)) {
    const first = from + match.index;
    const last = first + match[0].length;
    if (first < low || text.slice(Math.min(last, end), Math.max(first, start)).includes("\n")) continue;
    const distance = Math.max(first - end, start - last);
    if (distance < best[0] || (distance === best[0] && match[0] < best[1])) best = [distance, match[0]];
  }
  return best[1];
}

function* sameDomain({ terms, near, mention, lexicon }) {
  const around = new Map();
  for (const other of near) {
    if (other.terms.length !== 1 || other.key === mention.key) continue;
    const { domain } = lexicon.byId(other.terms[0]);
    around.set(domain, [...(around.get(domain) ?? []), other.surface]);
  }
  for (const [number, term] of terms.entries()) {
    const words = [...new Set(around.get(term.domain) ?? [])];
    if (!words.length) continue;
    const weight = Math.min(SAME_DOMAIN * words.length, MOST_SAME_DOMAIN);
    yield [number, evidence("same-domain", weight, `même domaine que ${words.join(", ")}`, words)];
  }
}

function* standsTogether({ terms, near, mention, lexicon, french }) {
  for (const other of near) {
    const distance = Math.max(mention.start - other.end, other.start - mention.end);
    if (distance > TOGETHER_GAP || other.key === mention.key) continue;
    const heads = other.terms.map((id) => headOf(lexicon.byId(id), french));
    for (const [number, term] of terms.entries()) {
      const head = headOf(term, french);
      if (!head || !heads.includes(head)) continue;
      yield [number, evidence("neighbour", STANDS_TOGETHER, `figure à côté de ${other.surface}, du même genre`, [other.surface])];
    }
  }
}

function headOf({ full_form: full }, french) {
  const found = french.stems(full);
  return found.length > 1 ? found[0] : "";
}

function* agreement({ terms, reader: { text }, mention, french }) {
  const shown = shownAt(text, mention.start, mention.end, french);
  if (!shown.gender && !shown.number) return;
  for (const [number, term] of terms.entries()) {
    const own = featuresOf(term, french);
    const said = [];
    let weight = 0;
    if (shown.gender && own.gender) {
      weight += shown.gender === own.gender ? AGREES : DISAGREES;
      said.push(shown.gender === "f" ? "féminin" : "masculin");
    }
    if (shown.number && own.number && (own.number === "p" || shown.number === "p")) {
      // A singular noun may well be counted («les CSE»); a plural one is never single.
      weight += shown.number === own.number ? NUMBER_AGREES : own.number === "s" ? 0 : NUMBER_DISAGREES;
      said.push(shown.number === "p" ? "pluriel" : "singulier");
    }
    if (!weight) continue;
    const verb = weight > 0 ? "s'accorde" : "ne s'accorde pas";
    const reason = `« ${shown.words.join(" ") || mention.surface} » : ${said.join(" ")}, ${verb}`;
    yield [number, evidence("agreement", weight, reason, shown.words)];
  }
}

export const DOCUMENT_EVIDENCE = [usage, status, fullForm, validity, chosenDomain];
export const PLACE_EVIDENCE = [context, yearNearby, sameDomain, standsTogether, agreement];

/** List the mentions around one, near enough to tell something. */
export function neighbours(mentions, number) {
  const mention = mentions[number];
  const left = mentions.slice(Math.max(0, number - NEIGHBOURS), number).filter((other) => mention.start - other.end <= REACH);
  const right = mentions.slice(number + 1, number + 1 + NEIGHBOURS).filter((other) => other.start - mention.end <= REACH);
  return [...left, ...right];
}
