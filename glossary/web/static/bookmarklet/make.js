// Make elements by methods alone, and listen to them; no markup is parsed, so no
// policy of a page stops it.

import { guard } from "./natives.js";

export const on = (target, type, listener, options) => {
  const guarded = (event) => guard(() => listener(event));
  target.addEventListener(type, guarded, options);
  return () => target.removeEventListener(type, guarded, options);
};

export const later = (work, milliseconds) => setTimeout(() => guard(work), milliseconds);

/** Make an element with attributes and children; what is empty or false is passed over. */
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) if (value) element.setAttribute(attribute, value === true ? "" : value);
  element.append(...children.filter((child) => child));
  return element;
}

/** Make a button; a sign to show instead of its label makes it a plain one. */
export function button(label, work, { sign = "", ...attributes } = {}) {
  const made = make("button", { type: "button", class: sign && "plain", "aria-label": sign && label, ...attributes }, sign || label);
  on(made, "click", work);
  return made;
}

/** Fill the places `{}` of a label, one after the other. */
export const fill = (label, ...values) => label.replace(/\{\}/g, () => values.shift());
