// Say what each mention of the page means.
//
// Weighing meanings takes more code than fits into a bookmark beside the terms. It
// comes from the server where the page lets it in; elsewhere the usual meaning
// counts, and what that does not tell stays undecided.

// As likely as in the engine: an occasional meaning is half as likely as the usual
// one, a rare one a quarter; below the margin nobody can say.
const LIKELY = { occasional: 0.5, rare: 0.25 };
const ELSEWHERE = 0.027;
const MARGIN = 0.68;

/** Give each mention its resolution and tell the first of each meaning; in steps. */
export function* explain(blocks, { lexicon, words, meanings }) {
  if (meanings) yield* meanings.explain(blocks, lexicon, words);
  const seen = new Set();
  for (const { mentions } of blocks) {
    for (const mention of mentions) {
      if (!meanings && mention.terms.length) mention.resolution = usual(mention, lexicon);
      const meaning = `${mention.key ?? mention.surface} ${mention.resolution?.term?.id ?? ""}`;
      mention.isFirst = !seen.has(meaning);
      seen.add(meaning);
    }
    yield;
  }
}

function usual({ terms: ids }, lexicon) {
  const terms = ids.map((id) => lexicon.byId(id));
  const likely = ({ usage }) => LIKELY[usage] ?? 1;
  const total = terms.reduce((sum, term) => sum + likely(term), ELSEWHERE);
  terms.sort((a, b) => likely(b) - likely(a));
  const [term] = terms;
  const candidates = terms.map((one) => ({ full_form: one.full_form || one.definition }));
  if (likely(term) / total < MARGIN) return { decision: "undecided", candidates };
  const isNamed = term.kind !== "acronym";
  return {
    decision: isNamed ? "named" : "resolved",
    term,
    full_form: isNamed ? null : term.full_form,
    definition: term.definition,
    candidates,
  };
}
