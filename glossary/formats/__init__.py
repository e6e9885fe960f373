"""Keep terms in files: one file a format, found by name or by suffix.

A reader yields the good terms as it goes and raises InvalidFile at the end
with every problem, so that memory stays flat and a writer undoes the whole.
"""

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from pathlib import PurePath
from typing import IO

from glossary.errors import Problem, UnknownFormat
from glossary.formats.complaints import Complaints, Placed
from glossary.formats.shipped import ShippedCollection, shipped_collections, shipped_terms, terms_at_once
from glossary.formats.types import UNSTATED, Edition, Format, Reader
from glossary.model import Term

# Modules are loaded when asked for: each brings its own libraries.
_ENTRIES = {
    "csv": ("CSV", (".csv",), "text/csv; charset=utf-8"),
    "json": ("JSON", (".json",), "application/json"),
    "xlsx": (
        "Excel",
        (".xlsx",),
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
    "tbx": ("TBX", (".tbx", ".xml"), "application/x-tbx"),
    "skos": ("SKOS (Turtle)", (".ttl",), "text/turtle; charset=utf-8"),
    "rdfxml": ("SKOS (RDF/XML)", (".rdf", ".skos"), "application/rdf+xml"),
    "jsonld": ("JSON-LD", (".jsonld",), "application/ld+json"),
    "markdown": ("Markdown", (".md", ".markdown"), "text/markdown; charset=utf-8"),
    "html": ("HTML", (".html", ".htm"), "text/html; charset=utf-8"),
    "pdf": ("PDF", (".pdf",), "application/pdf"),
}
NAMES = tuple(_ENTRIES)


def by_name(name: str) -> Format:
    """Give a format, or raise UnknownFormat."""
    try:
        title, suffixes, media = _ENTRIES[name]
    except KeyError:
        raise UnknownFormat(name, NAMES) from None
    module = import_module(f"glossary.formats.{name}")
    return Format(
        name=name,
        title=title,
        suffixes=suffixes,
        media=media,
        read=getattr(module, "read", None),
        write=getattr(module, "write", None),
    )


def by_suffix(path: str) -> Format:
    """Give the format of a file name, or raise UnknownFormat."""
    suffix = PurePath(path).suffix.lower()
    for name, (_, suffixes, _) in _ENTRIES.items():
        if suffix in suffixes:
            return by_name(name)
    raise UnknownFormat(suffix or PurePath(path).name, NAMES)


def read(
    stream: IO[bytes], format: str, *, passed_over: Callable[[Problem], None] | None = None
) -> Iterator[Term]:
    """Yield the terms of a file in its order; raise InvalidFile at the end if it has problems.

    `passed_over` is told what the file holds that no glossary can: a concept
    of a thesaurus without any explanation, a language that is not ours.
    """
    return (placed.term for placed in read_placed(stream, format, passed_over=passed_over))


def read_placed(
    stream: IO[bytes], format: str, *, passed_over: Callable[[Problem], None] | None = None
) -> Iterator[Placed]:
    """Yield the good terms with their places; raise InvalidFile at the end if there are others."""
    found = by_name(format)
    if found.read is None:
        raise UnknownFormat(format, [name for name in NAMES if by_name(name).read])
    return _complaining(found.read, stream, passed_over)


def _complaining(
    read: Reader, stream: IO[bytes], passed_over: Callable[[Problem], None] | None
) -> Iterator[Placed]:
    complaints = Complaints(passed_over)
    yield from read(stream, complaints)
    complaints.raise_all()


def write(terms: Iterable[Term], stream: IO[bytes], format: str, *, edition: Edition = UNSTATED) -> None:
    """Write terms into a file, in the order given."""
    found = by_name(format)
    if found.write is None:
        raise UnknownFormat(format, [name for name in NAMES if by_name(name).write])
    found.write(terms, stream, edition)


__all__ = [
    "NAMES",
    "Edition",
    "Format",
    "Placed",
    "ShippedCollection",
    "by_name",
    "by_suffix",
    "read",
    "read_placed",
    "shipped_collections",
    "shipped_terms",
    "terms_at_once",
    "write",
]
