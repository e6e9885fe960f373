// Read the words around a sign of definition: a sentence, a cell, no further.
//
// A text is read in blocks, each once and only where a definition may stand.

import { SPACES, WHITE, isCapitals, pattern } from "./signs.js";
import { WordSweep, isPartOfWord } from "./text.js";
import { fold } from "./keys.js";

// No long form of French administration is longer.
const REACH = 260;
const BLOCK = 128;
const OVERLAP = 40;
const LONGEST_WORD = 60;
// What it costs to read on over a comma, a slash, a dash.
const COMMA_COST = 0.4;
const DASH_COST = 1;

const S = `[${SPACES}]`;
const BULLET = "(?:[\\-*•–—>#\\|✓]|[0-9]{1,3}[.\\)])";
const W = `[${WHITE}]`;
const EDGE = pattern(
  `\\n${S}{0,12}\\r?\\n|\\n${S}{0,12}${BULLET}${S}|[\\f\\v\\t]` +
    `|[.!?…]+[»”"]?(?=${W})|[;\\|\\(\\)\\[\\]\\{\\}=«»“”"<>]|:(?=${W})|${W}(?=[^${WHITE}=]{1,12}${W}?=)`,
  "g",
);
const COMMA = /[,/]/;
const DASH = pattern(`${W}[\\-–—−]+${W}`);
const STOP = pattern(`[,:\\n]|${W}[–—\\-]${W}`);
const HYPHENS = ["-", "\u2010", "\u2011"];

const set = (words) => new Set(words.split(" "));
// No long form starts with one: «plural and articles outside the long form».
const ARTICLES = set(
  "l la le les d de des du un une au aux et ou ce cet cette ces son sa ses leur leurs notre nos votre vos mon ma mes " +
    "chaque plusieurs quelques certains certaines tout toute tous toutes aucun aucune autre autres deux trois ledit " +
    "ladite lesdits lesdites dudit the of and an el los las del der die das den und y e",
);
const PREPOSITIONS = set(
  "a avec dans en entre par pour s sans sous sur n qu hors lors vers contre chez for in on to at by with para por von zu",
);
const PRONOUNS = set("je j tu il elle on nous vous ils elles qui ne se ni");
const GOING_ON = set(
  "est sont sera seront etait etaient fut peut peuvent pourra doit doivent devra ont avait vient permet permettent vise qui que dont",
);

export class Phrases {
  constructor(text) {
    this.text = text;
    this.blocks = new Map();
  }

  /** Give the words that end at a place, at most so many that count. */
  before(stop, most) {
    const low = this.edgeBefore(stop);
    const found = [];
    for (const word of this.backwards(low, stop)) {
      found.unshift(word);
      if (!word.isSmall && --most < 0) break;
      if (most < 0) break;
    }
    return found;
  }

  /** Give the words that start at a place, at most so many that count. */
  after(start, most) {
    const high = this.edgeAfter(start);
    const found = [];
    for (const word of this.forwards(start, high)) {
      found.push(word);
      if (!word.isSmall && --most < 0) break;
    }
    return found;
  }

  edgeBefore(stop) {
    const low = Math.max(0, stop - REACH);
    for (let number = blockOf(Math.max(0, stop - 1)); number >= blockOf(low); number--) {
      const edge = this.block(number).edges.findLast(([, end]) => end <= stop);
      if (edge) return Math.max(low, edge[1]);
    }
    return low;
  }

  edgeAfter(start) {
    const high = Math.min(this.text.length, start + REACH);
    for (let number = blockOf(start); number <= blockOf(high); number++) {
      const edge = this.block(number).edges.find(([from]) => from >= start);
      if (edge) return Math.min(high, edge[0]);
    }
    return high;
  }

  *backwards(low, stop) {
    for (let number = blockOf(Math.max(0, stop - 1)); number >= blockOf(low); number--)
      for (const word of [...this.block(number).words].reverse()) {
        if (word.start < low) return;
        if (word.end <= stop) yield word;
      }
  }

  *forwards(start, high) {
    for (let number = blockOf(start); number <= blockOf(high); number++)
      for (const word of this.block(number).words) {
        if (word.start < start) continue;
        if (word.end > high) return;
        yield word;
      }
  }

  block(number) {
    let found = this.blocks.get(number);
    if (!found) {
      const [first, last] = [number * BLOCK, (number + 1) * BLOCK];
      const edges = [];
      for (const match of this.text.slice(first, last + OVERLAP).matchAll(EDGE))
        if (match.index < BLOCK) edges.push([first + match.index, first + match.index + match[0].length]);
      found = { words: [...this.words(first, last)], edges };
      this.blocks.set(number, found);
    }
    return found;
  }

  *words(first, last) {
    const { text } = this;
    const left = Math.max(0, first - LONGEST_WORD);
    const piece = text.slice(left, last + LONGEST_WORD);
    let done = -1;
    for (const sweep = new WordSweep(piece); sweep.next(); ) {
      const [start, end] = [left + sweep.start, left + sweep.end];
      if (start < first) continue;
      if (start >= last) return;
      const gap = done < 0 ? gapBefore(text, start) : text.slice(done, start);
      const surface = text.slice(start, end);
      const folded = fold(surface);
      if (!folded) continue;
      yield wordOf(start, end, folded, isCapitals(surface[0]), gap);
      done = end;
    }
  }
}

const blockOf = (at) => Math.floor(at / BLOCK);

const wordOf = (start, end, folded, isCapital, gap) => ({
  start,
  end,
  folded,
  isCapital,
  isJoined: HYPHENS.includes(gap),
  gap: gap === " " ? 0 : DASH.test(gap) ? DASH_COST : COMMA.test(gap) ? COMMA_COST : 0,
  isAfterStop: gap === " " ? GOING_ON.has(folded) : STOP.test(gap),
  isArticle: ARTICLES.has(folded),
  isSmall: ARTICLES.has(folded) || PREPOSITIONS.has(folded),
  isPronoun: PRONOUNS.has(folded),
});

/** Give what stands between a word and the one before it. */
function gapBefore(text, start) {
  let at = start;
  while (at > 0 && start - at < LONGEST_WORD && !isPartOfWord(text, at - 1)) at--;
  return text.slice(at, start);
}
