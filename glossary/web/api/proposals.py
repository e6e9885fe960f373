"""Take what readers propose, and let editors decide."""

from flask import Response, request
from werkzeug.exceptions import TooManyRequests

from glossary.errors import InvalidInput, NotFound, Problem
from glossary.model import Term
from glossary.store import Draft, Proposal
from glossary.web import edit_presenters, editing, schemas
from glossary.web.answers import answer_privately
from glossary.web.api.edit import changed, term_of_body
from glossary.web.base import base
from glossary.web.conditions import require_match
from glossary.web.language import N_
from glossary.web.operations import Operation


def propose(body: editing.ProposalBody) -> Response:
    """Take a proposal of anybody; who it was is not kept."""
    proposal = take(Draft(**body.model_dump()))
    response = answer_privately(edit_presenters.present_receipt(proposal))
    response.status_code = 201
    return response


def take(draft: Draft) -> Proposal:
    """Keep a proposal; raise TooManyRequests where an address sends too many."""
    if seconds := base().limiter.wait(request.remote_addr or ""):
        raise TooManyRequests(retry_after=seconds)
    return base().store.proposals.add(draft)


def list_proposals(query: editing.ProposalsQuery, editor: str) -> Response:
    """Answer the proposals that wait, or those decided last."""
    proposals = base().store.proposals
    found = proposals.open() if query.state == "open" else proposals.decided(limit=query.limit)
    return answer_privately(edit_presenters.present_proposals(found[: query.limit], total=len(found)))


def accept_proposal(number: str, body: editing.AcceptBody, editor: str) -> Response:
    """Publish what was proposed, as it is or as the editor wants it."""
    store = base().store
    proposal = store.proposals.by_number(number_of(number))
    seen = store.by_id(proposal.term) if proposal.kind == "correction" else None
    if body.term is None:
        term = store.proposals.draft_of(proposal.number)
    else:
        if seen is not None:
            require_match(seen)
        term = term_of_body(body.term, term_id=_id_of(body.term, seen))
    store.proposals.accept(proposal.number, term, seen=seen, by=editor)
    return changed(term)


def reject_proposal(number: str, body: editing.RejectBody, editor: str) -> Response:
    """Close a proposal with a reason; the term it concerns stays as it is."""
    proposal = reject(number_of(number), reason=body.reason, is_final=body.exclude, by=editor)
    return answer_privately(edit_presenters.present_proposal(proposal))


def reject(number: int, *, reason: str, is_final: bool, by: str) -> Proposal:
    """Close a proposal; if `is_final` its form is never proposed again."""
    store = base().store
    proposal = store.proposals.by_number(number)
    if is_final and proposal.kind == "correction":
        raise InvalidInput([Problem("exclude", "a correction has no form to be excluded")])
    with store.atomic():
        store.proposals.reject(number, reason=reason, by=by)
        if is_final:
            store.proposals.exclude(proposal.form, reason=reason, by=by)
    return store.proposals.by_number(number)


def list_exclusions(editor: str) -> Response:
    """Answer the forms that are never to be proposed again."""
    return answer_privately(edit_presenters.present_exclusions(base().store.proposals.exclusions()))


def readmit_form(form: str, editor: str) -> Response:
    """Let a form be proposed again."""
    base().store.proposals.readmit(form)
    return list_exclusions(editor)


def number_of(text: str) -> int:
    """Give the number of a proposal in an address; raise NotFound where it is none."""
    if not text.isascii() or not text.isdecimal() or len(text) > 15:
        raise NotFound(f"proposal {text}")
    return int(text)


def _id_of(body: editing.TermBody, seen: Term | None) -> str:
    return seen.id if seen else body.id or base().store.free_id(body.short_form)


OPERATIONS = (
    Operation(
        method="POST",
        path="/api/v1/proposals",
        view=propose,
        summary=N_("Propose a term, a correction, or a form that nobody understands"),
        body=editing.ProposalBody,
        answer=editing.Receipt,
        status=201,
        errors=(400, 404, 409, 413, 415, 422, 429),
    ),
    Operation(
        method="GET",
        path="/api/v1/proposals",
        view=list_proposals,
        summary=N_("Read the proposals, those that most readers asked for first"),
        query=editing.ProposalsQuery,
        answer=editing.Proposals,
        errors=(401, 403, 422),
        needs_token=True,
    ),
    Operation(
        method="POST",
        path="/api/v1/proposals/{number}/accept",
        view=accept_proposal,
        summary=N_("Publish what was proposed, as it is or edited"),
        body=editing.AcceptBody,
        answer=schemas.Term,
        errors=(400, 401, 403, 404, 409, 412, 413, 415, 422, 428),
        needs_token=True,
    ),
    Operation(
        method="POST",
        path="/api/v1/proposals/{number}/reject",
        view=reject_proposal,
        summary=N_("Reject a proposal with a reason, perhaps for good"),
        body=editing.RejectBody,
        answer=editing.Proposal,
        errors=(400, 401, 403, 404, 409, 413, 415, 422),
        needs_token=True,
    ),
    Operation(
        method="GET",
        path="/api/v1/exclusions",
        view=list_exclusions,
        summary=N_("Read the forms that are never to be proposed again"),
        answer=editing.Exclusions,
        errors=(401, 403),
        needs_token=True,
    ),
    Operation(
        method="DELETE",
        path="/api/v1/exclusions/{form}",
        view=readmit_form,
        summary=N_("Let a form be proposed again"),
        answer=editing.Exclusions,
        errors=(401, 403, 404),
        needs_token=True,
    ),
)
