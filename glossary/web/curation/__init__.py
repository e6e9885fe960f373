"""Let editors look after the glossary: proposals, terms, releases.

One cookie for editors, none for readers (`sessions`); what is shown here comes
from the same calls as by REST.
"""

from flask import Flask

from glossary.web.curation import collections, desk, door, exclusions, proposals, releases, terms
from glossary.web.curation.blueprint import blueprint

__all__ = ["collections", "desk", "door", "exclusions", "proposals", "releases", "terms"]


def install(app: Flask) -> None:
    """Add the pages of the desk."""
    app.register_blueprint(blueprint)
