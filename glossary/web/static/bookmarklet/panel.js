// List the sigles of the page: explained, undecided, unknown, each with its count.

import { lineOf, proposal } from "./meaning.js";
import { button, fill, make, on } from "./make.js";

const GROUPS = ["known", "undecided", "unknown"];

export class Panel {
  constructor(stage) {
    this.stage = stage;
    const { labels } = stage;
    this.title = make("h2", { id: "title", tabindex: "-1" }, "En clair");
    this.list = make("div");
    this.source = make("p", { class: "soft" });
    this.element = make(
      "section",
      { id: "panel", role: "dialog", "aria-labelledby": "title", hidden: true },
      make("header", {}, this.title, button(labels.close, () => this.close(), { sign: "✕" })),
      make(
        "div",
        { id: "body", tabindex: "0", role: "region", "aria-label": labels.list },
        this.source,
        this.option("isFirstOnly", labels.first_only),
        this.option("isHidingKnown", labels.hide_known),
        make("p", { class: "soft" }, labels.keys),
        this.list,
        make(
          "p",
          { class: "row" },
          button(labels.copy, () => this.copy()),
          button(labels.print, () => stage.print()),
          button(labels.stop, () => stage.stop()),
        ),
      ),
    );
    this.count = make("span");
    this.opener = button(this.count, () => this.open(), { "aria-expanded": "false", "aria-controls": "panel" });
    this.pill = make("div", { id: "pill", role: "group", "aria-label": "En clair" }, this.opener, button(labels.stop, () => stage.stop(), { sign: "✕" }));
    stage.root.append(this.pill, this.element);
  }

  get isOpen() {
    return !this.element.hidden;
  }

  option(name, label) {
    const box = make("input", { type: "checkbox" });
    on(box, "change", () => this.stage.choose(name, box.checked));
    return make("label", {}, box, label);
  }

  open() {
    this.element.hidden = false;
    if (this.entries) this.fillList();
    this.opener.setAttribute("aria-expanded", "true");
    this.pill.hidden = true;
    this.title.focus();
  }

  close() {
    this.element.hidden = true;
    this.opener.setAttribute("aria-expanded", "false");
    this.pill.hidden = false;
    this.opener.focus();
  }

  say(text) {
    this.source.textContent = text;
  }

  /** Take what the page holds now; a closed panel tells the numbers only. */
  show(entries) {
    this.entries = entries;
    this.counts = GROUPS.map((group) => entries.filter(({ kind }) => kind === group).length);
    this.count.textContent = fill(this.stage.labels.counts, ...this.counts);
    if (this.isOpen) this.fillList();
  }

  /** Make the list anew, unless nothing changed: a long page has thousands of forms. */
  fillList() {
    const { entries, counts } = this;
    const state = JSON.stringify(entries.map(({ form, count, kind, line, isKnown }) => [form, count, kind, line, isKnown]));
    if (state === this.state) return;
    this.state = state;
    this.list.replaceChildren(...GROUPS.flatMap((group, at) => this.group(group, counts[at])));
  }

  group(kind, count) {
    if (!count) return [];
    const { labels } = this.stage;
    const lines = this.entries.filter((entry) => entry.kind === kind).map((entry) => this.line(entry));
    return [make("h3", {}, `${labels[`group_${kind}`]} (${count})`), make("ul", {}, ...lines)];
  }

  line({ form, count, kind, line, isKnown, mention }) {
    const { labels } = this.stage;
    // The page may have redrawn the same words since.
    const now = () => this.entries.find((entry) => entry.form === form && entry.kind === kind) ?? { mention };
    const jump = button(form, () => this.stage.goTo(now().mention), { class: "plain" });
    const know = button(labels.i_know, () => this.stage.toggleKnown(form), {
      "aria-pressed": String(isKnown),
      "aria-label": `${labels.i_know} : ${form}`,
    });
    return make(
      "li",
      { class: "line" },
      make("header", {}, jump, make("small", {}, `× ${count}`), kind === "known" && know),
      line && make("div", {}, line),
      kind === "unknown" && proposal(form, this.stage.config),
    );
  }

  /** Copy the reading sheet as text. */
  async copy() {
    const { labels } = this.stage;
    const text = this.entries.map(({ form, line, kind }) => `${form} : ${line || labels[kind]}`).join("\n");
    this.stage.announce((await copied(text, this.element)) ? labels.copied : labels.not_copied);
  }
}

/** Put a text on the clipboard, by the old way where the page's policy closes the new one. */
async function copied(text, place) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = make("textarea", { "aria-hidden": "true" });
    field.value = text;
    place.append(field);
    field.select();
    const isDone = document.execCommand("copy");
    field.remove();
    return isDone;
  }
}
