"""Guard against lost updates: whoever changes a term has seen it as it is."""

from flask import request
from werkzeug.exceptions import Conflict, PreconditionFailed, PreconditionRequired

from glossary.model import Term
from glossary.web.answers import tag_of
from glossary.web.language import N_
from glossary.web.presenters import present_term


def require_match(term: Term) -> None:
    """Refuse a change of what was not read as it is now.

    Raises PreconditionRequired without `If-Match`, PreconditionFailed where
    its tag is an old one. The tag is a digest of the content, so that a weak
    one (of a compressed answer) is as good.
    """
    if not request.if_match:
        raise PreconditionRequired
    if not request.if_match.contains_weak(seen_tag(term)):
        raise PreconditionFailed


def require_seen(term: Term) -> None:
    """Refuse a form that was opened before somebody else changed the term; raise Conflict."""
    if request.form.get("vu", "") != seen_tag(term):
        raise Conflict(
            N_("Somebody changed this term since you opened the page; look at it and do it again.")
        )


def seen_tag(term: Term) -> str:
    """Give what says in which state a term was seen: its ETag."""
    return tag_of(present_term(term))
