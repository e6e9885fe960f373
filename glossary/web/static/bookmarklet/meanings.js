// Weigh meanings as the server does; loaded from it where the page lets that in.

import { French } from "../engine/french.js";
import { compact } from "../engine/keys.js";
import { extraIndex, findExtra, findFullForms } from "../engine/scan.js";
import { findingDefinitions } from "../engine/definitions.js";
import { giveBack } from "./natives.js";
import { resolving } from "../engine/resolve.js";

const BREAK = "\n\n";

/** Give each mention of some blocks its resolution, in steps; one nobody explains gets none. */
export function* explain(blocks, lexicon, words) {
  const page = new Page(blocks);
  const french = (words.french ??= new French(words));
  const definitions = yield* page.definitions();
  yield* page.addDefined(definitions, lexicon);
  const { mentions } = page;
  const full = mentions.some(({ terms }) => terms.length > 1) ? yield* page.fullForms(lexicon) : [];
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

  /** Find what the page itself defines; `mention` is a place to go to. */
  *definitions() {
    const found = yield* findingDefinitions(this.text);
    for (const definition of found) definition.mention = this.placeOf(definition.long);
    return found;
  }

  /** Give a piece of the whole text as a piece of its block. */
  placeOf({ start, end, surface }) {
    const number = this.starts.findLastIndex((from) => from <= start);
    const from = this.starts[number];
    return { block: this.blocks[number], start: start - from, end: end - from, surface, terms: [] };
  }

  /** Add the places of forms that only the page defines: «Copil», once it was said what that is. */
  *addDefined(definitions, lexicon) {
    const shorts = new Set(definitions.map(({ short }) => short.surface).filter((form) => !lexicon.byKey(form).length));
    if (!shorts.size) return;
    const index = extraIndex([...shorts], lexicon);
    for (const block of this.blocks) {
      for (const mention of findExtra(block.text, lexicon, index)) this.add(block, mention);
      yield;
    }
  }

  add(block, mention) {
    if (block.mentions.some(({ start, end }) => start < mention.end && mention.start < end)) return;
    block.mentions.push({ ...mention, block, kindPainted: "" });
    block.mentions.sort((a, b) => a.start - b.start);
  }
}

giveBack();
