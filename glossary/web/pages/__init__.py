"""Show readers what the glossary knows: one file a page."""

from flask import Flask

from glossary.web import labels
from glossary.web.pages import (
    alphabet,
    annotate,
    docs,
    document,
    entry,
    favori,
    frame,
    health,
    jargon,
    opensearch,
    propose,
    search,
)
from glossary.web.pages.blueprint import blueprint

__all__ = [
    "alphabet",
    "annotate",
    "docs",
    "document",
    "entry",
    "favori",
    "health",
    "jargon",
    "opensearch",
    "propose",
    "search",
]


def install(app: Flask) -> None:
    """Add the pages, and what every page shows."""
    labels.install(app)
    frame.install(app)
    app.register_blueprint(blueprint)
