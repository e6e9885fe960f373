"""Click the bookmark on a page, and look at what it did."""

import json
from typing import Any
from urllib.parse import unquote

from playwright.sync_api import Page

# Makes our closed shadow root one that tests can look into; set before the page starts.
OPENED = """{
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) {
    return attach.call(this, this.localName === "en-clair" ? { ...options, mode: "open" } : options);
  };
}"""
PAINTED = """Object.fromEntries(["known", "undecided", "unknown"].map((kind) => [kind,
  Array.from(CSS.highlights.get("en-clair-" + kind) ?? [], (mark) => {
    const range = document.createRange();
    range.setStart(mark.startContainer, mark.startOffset);
    range.setEnd(mark.endContainer, mark.endOffset);
    return range.toString();
  })]))"""
# What the page itself holds, without our one element.
SERIALISED = """(() => {
  const copy = document.documentElement.cloneNode(true);
  copy.querySelector("en-clair")?.remove();
  return copy.outerHTML;
})()"""


class Reader:
    """Hold one page and the bookmark; scripts run as from the address bar, under any policy."""

    def __init__(self, page: Page, bookmark: str) -> None:
        """Take a page that is loaded."""
        self.page = page
        self.code = unquote(bookmark.removeprefix("javascript:"))
        self.session = page.context.new_cdp_session(page)

    def run(self, script: str) -> Any:
        """Run a script in the page, whatever its policy, and give its value."""
        answer = self.session.send("Runtime.evaluate", {"expression": script, "returnByValue": True})
        assert "exceptionDetails" not in answer, json.dumps(answer["exceptionDetails"])[:600]
        return answer["result"].get("value")

    def click(self) -> None:
        """Click the bookmark, and wait until the page is read."""
        self.run(self.code)

    def wait(self, script: str, expected: object = True) -> None:
        """Wait until a script gives a value."""
        value = None
        for _ in range(100):
            if (value := self.run(script)) == expected:
                return
            self.page.wait_for_timeout(50)
        raise AssertionError(f"{script[:80]}: {value!r} instead of {expected!r}")

    def wait_read(self) -> None:
        """Wait until the first reading is complete."""
        self.wait(
            "/[0-9]/.test(document.querySelector('en-clair')?.shadowRoot?.querySelector('#pill')?.textContent)"
        )

    def painted(self) -> dict[str, list[str]]:
        """Give what is painted in the top document, by kind, sorted."""
        return {kind: sorted(words) for kind, words in self.run(PAINTED).items()}

    def serialised(self) -> str:
        """Give the page's own elements as text."""
        return str(self.run(SERIALISED))
