// Find the definitions a text gives itself: «forme longue (FL)», by rules only.
//
// `places` says where a definition may stand, `phrases` gives the words there,
// `align` holds the letters against them.

import { LEAST_LETTERS_OF_OTHER_ORDER, endFits, limit, mostWords, startFits, strictLimit } from "./align.js";
import { Phrases } from "./phrases.js";
import { STATED, STRICT, SURE, WHOLE, places } from "./places.js";
import { bare, isSigle, isSpoken, units } from "./shorts.js";
import { fold } from "./keys.js";
import { isCapitals, isDigits, matchAt } from "./signs.js";

// A spoken sigle is written as any name or first word: its letters must fit better.
const WORTH_OF_A_SPOKEN_LETTER = 0.33;
const WORTH_OF_A_BODY = 1;
// A meaning that «=» states is a phrase of at most so many words.
const MOST_STATED = 12;
const LEAST_OF_PHRASE = 4;
const LEAST_GAIN = 2;
// «PI = voir fiche» sends the reader on.
const REFERENCES = new Set(["cf", "idem", "non", "oui", "voir"]);
const FORMULA = /[/×*+÷²³%]/;
const END = /[.»”"]?(?:\n\n|\n?$)/y;

/** Find each definition that a text gives, `{ short, long }`, in text order of its first sign. */
export function findDefinitions(text, options) {
  const steps = findingDefinitions(text, options);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

/** Do the same in steps; `opaque` are stretches `[start, end]` where nothing is recognised. */
export function* findingDefinitions(text, { opaque = [] } = {}) {
  const phrases = new Phrases(text);
  const kept = new Map();
  for (const place of places(text)) {
    const found = weigh(phrases, place);
    const key = found && `${found.short}`;
    if (found && !kept.has(key) && !touches(found, opaque)) kept.set(key, found);
    yield;
  }
  const first = ({ short, long }) => (short[0] < long[0] || (short[0] === long[0] && short[1] < long[1]) ? short : long);
  return [...kept.values()]
    .sort((a, b) => first(a)[0] - first(b)[0] || first(a)[1] - first(b)[1])
    .map(({ short, long }) => ({ short: pieceOf(text, short), long: pieceOf(text, long) }));
}

const pieceOf = (text, [start, end]) => ({ start, end, surface: text.slice(start, end) });

const touches = ({ short, long }, opaque) =>
  [short, long].some(([start, end]) => opaque.some(([from, to]) => from < end && start < to));

const isStrict = (trust) => trust === STRICT || trust === WHOLE;

/** Find the long form at a place; null where nothing there fits the letters. */
function weigh(phrases, place) {
  const { text } = phrases;
  const { trust } = place;
  const surface = bare(text.slice(...place.short));
  const letters = units(surface);
  const most = costLimit(surface, letters.length, trust);
  if (most < 0) return null;
  const short = [place.short[0], place.short[0] + surface.length];
  if (!place.isBefore && !mayStart(text, place, letters)) return null;
  const body = isStrict(trust) ? 0 : WORTH_OF_A_BODY;
  const found = (place.isBefore ? longBefore : longAfter)(phrases, short, place.at, letters, most, body);
  if (found && trust === WHOLE && !matchAt(END, text, found.long[1])) return null;
  if (!found && trust === STATED && isSigle(surface)) return stated(phrases, short, place.at);
  return found;
}

/** Say whether a long form may start at a place: a look at its first sign saves most reading. */
function mayStart(text, { short, at, trust }, letters) {
  const first = text.slice(at, at + 1);
  if (text.startsWith(text.slice(...short), at)) return false;
  return (
    trust === STATED ||
    fold(first)[0] === letters[0][0] ||
    (isCapitals(first) && letters.length >= LEAST_LETTERS_OF_OTHER_ORDER && trust === SURE) ||
    isDigits(letters[0])
  );
}

/** Give the cost up to which a fit is believed; negative where it is no sigle. */
function costLimit(surface, count, trust) {
  if (isSigle(surface)) return isStrict(trust) ? strictLimit(count) : limit(count);
  return isSpoken(surface) && !isStrict(trust) ? WORTH_OF_A_SPOKEN_LETTER * (count - 1) : -1;
}

function cheapest(fits, most) {
  let best = null;
  for (const fit of fits) if (fit[1] <= most && (!best || fit[1] < best[1])) best = fit;
  return best;
}

function longBefore(phrases, short, stop, letters, most, body) {
  const words = phrases.before(stop, mostWords(letters.length));
  const best = cheapest(startFits(letters, words, body), most);
  return best && foundAt(short, words[best[0]], words.at(-1));
}

function longAfter(phrases, short, start, letters, most, body) {
  const words = phrases.after(start, mostWords(letters.length));
  const best = cheapest(endFits(letters, words, body), most);
  return best && foundAt(short, words[0], words[best[0]]);
}

/** Take what «=» says of a sigle, where it is a phrase and no formula. */
function stated(phrases, short, start) {
  let words = phrases.after(start, MOST_STATED + 1);
  const stop = words.findIndex((word, at) => at && word.isAfterStop);
  if (stop >= 0) words = words.slice(0, stop);
  const isPhrase = words.some((word) => word.folded.length >= LEAST_OF_PHRASE);
  if (!isPhrase || REFERENCES.has(words[0].folded)) return null;
  if (words.length > MOST_STATED || words.some((word) => isDigits(word.folded))) return null;
  if (FORMULA.test(phrases.text.slice(start, words.at(-1).end + 2))) return null;
  return foundAt(short, words[0], words.at(-1));
}

function foundAt(short, first, last) {
  const long = [first.start, last.end];
  return long[1] - long[0] >= short[1] - short[0] + LEAST_GAIN ? { short, long } : null;
}
