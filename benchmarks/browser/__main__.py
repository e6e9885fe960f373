"""Time the bookmark on a long page, side by side with mark.js on the same page.

Run `python -m benchmarks.browser [times]` with Chromium and `npm ci` done.
Prints the best and the median of several runs, in milliseconds: from the terms
at hand to the first mark and until every meaning is weighed, and the longest task. mark.js gets
the same forms and marks every place of a form.
"""

import json
import re
import statistics
import sys
import tempfile
import threading
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.browser.page import page as long_page
from glossary.formats import shipped_terms
from tests.conftest import CHROMIUM, OPTIONS
from tests.web.servers import running

MARK_JS = Path(__file__).parents[2] / "node_modules" / "mark.js" / "dist" / "mark.min.js"
RUNS = 5
# Measured inside the page: when terms came, when marks were painted, how long tasks took.
METER = """
window.meter = { marks: [], tasks: [], terms: 0, click: 0 };
const add = Highlight.prototype.add;
Highlight.prototype.add = function (range) { meter.marks.push(performance.now()); return add.call(this, range); };
const json = Response.prototype.json;
Response.prototype.json = async function () { const body = await json.call(this); meter.terms = performance.now(); return body; };
const attach = Element.prototype.attachShadow;
Element.prototype.attachShadow = function (options) {
  const root = attach.call(this, options);
  if (this.localName === "en-clair") new MutationObserver(() => {
    if (/[0-9]/.test(root.querySelector("#pill")?.textContent)) meter.done ??= performance.now();
  }).observe(root, { subtree: true, childList: true, characterData: true });
  return root;
};
new PerformanceObserver((list) => meter.tasks.push(...list.getEntries().map((task) => [task.startTime, task.duration])))
  .observe({ type: "longtask" });
"""
# The pill says how many were found when the whole page has been read and weighed.
DONE = "meter.done"
RESULT = """({ first: meter.marks[0] - meter.terms, all: meter.done - meter.terms, click: meter.marks[0] - meter.click,
  task: Math.max(0, ...meter.tasks.filter(([start]) => start >= meter.terms - 1).map(([, length]) => length)) })"""
# One pattern for all forms, the fastest way that mark.js has: its list of words
# goes through the page once a word and ends in a stack overflow at 3,000 words.
THEIRS = """(pattern) => new Promise((done) => {
  const start = performance.now();
  new Mark(document.body).markRegExp(new RegExp(pattern, "gu"),
    { done: (count) => done({ all: performance.now() - start, count }) });
})"""


def ours(browser: Browser, address: str, code: str) -> dict[str, float]:
    """Run the bookmark once on the page."""
    page = opened(browser, address)
    page.evaluate("code => { meter.click = performance.now(); (0, eval)(code); }", code)
    page.wait_for_function(DONE, timeout=60_000)
    result: dict[str, float] = page.evaluate(RESULT)
    page.context.close()
    return result


def theirs(browser: Browser, address: str, pattern: str) -> dict[str, float]:
    """Run mark.js once on the page."""
    page = opened(browser, address)
    page.set_default_timeout(600_000)
    page.add_script_tag(content=MARK_JS.read_text("utf-8"))
    result: dict[str, float] = page.evaluate(THEIRS, pattern)
    page.context.close()
    return result


@contextmanager
def served(content: str) -> Iterator[str]:
    """Serve a page and give its address."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(content.encode())

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


def opened(browser: Browser, address: str) -> Page:
    """Open the page afresh and let it come to rest."""
    page = browser.new_context().new_page()
    page.add_init_script(METER)
    page.goto(address)
    page.wait_for_timeout(800)
    return page


def escape(form: str) -> str:
    """Write a form as a pattern of JavaScript with the flag u."""
    return re.sub(r"[\\^$.*+?()[\]{}|/]", r"\\\g<0>", form)


def main(runs: int = RUNS) -> None:
    """Time both and print what came out, as JSON."""
    forms = sorted({term.short_form for term in shipped_terms()}, key=len, reverse=True)
    pattern = rf"(?<![\p{{L}}\p{{N}}])(?:{'|'.join(map(escape, forms))})(?![\p{{L}}\p{{N}}])"
    with (
        tempfile.TemporaryDirectory() as folder,
        running(Path(folder) / "glossary.db") as address,
        served(long_page()) as url,
        sync_playwright() as playwright,
    ):
        with urllib.request.urlopen(f"{address}/favori.txt") as answer:
            code = unquote(answer.read().decode().removeprefix("javascript:"))
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
        results = [ours(browser, url, code) for _ in range(runs)]
        rival = theirs(browser, url, pattern)
        browser.close()
    report = {
        name: {"best": round(min(values), 1), "median": round(statistics.median(values), 1)}
        for name in results[0]
        for values in [[result[name] for result in results]]
    }
    ratio = round(rival["all"] / statistics.median(result["all"] for result in results), 1)
    print(json.dumps({"ours": report, "mark.js": rival, "times faster": ratio}, indent=1))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
