"""Look a form or words up."""

from flask import Response

from glossary.lookup import find_with_collections
from glossary.web import presenters, schemas
from glossary.web.answers import answer
from glossary.web.base import base
from glossary.web.language import N_
from glossary.web.operations import Operation


def lookup(query: schemas.LookupQuery) -> Response:
    """Answer a look-up; also what a search box calls while one types."""
    lexicon = base().lexicon_at(query.release)
    beside = base().collection_lexicons if query.collections and not query.release else ()
    hits = find_with_collections(query.q, lexicon, beside, limit=query.limit, domain=query.domain)
    return answer(presenters.present_hits(query.q, hits, lexicon))


OPERATIONS = (
    Operation(
        method="GET",
        path="/api/v1/lookup",
        view=lookup,
        summary=N_("Look a form, or words of a full form, up; typing errors are forgiven"),
        query=schemas.LookupQuery,
        answer=schemas.Hits,
        errors=(404, 422),
    ),
)
