// Keep working on pages that replaced built-in objects or their methods by their own.
//
// The build lets every `Map`, `Set` and `Promise` of our code mean those exported
// here. Methods are lent back to the page's objects while our code runs, and what
// the page put there returns before any code of the page does.

const CHECKED = ["Object", "Array", "String", "RegExp", "Math", "JSON", "Number", "Function"];

const isNative = (value) => typeof value === "function" && Function.prototype.toString.call(value).includes("[native code]");

let untouched = null;

/** Give the window of an empty frame, which the page could not touch. */
function untouchedView() {
  if (!untouched) {
    const holder = document.createElement("en-clair");
    const frame = document.createElement("iframe");
    holder.attachShadow({ mode: "closed" }).appendChild(frame);
    document.documentElement.appendChild(holder);
    untouched = frame.contentWindow;
    holder.remove();
  }
  return untouched;
}

const pick = (name) => {
  const own = window[name];
  if (isNative(own) && !changes(own.prototype)) return own;
  return untouchedView()[name];
};

/** Say whether an object of the language has a method that is not its own. */
function changes(object) {
  const keys = Reflect.ownKeys(object);
  for (let at = 0; at < keys.length; at++) {
    const { value } = Reflect.getOwnPropertyDescriptor(object, keys[at]);
    if (typeof value === "function" && keys[at] !== "constructor" && !isNative(value)) return true;
  }
  return false;
}

export const Map = pick("Map");
export const Set = pick("Set");
export const WeakMap = pick("WeakMap");
export const Promise = pick("Promise");

/** List `[object, key, own, native]` for every method that the page replaced. */
function replaced() {
  const found = [];
  const add = (object, clean) => {
    if (!changes(object)) return;
    clean = clean();
    const keys = Reflect.ownKeys(object);
    for (let at = 0; at < keys.length; at++) {
      const key = keys[at];
      const own = Reflect.getOwnPropertyDescriptor(object, key);
      if (key !== "constructor" && own.configurable && "value" in own && !isNative(own.value) && isNative(clean[key]))
        found[found.length] = [object, key, own, { ...own, value: clean[key] }];
    }
  };
  for (let at = 0; at < CHECKED.length; at++) {
    const name = CHECKED[at];
    const object = window[name];
    add(object, () => untouchedView()[name]);
    if (object.prototype) add(object.prototype, () => untouchedView()[name].prototype);
  }
  return found;
}

const all = replaced();
let depth = 0;

/** Lend the methods of the language to the page's objects; what the page put there waits. */
function lend() {
  if (!depth++) for (let at = 0; at < all.length; at++) Reflect.defineProperty(all[at][0], all[at][1], all[at][3]);
}

/** Give the page its own methods back. */
export function giveBack() {
  if (!--depth) for (let at = 0; at < all.length; at++) Reflect.defineProperty(all[at][0], all[at][1], all[at][2]);
}

/** Run our work with the methods of the language. */
export function guard(work) {
  lend();
  try {
    return work();
  } finally {
    giveBack();
  }
}

// From here on until the modules are loaded; index.js gives them back.
lend();
