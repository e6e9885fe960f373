"""Show editors the forms that are never proposed again, and let them relent."""

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from glossary.web.base import base
from glossary.web.curation.blueprint import blueprint, editors_only


@blueprint.get("/exclusions")
@editors_only
def exclusions() -> str:
    """Show the excluded forms with the reason of each."""
    return render_template("curation/exclusions.html", exclusions=base().store.proposals.exclusions())


@blueprint.post("/exclusions")
@editors_only
def readmit() -> Response:
    """Let a form be proposed again."""
    base().store.proposals.readmit(request.form.get("sigle", ""))
    return redirect(url_for("curation.exclusions"), 303)
