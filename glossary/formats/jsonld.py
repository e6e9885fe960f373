"""Read and write terms as JSON-LD: a `DefinedTermSet` of schema.org.

Search engines and catalogues of open data read it. What schema.org has no word
for stands in `additionalProperty`, so that our files come back whole. A context
is never fetched: those of schema.org are known, others are refused.
"""

import json
from collections.abc import Iterable, Iterator
from typing import IO, Any

from glossary.errors import InvalidFile
from glossary.formats.complaints import Complaints, Placed
from glossary.formats.foreign import Concept, Label, place
from glossary.formats.jsonstream import Items
from glossary.formats.types import UNSTATED, Edition
from glossary.model import Source, Term
from glossary.rows import COLUMNS, from_row, to_row

BASE = "urn:x-en-clair:"
CONTEXTS = frozenset({"https://schema.org", "http://schema.org", "https://schema.org/", "http://schema.org/"})
OTHERS = (
    "kind",
    "lang",
    "domain",
    "context",
    "usage",
    "status",
    "source_url",
    "source_date",
    "valid_from",
    "valid_to",
)

_encode = json.JSONEncoder(ensure_ascii=False).encode


def read(stream: IO[bytes], complaints: Complaints) -> Iterator[Placed]:
    """Yield the good terms of a set, in file order."""
    items = Items(stream, keys=("hasDefinedTerm", "@graph"))
    for number, item in enumerate(items, 1):
        if number == 1:
            _check_context(items.beside)
        where = f"item {number}"
        if not isinstance(item, dict):
            complaints.add(where, "expected an object of type DefinedTerm", ascii(item)[:80])
        elif str(item.get("@id", "")).startswith(f"{BASE}term:"):
            yield from _place_own(item, where, complaints)
        else:
            yield from place(_concept(item, _text(items.beside, "name")), where, complaints)
    _check_context(items.beside)


def write(terms: Iterable[Term], stream: IO[bytes], edition: Edition = UNSTATED) -> None:
    """Write terms in the order given, each on a line of its own."""
    head: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "DefinedTermSet",
        "@id": f"{BASE}glossary",
        "name": "Glossaire En clair",
        "inLanguage": "fr",
        "license": "https://creativecommons.org/publicdomain/zero/1.0/",
        "version": edition.name,
        "dateModified": edition.date,
    }
    told = {name: value for name, value in head.items() if value}
    stream.write(_encode(told)[:-1].encode("utf-8") + b', "hasDefinedTerm": [')
    lead = "\n"
    for term in terms:
        stream.write((lead + _encode(_object(term))).encode("utf-8"))
        lead = ",\n"
    stream.write(b"\n]}\n")


def _object(term: Term) -> dict[str, object]:
    row = to_row(term)
    found: dict[str, object] = {
        "@type": "DefinedTerm",
        "@id": f"{BASE}term:{term.id}",
        "inDefinedTermSet": f"{BASE}glossary",
        "identifier": term.id,
        "termCode": term.short_form,
        "name": term.full_form,
        "alternateName": list(term.variants),
        "description": term.definition,
        "isBasedOn": {"@type": "CreativeWork", "name": row["source"]} if row["source"] else "",
        "url": term.source.link if term.source else "",
        "supersededBy": {"@id": f"{BASE}term:{term.replaced_by}"} if term.replaced_by else "",
        "additionalProperty": [
            {"@type": "PropertyValue", "propertyID": name, "value": row[name]} for name in OTHERS if row[name]
        ],
    }
    return {name: value for name, value in found.items() if value}


def _place_own(item: dict[str, Any], where: str, complaints: Complaints) -> Iterator[Placed]:
    others = item.get("additionalProperty")
    row = dict.fromkeys(COLUMNS, "") | {
        name: _text(other, "value")
        for other in (others if isinstance(others, list) else [])
        if (name := _text(other, "propertyID")) in OTHERS
    }
    row["id"] = _text(item, "@id").removeprefix(f"{BASE}term:")
    row["short_form"], row["full_form"] = _text(item, "termCode"), _text(item, "name")
    row["variants"] = "|".join(_texts(item, "alternateName"))
    row["definition"] = _text(item, "description")
    row["source"] = _text(item.get("isBasedOn"), "name")
    row["replaced_by"] = _text(item, "supersededBy").removeprefix(f"{BASE}term:")
    yield from complaints.placed(where, from_row, row)


def _concept(item: dict[str, Any], title: str) -> Concept:
    code = _text(item, "termCode")
    labels = [Label(text=text) for text in (*_texts(item, "name"), *_texts(item, "alternateName"))]
    terms = _text(item.get("inDefinedTermSet"), "name") or title
    return Concept(
        format="jsonld",
        identifier=_text(item, "identifier") or code or _text(item, "@id"),
        labels=labels,
        definition=_text(item, "description"),
        source=Source(name=terms, url=_text(item, "url") or _text(item, "@id")) if terms else None,
    )


def _check_context(beside: dict[str, object]) -> None:
    """Refuse words whose meaning would have to be fetched."""
    context = beside.get("@context", "https://schema.org")
    if not isinstance(context, str) or context not in CONTEXTS:
        raise InvalidFile(f"the context {ascii(context)[:80]} is not fetched; expected https://schema.org")


def _texts(item: object, name: str) -> list[str]:
    value = item.get(name) if isinstance(item, dict) else None
    values = value if isinstance(value, list) else [value]
    return [text for found in values if (text := _plain(found))]


def _text(item: object, name: str) -> str:
    return next(iter(_texts(item, name)), "")


def _plain(value: object) -> str:
    if isinstance(value, dict):
        value = value.get("@value", value.get("name", value.get("@id", "")))
    return value if isinstance(value, str) else ""
