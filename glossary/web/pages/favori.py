"""Give the bookmark that explains the sigles of any page, and say how to install it."""

from datetime import date

from flask import Response, render_template, request
from flask_babel import format_date

from glossary.web import bookmarklet
from glossary.web.answers import digest
from glossary.web.base import base
from glossary.web.bookmarklet import Bookmark
from glossary.web.language import N_
from glossary.web.pages.blueprint import blueprint

BROWSERS = (
    ("firefox", "Firefox"),
    ("chrome", "Chrome"),
    ("edge", "Edge"),
    ("safari", "Safari"),
    ("phone", N_("Phone")),
)


@blueprint.get("/favori")
def favori() -> str:
    """Show the bookmark to drag, with a picture for each browser."""
    return render_template("favori.html", full=_full(), small=_small(), browsers=BROWSERS)


@blueprint.get("/favori.txt")
def favori_text() -> Response:
    """Answer the bookmark's address alone, as text; `size=small` the small one."""
    is_small = request.args.get("size") == "small"
    return Response(_small() if is_small else _full().address, mimetype="text/plain")


@blueprint.get("/favori.js")
def favori_script() -> Response:
    """Answer the code that the small bookmark loads."""
    return Response(bookmarklet.module(server=_server()), mimetype="text/javascript")


@blueprint.get("/favori-sens.js")
def favori_meanings() -> Response:
    """Answer the code that weighs meanings, which every bookmark loads where it may."""
    response = Response(bookmarklet.meanings(), mimetype="text/javascript")
    response.headers["Cache-Control"] = "no-cache"
    response.set_etag(digest(response.get_data()))
    response.make_conditional(request)
    return response


@blueprint.get("/essai")
def trial() -> str:
    """Show a page to try the bookmark on."""
    return render_template("trial.html", full=_full())


def _full() -> Bookmark:
    return bookmarklet.build(base().lexicon, server=_server(), day=format_date(date.today(), "long"))


def _small() -> str:
    return bookmarklet.build_small(server=_server())


def _server() -> str:
    """Give the address under which the reader reached us."""
    return request.url_root.rstrip("/")
