// Find where a definition may stand: a sigle, and the sign that joins its meaning.
//
// Brackets, «=», «:», a dash, a comma, «ou», «dit», «ci-après» and their like.

import { ATOM, UPPER_LATIN, bare, isSigle } from "./shorts.js";
import { APOSTROPHES, INVISIBLE, LETTER, MARKS, SPACES, WHITE, isCapitals, isDigits, isSmall, isWhite, matchAt, pattern } from "./signs.js";
import { isPartOfWord } from "./text.js";

/** How much a sign vouches: for `WHOLE` the long form must fill the next paragraph. */
export const STATED = 0;
export const SURE = 1;
export const WHOLE = 2;
export const STRICT = 3;

const OPENING = '«“"<‹„*_';
const CLOSING = '»”"›>*_';
const TAIL = 24;
const MOST_BETWEEN = 16;
const LONGEST_CUE = 14;
const MOST_CUES = 6;
const JOINERS = ",–—";
const BESIDE = `${OPENING}'\u2019\u02bc-\u2010\u2011`;
// After these no bracket explains: «(CSE) (CSSCT)».
const BARRED = ")]}(:;!?|=";

const S = `[${SPACES}\\n]`;
// Spaces and at most one line break: never on to the next paragraph.
const GAP = `[${SPACES}]{0,8}(?:\\r?\\n[${SPACES}]{0,12}(?![\\r\\n]))?`;
const ARTICLE = `(?:(?:le|la|les|un|une|du|des|de la|au|aux)${S}|[ld][${APOSTROPHES}])`;
const QUOTED = `${GAP}[${OPENING}]{0,3}${GAP}`;
const LEADING = pattern(
  `${QUOTED}(?:(?:ci[\\- ]après|désormais|dite?s?|dénommée?s?|désignée?s?|appelée?s?|abrégée?s?|abréviation|sigle` +
    `|acronyme|en abrégé|en anglais|en français|par le sigle|sous le sigle|par l[${APOSTROPHES}]acronyme|sous le nom de` +
    `|ou encore|ou|soit|noté|en|par|comme)[${SPACES}\\n:,]{1,3}){0,3}${ARTICLE}?${QUOTED}`,
  "y",
);
const ONE_WORD = pattern(`${ATOM}\\.?`, "y");
const TWO_WORDS = pattern(`${ATOM} ${ATOM}`, "y");
const WHOLE_WORD = pattern(`^((?:[ldLD][${APOSTROPHES}])?)(${ATOM}\\.?)$`);
const W = `[${WHITE}]`;
const AFTER_SHORT = pattern(`${W}*[${CLOSING}]*${W}*(?:[\\)\\]]|[,;:]${W}|[–—\\-]${W}|(?:en|selon|dans|ou|puis)${W}|$)`, "y");
const MORE = pattern(
  `${W}*(?:…|\\.\\.\\.|[,;\\/]${W}*(?:etc(?![${LETTER}_])|…|\\.\\.\\.|(?:(?:et|ou)${W})?(${ATOM})))`,
  "y",
);
const MEANING = pattern(
  `${QUOTED}(?:(?:pour|soit|ou|c[${APOSTROPHES}]est-à-dire|à savoir|signifie|sigle de|acronyme de|acronyme pour` +
    `|abréviation de)${S})?${GAP}${ARTICLE}?[${OPENING}]{0,3}${GAP}`,
  "y",
);
const BRACKET = /[([](?=[^()[\]]{2})/gu;
const COLON = pattern(`:(?=${W})|[\\|\\t](?<![\\|\\t\\n].)`, "g");
const CELL = pattern(`(?:^|\\n)(${ATOM}\\.?)(?=\\n\\n[${LETTER}])`, "g");
const ENTRY = `(?:[\\n;,\\(:\\|\\t]|[\\-*•–—✓]|[0-9][.\\)])[${WHITE}*]*$`;
const ENTRY_INSIDE = pattern(ENTRY);
const ENTRY_AT_START = pattern(`^[${WHITE}*]*$|${ENTRY}`);
const TOKEN = pattern(
  `[${UPPER_LATIN}][${MARKS}${INVISIBLE}]*[.\\&\\/\\-]?[${UPPER_LATIN}0-9](?:[.\\&\\/\\-+]?[${LETTER}][${MARKS}${INVISIBLE}]*){0,14}`,
  "g",
);
const JOINED_AFTER = pattern(
  `s?[${CLOSING}]?(?:(?<loose>,(?=${S})|${S}[–—\\-](?=${S})|${S}ou${S})|${S}?[«“"]|${S}?:(?=${S})` +
    `|,?${S}(?:c[${APOSTROPHES}]est-à-dire|soit|signifie|désigne|pour|veut${S}dire` +
    `|(?:est${S})?(?:l[${APOSTROPHES}]acronyme|l[${APOSTROPHES}]abréviation|le${S}sigle|acronyme|sigle)${S}(?:de|du|pour))${S})`,
  "y",
);

// Words that lead over from a long form to its sigle, and those that stand among them.
const CUES = new Set(
  (
    "dit dite dits dites dénommé dénommée dénommés dénommées désigné désignée désignés désignées appelé appelée appelés " +
    "appelées abrégé abrégée abrégés abrégées nommé nommée nommés nommées intitulé intitulée baptisé baptisée surnommé " +
    "connu connue connus connues désormais après abréviation sigle acronyme"
  ).split(" "),
);
const BETWEEN = new Set(
  (
    "le la les l un une des du de d ci en par sous au comme nom plus est et ou aussi encore couramment communément " +
    "souvent généralement habituellement son dont pour soit"
  ).split(" "),
);

/** Yield the places where a text may give a definition, the surest kind first. */
export function* places(text) {
  yield* brackets(text);
  yield* equals(text);
  yield* colons(text);
  yield* cells(text);
  yield* joinedWords(text);
}

const place = (short, at, isBefore, trust) => ({ short, at, isBefore, trust });
const endOf = (match) => match.index + match[0].length;

function* brackets(text) {
  for (const match of text.matchAll(BRACKET)) {
    const stop = back(text, match.index, CLOSING);
    if (stop && BARRED.includes(text[stop - 1])) continue;
    const inside = stop && shortInside(text, endOf(match));
    if (inside) yield place(inside, stop, true, trustInside(text, inside[1]));
    const before = shortBefore(text, stop);
    if (before) yield place(before, meaningStart(text, endOf(match)), false, SURE);
  }
}

function* equals(text) {
  for (let at = text.indexOf("="); at >= 0; at = text.indexOf("=", at + 1)) {
    const short = shortBefore(text, back(text, at, CLOSING));
    if (short) yield place(short, meaningStart(text, at + 1), false, STATED);
  }
}

function* colons(text) {
  for (const match of text.matchAll(COLON)) {
    const short = shortBefore(text, back(text, match.index, CLOSING));
    if (!short) continue;
    const low = Math.max(0, short[0] - 8);
    const entry = low ? ENTRY_INSIDE : ENTRY_AT_START;
    if (entry.test(text.slice(low, short[0]))) yield place(short, meaningStart(text, endOf(match)), false, SURE);
  }
}

function* cells(text) {
  for (const match of text.matchAll(CELL)) {
    const end = endOf(match);
    yield place([end - match[1].length, end], meaningStart(text, end + 2), false, WHOLE);
  }
}

function* joinedWords(text) {
  for (const match of text.matchAll(TOKEN)) {
    const [start, end] = [match.index, endOf(match)];
    if (isPartOfWord(text, start - 1) || !isSigle(bare(match[0]))) continue;
    const after = matchAt(JOINED_AFTER, text, end);
    if (after) {
      const at = meaningStart(text, endOf(after));
      if (!isCapitals(text.slice(at, at + 2))) yield place([start, end], at, false, after.groups.loose ? STRICT : SURE);
    }
    const before = joinBefore(text, start);
    if (before && !(before[0] >= 2 && isCapitals(text.slice(before[0] - 2, before[0]))))
      yield place([start, end], before[0], true, before[1]);
  }
}

/** Find the sigle at the start of a bracket, of two words where the bracket is. */
function shortInside(text, start) {
  const leading = matchAt(LEADING, text, start);
  const from = leading ? endOf(leading) : start;
  for (const form of [TWO_WORDS, ONE_WORD]) {
    const short = matchAt(form, text, from);
    if (short && matchAt(AFTER_SHORT, text, endOf(short))) return [from, endOf(short)];
  }
  return null;
}

/** Say whether a bracket holds an enumeration: «des conseillers (CDE, CDDE…)». */
function trustInside(text, end) {
  const more = matchAt(MORE, text, end);
  return more && (more[1] === undefined || isSigle(more[1])) ? STRICT : SURE;
}

/** Find the sigle that ends at a place; null where no sigle does. */
function shortBefore(text, end) {
  const low = Math.max(0, end - TAIL);
  for (let at = end; at > low; at--)
    if (isWhite(text[at - 1]) || '([«“"*,;|=<'.includes(text[at - 1])) return whole(text, at, end);
  return low ? null : whole(text, 0, end);
}

function whole(text, start, end) {
  const surface = text.slice(start, end);
  if (!surface || isSmall(surface) || isDigits(surface)) return null;
  const match = WHOLE_WORD.exec(surface);
  return match && [start + match[1].length, start + match[1].length + match[2].length];
}

/** Step over «soit», articles and quotes, to where the long form starts. */
function meaningStart(text, at) {
  const match = matchAt(MEANING, text, at);
  return match ? endOf(match) : at;
}

/** Say where a long form before a sigle ends, and how well they are joined. */
function joinBefore(text, start) {
  let stop = back(text, start, BESIDE);
  let trust = STRICT;
  let hasCue = false;
  for (let count = 0; count < MOST_CUES; count++) {
    if (!hasCue && count < 2 && stop && JOINERS.includes(text[stop - 1])) return [stop - 1, STRICT];
    const word = wordBefore(text, stop);
    if (!hasCue && count < 2 && word === "ou") return [stop - word.length, STRICT];
    if (!CUES.has(word) && !BETWEEN.has(word)) break;
    hasCue = hasCue || CUES.has(word);
    if (word === "après") trust = SURE;
    stop = back(text, stop - word.length, BESIDE);
  }
  return hasCue ? [stop, trust] : null;
}

/** Step back over spaces and some signs, not into the paragraph before. */
function back(text, stop, signs) {
  let at = stop;
  let lines = 0;
  while (at && stop - at < MOST_BETWEEN && (signs.includes(text[at - 1]) || isWhite(text[at - 1]))) {
    if (text[at - 1] === "\n") lines++;
    if (lines > 1) return stop;
    at--;
  }
  return at;
}

function wordBefore(text, stop) {
  let start = stop;
  while (start && stop - start < LONGEST_CUE && /[\p{L}\p{N}]/u.test(text[start - 1])) start--;
  return text.slice(start, stop).toLowerCase();
}
