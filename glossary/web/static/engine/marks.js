// Paint marks over the page with CSS highlights, and find the one under the pointer.
//
// Nothing is put into the page: ranges are painted by the browser, and the rules
// for them are adopted by each document and open shadow root.

/** What a mark may say, by the name under which it is painted; the last lies on top. */
export const KINDS = ["known", "undecided", "unknown", "current"];

const NAME = "en-clair-";
const LINES = {
  known: "underline dotted 2px",
  undecided: "underline wavy 1px",
  unknown: "underline dashed 1px",
};
const COLORS = {
  light: { known: "#1d3a8a", undecided: "#9a4a00", unknown: "#555c6e" },
  dark: { known: "#a8bfff", undecided: "#ffb870", unknown: "#b9bdc9" },
};

// The page's own colours tell whether it is dark, not the reader's system.
const rulesFor = (theme) =>
  Object.entries(LINES)
    .map(([kind, line]) => `::highlight(${NAME}${kind}){text-decoration:${line} ${COLORS[theme][kind]};text-underline-offset:.15em}`)
    .join("") +
  `::highlight(${NAME}current){background-color:#ffe07a;color:#1b2030}` +
  `@media(forced-colors:active){::highlight(${NAME}current){background-color:Highlight;color:HighlightText}}` +
  `@media print{::highlight(${NAME}known){text-decoration:none}}`;

/** Paint on any number of documents, and take all of it back. */
export class Marks {
  constructor() {
    this.sheets = new Map();
    this.roots = new Map();
    this.registries = new Map();
    this.byElement = new WeakMap();
  }

  /** Make a document or shadow root show marks. */
  open(root) {
    if (this.roots.has(root)) return;
    const page = root.ownerDocument ?? root;
    if (!this.sheets.has(page)) this.openPage(page);
    const sheet = this.sheets.get(page);
    this.roots.set(root, sheet);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  }

  openPage(page) {
    const view = page.defaultView;
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(rulesFor(isDark(page) ? "dark" : "light"));
    this.sheets.set(page, sheet);
    const registry = {};
    KINDS.forEach((kind, priority) => {
      registry[kind] = new view.Highlight();
      registry[kind].priority = priority;
      view.CSS.highlights.set(NAME + kind, registry[kind]);
    });
    this.registries.set(page, registry);
  }

  /** Paint one mention of a block as a kind; painting it as another moves it. */
  paint(mention, kind) {
    if (mention.kindPainted === kind) return;
    this.erase(mention);
    mention.kindPainted = kind;
    this.highlight(mention, kind).add(rangeOf(mention));
    for (const element of elementsOf(mention)) {
      const beside = this.byElement.get(element);
      if (!beside) this.byElement.set(element, new Set([mention]));
      else beside.add(mention);
    }
  }

  /** Take the mark of a mention away. */
  erase(mention) {
    if (!mention.kindPainted) return;
    this.highlight(mention, mention.kindPainted).delete(rangeOf(mention));
    mention.kindPainted = "";
    for (const element of elementsOf(mention)) this.byElement.get(element)?.delete(mention);
  }

  /** Show one mention as the current one, or none. */
  point(mention) {
    for (const { current } of this.registries.values()) current.clear();
    if (mention) this.highlight(mention, "current").add(rangeOf(mention));
  }

  highlight(mention, kind) {
    return this.registries.get(rangeOf(mention).startContainer.ownerDocument)[kind];
  }

  /** Find the painted mention at a point of a document; undefined where none is. */
  at(page, x, y) {
    let element = page.elementFromPoint(x, y);
    while (element?.shadowRoot) {
      const inner = element.shadowRoot.elementFromPoint(x, y);
      if (!inner || inner === element) break;
      element = inner;
    }
    for (const mention of this.byElement.get(element) ?? [])
      for (const box of boxesOf(mention)) if (isIn(box, x, y)) return mention;
  }

  /** Take back everything. */
  close() {
    for (const [root, sheet] of this.roots)
      root.adoptedStyleSheets = [...root.adoptedStyleSheets].filter((adopted) => adopted !== sheet);
    for (const page of this.sheets.keys())
      for (const kind of KINDS) page.defaultView?.CSS.highlights.delete(NAME + kind);
  }
}

/** Give the static range of a mention; made when first asked for. */
export function rangeOf(mention) {
  mention.range ??= mention.block.rangeOf(mention.start, mention.end);
  return mention.range;
}

/** Give the rectangles in which a mention is shown, in its own window. */
export const boxesOf = (mention) => [...(liveRange(rangeOf(mention))?.getClientRects() ?? [])];

/** Give a range that can be measured; null where the page has changed there. */
function liveRange({ startContainer, startOffset, endContainer, endOffset }) {
  if (!startContainer.isConnected || !endContainer.isConnected) return null;
  const live = startContainer.ownerDocument.createRange();
  try {
    live.setStart(startContainer, startOffset);
    live.setEnd(endContainer, endOffset);
  } catch {
    return null;
  }
  return live;
}

/** Give where the window of a frame stands in the top one. */
export function frameOffset(view) {
  let left = 0;
  let top = 0;
  for (; view && view !== window; view = view.parent) {
    const box = view.frameElement.getBoundingClientRect();
    left += box.left + view.frameElement.clientLeft;
    top += box.top + view.frameElement.clientTop;
  }
  return { left, top };
}

/**
 * Say whether a block is in sight, or within a screen of it.
 *
 * A browser goes through all painted ranges whenever one is added: ten thousand
 * take it longer than a reader waits, those in sight no time.
 */
export function isNear(block) {
  const [{ node }] = block.nodes;
  const element = elementOf(node.parentNode);
  if (!element?.isConnected) return false;
  const { innerHeight } = window;
  let box = element.getBoundingClientRect();
  // A long element may be far where it is near.
  if (box.height > 3 * innerHeight) box = liveRange(block.rangeOf(0, block.text.length))?.getBoundingClientRect() ?? box;
  const { top } = frameOffset(node.ownerDocument.defaultView);
  return top + box.bottom > -innerHeight && top + box.top < 2 * innerHeight;
}

const elementsOf = (mention) => {
  const { startContainer, endContainer } = rangeOf(mention);
  return new Set([startContainer.parentNode, endContainer.parentNode].map(elementOf));
};

/** Give the element that the pointer meets for text in a node; text right in a shadow root belongs to its host. */
const elementOf = (node) => node?.host ?? node;

const isIn = (box, x, y) => x >= box.left - 1 && x <= box.right + 1 && y >= box.top - 1 && y <= box.bottom + 1;

/** Say whether a document shows light text on dark. */
function isDark(page) {
  const [red, green, blue] = page.defaultView.getComputedStyle(page.body).color.match(/[\d.]+/g) ?? [];
  return 0.3 * red + 0.59 * green + 0.11 * blue > 140;
}
