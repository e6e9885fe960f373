"""Let editors in by their token, and out again."""

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from glossary.errors import Forbidden
from glossary.web import sessions
from glossary.web.curation.blueprint import blueprint, wanted_page
from glossary.web.errors import detail_of


@blueprint.get("/entrer")
def sign_in() -> str:
    """Show the form that asks for the token."""
    return render_template("curation/sign_in.html", goal=wanted_page())


@blueprint.post("/entrer")
def enter() -> Response | tuple[str, int]:
    """Sign an editor in, and lead her where she wanted to go."""
    try:
        sessions.sign_in(request.form.get("jeton", "").strip())
    except Forbidden as error:
        return render_template("curation/sign_in.html", goal=wanted_page(), fault=detail_of(error)), 403
    return redirect(wanted_page(), 303)


@blueprint.post("/sortir")
def leave() -> Response:
    """Sign the editor out."""
    sessions.sign_out()
    return redirect(url_for("pages.search"), 303)
