// Remember in this browser which forms the reader knows.

const KEY = "en-clair.connus";

/** Hold the forms a reader knows, for this site, where the browser lets us keep them. */
export class Known {
  constructor() {
    this.forms = new Set();
    try {
      for (const form of JSON.parse(localStorage.getItem(KEY)) ?? []) this.forms.add(form);
    } catch {
      // Storage may be closed to us; then it lasts as long as the page.
    }
  }

  has(form) {
    return this.forms.has(form);
  }

  toggle(form) {
    if (!this.forms.delete(form)) this.forms.add(form);
    try {
      localStorage.setItem(KEY, JSON.stringify([...this.forms]));
    } catch {
      // As above.
    }
  }
}
