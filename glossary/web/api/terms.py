"""Read the terms of the glossary, one by one or page by page."""

from contextlib import suppress

from flask import Response

from glossary.errors import NotFound
from glossary.lexicon import Lexicon
from glossary.lookup import find
from glossary.model import Term
from glossary.web import alphabet, presenters, schemas
from glossary.web.answers import answer
from glossary.web.base import base
from glossary.web.language import N_
from glossary.web.operations import Operation

NEAR = 5


def list_terms(query: schemas.TermsQuery) -> Response:
    """Answer one page of the glossary, in the order of short forms."""
    lexicon = base().lexicon_at(query.release)
    letter, status = query.letter.upper(), query.status or ""
    terms = alphabet.select(lexicon.terms, letter=letter, domain=query.domain, status=status)
    page = alphabet.page(terms, cursor=query.cursor, limit=query.limit)
    return answer(presenters.present_terms(page, lexicon, total=len(terms)))


def read_term(term_id: str, query: schemas.TermQuery) -> Response:
    """Answer one term as the database has it; its ETag guards a later change."""
    if not query.release:
        with suppress(NotFound):
            return answer(presenters.present_term(base().store.by_id(term_id)))
    return answer(presenters.present_term(term_of(term_id, base().lexicon_at(query.release))))


def term_of(term_id: str, lexicon: Lexicon) -> Term:
    """Give a term, or raise NotFound with the ids that come near."""
    try:
        return lexicon.by_id(term_id)
    except NotFound as error:
        near = find(term_id.replace("-", " "), lexicon, limit=NEAR)
        raise NotFound(error.what, near=[hit.term.id for hit in near]) from None


OPERATIONS = (
    Operation(
        method="GET",
        path="/api/v1/terms",
        view=list_terms,
        summary=N_("Page through the glossary"),
        query=schemas.TermsQuery,
        answer=schemas.Terms,
        errors=(404, 422),
    ),
    Operation(
        method="GET",
        path="/api/v1/terms/{term_id}",
        view=read_term,
        summary=N_("Read one term"),
        query=schemas.TermQuery,
        answer=schemas.Term,
        errors=(404, 422),
    ),
)
