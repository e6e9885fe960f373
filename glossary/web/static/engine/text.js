// Cut a text into words and say which stretches are no prose.
//
// The text is never changed: every word keeps its place. Elision stands outside
// the word (`l'ARE`), a dotted acronym (`C.S.E.`) is one word, and combining
// accents, soft hyphens and zero-width signs belong to the word around them.

import { INVISIBLE, LETTER, MARKS, UPPER, WHITE, WORDLIKE, isWhite, matchAt, pattern } from "./signs.js";

const CAPITAL = `${UPPER}[${MARKS}${INVISIBLE}]*`;
const INSIDE = `[${LETTER}${MARKS}${INVISIBLE}]`;
const DOTTED = `(?:${CAPITAL}\\.)+${CAPITAL}(?!${INSIDE})\\.?`;
const MORE = `[${LETTER}]*(?:[${MARKS}${INVISIBLE}]+[${LETTER}]*)*`;
const WORD = `(?<!${INSIDE})(?:${DOTTED}|[${LETTER}]${MORE})`;

const WORD_HERE = pattern(WORD, "y");
const PART_HERE = pattern(INSIDE, "y");
const RAISED = pattern(`^(?:${UPPER}|[0-9])`);

// A longer run without spaces is no prose, and looking for addresses in it
// piece by piece would make the work quadratic.
const MAX_CHUNK = 300;

const FILE_SUFFIXES =
  "pdf|docx?|xlsx?|pptx?|odt|ods|odp|csv|txt|md|html?|xml|json|zip|png|jpe?g|gif|svg|mp[34]|py|js|css|ya?ml|toml";
const DOMAIN_ENDS = "fr|com|org|net|eu|io|info|gouv|edu|be|ch|ca|lu|re|nc|dev|app|tech|coop|pro";

