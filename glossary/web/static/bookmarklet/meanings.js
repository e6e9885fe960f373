// Weigh meanings as the server does; loaded from it where the page lets that in.

import { French } from "../engine/french.js";
import { compact } from "../engine/keys.js";
import { findFullForms } from "../engine/scan.js";
import { giveBack } from "./natives.js";
import { resolving } from "../engine/resolve.js";

const BREAK = "\n\n";

/** Give each mention of some blocks its resolution, in steps; one nobody explains gets none. */
export function* explain(blocks, lexicon, words) {
  const page = new Page(blocks);
  const french = (words.french ??= new French(words));
  const mentions = page.mentions;
  const full = mentions.some(({ terms }) => terms.length > 1) ? yield* page.fullForms(lexicon) : [];
  const definitions = yield* page.definitions();
  const resolutions = yield* resolving(page.text, mentions, definitions, lexicon, french, { full });
  mentions.forEach(({ own }, at) => {
    own.resolution = own.terms.length || resolutions[at].definedAt ? resolutions[at] : undefined;
  });
}

/** Hold blocks as one text, in which a definition or a date holds for all. */
class Page {
  constructor(blocks) {
    this.blocks = blocks;
    this.starts = [];
    let length = 0;
    for (const { text } of blocks) {
      this.starts.push(length);
      length += text.length + BREAK.length;
    }
    this.text = blocks.map(({ text }) => text).join(BREAK);
  }

  get mentions() {
    return this.blocks.flatMap(({ mentions }, number) =>
      mentions.map((own) => ({ ...own, ...this.moved(own, number), key: own.key ?? compact(own.surface), own })),
    );
  }

  moved({ start, end }, number) {
    return { start: start + this.starts[number], end: end + this.starts[number] };
  }

  *fullForms(lexicon) {
    const found = [];
    for (const [number, { text }] of this.blocks.entries()) {
      for (const mention of findFullForms(text, lexicon)) found.push({ ...mention, ...this.moved(mention, number) });
      yield;
    }
    return found;
  }

  /** Find what the page itself defines; each long form can be gone to. */
  *definitions() {
    return [];
  }
}

giveBack();
