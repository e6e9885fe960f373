"""Let editors write, change, withdraw and restore terms; each is published at once."""

from dataclasses import replace

from flask import redirect, render_template, request, url_for
from werkzeug.exceptions import Conflict as HTTPConflict
from werkzeug.wrappers import Response

from glossary.errors import Conflict, InvalidInput
from glossary.model import Term
from glossary.web import past
from glossary.web.base import base
from glossary.web.conditions import require_seen, seen_tag
from glossary.web.curation import forms
from glossary.web.curation.blueprint import blueprint, editors_only, wanted_page
from glossary.web.sentences import retell
from glossary.web.sessions import signed_in

Page = str | tuple[str, int] | Response


@blueprint.get("/nouveau")
@editors_only
def new_term() -> Page:
    """Show an empty form."""
    return _show(forms.blank(short_form=request.args.get("sigle", "")), term=None)


@blueprint.post("/nouveau")
@editors_only
def create_term() -> Page:
    """Publish a new term."""
    form, store = forms.typed(request.form), base().store
    try:
        term = forms.to_term(
            form, term_id=form.values["id"].strip() or store.free_id(form.values["short_form"])
        )
        store.create(term, by=signed_in())
    except InvalidInput as error:
        return _show(forms.with_faults(form, error), term=None), 422
    except Conflict as error:
        return _show(forms.with_faults(form, forms.problem("id", str(error))), term=None), 409
    return _published(term)


@blueprint.get("/terme/<term_id>")
@editors_only
def edit_term(term_id: str) -> Page:
    """Show a term in its form, with its history."""
    term = base().store.by_id(term_id)
    return _show(forms.of_term(term), term=term)


@blueprint.post("/terme/<term_id>")
@editors_only
def change_term(term_id: str) -> Page:
    """Publish a changed term."""
    seen, form = base().store.by_id(term_id), forms.typed(request.form)
    try:
        require_seen(seen)
        term = forms.to_term(form, term_id=term_id)
        base().store.update(term, seen=seen, by=signed_in())
    except InvalidInput as error:
        return _show(forms.with_faults(form, error), term=seen), 422
    except (HTTPConflict, Conflict) as error:
        return _show(form, term=seen, fault=_sentence(error)), 409
    return _published(term)


@blueprint.post("/terme/<term_id>/retirer")
@editors_only
def withdraw_term(term_id: str) -> Page:
    """Take a term out of use."""
    seen = base().store.by_id(term_id)
    require_seen(seen)
    base().store.update(replace(seen, status="withdrawn"), seen=seen, by=signed_in())
    base().renew()
    return redirect(url_for("curation.edit_term", term_id=term_id), 303)


@blueprint.post("/terme/<term_id>/retablir/<int:number>")
@editors_only
def restore_term(term_id: str, number: int) -> Page:
    """Bring a term back as a change left it."""
    seen = base().store.by_id(term_id)
    require_seen(seen)
    base().store.restore(term_id, number, seen=seen, by=signed_in())
    base().renew()
    return redirect(wanted_page(), 303)


def _show(form: forms.Form, *, term: Term | None, fault: str = "") -> str:
    return render_template(
        "curation/term.html",
        form=form,
        term=term,
        seen=seen_tag(term) if term else "",
        steps=past.steps_of(base().store.history(term.id)) if term else (),
        fault=fault,
    )


def _sentence(error: HTTPConflict | Conflict) -> str:
    return retell(str(error.description if isinstance(error, HTTPConflict) else error))


def _published(term: Term) -> Response:
    base().renew()
    if term.is_withdrawn:
        return redirect(url_for("curation.edit_term", term_id=term.id), 303)
    return redirect(url_for("pages.entry", form=term.short_form, _anchor=term.id), 303)
