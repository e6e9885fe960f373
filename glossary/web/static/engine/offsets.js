// Convert places between UTF-16 units, in which JavaScript counts, and code
// points, in which every interface of the project does.

const PAIR = /[\u{10000}-\u{10ffff}]/gu;

/** Hold one text, to convert places of it either way. */
export class Offsets {
  constructor(text) {
    // The units before which each sign outside the basic plane starts.
    this.pairs = Array.from(text.matchAll(PAIR), (match) => match.index);
  }

  /** Give the code points before a place counted in units. */
  toPoints(units) {
    return units - this.count((pair) => pair < units);
  }

  /** Give the units before a place counted in code points. */
  toUnits(points) {
    return points + this.count((pair, before) => pair - before < points);
  }

  count(isBefore) {
    let low = 0;
    let high = this.pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBefore(this.pairs[middle], middle)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
