"""Let editors freeze the glossary under a name."""

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from glossary.errors import Conflict, InvalidInput
from glossary.web.base import base
from glossary.web.curation.blueprint import blueprint, editors_only
from glossary.web.sentences import retell
from glossary.web.sessions import signed_in
from glossary.web.typed import one_line


@blueprint.get("/versions")
@editors_only
def releases() -> str:
    """Show the releases, the newest first."""
    return _show()


@blueprint.post("/versions")
@editors_only
def freeze() -> str | tuple[str, int] | Response:
    """Freeze the present state."""
    name, note = (one_line(request.form.get(field, "")) for field in ("nom", "note"))
    try:
        base().store.releases.freeze(name, by=signed_in(), note=note)
    except InvalidInput as error:
        return _show(fault=retell(error.problems[0].what), name=name, note=note), 422
    except Conflict as error:
        return _show(fault=retell(str(error)), name=name, note=note), 409
    return redirect(url_for("curation.releases"), 303)


def _show(*, fault: str = "", name: str = "", note: str = "") -> str:
    store = base().store
    return render_template(
        "curation/releases.html",
        releases=store.releases.all(),
        revision=store.revision,
        fault=fault,
        name=name,
        note=note,
    )
