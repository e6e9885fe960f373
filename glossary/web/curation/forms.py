"""Read the form of a term, and lay a term out for it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from glossary.errors import InvalidInput, Problem
from glossary.model import Term
from glossary.rows import COLUMNS, JOINT, LISTS, from_row, to_row
from glossary.web.sentences import retell
from glossary.web.typed import one_line


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """Hold what stands in the form of a term, and what is wrong with it."""

    values: Mapping[str, str]
    """Columns as they are typed: lists have one entry a line."""
    faults: Mapping[str, str] = field(default_factory=dict)
    """What is wrong, by column, in the language of the page."""


def blank(**values: str) -> Form:
    """Give a form with nothing but a few columns filled in."""
    defaults = {
        "kind": "acronym",
        "lang": "fr",
        "usage": "usual",
        "status": "to-check",
        "domain": "administration",
    }
    return Form(values=dict.fromkeys(COLUMNS, "") | defaults | lines(values))


def of_term(term: Term) -> Form:
    """Lay a term out."""
    return Form(values=lines(to_row(term)))


def typed(given: Mapping[str, str]) -> Form:
    """Keep what an editor typed."""
    return Form(values={name: given.get(name, "") for name in COLUMNS})


def with_faults(form: Form, error: InvalidInput) -> Form:
    """Put what is wrong beside the fields."""
    return Form(values=form.values, faults={p.where: retell(p.what) for p in reversed(error.problems)})


def to_term(form: Form, *, term_id: str) -> Term:
    """Make the term that a form describes; raise InvalidTerm."""
    row = {name: one_line(value) for name, value in form.values.items() if name not in LISTS}
    lists = {name: JOINT.join(_entries(form.values[name])) for name in LISTS}
    return from_row(row | lists | {"id": term_id})


def lines(row: Mapping[str, str]) -> dict[str, str]:
    """Put the entries of a list on lines of their own."""
    return {name: value.replace(JOINT, "\n") if name in LISTS else value for name, value in row.items()}


def _entries(text: str) -> Iterable[str]:
    """Split a list as people type it: one entry a line, or bars between."""
    parts = (one_line(part) for line in text.splitlines() for part in line.split(JOINT))
    return filter(None, parts)


def problem(column: str, what: str) -> InvalidInput:
    """Complain about one column."""
    return InvalidInput([Problem(column, what)])
