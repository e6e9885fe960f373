"""Hold the blueprint of the editors' desk: for editors only, and from our own pages only."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar
from urllib.parse import urlsplit

from flask import Blueprint, Response, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from glossary.web.origins import refuse_other_sites
from glossary.web.sessions import signed_in

P = ParamSpec("P")
R = TypeVar("R")

blueprint = Blueprint("curation", "glossary.web", url_prefix="/curation")
blueprint.before_request(refuse_other_sites)


@blueprint.after_request
def keep_private(response: Response) -> Response:
    """Let no cache keep what only editors may see."""
    response.headers["Cache-Control"] = "no-store"
    return response


def editors_only(view: Callable[P, R]) -> Callable[P, R | AnyResponse]:
    """Lead whoever is not signed in to the sign-in, and back here afterwards."""

    @wraps(view)
    def run(*given: P.args, **named: P.kwargs) -> R | AnyResponse:
        if not signed_in():
            back = request.full_path.rstrip("?") if request.method == "GET" else None
            return redirect(url_for("curation.sign_in", vers=back), 303)
        return view(*given, **named)

    return run


def wanted_page() -> str:
    """Give the page of ours to go to after a form: where it came from, else the desk."""
    path = request.values.get("vers", "")
    parts = urlsplit(path)
    is_ours = (
        path.startswith("/") and not path.startswith(("//", "/\\")) and not parts.scheme and not parts.netloc
    )
    return path if is_ours and path.isprintable() else url_for("curation.desk")
