"""Change terms by REST, with an editor's token."""

from dataclasses import replace

from flask import Response, url_for
from werkzeug.exceptions import PreconditionFailed

from glossary.errors import Conflict, InvalidInput, NotFound, Problem
from glossary.model import Term
from glossary.rows import from_object
from glossary.web import edit_presenters, editing, presenters, schemas
from glossary.web.answers import answer
from glossary.web.base import base
from glossary.web.conditions import require_match
from glossary.web.language import N_
from glossary.web.operations import Operation


def create_term(body: editing.TermBody, editor: str) -> Response:
    """Add a term; it is published at once."""
    store = base().store
    term = term_of_body(body, term_id=body.id or store.free_id(body.short_form))
    store.create(term, by=editor)
    response = changed(term, status=201)
    response.headers["Location"] = url_for("api.read_term", term_id=term.id)
    return response


def change_term(term_id: str, body: editing.TermBody, editor: str) -> Response:
    """Replace a term that its editor has seen as it is."""
    seen = seen_term(term_id)
    if body.id not in ("", term_id):
        raise InvalidInput([Problem("id", "an id stays for ever; make a new term instead", body.id)])
    return _written(term_of_body(body, term_id=term_id), seen=seen, editor=editor)


def withdraw_term(term_id: str, editor: str) -> Response:
    """Take a term out of use; its id and its history stay."""
    seen = seen_term(term_id)
    return _written(replace(seen, status="withdrawn"), seen=seen, editor=editor)


def term_history(term_id: str) -> Response:
    """Answer every change of a term, newest first."""
    return answer(edit_presenters.present_history(term_id, base().store.history(term_id)))


def restore_term(term_id: str, number: str, editor: str) -> Response:
    """Bring a term back as a change left it."""
    seen = seen_term(term_id)
    if not number.isdecimal():
        raise NotFound(f"change {number} of term {term_id!r}")
    try:
        term = base().store.restore(term_id, int(number), seen=seen, by=editor)
    except Conflict:
        raise PreconditionFailed from None
    return changed(term)


def seen_term(term_id: str) -> Term:
    """Give a term that the request proves to have seen as it is."""
    term = base().store.by_id(term_id)
    require_match(term)
    return term


def term_of_body(body: editing.TermBody, *, term_id: str) -> Term:
    """Make the term that an editor sent; raise InvalidTerm with every problem."""
    return from_object(body.model_dump() | {"id": term_id})


def _written(term: Term, *, seen: Term, editor: str) -> Response:
    try:
        base().store.update(term, seen=seen, by=editor)
    except Conflict:  # somebody was quicker, between our reading and our writing
        raise PreconditionFailed from None
    return changed(term)


def changed(term: Term, *, status: int = 200) -> Response:
    """Answer a term that was just written; this process sees it at once."""
    base().renew()
    return answer(presenters.present_term(term), status=status)


OPERATIONS = (
    Operation(
        method="POST",
        path="/api/v1/terms",
        view=create_term,
        summary=N_("Add a term"),
        body=editing.TermBody,
        answer=schemas.Term,
        status=201,
        errors=(400, 401, 403, 409, 413, 415, 422),
        needs_token=True,
    ),
    Operation(
        method="PUT",
        path="/api/v1/terms/{term_id}",
        view=change_term,
        summary=N_("Replace a term; If-Match carries the ETag of what was read"),
        body=editing.TermBody,
        answer=schemas.Term,
        errors=(400, 401, 403, 404, 412, 413, 415, 422, 428),
        needs_token=True,
    ),
    Operation(
        method="DELETE",
        path="/api/v1/terms/{term_id}",
        view=withdraw_term,
        summary=N_("Withdraw a term; its id and history stay"),
        answer=schemas.Term,
        errors=(401, 403, 404, 412, 428),
        needs_token=True,
    ),
    Operation(
        method="GET",
        path="/api/v1/terms/{term_id}/history",
        view=term_history,
        summary=N_("Read every change of a term, newest first"),
        answer=editing.History,
        errors=(404,),
    ),
    Operation(
        method="POST",
        path="/api/v1/terms/{term_id}/history/{number}/restore",
        view=restore_term,
        summary=N_("Bring a term back as a change left it"),
        answer=schemas.Term,
        errors=(401, 403, 404, 412, 428),
        needs_token=True,
    ),
)
