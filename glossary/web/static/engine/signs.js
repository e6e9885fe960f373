// What a sign is: the classes and questions that Python's strings answer.
//
// The engine counts in UTF-16 units within; offsets.js converts at its edge.

const COMMON = String.raw`[\u{0}-\u{30ff}\u{a000}-\u{abff}\u{fe20}-\u{fe2f}\u{11000}-\u{119ff}]`;
export const MARKS = String.raw`[\p{M}&&${COMMON}]`;
export const UPPER = String.raw`[\p{Lu}&&${COMMON}]`;
export const INVISIBLE = String.raw`\u{ad}\u{200b}-\u{200d}\u{2060}\u{feff}`;
export const LETTER = String.raw`\p{L}\p{N}`;
export const WORDLIKE = String.raw`\p{L}\p{N}_`;
// White space as Python counts it; `\s` differs at five signs.
export const WHITE = String.raw`\t-\r\x1c-\x20\x85\xa0\u{1680}\u{2000}-\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}`;
export const SPACES = String.raw` \t\xa0\u{2000}-\u{200a}\u{202f}\u{205f}\u{3000}`;
export const HYPHENS = String.raw`\-\u{2010}-\u{2013}\u{2212}`;
export const APOSTROPHES = String.raw`'\u{2019}\u{2bc}`;

/** Compile a pattern of this engine; the flag `v` lets classes intersect. */
export const pattern = (source, flags = "") => new RegExp(source, "v" + flags);

const WHITE_SIGN = pattern(`[${WHITE}]`);
const ENDS = pattern(`^[${WHITE}]+|[${WHITE}]+$`, "g");
const NOT_CAPITAL = /[\p{Lowercase}\p{Lt}]/u;
const CAPITAL = /\p{Uppercase}/u;
const NOT_SMALL = /[\p{Uppercase}\p{Lt}]/u;
const SMALL = /\p{Lowercase}/u;
const DIGITS = /^[\p{Nd}\xb2\xb3\xb9\u2070\u2074-\u2079\u2080-\u2089\u2460-\u2468]+$/u;
const LETTERS = /\p{L}/gu;

export const isWhite = (sign) => WHITE_SIGN.test(sign);

/** Say whether a word has letters and all of them are capitals. */
export const isCapitals = (word) => CAPITAL.test(word) && !NOT_CAPITAL.test(word);

/** Say whether a word has letters and none of them is a capital. */
export const isSmall = (word) => SMALL.test(word) && !NOT_SMALL.test(word);

/** Say whether a word starts with a capital and goes on in small letters. */
export const isCapitalised = (word) => word.length > 1 && isCapitals(word[0]) && isSmall(word.slice(1));

export const isDigits = (word) => DIGITS.test(word);

export const countLetters = (word) => word.match(LETTERS)?.length ?? 0;

/** Strip white space at both ends, as Python counts it. */
export const strip = (text) => text.replace(ENDS, "");

/** Match a sticky pattern at one place of a text. */
export function matchAt(sticky, text, position) {
  sticky.lastIndex = position;
  return sticky.exec(text);
}
