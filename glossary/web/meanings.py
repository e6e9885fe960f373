"""Gather what a page says about one form: its meanings, before and after."""

from collections.abc import Sequence
from dataclasses import dataclass

from glossary.errors import NotFound
from glossary.keys import compact
from glossary.lexicon import Lexicon
from glossary.model import Term

USAGE_ORDER = ("usual", "occasional", "rare")


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """Hold one meaning with its neighbours in time."""

    term: Term
    successor: Term | None
    """What took its place; None while it is in use or nothing did."""
    predecessors: tuple[Term, ...]
    """What it took the place of, by id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Hold a form with everything it may mean, likeliest first."""

    form: str
    meanings: tuple[Meaning, ...]


def entry_of(form: str, lexicon: Lexicon) -> Entry:
    """Gather the meanings of a form, however it is spelt; raise NotFound."""
    terms = lexicon.by_key(form)
    if not terms:
        raise NotFound(form)
    ordered = sorted(terms, key=_place)
    return Entry(form=_spelling(form, ordered), meanings=tuple(_meaning(term, lexicon) for term in ordered))


def _place(term: Term) -> tuple[bool, bool, int, str]:
    return bool(term.collection), bool(term.valid_to), USAGE_ORDER.index(term.usage), term.id


def _spelling(form: str, terms: Sequence[Term]) -> str:
    wanted = compact(form)
    shorts = [term.short_form for term in terms if compact(term.short_form) == wanted]
    variants = [text for term in terms for text in term.variants if compact(text) == wanted]
    return form if form in (*shorts, *variants) else (*shorts, *variants)[0]


def _meaning(term: Term, lexicon: Lexicon) -> Meaning:
    successor = lexicon.by_id(term.replaced_by) if term.replaced_by in lexicon else None
    before = tuple(other for other in lexicon.terms if other.replaced_by == term.id)
    return Meaning(term=term, successor=successor, predecessors=before)
