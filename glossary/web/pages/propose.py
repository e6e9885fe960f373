"""Let any reader propose a meaning, a correction, or a form that nobody understands."""

from collections.abc import Mapping

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from glossary.errors import Conflict, InvalidInput, Problem
from glossary.model import Term
from glossary.rows import to_row
from glossary.store import Draft
from glossary.store.drafts import Kind
from glossary.web.api.proposals import take
from glossary.web.api.terms import term_of
from glossary.web.base import base
from glossary.web.language import N_
from glossary.web.pages.blueprint import blueprint
from glossary.web.sentences import retell
from glossary.web.typed import one_line

# Where a complaint about a draft stands on the page.
FIELDS = {"form": "short_form"}
# What a reader may know of a meaning; editors fill in the rest.
ASKED = ("full_form", "definition", "source", "source_url")


@blueprint.get("/proposer")
def propose() -> str:
    """Show the form; for a correction with what the glossary says now."""
    term = _corrected(request.args)
    values = to_row(term) if term else {"short_form": request.args.get("sigle", "").strip()}
    return _show(values, term)


@blueprint.post("/proposer")
def send() -> str | tuple[str, int] | Response:
    """Take the proposal, and say thank you at an address of its own."""
    term = _corrected(request.form)
    try:
        draft = read_form(request.form, term)
        take(draft)
    except InvalidInput as error:
        faults = {FIELDS.get(p.where, p.where): retell(p.what) for p in reversed(error.problems)}
        return _show(request.form, term, faults=faults), 422
    except Conflict as error:
        return _show(request.form, term, faults={"short_form": retell(str(error))}), 409
    return redirect(url_for("pages.thanks", sigle=draft.form), 303)


@blueprint.get("/proposer/merci")
def thanks() -> str:
    """Thank a reader."""
    return render_template("thanks.html", form=request.args.get("sigle", ""))


def read_form(given: Mapping[str, str], term: Term | None) -> Draft:
    """Make the proposal of a form; what a reader left as it was is no part of it.

    Raises InvalidInput where a correction corrects nothing.
    """
    typed = {name: one_line(given.get(name, "")) for name in ("short_form", "comment", "context", *ASKED)}
    now = to_row(term) if term else {}
    values = {name: typed[name] for name in ASKED if typed[name] != now.get(name, "")}
    if term and not values and not typed["comment"]:
        raise InvalidInput([Problem("comment", N_("change a field, or say here what is wrong"))])
    kind: Kind = "correction" if term else "term" if values else "unknown"
    return Draft(
        kind=kind,
        form=term.short_form if term else typed["short_form"],
        term=term.id if term else "",
        values=values,
        comment=typed["comment"],
        context=typed["context"],
    )


def _corrected(given: Mapping[str, str]) -> Term | None:
    term_id = given.get("terme", "")
    return term_of(term_id, base().lexicon) if term_id else None


def _show(values: Mapping[str, str], term: Term | None, *, faults: Mapping[str, str] | None = None) -> str:
    return render_template("propose.html", given=values, term=term, faults=faults or {})
