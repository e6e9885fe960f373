// Read a page as blocks of running text, each with a way back to its text nodes.
//
// A block is what stands between two paragraph breaks as the reader sees them.
// Inline elements are joined, open shadow roots and frames of the same origin are
// read where they stand, and nothing of the page is changed. Editable areas, code
// and hidden text are left out. What did not change since the last reading is
// taken over from it.

const LEFT_OUT = new Set(
  (
    "AUDIO CANVAS CODE DATALIST HEAD INPUT KBD MATH METER NOSCRIPT OBJECT OPTGROUP OPTION PRE PROGRESS SAMP SCRIPT " +
    "SELECT STYLE SVG TEMPLATE TEXTAREA VIDEO"
  ).split(" "),
);
const CLOSED = '[translate="no"],.notranslate,.noglossary,[role="textbox"],[role="code"],abbr[title]';
const FRAMES = /^I?FRAME$/;
// Stands for what is left out, so that its neighbours do not become one word.
const GAP = "\ufffc";
const BLANKS = /[\t\n\f\r ]+/g;
const LONG_BLANKS = /[\t\n\f\r ]{2,}/g;
// A longer block is cut where a sentence or line ends, so that no step takes long.
const MAX_BLOCK = 8000;
const CUTS = [/\n\s*\n/g, /[.!?…]\s+/g, /\s+/g];

/** Hold one block: its text, and the text nodes it was read from. */
export class Block {
  constructor() {
    this.text = "";
    this.nodes = [];
    this.starts = [];
    this.mentions = [];
    this.isNear = false;
  }

  add(text, node, from = 0, isFolded = false) {
    if (node) {
      this.nodes.push({ node, from, isFolded });
      this.starts.push(this.text.length);
    }
    this.text += text;
  }

  /** Give the text node and the offset in it for a place; at a seam, the node that ends there if `isEnd`. */
  placeOf(place, isEnd = false) {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle] < place || (this.starts[middle] === place && !isEnd)) low = middle;
      else high = middle - 1;
    }
    const { node, from, isFolded } = this.nodes[low];
    const inside = place - this.starts[low];
    return [node, from + (isFolded ? unfolded(node.data.slice(from), inside) : inside)];
  }

  /** Give the static range of a stretch of the text. */
  rangeOf(start, end) {
    const [startContainer, startOffset] = this.placeOf(start);
    const [endContainer, endOffset] = this.placeOf(end, true);
    const { StaticRange } = startContainer.ownerDocument.defaultView ?? globalThis;
    return new StaticRange({ startContainer, startOffset, endContainer, endOffset });
  }
}

/** Give the place in the source for a place in the text with its blanks folded. */
export function unfolded(data, place) {
  let lost = 0;
  for (const run of data.matchAll(LONG_BLANKS)) {
    if (run.index - lost >= place) break;
    lost += run[0].length - 1;
  }
  return place + lost;
}

/** Yield the blocks of a section in the order of the page. */
export function* blocksOf(section) {
  for (const item of section.items)
    if (item instanceof Block) yield item;
    else yield* blocksOf(item);
}

/**
 * Read a page, again and again.
 *
 * `onBlock(block)` gets each block as soon as it is read; `onRoot(root)` each
 * document and shadow root before its first block, `onFrame(frame)` each frame. An element whose content
 * changed is told to `forget`.
 */
export class PageReader {
  constructor({ onBlock, onRoot, onFrame, isOwn = () => false }) {
    Object.assign(this, { onBlock, onRoot, onFrame, isOwn });
    this.sections = new WeakMap();
  }

  /** Forget what was read in an element and in all that hold it; `isDeep` also in all it holds. */
  forget(node, isDeep = false) {
    for (let at = node; at; at = holderOf(at)) {
      const section = this.sections.get(at);
      if (section && isDeep) this.forgetWithin(section);
      if (section) isDeep = false;
      this.sections.delete(at);
    }
  }

  forgetWithin({ element, items }) {
    this.sections.delete(element);
    for (const item of items) if (item.items) this.forgetWithin(item);
  }

  /** Read a document in steps; the generator returns its section. */
  *read(page) {
    this.onRoot(page);
    const section = { items: [] };
    if (page.body) yield* this.blockElement(page.body, section, { block: null });
    return section;
  }

  /** Read what an element holds into the section of its own. */
  *blockElement(element, outer) {
    let section = this.sections.get(element);
    if (!section) {
      section = { element, items: [] };
      this.sections.set(element, section);
      const flow = { section, block: null };
      yield* this.inside(element, flow, styleOf(element));
      this.close(flow);
    }
    outer.items.push(section);
    yield;
  }

