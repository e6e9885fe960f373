// Say what a sigle looks like, and which letters its long form must show.

import { APOSTROPHES, INVISIBLE, LETTER, MARKS, WHITE, isCapitals, isDigits, isSmall, pattern } from "./signs.js";
import { fold } from "./keys.js";

// «AgroParisTech» has 13 signs; longer words are no sigle.
const MAX_SIGNS = 13;
const MIN_SIGNS = 2;

export const UPPER_LATIN = "A-ZÀ-ÖØ-Þ";
const EXTRA = `[${MARKS}${INVISIBLE}]{0,3}`;
const SIGN = `[${LETTER}]${EXTRA}`;
// Dots, hyphens, slashes and ampersands may stand between the signs.
const JOINT = `[.·\\&\\/+\\-\\u2010\\u2011${APOSTROPHES}](?=[${LETTER}])`;
// A capital or digit among the first signs, and no more signs than a sigle has.
export const ATOM =
  `(?=[^${WHITE}\\(\\)\\[\\],;:]{0,4}[${UPPER_LATIN}0-9])${SIGN}(?:(?:${JOINT})?${SIGN}){1,14}(?![${LETTER}])`;

const ROMAN = /^[IVX]+(?:er|ère|re|e|ème|bis|ter)?$/;
const PLURAL = pattern(`^(?:[${UPPER_LATIN}]${EXTRA}){2,}s$`);
const NAME = pattern(`^(?:[${UPPER_LATIN}][a-zß-ÿ]+[\\-\\u2010\\u2011 ])*[${UPPER_LATIN}][a-zß-ÿ]+$`);
const SIGNS = /[\p{L}\p{N}]/gu;
const LETTERS_ONLY = /^\p{L}+$/u;
// Remarks on who is meant, no sigles.
const REMARKS = new Set(["hf", "fh", "mf", "fm", "hfx", "fhx", "na"]);

/** Give the sigle without the plural s: `CDDs` is `CDD`. */
export const bare = (surface) => (PLURAL.test(surface) ? surface.slice(0, -1) : surface);

/** Say whether a word looks like a sigle: mostly capitals, 2 to 13 signs. */
export function isSigle(surface) {
  const signs = surface.match(SIGNS) ?? [];
  if (signs.length < MIN_SIGNS || signs.length > MAX_SIGNS || ROMAN.test(surface)) return false;
  if (surface.includes("/") && REMARKS.has(fold(surface))) return false;
  const capitals = signs.filter(isCapitals).length;
  const digits = signs.filter(isDigits).length;
  if (capitals >= 2) return !NAME.test(surface) && 3 * (capitals + digits) >= signs.length;
  return capitals === 1 && digits > 0 && digits < 4 && signs.length - digits <= 2;
}

/** Say whether a word is written as a spoken sigle may be: `Dares`, `Unédic`. */
export const isSpoken = (surface) =>
  surface.length >= 4 && surface.length <= 10 && isCapitals(surface[0]) && isSmall(surface.slice(1)) && LETTERS_ONLY.test(surface);

/** Give the folded letters and the numbers of a sigle, in order. */
export const units = (surface) => fold(surface).match(/[0-9]+|[^0-9]/gu) ?? [];
