// Fit the letters of a sigle to the words of a long form, at the least cost.
//
// After Schwartz and Hearst (2003); the prices are those of the Python engine,
// which says how they were found.

import { isDigits } from "./signs.js";

const SKIPPED_WORD = 1;
const SKIPPED_NUMBER = 0.5;
const SMALL_LETTER = 0.2;
const NEXT_LETTER = 0.3;
const LATER_LETTER = 0.6;
const INNER_LETTER = 2;
const START_IN_NAME = 4;
const START_IN_TITLE = 0.8;
const START_AFTER_NOUN = 0.5;
const START_WITH_SMALL = 1.3;
const OTHER_ORDER = 1;
const MISSING_LETTER = 0.6;
const OTHER_WORD = 0.4;
export const LEAST_LETTERS_OF_OTHER_ORDER = 3;
const WORTH_OF_A_LETTER = 0.75;
const SLACK = 0.1;
const STRICT_WORTH = 0.2;
const SIGNS_A_LETTER = 5;
const LEAST_LETTERS_OF_ONE_WORD = 3;
const IMPOSSIBLE = 99;

// Digits in a sigle are read out: «3IF», «2A», «H2O».
const NUMBERS = {
  2: ["deux", "bi", "double", "second"],
  3: ["trois", "tri", "triple"],
  4: ["quatre"],
  5: ["cinq"],
  6: ["six"],
  7: ["sept"],
  8: ["huit"],
  9: ["neuf"],
  10: ["dix"],
  20: ["vingt"],
};
// What bears a sigle made in another language, in another order: WIPO.
const BODIES = new Set(
  (
    "accord agence alliance armee assemblee association autorite banque bureau caisse centre college comite commission " +
    "communaute conference confederation congres conseil convention cour departement direction division ecole entite equipe " +
    "federation fondation fonds forum front groupe haut indice initiative institut institution ligue ministere mission " +
    "mouvement norme observatoire office organe organisation organisme pacte parlement parti partenariat plan plateforme " +
    "pole programme projet protocole reglement regroupement reseau secretariat section service societe sommet syndicat " +
    "systeme traite tribunal union unite universite"
  ).split(" "),
);

/** Give the cost up to which a fit is no chance. */
export const limit = (letters) => WORTH_OF_A_LETTER * (letters - 1) + SLACK;

/** Give the same where little else says that this is a definition. */
export const strictLimit = (letters) => STRICT_WORTH * (letters - 2) + SLACK;

/** Say how many words that count a long form may have. */
export const mostWords = (letters) => 2 * letters + 2;

/** Yield `[place, cost]` where a long form that ends with the last word may start; `body` is what a body's name is worth. */
export function* startFits(units, words, body) {
  if (words.length && isOpen(words.at(-1))) return;
  let row = [...units.map(() => IMPOSSIBLE), 0];
  const foreign = new Foreign(units);
  let count = 0;
  let longest = 0;
  for (let at = words.length - 1; at >= 0; at--) {
    const word = words[at];
    foreign.add(word);
    if (counts(words, at)) count++;
    longest = Math.max(longest, word.folded.length);
    const start = startCost(words, at);
    if (start < IMPOSSIBLE && isEnough(units, count, longest)) {
      const costs = firstPrices(units, word).map(([stop, price]) => price + row[stop]);
      yield [at, start - (isBody(word) ? body : 0) + Math.min(...costs, foreign.costFrom(word))];
    }
    foreign.cost += word.gap;
    row = earlier(units, row, word);
  }
}

/** Yield `[place, cost]` where a long form that starts with the first word may end. */
export function* endFits(units, words, body) {
  if (!words.length || startCost(words, 0) === IMPOSSIBLE) return;
  const [first] = words;
  let row = Array.from({ length: units.length + 1 }, () => IMPOSSIBLE);
  for (const [stop, price] of firstPrices(units, first)) row[stop] = Math.min(row[stop], price);
  const foreign = new Foreign(units);
  const start = startCost(words, 0) - (isBody(first) ? body : 0);
  let count = 0;
  let longest = 0;
  for (const [at, word] of words.entries()) {
    if (at) {
      foreign.cost += word.gap;
      row = after(units, row, word);
    }
    foreign.add(word);
    if (counts(words, at)) count++;
    longest = Math.max(longest, word.folded.length);
    const isEnd = at + 1 === words.length || words[at + 1].isAfterStop;
    if (isEnd && !isOpen(word) && isEnough(units, count, longest))
      yield [at, start + Math.min(row.at(-1), foreign.costFrom(first))];
  }
}

