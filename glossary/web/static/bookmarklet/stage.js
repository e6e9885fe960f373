// Hold all that is ours on the page: one element, above everything, closed to the page.

import sheetText from "./sheet.css";
import { Bubble } from "./bubble.js";
import { Known } from "./known.js";
import { Panel } from "./panel.js";
import { boxesOf, rangeOf } from "../engine/marks.js";
import { fill, later, make, on } from "./make.js";

const PRINTED = "@media print{body{display:none!important}}";
const WORKING = "a[href],button,input,label,select,summary,textarea,[role=button],[role=link],[role=tab]";

export class Stage {
  /** `session` reads and paints the page; `end()` is called when the reader has enough. */
  constructor(config, end) {
    Object.assign(this, { config, end, labels: config.labels, known: new Known() });
    this.choices = { isFirstOnly: false, isHidingKnown: false };
    this.undo = [];
    this.host = make("en-clair", { lang: config.lang, translate: "no", popover: "manual" });
    this.root = this.host.attachShadow({ mode: "closed" });
    this.sheet = new CSSStyleSheet();
    this.sheet.replaceSync(sheetText);
    this.root.adoptedStyleSheets = [this.sheet];
    this.status = make("p", { id: "status", role: "status" });
    this.root.append(this.status);
    this.raise();
  }

  /** Take the session whose marks are to be explained. */
  take(session) {
    this.session = session;
    this.bubble = new Bubble(this, session.marks);
    this.panel = new Panel(this);
    const place = () => this.frame(() => this.bubble.place());
    const moved = () => {
      place();
      session.lookAgain();
    };
    this.undo.push(
      on(window, "scroll", moved, { capture: true, passive: true }),
      on(window, "resize", moved),
      on(window, "beforeprint", () => session.showEverything()),
      on(window, "afterprint", moved),
    );
  }

  /** Give the style of a rule of our own, to be changed without a style attribute. */
  rule(selector) {
    return this.sheet.cssRules[this.sheet.insertRule(`${selector}{}`, this.sheet.cssRules.length)].style;
  }

  /** Come on top, into the dialog that closes off the rest of the page where there is one. */
  raise() {
    const dialogs = document.querySelectorAll(":modal");
    const holder = dialogs[dialogs.length - 1] ?? document.documentElement;
    if (this.host.parentNode !== holder) holder.append(this.host);
    else if (this.root.activeElement) return;
    else this.host.hidePopover?.();
    this.host.showPopover?.();
  }

  isOwn(node) {
    return node === this.host;
  }

  /** Listen to the readers of one document: the page's, or a frame's. */
  listen(page) {
    const view = page.defaultView;
    this.undo.push(
      on(page, "pointermove", (event) => this.move(event, page), { capture: true, passive: true }),
      on(page, "click", (event) => this.click(event, page), { capture: true, passive: true }),
      on(view, "keydown", (event) => this.key(event), { capture: true }),
      on(view, "keyup", (event) => this.keyUp(event), { capture: true }),
    );
  }

  /** Do something with the next picture, once. */
  frame(work) {
    cancelAnimationFrame(this.waiting);
    this.waiting = requestAnimationFrame(() => later(work, 0));
  }

  move({ pointerType, target, clientX: x, clientY: y }, page) {
    if (pointerType === "touch") return;
    this.frame(() => {
      if (!this.isOwn(target)) this.bubble.hover(this.session.marks.at(page, x, y));
    });
  }

  click({ target, clientX: x, clientY: y }, page) {
    if (this.isOwn(target)) return;
    const mention = this.session.marks.at(page, x, y);
    if (mention && !target.closest?.(WORKING)) this.bubble.open(mention, { isPinned: true });
    else if (!mention) this.bubble.close();
  }

