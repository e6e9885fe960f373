// Hold what stands beside a sigle against the gender and number of its full form.
//
// A sigle takes the gender of the head noun of its full form: «la ML» is a mission
// locale, «le ML» machine learning; «l'AJ totale», «l'AME est signé».

import { fold, key } from "./keys.js";
import { APOSTROPHES, SPACES, isCapitals, matchAt, pattern } from "./signs.js";

// Article, adjective and sigle take no more room.
const BEFORE = 40;
const AFTER = 50;

const LETTER = "[[\\p{L}\\p{N}]--\\p{Nd}]";
const WORD = `${LETTER}+|\\p{Nd}{1,3}`;
const QUOTES = '«"“\\(*';
const BEFORE_HERE = pattern(
  `^[${SPACES}]*[${QUOTES}]*([${SPACES}]+|[${APOSTROPHES}])(${WORD})(?:[${SPACES}]+(${WORD}))?`,
);
const AFTER_HERE = pattern(
  `[${SPACES}]+(?:(?:n['’])?(?:est|était|sera|a été|avait été|sont|étaient|ont été|seront|reste)[${SPACES}]+)?` +
    `(?:(?:pas|plus|donc|ainsi|déjà|désormais|bien|aussi|encore)[${SPACES}]+)?(${LETTER}{4,})`,
  "y",
);
const PREPOSITIONS = "de à sur dans pour par avec sans sous contre selon vers entre en dès chez hors";
const GOVERNED = pattern(
  `^[${SPACES}]*[${QUOTES}]*(?:(?:(?:[${SPACES}]+(?:al|s?el)|[${APOSTROPHES}]l)?[${SPACES}]+` +
    `(?:${reversed(PREPOSITIONS).replaceAll(" ", "|")})|ud|x?ua|sed)(?![\\p{L}\\p{N}])|[${APOSTROPHES}]d)`,
  "i",
);
// Only endings that nouns and verbs do not share with adjectives.
const FEMININE =
  /(?:[^tm]ée|tée|elle|[tnr]ale|[tsu]ive|ienne|trice|ouverte|suspendue|prévue|rendue|versée|attribuée|saisie|soumise|remise|conclue)s?$/u;
const MASCULINE =
  /(?:[^t]é|[^i]té|[trn]el|[tnir]al|[ct]if|ouvert|suspendu|prévu|rendu|saisi|soumis|remis|conclu)s?$/u;
const APOSTROPHE = pattern(`^[${APOSTROPHES}]`);

// Endings that give away the gender of a folded noun; the first that fits holds.
const ENDINGS = (
  "isme:m tion:f sion:f ance:f ence:f ment:m ette:f trice:f age:m ure:f ise:f ite:f eau:m oir:m ier:m ie:f ee:f et:m al:m " +
  "il:m at:m"
).split(" ");
const PLURALS = [
  ["eaux", "eau"],
  ["aux", "al"],
  ["aux", "ail"],
  ["s", ""],
  ["x", ""],
];

/** Give gender `m` or `f`, number `s` or `p` that a place shows, and the words that show it. */
export function shownAt(text, start, end, french) {
  const before = text.slice(Math.max(0, start - BEFORE), start);
  const found = shownBefore(before, french);
  if (found.gender || GOVERNED.test(reversed(before))) return found;
  const after = shownAfter(text.slice(0, end + AFTER), end);
  return { gender: after.gender, number: found.number, words: [...found.words, ...after.words] };
}

function reversed(text) {
  return [...text].reverse().join("");
}

const NOTHING = { gender: "", number: "", words: [] };

function shownBefore(before, french) {
  const match = BEFORE_HERE.exec(reversed(before));
  if (!match) return NOTHING;
  const [joint, last, first] = match.slice(1).map((part) => part && reversed(part));
  // `l'` is singular, but hides the gender; `d'` hides both.
  if (APOSTROPHE.test(joint)) return { ...NOTHING, number: fold(last) === "l" ? "s" : "" };
  const near = ofWord(last, french);
  if (first === undefined || !french.has("between", fold(last))) return near;
  const far = ofWord(first, french);
  return { gender: near.gender || far.gender, number: near.number || far.number, words: [...far.words, ...near.words] };
}

function ofWord(word, french) {
  const folded = fold(word);
  const gender = french.has("shows_masculine", folded) ? "m" : french.has("shows_feminine", folded) ? "f" : "";
  let number = "";
  if (/^\p{Nd}+$/u.test(folded)) number = Number(folded) > 1 ? "p" : "";
  else if (french.has("shows_plural", folded)) number = "p";
  else if (french.has("shows_singular", folded)) number = "s";
  return { gender, number, words: gender || number ? [word] : [] };
}

function shownAfter(text, end) {
  const match = matchAt(AFTER_HERE, text, end);
  if (!match || isCapitals(match[1][0])) return NOTHING;
  const word = match[1];
  const gender = FEMININE.test(word) ? "f" : MASCULINE.test(word) ? "m" : "";
  return gender ? { gender, number: "", words: [word] } : NOTHING;
}

/** Tell gender and number of a term's full form, from its head noun; empty where unknown. */
export function featuresOf({ full_form: full, lang }, french) {
  const phrase = key(full).split(" ").filter(Boolean);
  if (lang === "en") return { gender: englishGender(phrase, french), number: "" };
  const head = phrase.find((word) => !french.has("before_noun", word)) ?? "";
  const [single, number] = singular(head, french);
  return { gender: genderOf(single, french), number };
}

/** Tell the gender under which French borrows an English head noun. */
function englishGender(phrase, french) {
  const stop = phrase.findIndex((word) => ["of", "for", "in"].includes(word));
  const head = phrase[(stop < 0 ? phrase.length : stop) - 1] ?? "";
  if (french.has("english_feminine", head)) return "f";
  return french.has("english_masculine", head) ? "m" : "";
}

function singular(noun, french) {
  if (french.has("invariable", noun)) return [noun, ""];
  if (isNoun(noun, french)) return [noun, "s"];
  for (const [end, single] of PLURALS)
    if (noun.endsWith(end)) {
      const found = noun.slice(0, noun.length - end.length) + single;
      if (isNoun(found, french)) return [found, "p"];
    }
  return noun.length > 3 && noun.endsWith("s") ? [noun.slice(0, -1), "p"] : [noun, noun ? "s" : ""];
}

const isNoun = (noun, french) => ["feminine", "masculine", "person"].some((name) => french.has(name, noun));

function genderOf(noun, french) {
  if (french.has("person", noun)) return "";
  if (french.has("feminine", noun)) return "f";
  if (french.has("masculine", noun)) return "m";
  const ending = ENDINGS.find((one) => noun.endsWith(one.slice(0, -2)));
  return ending ? ending.at(-1) : "";
}
