"""Show everything that a form may mean, at an address one can share."""

from flask import render_template

from glossary.errors import NotFound
from glossary.lookup import find
from glossary.web.base import base
from glossary.web.meanings import entry_of
from glossary.web.pages.blueprint import blueprint
from glossary.web.schemas import MAX_QUERY

NEAR = 8


@blueprint.get("/sigle/<path:form>")
def entry(form: str) -> str | tuple[str, int]:
    """Show the meanings of a form, or the forms that come near."""
    form, lexicon = form[:MAX_QUERY], base().lexicon
    try:
        return render_template("entry.html", entry=entry_of(form, lexicon))
    except NotFound:
        return render_template("missing.html", form=form, hits=find(form, lexicon, limit=NEAR)), 404
