// Read a page, find its sigles, paint them, and follow the page as it changes.
//
// All work is done in slices, so that the page never waits.

import { findUnknown } from "./unknown.js";
import { Marks, isNear } from "./marks.js";
import { PageReader, blocksOf } from "./ranges.js";
import { scan } from "./scan.js";

// A slice ends after this many milliseconds; a task must stay under 50.
const SLICE = 12;
// After a change the page gets time to make the next ones.
const REST = 120;
// Pages that redraw show the same blocks again; as many as a long page has.
const MOST_REMEMBERED = 50_000;
const OBSERVED = {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
  attributeFilter: ["class", "hidden", "open", "style", "translate", "contenteditable"],
};

/** Annotate one page until `stop()`. */
export class Session {
  /**
   * Options: `onChange()` is called when a reading is complete, `onPage(page)`
   * for each document that is read; `explain(blocks)` gives mentions their
   * meanings in steps, `kindOf(mention)` says as what to paint it; `guard(work)`
   * runs our work, `isOwn(node)` tells our own element on the page.
   */
  constructor(lexicon, options = {}) {
    Object.assign(this, DEFAULTS, { page: document }, options, { lexicon });
    this.marks = new Marks();
    this.alive = new Set();
    this.blocks = [];
    this.isStopped = false;
    this.jobs = [];
    this.timer = this.sightTimer = 0;
    this.observer = new MutationObserver((changes) => this.guard(() => this.follow(changes)));
    this.waiting = [];
    this.roots = new Set();
    this.frames = new Map();
    this.found = new Map();
    this.reader = new PageReader({
      isOwn: this.isOwn,
      onRoot: (root) => this.enter(root),
      onFrame: (frame) => this.enterFrame(frame),
      onBlock: (block) => this.waiting.push(block),
    });
    this.channel = new MessageChannel();
    this.channel.port1.onmessage = () => this.guard(() => this.slice());
  }

  start() {
    this.do(this.reading());
  }

  /** Do a job in slices, after those that wait already. */
  do(job) {
    if (this.isStopped) return;
    this.jobs.push(job);
    if (this.jobs.length === 1) this.slice();
  }

  /** List the mentions of the page in order. */
  get mentions() {
    return this.blocks.flatMap((block) => block.mentions);
  }

  enter(root) {
    if (this.roots.has(root)) return;
    this.roots.add(root);
    this.marks.open(root);
    if (root.defaultView) this.onPage(root);
    this.observer.observe(root, OBSERVED);
  }

  /** Read a frame anew when it has loaded another page. */
  enterFrame(frame) {
    if (this.frames.has(frame)) return;
    const again = () => this.guard(() => this.follow([{ target: frame }]));
    this.frames.set(frame, again);
    frame.addEventListener("load", again);
  }

  slice() {
    const end = performance.now() + SLICE;
    while (!this.isStopped && this.jobs.length && performance.now() < end) if (this.jobs[0].next().done) this.jobs.shift();
    if (this.jobs.length && !this.isStopped) this.channel.port2.postMessage(0);
  }

  *reading() {
    const steps = this.reader.read(this.page);
    let step;
    do {
      step = steps.next();
      for (const block of this.waiting.splice(0)) {
        this.find(block);
        yield;
      }
      yield;
    } while (!step.done);
    this.settle(step.value);
    yield* this.explain(this.blocks);
    this.onChange();
    yield* this.sighting();
  }

  /** Paint the blocks that came into sight, and let go of those that left it. */
  *sighting() {
    for (const block of this.blocks) {
      if (!block.mentions.length) continue;
      this.look(block);
      yield;
    }
  }

  look(block) {
    const near = isNear(block);
    if (near === block.isNear) return;
    block.isNear = near;
    for (const mention of block.mentions) this.show(mention);
  }

  /** Look again what is in sight, soon. */
  lookAgain() {
    this.sightTimer ||= setTimeout(() => {
      this.sightTimer = 0;
      this.guard(() => this.do(this.sighting()));
    }, REST);
  }

  /** Paint everything, to be printed. */
  showEverything() {
    for (const block of this.blocks) block.isNear = true;
    this.showAll();
  }

  /** Find and paint the sigles of one block. */
  find(block) {
    block.mentions = this.mentionsIn(block.text).map((mention) => ({ ...mention, block, kindPainted: "" }));
    this.alive.add(block);
    for (const mention of block.mentions) mention.wanted = this.kindOf(mention);
    if (block.mentions.length) this.look(block);
  }

  /** List the sigles of a text; what was found in equal text is remembered. */
  mentionsIn(text) {
    let mentions = this.found.get(text);
    if (!mentions) {
      const known = scan(text, this.lexicon);
      const unknown = findUnknown(text, this.lexicon, { taken: known.map(({ start, end }) => [start, end]) });
      mentions = [...known, ...unknown.map((piece) => ({ ...piece, terms: [], kind: "unknown" }))];
      mentions.sort((a, b) => a.start - b.start);
      if (this.found.size > MOST_REMEMBERED) this.found.clear();
      this.found.set(text, mentions);
    }
    return mentions;
  }

  /** Paint a mention as what it is taken for, where it is in sight; an empty kind takes its mark away. */
  show(mention) {
    mention.wanted = this.kindOf(mention);
    if (mention.wanted && mention.block.isNear) this.marks.paint(mention, mention.wanted);
    else this.marks.erase(mention);
  }

  showAll() {
    for (const mention of this.mentions) this.show(mention);
  }

  /** Take the marks of blocks away that the page has no longer. */
  settle(section) {
    this.blocks = [...blocksOf(section)];
    const kept = new Set(this.blocks);
    for (const block of this.alive)
      if (!kept.has(block)) {
        for (const mention of block.mentions) this.marks.erase(mention);
        this.alive.delete(block);
      }
  }

  follow(changes) {
    changes = changes.filter((change) => !this.isOurs(change));
    if (!changes.length) return;
    // A class may show or hide anything within.
    for (const { target, type } of changes) this.reader.forget(target, type === "attributes");
    if (this.timer) return;
    this.timer = setTimeout(() => {
      this.timer = 0;
      this.guard(() => this.start());
    }, REST);
  }

  /** Say whether a change is nothing but our own element coming or going. */
  isOurs({ addedNodes = [], removedNodes = [] }) {
    const nodes = [...addedNodes, ...removedNodes];
    return nodes.length > 0 && nodes.every((node) => this.isOwn(node));
  }

  /** Take everything back. */
  stop() {
    this.isStopped = true;
    this.observer.disconnect();
    this.channel.port1.close();
    clearTimeout(this.timer);
    clearTimeout(this.sightTimer);
    for (const [frame, again] of this.frames) frame.removeEventListener("load", again);
    this.marks.close();
  }
}

const DEFAULTS = {
  onChange() {},
  onPage() {},
  *explain() {},
  guard: (work) => work(),
  isOwn: () => false,
  kindOf: (mention) => plainKind(mention),
};

const plainKind = ({ kind, terms }) => (kind === "unknown" ? "unknown" : terms.length > 1 ? "undecided" : "known");