/** Say whether a phrase goes on after a word: «comité social et». */
const isOpen = (word) => word.isSmall && !word.isCapital;

/** Say whether words can hold so many letters: one alone must be long. */
const isEnough = (units, count, longest) =>
  count > 1 || (units.length >= LEAST_LETTERS_OF_ONE_WORD && longest >= SIGNS_A_LETTER * units.length);

const isBody = (word) => word.isCapital && BODIES.has(word.folded);

const counts = (words, at) => !words[at].isArticle || isTitle(words, at);

/** Say whether an article is part of a name: «Les Républicains». */
const isTitle = (words, at) => words[at].isCapital && (words[at + 1]?.isCapital ?? false);

/** Price a start by what stands before it. */
function startCost(words, at) {
  const word = words[at];
  if (word.isArticle && !isTitle(words, at)) return IMPOSSIBLE;
  const before = words[at - 1];
  if (before && (word.isJoined || before.isPronoun)) return IMPOSSIBLE;
  if (word.isSmall) return word.isArticle || words[at + 1]?.isJoined ? 0 : START_WITH_SMALL;
  if (!before || word.gap || before.isSmall) return 0;
  if (before.isCapital) return word.isCapital ? START_IN_TITLE : START_IN_NAME;
  return word.isCapital ? 0 : START_AFTER_NOUN;
}

/** List what a word may give that starts the long form with the first letter. */
function firstPrices(units, word) {
  if (word.folded[0] !== units[0][0] && !isDigits(units[0][0])) return [];
  return prices(units, 0, word);
}

const skip = (word) => (word.isSmall ? 0 : isDigits(word.folded) ? SKIPPED_NUMBER : SKIPPED_WORD);

/** Give the least costs from a word on, by the letter that comes first. */
function earlier(units, row, word) {
  const fresh = row.map((cost) => cost + (skip(word) + word.gap));
  for (const at of units.keys())
    for (const [stop, price] of prices(units, at, word)) fresh[at] = Math.min(fresh[at], price + row[stop] + word.gap);
  return fresh;
}

/** Give the least costs up to a word, by how many letters are placed. */
function after(units, row, word) {
  const fresh = row.map((cost) => cost + (skip(word) + word.gap));
  for (const at of units.keys())
    if (row[at] < IMPOSSIBLE)
      for (const [stop, price] of prices(units, at, word)) fresh[stop] = Math.min(fresh[stop], row[at] + price + word.gap);
  return fresh;
}

/** List up to which letter a word can serve from a place on, and its price. */
function prices(units, place, word) {
  const { folded } = word;
  const unit = units[place];
  if (isDigits(unit[0])) {
    const isRead = folded === unit || (NUMBERS[unit] ?? []).some((name) => folded.startsWith(name));
    return isRead ? [[place + 1, 0]] : [];
  }
  let at = folded.indexOf(unit);
  if (at < 0) return [];
  if (word.isSmall) return at ? [] : [[place + 1, SMALL_LETTER]];
  let price = at ? INNER_LETTER : 0;
  const found = [[place + 1, price]];
  for (let stop = place + 1; stop < units.length; stop++) {
    const next = folded.indexOf(units[stop], at + 1);
    if (next < 0) break;
    price += next === at + 1 ? NEXT_LETTER : LATER_LETTER;
    at = next;
    found.push([stop + 1, price]);
  }
  return found;
}

/** Price the letters in another order: the sigle of a translation. */
class Foreign {
  constructor(units) {
    this.left = [...units];
    this.cost = units.length >= LEAST_LETTERS_OF_OTHER_ORDER ? 0 : IMPOSSIBLE;
    this.mostMissing = Math.floor(units.length / 2);
  }

  add(word) {
    if (word.isSmall) return;
    const at = this.left.indexOf(word.folded[0]);
    if (at >= 0) this.left.splice(at, 1);
    else this.cost += OTHER_WORD;
  }

  /** Give the cost of all words taken in, where the name of a body starts them. */
  costFrom(first) {
    if (this.left.length > this.mostMissing || !isBody(first)) return IMPOSSIBLE;
    return this.cost + OTHER_ORDER + MISSING_LETTER * this.left.length;
  }
}
