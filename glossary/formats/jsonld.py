"""Read and write terms as JSON-LD: a `DefinedTermSet` of schema.org.

Search engines and catalogues of open data read it. What schema.org has no word
for stands in `additionalProperty`, so that our files come back whole. A context
is never fetched: those of schema.org are known, others are refused.
"""

import json
from collections.abc import Iterable, Iterator
from typing import IO, Any

from glossary.errors import InvalidFile, InvalidTerm
from glossary.formats.complaints import Complaints, Placed
from glossary.formats.foreign import Concept, Label, place
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
MAX_BYTES = 100_000_000

_encode = json.JSONEncoder(ensure_ascii=False).encode


def read(stream: IO[bytes], complaints: Complaints) -> Iterator[Placed]:
    """Yield the good terms of a set, in file order."""
    for number, item in enumerate(_items(stream), 1):
        where = f"item {number}"
        if not isinstance(item, dict):
            complaints.add(where, "expected an object of type DefinedTerm", ascii(item)[:80])
        elif str(item.get("@id", "")).startswith(f"{BASE}term:"):
            yield from _place_own(item, where, complaints)
        else:
            yield from place(_concept(item), where, complaints)


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
    try:
        term = from_row(row)
    except InvalidTerm as error:
        complaints.add_term(where, error)
        return
    if complaints.is_new(term, where):
        yield Placed(where, term)


def _concept(item: dict[str, Any]) -> Concept:
    code = _text(item, "termCode")
    labels = [Label(text=text) for text in (*_texts(item, "name"), *_texts(item, "alternateName"))]
    terms = _text(item.get("inDefinedTermSet"), "name")
    return Concept(
        format="jsonld",
        identifier=_text(item, "identifier") or code or _text(item, "@id"),
        labels=labels,
        definition=_text(item, "description"),
        source=Source(name=terms, url=_text(item, "url") or _text(item, "@id")) if terms else None,
    )


def _items(stream: IO[bytes]) -> list[object]:
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise InvalidFile(f"the file is larger than {MAX_BYTES:,} bytes; export it as CSV instead")
    try:
        content = json.loads(data.decode("utf-8-sig"))
    except json.JSONDecodeError as error:
        raise InvalidFile(
            f"line {error.lineno}, column {error.colno}: the file is not JSON: {error.msg}"
        ) from None
    except (UnicodeDecodeError, RecursionError, ValueError) as error:
        raise InvalidFile(f"the file is not JSON in UTF-8: {str(error)[:100]}") from None
    if not isinstance(content, dict):
        raise InvalidFile("expected an object of type DefinedTermSet")
    context = content.get("@context", "https://schema.org")
    if not isinstance(context, str) or context not in CONTEXTS:
        raise InvalidFile(f"the context {ascii(context)[:80]} is not fetched; expected https://schema.org")
    items = content.get("hasDefinedTerm", content.get("@graph"))
    if isinstance(items, dict):
        items = [items]
    if not isinstance(items, list):
        raise InvalidFile("expected a list of terms under hasDefinedTerm")
    return items


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
