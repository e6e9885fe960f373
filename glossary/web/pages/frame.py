"""Give every page its frame: menu, language switch, addresses of style and scripts."""

import hashlib
from functools import cache
from pathlib import Path
from typing import Any

from flask import Flask, Response, current_app, request, url_for

from glossary.web.base import base
from glossary.web.language import N_, current

MENU = (
    ("pages.search", N_("Search")),
    ("pages.alphabet", N_("A to Z")),
    ("pages.annotate", N_("Annotate a text")),
    ("pages.document", N_("Annotate a document")),
    ("pages.favori", N_("Bookmarklet")),
)
FOOTER = (
    ("pages.jargon", N_("For those who write")),
    ("pages.propose", N_("Propose an acronym")),
    ("pages.health", N_("Health of the glossary")),
    ("curation.desk", N_("Editors’ desk")),
    ("pages.docs", N_("For developers")),
)
YEAR = 365 * 24 * 3600


def install(app: Flask) -> None:
    """Give the templates the frame, and let versioned files be kept for a year."""
    app.context_processor(_frame)
    app.after_request(_keep)


def _frame() -> dict[str, Any]:
    return {
        "asset": asset,
        "menu": MENU,
        "footer": FOOTER,
        "language": current(),
        "other_language": other_language,
        "base": base,
    }


def asset(name: str) -> str:
    """Give the address of a static file; it changes with the content."""
    return url_for("static", filename=name, v=_fingerprint(str(current_app.static_folder), name))


@cache
def _fingerprint(folder: str, name: str) -> str:
    return hashlib.sha256((Path(folder) / name).read_bytes()).hexdigest()[:10]


def other_language() -> str:
    """Give the address of this page in the other language."""
    endpoint = request.endpoint or "pages.search"
    if not endpoint.startswith(("pages.", "curation.")):
        endpoint = "pages.search"
    here = {**(request.view_args or {}), **request.args.to_dict()} if request.endpoint == endpoint else {}
    here["lang"] = None if current() == "en" else "en"
    return url_for(endpoint, **here)


def _keep(response: Response) -> Response:
    """Keep versioned files for a year, ask again for everything else."""
    if request.endpoint == "static" and "v" in request.args:
        response.headers["Cache-Control"] = f"public, max-age={YEAR}, immutable"
    elif response.mimetype == "text/html" and "Cache-Control" not in response.headers:
        response.headers["Cache-Control"] = "no-cache"
    return response
