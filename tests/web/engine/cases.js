// Run the cases that both engines must pass; works in node and in a browser.
//
// `engine` holds the modules of the engine by name, `cases` the parsed files by
// name, `ordinary` the word lists. Places are counted in code points.

/** List what went wrong, one line a case; empty when both engines agree. */
export function failures(engine, cases, ordinary) {
  const check = new Check(engine, new engine.ordinary.Ordinary(ordinary));
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
}
