// Fold words into keys, so that spellings of one form meet.
//
// Folded away: case, accents, ligatures, compatibility forms, dots, soft hyphens
// and zero-width signs. A key of a key is itself.

import { words } from "./text.js";

const LIGATURES = { œ: "oe", æ: "ae", ß: "ss", ø: "o", ł: "l", ı: "i", đ: "d" };
const LIGATURE = /[œæßøłıđ]/g;
const NOT_KEY = /[^\p{L}\p{N}]+/gu;
const PLAIN = /^[A-Za-z0-9]*$/;

/** Fold one word into its key: `Cœurs` is `coeurs`, `É.N.A.` is `ena`. */
export function fold(word) {
  if (PLAIN.test(word)) return word.toLowerCase();
  const lowered = word.normalize("NFKD").toLowerCase().normalize("NFKD");
  return lowered.replace(LIGATURE, (sign) => LIGATURES[sign]).replace(NOT_KEY, "");
}

/** Fold a form or phrase into its words, joined by one space. */
export const key = (text) => Array.from(words(text), (match) => fold(match[0])).filter(Boolean).join(" ");

/** Fold a form into one run: dots, hyphens and spaces do not matter. */
export const compact = (text) => (PLAIN.test(text) ? fold(text) : key(text).replaceAll(" ", ""));

/** Free a folded word of the plural s or x; short words stay. */
export const stem = (word) => (word.length > 3 && /[sx]$/.test(word) ? word.slice(0, -1) : word);
