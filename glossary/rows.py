"""Lay a term out as one row of strings, or as one JSON object, and back.

Files and the database hold the same columns; this is the one place that
knows which field stands in which.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

from glossary.errors import InvalidTerm, Problem
from glossary.model import Source, Term

COLUMNS = (
    "id",
    "short_form",
    "full_form",
    "kind",
    "lang",
    "domain",
    "definition",
    "variants",
    "context",
    "usage",
    "status",
    "source",
    "source_url",
    "source_date",
    "valid_from",
    "valid_to",
    "replaced_by",
)
LISTS = ("variants", "context")
SOURCES = {"source": "name", "source_url": "url", "source_date": "date"}
JOINT = "|"

# A REST answer may be imported as it is: what it adds for its readers is known and passed over.
_DERIVED = frozenset({"collection"})
_DERIVED_OF_SOURCE = frozenset({"link"})


def to_row(term: Term) -> dict[str, str]:
    """Give the columns of a term, in the order of `COLUMNS`.

    >>> from glossary.model import Term
    >>> to_row(Term(id="rsa", short_form="RSA", full_form="Revenu", variants=("R.S.A.", "rsa")))["variants"]
    'R.S.A.|rsa'
    """
    source = term.source or _NO_SOURCE
    return {
        "id": term.id,
        "short_form": term.short_form,
        "full_form": term.full_form,
        "kind": term.kind,
        "lang": term.lang,
        "domain": term.domain,
        "definition": term.definition,
        "variants": JOINT.join(term.variants),
        "context": JOINT.join(term.context),
        "usage": term.usage,
        "status": term.status,
        "source": source.name,
        "source_url": source.url,
        "source_date": source.date,
        "valid_from": term.valid_from,
        "valid_to": term.valid_to,
        "replaced_by": term.replaced_by,
    }


def from_row(row: Mapping[str, str], *, collection: str = "") -> Term:
    """Make a term of its columns; raise InvalidTerm with one Problem a bad column."""
    name, url, date = row["source"], row["source_url"], row["source_date"]
    return Term(
        id=row["id"],
        short_form=row["short_form"],
        full_form=row["full_form"],
        kind=cast(Any, row["kind"]),
        lang=cast(Any, row["lang"]),
        domain=row["domain"],
        definition=row["definition"],
        variants=_split(row["variants"]),
        context=_split(row["context"]),
        usage=cast(Any, row["usage"]),
        status=cast(Any, row["status"]),
        source=Source(name=name, url=url, date=date) if name or url or date else None,
        valid_from=row["valid_from"],
        valid_to=row["valid_to"],
        replaced_by=row["replaced_by"],
        collection=collection,
    )


def from_checked(values: Sequence[str], *, collection: str = "") -> Term:
    """Make a term of columns that were a term before, without checking again.

    For rows of our own database only: a start reads thousands of them, and
    the checks would take three quarters of the time. `values` are in the
    order of `COLUMNS`.
    """
    row: dict[str, Any] = dict(zip(COLUMNS, values, strict=True))
    name, url, date = row.pop("source"), row.pop("source_url"), row.pop("source_date")
    row["source"] = Source(name=name, url=url, date=date) if name else None
    row["variants"] = _split(row["variants"])
    row["context"] = _split(row["context"])
    row["collection"] = collection
    term = object.__new__(Term)
    for field, value in row.items():
        object.__setattr__(term, field, value)
    return term


def to_object(term: Term) -> dict[str, object]:
    """Give a term as a JSON object: lists are lists, the source is an object or null."""
    values: dict[str, object] = {name: value for name, value in to_row(term).items() if name not in SOURCES}
    values["variants"] = list(term.variants)
    values["context"] = list(term.context)
    source = term.source
    values["source"] = source and {"name": source.name, "url": source.url, "date": source.date}
    return values


def from_object(values: object) -> Term:
    """Make a term of a JSON object; raise InvalidTerm with every problem.

    A field that is absent has its default; an unknown field is refused, so
    that a mistyped name does not pass in silence.
    """
    if not isinstance(values, dict):
        raise InvalidTerm([Problem("", "expected an object with the fields of a term", _shown(values))])
    problems = list(_object_problems(values))
    if problems:
        raise InvalidTerm(problems)
    given = {name: values[name] for name in values if name not in _DERIVED}
    for name in LISTS:
        given[name] = tuple(given.get(name, ()))
    if source := given.pop("source", None):
        given["source"] = Source(**{name: source[name] for name in source if name in SOURCES.values()})
    return Term(**given)


def differences(old: Mapping[str, str], new: Mapping[str, str]) -> tuple[str, ...]:
    """Name the columns in which two rows differ, in the order of `COLUMNS`."""
    return tuple(name for name in COLUMNS if old[name] != new[name])


_NO_SOURCE = Source(name="")
_OBJECT_FIELDS = tuple(name for name in COLUMNS if name not in ("source_url", "source_date"))


def _split(cell: str) -> tuple[str, ...]:
    return tuple(cell.split(JOINT)) if cell else ()


def _object_problems(values: dict[Any, Any]) -> Iterator[Problem]:
    for name, value in values.items():
        if name in _DERIVED:
            continue
        if name not in _OBJECT_FIELDS:
            yield Problem(str(name), f"unknown field; expected one of {', '.join(_OBJECT_FIELDS)}")
        elif name in LISTS:
            if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
                yield Problem(name, "expected a list of strings", _shown(value))
        elif name == "source":
            yield from _source_problems(value)
        elif not isinstance(value, str):
            yield Problem(name, "expected a string", _shown(value))
    for name in ("id", "short_form"):
        if name not in values:
            yield Problem(name, "is missing")


def _source_problems(source: object) -> Iterator[Problem]:
    if source is None:
        return
    if not isinstance(source, dict):
        yield Problem("source", "expected an object with name, url and date, or null", _shown(source))
        return
    for name, value in source.items():
        if name in _DERIVED_OF_SOURCE:
            continue
        if name not in SOURCES.values():
            yield Problem("source", "unknown field; expected one of name, url, date", str(name))
        elif not isinstance(value, str):
            yield Problem(f"source.{name}", "expected a string", _shown(value))
    if "name" not in source:
        yield Problem("source.name", "is missing")


def _shown(value: object) -> str:
    return ascii(value)[:80]
