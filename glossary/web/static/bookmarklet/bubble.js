// Show what a sigle means beside it: by pointer, touch or key.
//
// WCAG 2.2, 1.4.13: the bubble goes away with Escape and nothing else does, the
// pointer can move onto it, and it stays until the reader leaves it.

import { boxesOf, frameOffset, rangeOf } from "../engine/marks.js";
import { describe, lineOf } from "./meaning.js";
import { button, later, make, on } from "./make.js";

// The pointer rests this long on a word before the bubble comes, and may be away
// from both this long before it goes.
const REST = 150;
const GRACE = 350;
const MARGIN = 8;

export class Bubble {
  constructor(stage, marks) {
    Object.assign(this, { stage, marks, mention: null, isPinned: false, timer: 0 });
    this.element = make("section", { id: "bubble", role: "group", tabindex: "-1", hidden: true });
    this.rule = stage.rule("#bubble");
    stage.root.append(this.element);
    on(this.element, "pointerenter", () => clearTimeout(this.timer));
    on(this.element, "pointerleave", () => this.leave());
  }

  /** Open for a mention; pinned it stays until closed. */
  open(mention, { isPinned = false, position = "" } = {}) {
    clearTimeout(this.timer);
    this.isPinned = isPinned;
    if (mention !== this.mention) this.fill(mention, position);
    this.mention = mention;
    this.element.hidden = false;
    this.stage.raise();
    this.marks.point(mention);
    this.place();
  }

  fill(mention, position) {
    const { config, labels } = this.stage;
    const tag = tagOf(mention, labels);
    const close = button(labels.close, () => this.close(), { sign: "✕" });
    this.element.setAttribute("aria-label", mention.surface);
    this.element.replaceChildren(
      make("header", {}, make("h2", {}, mention.surface), tag && make("span", { class: "tag" }, tag), position && make("small", {}, position), close),
      ...describe(mention, config, { onDefinition: () => this.stage.showDefinition(mention) }).filter(Boolean),
      this.knowing(mention),
    );
  }

  knowing({ surface, resolution }) {
    if (!resolution) return "";
    const { known, labels } = this.stage;
    const toggle = () => {
      this.stage.toggleKnown(surface);
      made.setAttribute("aria-pressed", String(known.has(surface)));
    };
    const made = button(labels.i_know, toggle, { "aria-pressed": String(known.has(surface)) });
    return make("p", { class: "row" }, made);
  }

  /** Say the same to who listens. */
  spoken(mention, position) {
    const { labels } = this.stage;
    const { surface, resolution } = mention;
    const line = resolution && resolution.decision !== "undecided" ? lineOf(resolution) : "";
    return [surface, tagOf(mention, labels), line, position].filter(Boolean).join(", ");
  }

  /** Stand under the word, above it where there is no room. */
  place() {
    if (!this.mention) return;
    const [box] = boxesOf(this.mention);
    if (!box) return this.close();
    const { left, top } = frameOffset(rangeOf(this.mention).startContainer.ownerDocument.defaultView);
    const { offsetWidth: width, offsetHeight: height } = this.element;
    const { innerWidth, innerHeight } = window;
    const under = top + box.bottom + MARGIN;
    const over = top + box.top - MARGIN - height;
    const y = under + height <= innerHeight || over < 0 ? Math.min(under, innerHeight - height - MARGIN) : over;
    const x = Math.min(left + box.left, innerWidth - width - MARGIN);
    this.rule.left = `${Math.max(MARGIN, x)}px`;
    this.rule.top = `${Math.max(MARGIN, y)}px`;
  }

  /** The pointer rests on a mention, or on none. */
  hover(mention) {
    clearTimeout(this.timer);
    if (!mention) this.leave();
    else if (mention !== this.mention) this.timer = later(() => this.open(mention), REST);
  }

  leave() {
    clearTimeout(this.timer);
    if (this.mention && !this.isPinned) this.timer = later(() => this.close(), GRACE);
  }

  close() {
    clearTimeout(this.timer);
    if (!this.mention) return;
    const hadFocus = this.element.contains(this.stage.root.activeElement);
    this.mention = null;
    this.element.hidden = true;
    this.marks.point(null);
    if (hadFocus) this.stage.giveFocusBack();
  }
}

function tagOf({ resolution }, labels) {
  if (!resolution) return labels.unknown;
  if (resolution.decision === "undecided") return labels.undecided;
  return resolution.origin === "document" ? labels.outside : "";
}