  *inside(parent, flow, style) {
    if (parent.shadowRoot) this.onRoot(parent.shadowRoot);
    for (let node = firstOf(parent); node; node = nextOf(node, parent)) {
      if (node.nodeType === Node.TEXT_NODE) this.text(node, flow, style);
      else if (node.nodeType === Node.ELEMENT_NODE) yield* this.element(node, flow);
    }
  }

  *element(element, flow) {
    const name = element.nodeName.toUpperCase();
    if (name === "BR") this.add(flow, "\n");
    else if (FRAMES.test(name)) yield* this.frame(element, flow);
    else if (LEFT_OUT.has(name) || name === "IMG" || isClosed(element) || this.isOwn(element)) this.add(flow, GAP);
    else yield* this.shown(element, flow, styleOf(element));
  }

  *shown(element, flow, style) {
    const { display } = style;
    if (display === "none" || style.visibility !== "visible") return;
    if (isInline(display)) {
      const isApart = display !== "inline" && display !== "contents";
      if (isApart) this.add(flow, " ");
      if (firstOf(element)) yield* this.inside(element, flow, style);
      if (isApart) this.add(flow, " ");
    } else {
      this.close(flow);
      yield* this.blockElement(element, flow.section);
    }
  }

  *frame(element, flow) {
    this.close(flow);
    this.onFrame(element);
    const page = documentOf(element);
    if (page?.body && styleOf(element).display !== "none") {
      this.onRoot(page);
      yield* this.blockElement(page.body, flow.section);
    }
  }

  text(node, flow, style) {
    const { data } = node;
    if (!data) return;
    const isFolded = BLANKS_IN_SOURCE.test(data) && !keepsBlanks(style);
    if (data.length > MAX_BLOCK) return this.longText(node, flow, isFolded);
    this.add(flow, isFolded ? data.replace(BLANKS, " ") : data, node, 0, isFolded);
    if (flow.block.text.length > MAX_BLOCK && /\s$/.test(data)) this.close(flow);
  }

  /** Cut a very long text node where it hurts least. */
  longText(node, flow, isFolded) {
    const { data } = node;
    for (let from = 0; from < data.length; ) {
      const end = cutOf(data, from);
      const piece = data.slice(from, end);
      this.add(flow, isFolded ? piece.replace(BLANKS, " ") : piece, node, from, isFolded);
      if (end < data.length) this.close(flow);
      from = end;
    }
  }

  add(flow, text, ...rest) {
    flow.block ??= new Block();
    flow.block.add(text, ...rest);
  }

  close(flow) {
    const { block } = flow;
    flow.block = null;
    if (!block?.nodes.length || !/\S/.test(block.text)) return;
    flow.section.items.push(block);
    this.onBlock(block);
  }
}

const BLANKS_IN_SOURCE = /[\t\n\f\r]| {2}/;

const keepsBlanks = (style) => /^(?:pre|break)/.test(style.whiteSpaceCollapse ?? style.whiteSpace);

const isInline = (display) => /^(?:inline|contents|ruby)/.test(display);

const styleOf = (element) => (element.ownerDocument.defaultView ?? window).getComputedStyle(element);

/** Say whether an element is closed to us: editable, or marked to be left alone. */
function isClosed(element) {
  const editable = element.getAttribute("contenteditable");
  return (editable !== null && editable.toLowerCase() !== "false") || element.matches(CLOSED);
}

function cutOf(data, from) {
  const least = from + MAX_BLOCK;
  if (data.length <= least + MAX_BLOCK / 2) return data.length;
  const reach = data.slice(least, least + MAX_BLOCK / 2);
  for (const cut of CUTS) {
    cut.lastIndex = 0;
    if (cut.test(reach)) return least + cut.lastIndex;
  }
  return least;
}

/** Give the document in a frame of our origin; null in one of another. */
export function documentOf(frame) {
  try {
    return frame.contentDocument;
  } catch {
    return null;
  }
}

/** Give the first child as shown: of the shadow root, or of what fills a slot. */
function firstOf(parent) {
  if (parent.shadowRoot) return parent.shadowRoot.firstChild;
  return (parent.nodeName === "SLOT" && parent.assignedNodes?.()[0]) || parent.firstChild;
}

/** Give the node that follows as shown in the same parent. */
function nextOf(node, parent) {
  if (parent.nodeName !== "SLOT" || node.parentNode === parent) return node.nextSibling;
  const filling = parent.assignedNodes();
  return filling[filling.indexOf(node) + 1];
}

/** Give what holds a node as shown: its slot, its parent, its host or its frame. */
function holderOf(node) {
  if (node.assignedSlot) return node.assignedSlot;
  if (node.parentNode) return node.parentNode;
  return node.host ?? node.defaultView?.frameElement;
}
