// Say what each mention of the page means.

/** Give each mention its resolution and tell the first of each meaning; in steps. */
export function* explain(blocks, lexicon) {
  const seen = new Set();
  for (const { mentions } of blocks) {
    for (const mention of mentions) {
      if (mention.terms.length) mention.resolution = resolved(mention, lexicon);
      const meaning = `${mention.key ?? mention.surface} ${mention.resolution?.term?.id ?? ""}`;
      mention.isFirst = !seen.has(meaning);
      seen.add(meaning);
    }
    yield;
  }
}

function resolved({ terms: ids, kind }, lexicon) {
  const terms = ids.map((id) => lexicon.byId(id));
  const candidates = terms.map((term) => ({ term: term.id, full_form: term.full_form || term.definition, evidence: [] }));
  const [term] = terms;
  if (terms.length > 1) return { decision: "undecided", candidates };
  const isNamed = term.kind !== "acronym" || kind === "full";
  return {
    decision: isNamed ? "named" : "resolved",
    term,
    full_form: isNamed ? null : term.full_form,
    definition: term.definition,
    candidates,
  };
}