  key(event) {
    if (event.key === "F8" && !event.ctrlKey && !event.altKey && !event.metaKey) this.step(event.shiftKey ? -1 : 1);
    else if (event.key === "F9" && !event.ctrlKey && !event.altKey && !event.metaKey && !event.shiftKey) this.stop();
    else if (event.key !== "Escape" || !this.closeTop()) return;
    this.swallowed = event.key;
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  /** Keep the page from seeing the second half of a key that was ours. */
  keyUp(event) {
    if (event.key !== this.swallowed) return;
    this.swallowed = "";
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  /** Close the bubble, or the panel when the reader is in it; say whether anything was. */
  closeTop() {
    if (this.bubble.mention) this.bubble.close();
    else if (this.panel.isOpen && this.panel.element.contains(this.root.activeElement)) this.panel.close();
    else return false;
    return true;
  }

  /** Go to the next mark that is shown, or to the one before. */
  step(direction) {
    const wanted = this.session.mentions.filter((mention) => mention.wanted);
    const count = wanted.length;
    let at = wanted.indexOf(this.bubble.mention ?? this.last);
    if (at < 0) {
      at = wanted.findIndex((mention) => mention.kindPainted && boxesOf(mention)[0]?.top >= 0);
      if (direction > 0 || at < 0) at--;
    }
    for (let tried = 0; tried < count; tried++) {
      at = (at + direction + count) % count;
      if (boxesOf(wanted[at]).length) return this.goTo(wanted[at], fill(this.labels.position, at + 1, count));
    }
    this.announce(this.labels.nothing);
  }

  /** Bring a mention into view, explain it there and tell who listens. */
  goTo(mention, position = "") {
    this.last = mention;
    if (!this.root.activeElement) this.back = document.activeElement;
    reveal(mention);
    this.bubble.open(mention, { isPinned: true, position });
    this.bubble.element.focus({ preventScroll: true });
    this.announce(this.bubble.spoken(mention, position));
  }

  showDefinition({ resolution: { definedAt } }) {
    this.goTo({ ...definedAt.mention, resolution: this.bubble.mention.resolution });
  }

  giveFocusBack() {
    if (this.panel.isOpen) this.panel.title.focus();
    else this.back?.focus?.({ preventScroll: true });
  }

  announce(text) {
    this.status.textContent = "";
    later(() => {
      this.status.textContent = text;
    }, 60);
  }

  choose(name, value) {
    this.choices[name] = value;
    this.refresh();
  }

  toggleKnown(form) {
    this.known.toggle(form);
    this.refresh();
  }

  /** Say as what a mention is to be painted; empty where the reader does not want it. */
  kindOf(mention) {
    if (this.choices.isHidingKnown && this.known.has(mention.surface)) return "";
    if (this.choices.isFirstOnly && !mention.isFirst) return "";
    return groupOf(mention);
  }

  /** Show marks and list again, after a reading or a choice. */
  refresh() {
    this.session.showAll();
    this.panel.show(this.entries());
    this.bubble.place();
  }

  /** List each form with its meaning and count, in the order of the page. */
  entries() {
    const found = new Map();
    for (const mention of this.session.mentions) {
      const kind = groupOf(mention);
      const key = `${kind} ${mention.key ?? mention.surface} ${mention.resolution?.term?.id ?? ""}`;
      const entry = found.get(key);
      if (entry) entry.count++;
      else found.set(key, this.entry(mention, kind));
    }
    return [...found.values()].filter(({ isKnown }) => !(isKnown && this.choices.isHidingKnown));
  }

  entry(mention, kind) {
    const { resolution, surface } = mention;
    const line =
      kind === "undecided"
        ? resolution.candidates.map((candidate) => candidate.full_form).join(" / ")
        : (resolution?.full_form ?? resolution?.definition ?? "");
    return { form: surface, count: 1, kind, line, isKnown: this.known.has(surface), mention };
  }

  /** Print the list alone; the page's own text is out of the way for that time. */
  print() {
    const printed = new CSSStyleSheet();
    printed.replaceSync(PRINTED);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, printed];
    this.host.hidePopover?.();
    const restore = () => {
      document.adoptedStyleSheets = [...document.adoptedStyleSheets].filter((sheet) => sheet !== printed);
      this.raise();
    };
    window.addEventListener("afterprint", restore, { once: true });
    window.print();
  }

  /** Take everything back. */
  stop() {
    for (const undo of this.undo) undo();
    this.session.stop();
    this.host.remove();
    this.back?.focus?.({ preventScroll: true });
    this.end();
  }
}

const groupOf = ({ terms, resolution }) => {
  if (!terms.length && !resolution) return "unknown";
  return resolution?.decision === "undecided" && terms.length ? "undecided" : "known";
};

/** Scroll until a mention is in view. */
function reveal(mention) {
  const { startContainer } = rangeOf(mention);
  const view = startContainer.ownerDocument.defaultView;
  const isSeen = () => {
    const [box] = boxesOf(mention);
    return box && box.top >= 0 && box.bottom <= view.innerHeight && view === window;
  };
  if (isSeen()) return;
  startContainer.parentElement?.scrollIntoView({ block: "center", behavior: "instant" });
  const [box] = boxesOf(mention);
  if (box && !isSeen() && view === window) window.scrollBy({ top: box.top - view.innerHeight / 3, behavior: "instant" });
}
