// Say in elements what a sigle means: for the bubble, and shorter for the panel.

import { button, fill, make } from "./make.js";

/** Give the address of a form's page on the server. */
const addressOf = ({ server }, form) => `${server}/sigle/${encodeURIComponent(form)}`;

const link = (href, ...content) => make("a", { href, target: "_blank", rel: "noopener noreferrer" }, ...content);

/** Give the one line that says a meaning: the full form, or the definition of a name. */
export const lineOf = (resolution) => resolution.full_form ?? resolution.definition ?? "";

/** Give the elements that say all about a mention. */
export function describe({ surface, resolution }, config, { onDefinition }) {
  const { labels } = config;
  if (!resolution) return unknown(surface, config);
  if (resolution.decision === "undecided") return [make("p", {}, labels.undecided_here), candidates(resolution, 0), footer(surface, config)];
  const { term, full_form: full, definition, note, definedAt } = resolution;
  return [
    full && make("p", { class: "full" }, full),
    definition && make("p", {}, definition),
    note && make("p", { class: "soft" }, note),
    definedAt && defined(definedAt, labels, onDefinition),
    term && source(term, labels),
    others(resolution, labels),
    term ? footer(surface, config) : make("p", { class: "row" }, proposal(surface, config)),
  ];
}

/** What the bookmark does not hold the server may know. */
function unknown(surface, config) {
  const { labels, isFresh } = config;
  if (!isFresh) return [make("p", {}, labels.not_held), footer(surface, config)];
  return [make("p", {}, labels.unknown_here), make("p", { class: "row" }, proposal(surface, config))];
}

function defined({ long }, labels, onDefinition) {
  const quote = long.surface.replace(/\s+/g, " ");
  return make("p", {}, fill(labels.defined_here, quote), " ", button(labels.show_it, onDefinition));
}

function source({ source: name, source_url: address, source_date: date }, labels) {
  if (!name && !address) return null;
  const text = [name || address, date].filter(Boolean).join(", ");
  const isLink = /^https?:/.test(address ?? "");
  return make("p", { class: "soft" }, labels.source, " ", isLink ? link(address, text) : text);
}

function others(resolution, labels) {
  const { candidates: all } = resolution;
  if (all.length < 2) return null;
  const reasons = reasonsOf(all[0]);
  return make(
    "details",
    { class: "line" },
    make("summary", {}, fill(labels.other_meanings, all.length - 1)),
    reasons && make("p", { class: "soft" }, labels.why_this, " ", reasons),
    candidates(resolution, 1),
  );
}

const reasonsOf = ({ evidence = [] }) => evidence.filter(({ weight }) => weight > 0).map(({ reason }) => reason).join(" ; ");

const candidates = ({ candidates: all }, from) =>
  make(
    "ul",
    {},
    ...all.slice(from).map((candidate) => {
      const reasons = reasonsOf(candidate);
      return make("li", {}, candidate.full_form, reasons && make("div", { class: "soft" }, reasons));
    }),
  );

const footer = (surface, config) => make("p", { class: "row" }, link(addressOf(config, surface), config.labels.entry));

/** Give the link that proposes a form to the glossary. */
export const proposal = (form, { server, labels }) =>
  link(`${server}/proposer?sigle=${encodeURIComponent(form)}`, labels.propose);
