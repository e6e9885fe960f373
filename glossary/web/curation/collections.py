"""Let editors switch the lists below the curated base on and off."""

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from glossary.web.base import base
from glossary.web.curation.blueprint import blueprint, editors_only


@blueprint.get("/listes")
@editors_only
def collections() -> str:
    """Show the collections in their order of trust."""
    return render_template("curation/collections.html", collections=base().store.collections.all())


@blueprint.post("/listes")
@editors_only
def switch() -> Response:
    """Let a collection answer, or silence it."""
    collections = base().store.collections
    name = request.form.get("liste", "")
    collections.switch_on(name) if "allumer" in request.form else collections.switch_off(name)
    base().renew()
    return redirect(url_for("curation.collections"), 303)
