// Get the terms: fresh from the server, or from the snapshot inside the bookmark.

import { FewWords, Ordinary } from "../engine/ordinary.js";
import { Lexicon } from "../engine/lexicon.js";
import { guard } from "./natives.js";

// A reader does not wait longer than that.
const DEADLINE = 2000;
const KINDS = { n: "name", t: "term" };
const USAGES = { o: "occasional", r: "rare" };

/**
 * Give the lexicon, whether it `isFresh`, and where they could be had, the word
 * lists and the code that weighs `meanings`.
 */
export async function loadTerms({ server, snapshot }) {
  const get = async (path) => {
    const signal = AbortSignal.timeout(DEADLINE);
    const answer = await fetch(server + path, { signal, credentials: "omit", referrerPolicy: "no-referrer" });
    if (!answer.ok) throw new Error(answer.status);
    return answer.json();
  };
  const coming = code(server);
  try {
    const index = await get("/api/v1/index");
    const words = await get("/api/v1/words?v=" + index.words);
    const meanings = await coming;
    return guard(() => ({ isFresh: true, words, meanings, lexicon: new Lexicon(termsOf(index), new Ordinary(words)) }));
  } catch (error) {
    if (!snapshot) throw error;
    const text = await new Response(guard(() => unpacked(snapshot))).text();
    return guard(() => ({ isFresh: false, lexicon: lexiconOf(text) }));
  }
}

/** Load the code that weighs meanings; null where the page does not let it in. */
const code = (server) =>
  Promise.race([
    import(server + "/favori-sens.js").catch(() => null),
    new Promise((done) => {
      // The terms come first, and the code beside the word lists.
      setTimeout(done, 2 * DEADLINE, null);
    }),
  ]);

const termsOf = ({ columns, terms }) =>
  terms.map((row) => {
    const term = {};
    columns.forEach((column, at) => {
      term[column] = row[at] ?? "";
    });
    term.variants ||= [];
    term.context ||= [];
    return term;
  });

/** Read the lines of a snapshot: terms, an empty line, ordinary words among their forms. */
export function lexiconOf(text) {
  const [lines, words] = text.split("\n\n");
  const terms = lines.split("\n").map((line, number) => {
    const [full, short, flags = ""] = line.split("\t");
    return {
      id: String(number),
      short_form: short || initialsOf(full),
      full_form: full,
      kind: KINDS[flags[0]] ?? "acronym",
      usage: USAGES[flags.at(-1)] ?? "usual",
      variants: [],
      context: [],
      definition: "",
      domain: "",
    };
  });
  return new Lexicon(terms, new FewWords(words.split(" "), terms));
}

const SMALL = /^(?:aux?|d|dans|des?|du|en|et|l|la|les?|par|pour|sur|[a\u00e0])$/i;

/** Give the initials of a full form, without its small words: what most sigles are. */
export const initialsOf = (full) =>
  (full.match(/\p{L}+/gu) ?? [])
    .filter((word) => !SMALL.test(word))
    .map((word) => word[0])
    .join("")
    .normalize("NFD")
    .toUpperCase()
    .replace(/[^A-Z]/g, "");

/** Undo the coding of the server, as a stream: how many bytes are padding, then base 85 over deflated UTF-8. */
export function unpacked(coded) {
  const bytes = new Uint8Array(((coded.length - 1) / 5) * 4);
  const view = new DataView(bytes.buffer);
  for (let from = 1, to = 0; from < coded.length; from += 5, to += 4) {
    let number = 0;
    for (let at = from; at < from + 5; at++) number = number * 85 + digitOf(coded.charCodeAt(at) - 40);
    view.setUint32(to, number);
  }
  return new Blob([bytes.subarray(0, bytes.length - coded[0])]).stream().pipeThrough(new DecompressionStream("deflate"));
}

/** The signs from `(` to `~` without `?` and backslash. */
const digitOf = (code) => code - (code > 23) - (code > 52);
