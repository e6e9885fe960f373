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

const WORDS = pattern(WORD, "g");
const WORD_HERE = pattern(WORD, "y");
const PART_HERE = pattern(INSIDE, "y");
const RAISED = pattern(`^(?:${UPPER}|[0-9])`);

// A longer run without spaces is no prose, and looking for addresses in it
// piece by piece would make the work quadratic.
const MAX_CHUNK = 300;

const FILE_SUFFIXES =
  "pdf|docx?|xlsx?|pptx?|odt|ods|odp|csv|txt|md|html?|xml|json|zip|png|jpe?g|gif|svg|mp[34]|py|js|css|ya?ml|toml";
const DOMAIN_ENDS = "fr|com|org|net|eu|io|info|gouv|edu|be|ch|ca|lu|re|nc|dev|app|tech|coop|pro";

const SUSPECT = /[@:\/.#_\\]/;
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

/** Yield the words of a text as matches, in order. */
export const words = (text) => text.matchAll(WORDS);

/** Give the pattern that finds words one after the other from its `lastIndex`. */
export const wordFinder = () => pattern(WORD, "g");

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