// Without one of these there is no address, path, tag or file name.
const SUSPECT = /[@\/#_\\]|\.[a-z]/i;
const FULL = `[^${WHITE}]`;
const NOT_AFTER_WORD = `(?<![${WORDLIKE}])`;
const RUNS = [
  // e-mail address, handle
  `[^${WHITE}@]+@[^${WHITE}@]+|@[${WORDLIKE}]+`,
  // URL, drive
  `${NOT_AFTER_WORD}(?:[A-Za-z][A-Za-z0-9+.\\-]{0,15}:\\/\\/|www\\.|[A-Za-z]:\\\\)${FULL}+`,
  // tag
  `(?<![${WORDLIKE}\\&])#[[${WORDLIKE}]--\\p{Nd}][${WORDLIKE}]*`,
  // path from a root
  `(?<![${WORDLIKE}.\\)])(?:~|\\.{1,2})?\\/[${WORDLIKE}.\\-][${WORDLIKE}.\\-\\/]*`,
  // identifier of a program
  `[${WORDLIKE}]*[${LETTER}]_+[${LETTER}][${WORDLIKE}]*\\(?`,
].map((source) => pattern(source, "g"));
const PLAIN_RUN = pattern(`[${WORDLIKE}.\\-\\/\\\\~]+`, "g");
const DOMAIN = pattern(`^[${WORDLIKE}.\\-]*[${WORDLIKE}\\-]\\.(?:${DOMAIN_ENDS})(?:\\/${FULL}*)?`);
const FILE = pattern(`\\.(?:${FILE_SUFFIXES})`, "gi");

const WORD_NEXT = pattern(WORD, "g");

// Letters and digits of Latin script, by their code: 1 for them, 2 for capitals.
const LATIN = Uint8Array.from({ length: 0x250 }, (_, code) => {
  const sign = String.fromCharCode(code);
  return /[\p{L}\p{N}]/u.test(sign) ? (/\p{Lu}/u.test(sign) ? 2 : 1) : 0;
});
// A text with other letters, accents apart or invisible signs is cut by the pattern.
const NOT_LATIN = /[\xad\u0250-\u1fff\u200b-\u200d\u2060-\u209f\u2100-\uffff]/;
const DOT = 46;

/**
 * Go through the words of a text: `next()` says whether there is one more, which
 * is then at `start` and `end`.
 *
 * Latin text is cut by a table of signs, ten times as fast as by the pattern.
 */
export class WordSweep {
  constructor(text) {
    this.text = text;
    this.start = this.end = 0;
    this.isLatin = !NOT_LATIN.test(text);
  }

  next() {
    return this.isLatin ? this.nextLatin() : this.nextMatch(WORD_NEXT, this.end);
  }

  nextLatin() {
    const { text } = this;
    const { length } = text;
    let at = this.end;
    while (at < length && !isLatin(text.charCodeAt(at))) at++;
    if (at >= length) return false;
    this.start = at;
    const isCapital = LATIN[text.charCodeAt(at)] === 2;
    do at++;
    while (at < length && isLatin(text.charCodeAt(at)));
    // A capital and a dot may start a dotted acronym.
    if (isCapital && at === this.start + 1 && text.charCodeAt(at) === DOT) return this.nextMatch(WORD_HERE, this.start);
    this.end = at;
    return true;
  }

  nextMatch(word, from) {
    word.lastIndex = from;
    const match = word.exec(this.text);
    if (!match) return false;
    this.start = match.index;
    this.end = match.index + match[0].length;
    return true;
  }
}

const isLatin = (code) => code < 0x250 && LATIN[code] > 0;

/** List the words of a text as matches, in order. */
export function words(text) {
  const found = [];
  for (const sweep = new WordSweep(text); sweep.next(); ) {
    const match = [text.slice(sweep.start, sweep.end)];
    match.index = sweep.start;
    found.push(match);
  }
  return found;
}

/** Match the word that starts at one place. */
export const wordAt = (text, position) => matchAt(WORD_HERE, text, position);

/** Say whether a word starts with a capital or a digit, so that it may be a sigle. */
export const isRaised = (word) => RAISED.test(word);

/** Say whether the sign at a place belongs to a word. */
export const isPartOfWord = (text, position) => position >= 0 && matchAt(PART_HERE, text, position) !== null;

/** Find e-mails, URLs, file names, paths, tags and handles in one text. */
export class OpaqueFinder {
  constructor(text) {
    this.text = text;
    this.left = this.right = 0;
    this.spans = [];
  }

  /** Find the stretch `[start, end]` that is no prose at a word; undefined in prose. */
  around(start, end) {
    if (!(this.left <= start && end <= this.right)) this.enter(start, end);
    return this.spans.find((span) => span[0] < end && span[1] > start);
  }

  enter(start, end) {
    let left = start;
    let right = end;
    while (left > 0 && !isWhite(this.text[left - 1])) left--;
    while (right < this.text.length && !isWhite(this.text[right])) right++;
    this.left = left;
    this.right = right;
    if (right - left === end - start) this.spans = [];
    else if (right - left > MAX_CHUNK) this.spans = [[left, right]];
    else this.spans = findOpaque(this.text.slice(left, right)).map(([from, to]) => [left + from, left + to]);
  }
}

/** Find what is no prose in a run without spaces. */
export function findOpaque(chunk) {
  if (!SUSPECT.test(chunk)) return [];
  const spans = [];
  const add = (match, start = 0) => spans.push([start + match.index, start + match.index + match[0].length]);
  for (const run of RUNS) for (const match of chunk.matchAll(run)) add(match);
  for (const match of chunk.matchAll(PLAIN_RUN)) {
    const run = match[0];
    const domain = DOMAIN.exec(run);
    if (domain && !isPartOfWord(run, domain[0].length)) add(domain, match.index);
    else if (isPath(run)) add(match);
    else
      for (const ending of run.matchAll(FILE)) {
        const stop = ending.index + ending[0].length;
        if (ending.index && !isPartOfWord(run, stop)) spans.push([match.index, match.index + stop]);
      }
  }
  return spans;
}

/** Say whether a run has three parts or more and ends in small letters. */
function isPath(run) {
  const parts = run.split("/");
  const last = parts.pop();
  return parts.length > 1 && parts.every(Boolean) && /[a-z]/.test(last);
}

/** Find the e-mail, URL, file name, path, tag or handle at one word. */
export const opaqueAround = (text, start, end) => new OpaqueFinder(text).around(start, end);
