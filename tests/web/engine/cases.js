// Run the cases that both engines must pass; works in node and in a browser.
//
// `engine` holds the modules of the engine by name, `cases` the parsed files by
// name, `ordinary` the word lists. Places are counted in code points.

/** List what went wrong, one line a case; empty when both engines agree. */
export function failures(engine, cases, ordinary) {
  const check = new Check(engine, new engine.ordinary.Ordinary(ordinary));
  check.french = new engine.french.French(ordinary);
  for (const name of Object.keys(cases)) check[name]?.(cases[name]);
  return { wrong: check.wrong, count: check.count };
}

class Check {
  constructor(engine, ordinary) {
    Object.assign(this, { engine, ordinary, wrong: [], count: 0 });
  }

  equal(why, found, expected) {
    this.count++;
    if (JSON.stringify(found) !== JSON.stringify(expected))
      this.wrong.push(`${why}: ${JSON.stringify(found)} instead of ${JSON.stringify(expected)}`);
  }

  points(text) {
    const offsets = new this.engine.offsets.Offsets(text);
    return (...places) => places.map((place) => offsets.toPoints(place));
  }

  units(text) {
    const offsets = new this.engine.offsets.Offsets(text);
    return (span) => span.map((place) => offsets.toUnits(place));
  }

  keys(parts) {
    for (const part of ["fold", "key", "compact", "stem"])
      for (const { why, input, expected } of parts[part])
        this.equal(`${part}, ${why}`, this.engine.keys[part](input), expected);
  }

  words({ tokens, opaque }) {
    const { words, opaqueAround } = this.engine.text;
    for (const { why, text, expected } of tokens) {
      const points = this.points(text);
      const found = Array.from(words(text), (match) => points(match.index, match.index + match[0].length));
      this.equal(`tokens, ${why}`, found, expected);
    }
    for (const { why, text, at, expected } of opaque) {
      const span = opaqueAround(text, ...this.units(text)(at));
      this.equal(`opaque, ${why}`, span ? this.points(text)(...span) : null, expected ?? null);
    }
  }

  scan({ terms, cases }) {
    this.lexicon = new this.engine.lexicon.Lexicon(terms, this.ordinary);
    for (const { why, text, opaque = [], extra = [], full_forms: fullForms = false, expected } of cases) {
      const options = { opaque: opaque.map(this.units(text)), extra, fullForms };
      const points = this.points(text);
      const found = this.engine.scan.scan(text, this.lexicon, options);
      this.equal(`scan, ${why}`, found.map(({ start, end, terms }) => [...points(start, end), terms]), expected);
    }
  }

  unknown({ cases }) {
    for (const { why, text, expected } of cases) {
      const taken = this.engine.scan.scan(text, this.lexicon).map(({ start, end }) => [start, end]);
      const found = this.engine.unknown.findUnknown(text, this.lexicon, { taken });
      const points = this.points(text);
      this.equal(`unknown, ${why}`, found.map(({ start, end }) => points(start, end)), expected);
    }
  }

  definitions({ cases }) {
    for (const { why, text, opaque = [], expected } of cases) {
      const points = this.points(text);
      const found = this.engine.definitions.findDefinitions(text, { opaque: opaque.map(this.units(text)) });
      const shown = found.map(({ short, long }) => ({ short: points(short.start, short.end), long: points(long.start, long.end) }));
      this.equal(`definitions, ${why}`, shown, expected);
    }
  }

  resolve(cases) {
    for (const one of cases) {
      const { text, why, as_of: asOf = "", domains = [], expected } = one;
      const lexicon = new this.engine.lexicon.Lexicon(one.terms.map(termOf), this.ordinary);
      const definitions = definitionsOf(text, one.definitions ?? []);
      const extra = definitions.map(({ short }) => short.surface);
      const mentions = this.engine.scan.scan(text, lexicon, { extra });
      const full = this.engine.scan.findFullForms(text, lexicon);
      const found = this.engine.resolve.resolve(text, mentions, definitions, lexicon, this.french, { full, asOf, domains });
      const shown = found.map(({ decision, term }, at) => [mentions[at].surface, decision, term?.id ?? null]);
      this.equal(`resolve, ${why}`, shown, expected.map(({ surface, decision, term }) => [surface, decision, term]));
      expected.forEach((part, at) => found[at] && this.resolution(`resolve, ${why}`, found[at], part));
    }
  }

  /** Compare whatever else a case expects of an answer. */
  resolution(why, found, expected) {
    for (const name of ["origin", "note", "full_form"]) if (name in expected) this.equal(`${why}, ${name}`, found[name], expected[name]);
    if ("confidence" in expected) this.equal(`${why}, confidence`, Math.abs(found.confidence - expected.confidence) < 1e-6, true);
    if ("candidates" in expected) this.equal(`${why}, order`, found.candidates.map(({ term }) => term), expected.candidates);
    if (!("kind" in expected)) return;
    const of = expected.of ?? found.term?.id ?? "";
    const { evidence = [] } = found.candidates.find(({ term }) => term === of) ?? {};
    this.equal(`${why}, ${expected.kind}`, evidence.some(({ kind }) => kind === expected.kind), true);
  }
}

const termOf = (term) => ({ kind: "acronym", usage: "usual", full_form: "", variants: [], context: [], domain: "administration", ...term });

/** Find the definitions that a case names: [short, long], long before short. */
function definitionsOf(text, named) {
  let place = 0;
  return named.map(([shortForm, longForm]) => {
    const long = pieceOf(text, longForm, place);
    const short = pieceOf(text, shortForm, long.end);
    place = short.end;
    return { short, long };
  });
}

function pieceOf(text, surface, from) {
  const start = text.indexOf(surface, from);
  return { start, end: start + surface.length, surface };
}
