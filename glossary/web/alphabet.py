"""Put terms into the order of the alphabet, and page through them."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from glossary.keys import key
from glossary.model import Term

DIGITS = "0-9"
# Parts form and id in a cursor; neither can hold it.
BOUND = "~"


class Page(NamedTuple):
    """Hold one page of a long list."""

    terms: Sequence[Term]
    following: str
    """Cursor of the next page; empty on the last."""


def select(terms: Iterable[Term], *, letter: str = "", domain: str = "", status: str = "") -> list[Term]:
    """Choose terms by first letter, domain and status; empty chooses all. Sorted by short form."""
    fitting = (
        term
        for term in terms
        if (not letter or initial(term) == letter)
        and (not domain or term.domain == domain)
        and (not status or term.status == status)
    )
    return sorted(fitting, key=place)


def place(term: Term) -> tuple[str, str]:
    """Give the place of a term in the alphabet; unique."""
    return key(term.short_form), term.id


def initial(term: Term) -> str:
    """Give the letter under which a term stands; `0-9` for a digit."""
    first = key(term.short_form)[:1].upper()
    return first if first.isalpha() else DIGITS


def page(terms: Sequence[Term], *, cursor: str, limit: int) -> Page:
    """Cut one page out of a sorted list: what comes after a cursor."""
    form, _, term_id = cursor.partition(BOUND)
    rest = [term for term in terms if place(term) > (form, term_id)]
    is_last = len(rest) <= limit
    return Page(rest[:limit], "" if is_last else BOUND.join(place(rest[limit - 1])))
