"""Show editors a proposal with all that helps to decide, and carry the decision out."""

from flask import redirect, render_template, request, url_for
from werkzeug.exceptions import Conflict as HTTPConflict
from werkzeug.wrappers import Response

from glossary.errors import Conflict, InvalidInput
from glossary.lookup import find
from glossary.store import Proposal
from glossary.web.api.proposals import reject
from glossary.web.base import base
from glossary.web.conditions import require_seen, seen_tag
from glossary.web.curation import forms
from glossary.web.curation.beside import doubles_of, rivals_of
from glossary.web.curation.blueprint import blueprint, editors_only
from glossary.web.language import translate
from glossary.web.sentences import retell
from glossary.web.sessions import signed_in
from glossary.web.typed import one_line

NEAR = 6
Page = str | tuple[str, int] | Response


@blueprint.get("/proposition/<int:number>")
@editors_only
def show_proposal(number: int) -> Page:
    """Show what is proposed as a form that can be published as it stands."""
    proposal = base().store.proposals.by_number(number)
    return _show(proposal, _form_of(proposal))


@blueprint.post("/proposition/<int:number>/accepter")
@editors_only
def accept_proposal(number: int) -> Page:
    """Publish what stands in the form."""
    store = base().store
    proposal, form = store.proposals.by_number(number), forms.typed(request.form)
    seen = store.by_id(proposal.term) if proposal.kind == "correction" else None
    try:
        if seen is not None:
            require_seen(seen)
        wanted = seen.id if seen else form.values["id"].strip() or store.free_id(form.values["short_form"])
        store.proposals.accept(number, forms.to_term(form, term_id=wanted), seen=seen, by=signed_in())
    except InvalidInput as error:
        return _show(proposal, forms.with_faults(form, error)), 422
    except Conflict as error:
        return _show(proposal, form, fault=retell(str(error))), 409
    except HTTPConflict as error:
        return _show(proposal, form, fault=translate(str(error.description))), 409
    base().renew()
    return redirect(url_for("curation.desk"), 303)


@blueprint.post("/proposition/<int:number>/rejeter")
@editors_only
def reject_proposal(number: int) -> Page:
    """Close a proposal with a reason, perhaps for good."""
    reason = one_line(request.form.get("motif", ""))
    try:
        reject(number, reason=reason, is_final="jamais" in request.form, by=signed_in())
    except InvalidInput as error:
        proposal = base().store.proposals.by_number(number)
        return _show(proposal, _form_of(proposal), reason_fault=retell(error.problems[0].what)), 422
    return redirect(url_for("curation.desk"), 303)


@blueprint.post("/proposition/<int:number>/repondre")
@editors_only
def answer_proposal(number: int) -> Page:
    """Close a proposal because a term of the glossary answers it already."""
    base().store.proposals.answer(number, request.form.get("terme", ""), by=signed_in())
    return redirect(url_for("curation.desk"), 303)


def _form_of(proposal: Proposal) -> forms.Form:
    """Lay out what accepting would publish, complete or not."""
    if proposal.kind == "correction":
        term = base().store.by_id(proposal.term)
        return forms.Form(values=dict(forms.of_term(term).values) | dict(forms.lines(proposal.values)))
    return forms.blank(**{"short_form": proposal.form, **proposal.values})


def _show(proposal: Proposal, form: forms.Form, *, fault: str = "", reason_fault: str = "") -> str:
    lexicon = base().lexicon
    current = base().store.by_id(proposal.term) if proposal.kind == "correction" else None
    return render_template(
        "curation/proposal.html",
        proposal=proposal,
        form=form,
        fault=fault,
        reason_fault=reason_fault,
        current=current,
        before=forms.of_term(current).values if current else {},
        seen=seen_tag(current) if current else "",
        near=[hit for hit in find(proposal.form, lexicon, limit=NEAR) if hit.term.id != proposal.term],
        doubles=doubles_of(form.values.get("full_form", ""), lexicon, but=proposal.term),
        rivals=rivals_of(proposal, base().store.proposals.open()),
    )
