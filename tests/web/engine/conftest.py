"""Serve the engine and its test pages to a real browser on a real port."""

import json
import threading
from collections.abc import Iterator
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from glossary.web.index import present_words

HERE = Path(__file__).parent
ENGINE = HERE.parents[2] / "glossary" / "web" / "static" / "engine"
CASES = HERE.parents[1] / "cases"
TYPES = {".js": "text/javascript", ".html": "text/html; charset=utf-8", ".json": "application/json"}


class Site:
    """Hold what one test server answers, by path; tests add pages to it."""

    def __init__(self) -> None:
        """Serve the modules of the engine and of the tests from the start."""
        self.pages: dict[str, tuple[bytes, dict[str, str]]] = {}
        self.folders = {"/engine/": ENGINE, "/tests/": HERE, "/cases/": CASES}
        self.asked: list[str] = []
        self.origin = ""

    def add(self, path: str, content: str, headers: dict[str, str] | None = None) -> str:
        """Answer a path with content from now on; give its address."""
        suffix = Path(path).suffix or ".html"
        self.pages[path] = content.encode(), {"Content-Type": TYPES[suffix], **(headers or {})}
        return self.origin + path

    def answer(self, path: str) -> tuple[bytes, dict[str, str]] | None:
        """Give body and headers for a path; None where nothing is."""
        self.asked.append(path)
        path = path.partition("?")[0]
        if path in self.pages:
            return self.pages[path]
        for prefix, folder in self.folders.items():
            file = folder / path.removeprefix(prefix)
            if path.startswith(prefix) and file.is_file():
                return file.read_bytes(), {"Content-Type": TYPES.get(file.suffix, "text/plain")}
        return None


class Handler(BaseHTTPRequestHandler):
    """Answer out of a site."""

    def __init__(self, site: Site, *rest: object) -> None:
        """Take the site, and what the server gives."""
        self.site = site
        super().__init__(*rest)  # type: ignore[arg-type]  # what socketserver gives

    def do_GET(self) -> None:
        """Answer a page or 404."""
        found = self.site.answer(self.path)
        self.send_response(200 if found else 404)
        body, headers = found or (b"", {})
        for name, value in {**headers, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


@pytest.fixture(scope="session")
def words_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the word lists as the server sends them."""
    path = tmp_path_factory.mktemp("engine") / "words.json"
    path.write_text(json.dumps(present_words()), "utf-8")
    return path


@pytest.fixture(scope="session")
def site() -> Iterator[Site]:
    """Run the test server for the whole session."""
    site = Site()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, site))
    site.origin = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield site
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="session")
def chromium(browser: Browser) -> Browser:
    """Give the real Chromium of the whole session."""
    return browser
