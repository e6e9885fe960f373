// Find a document's date in its head, and compare dates of any precision.

import { fold } from "./keys.js";
import { isDigits, pattern, strip } from "./signs.js";

// A document says its date at the top: title, letterhead, first lines.
const HEAD = 2000;
// A date in a running sentence tells of something else.
const LONGEST_LINE = 120;

const SHORT = { janv: 1, fevr: 2, avr: 4, juil: 7, sept: 9, oct: 10, nov: 11, dec: 12 };
const LETTER = "[[\\p{L}\\p{N}]--\\p{Nd}]";
const MONTH = `(?<month>${LETTER}{3,9})`;
const YEAR = "(?<year>(?:19|20)\\p{Nd}{2})(?!\\p{Nd})";
const DATES = [
  pattern(
    `(?:(?<!\\p{Nd})(?<day>[0-3]?\\p{Nd})(?:\\s?(?:er|\\^?\\{?er\\}?))?\\s+|(?<![\\p{L}\\p{N}])(?<!\\p{Nd} ))${MONTH}\\.?\\s+${YEAR}`,
    "gi",
  ),
  pattern(`(?<![\\p{Nd}\\/.\\-])(?<day>[0-3]?\\p{Nd})[\\/.\\-](?<month>[01]?\\p{Nd})[\\/.\\-]${YEAR}`, "g"),
  pattern(`(?<![\\p{Nd}\\/.\\-])${YEAR}-(?<month>[01]\\p{Nd})(?:-(?<day>[0-3]\\p{Nd}))?(?!\\p{Nd})`, "g"),
];
// A date after one of these is that of a law, a start or an end.
const OTHERS =
  /(?:lois?|décrets?|arrêtés?|ordonnances?|circulaires?|instructions?|délibérations?|directives?|règlements?|accords?|conventions?|avenants?|articles?|n°|depuis|jusqu|avant|après|dès|compter|partir|d'ici|fin|début|vigueur|échéance|née?|entre|jurisprudence|arrêt|cass|soc)(?:(?<=[\p{L}\p{N}_])(?![\p{L}\p{N}_])|(?<![\p{L}\p{N}_])(?=[\p{L}\p{N}_]))[^\n.;:]{0,40}$/iu;
// A line that carries one of these tells its own date even in a sentence.
const CUES =
  /réunion|séance|comité|compte[ -]rendu|procès[ -]verbal|relevé|note|bulletin|lettre|communiqué|publié|mise? à jour|version|édition|date|ordre du jour|csec?(?![\p{L}\p{N}_])|le\s*$/iu;
const LETTERHEAD = pattern(`^${LETTER}[^\\n,.]{1,40}, le \\p{Nd}`);
const LINES = /\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/;

/** Find the date that a document gives itself in its head, `YYYY-MM[-DD]`; empty where it tells none. */
export function findDate(text, french) {
  const found = text
    .slice(0, HEAD)
    .split(LINES)
    .flatMap((line) => [...datesIn(line, french)]);
  return found.find((date) => date.length === 10) ?? found[0] ?? "";
}

function* datesIn(line, french) {
  const stripped = strip(line);
  const isSentence = stripped.length > LONGEST_LINE || /[.;,]$/.test(stripped);
  for (const date of DATES)
    for (const match of line.matchAll(date)) {
      const before = line.slice(Math.max(0, match.index - 60), match.index);
      if (OTHERS.test(before) || (isSentence && !isLetterhead(stripped))) continue;
      if (CUES.test(line.slice(0, match.index)) || stripped.length <= match[0].length + 40) yield* iso(match.groups, french);
    }
}

const isLetterhead = (line) => LETTERHEAD.test(line) && line.length <= LONGEST_LINE;

function* iso({ year, month: word, day: written }, french) {
  const month = monthNumber(word, french);
  const day = Number(written ?? 0);
  const two = (number) => String(number).padStart(2, "0");
  if (month && day <= 31) yield `${year}-${two(month)}${day ? `-${two(day)}` : ""}`;
}

function monthNumber(word, french) {
  if (isDigits(word)) return word >= 1 && word <= 12 ? Number(word) : 0;
  const folded = fold(word);
  return french.list("months").indexOf(folded) + 1 || SHORT[folded] || 0;
}

/** Say whether a date surely lies before another; precision may differ. */
export function isBefore(date, other) {
  const length = Math.min(date?.length ?? 0, other?.length ?? 0);
  return length > 0 && date.slice(0, length) < other.slice(0, length);
}
