"""Read HTML pages by the places of their source, and splice marks into them.

The text of the document is what a reader sees, white space collapsed and
character references resolved; a map leads back to the source, of which every
byte outside the marks is kept.
"""

import codecs
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple, cast

from glossary.documents.edits import Edit, apply
from glossary.documents.encodings import UTF8, Encoding, detect
from glossary.documents.html_marks import page_insertions
from glossary.documents.html_reading import Page, read_page
from glossary.documents.splice import Insertion, in_bytes
from glossary.documents.types import Document
from glossary.mentions import Mark
from glossary.text import Span

_DECLARED = re.compile(
    rb"""<meta[^>]+?charset\s*=\s*["']?\s*([\w.:\-]+)|<\?xml[^>]+?encoding\s*=\s*["']([\w.:\-]+)""", re.I
)
# Where the standard looks for the declaration of an encoding.
_DECLARED_WITHIN = 1024


class HtmlSource(NamedTuple):
    """Hold what writing back needs."""

    page: Page
    encoding: Encoding


def read(data: bytes) -> Document:
    """Read a page in the encoding it declares, and say which if it is an old one."""
    encoding = _encoding_of(data)
    page = data[len(encoding.mark) :].decode(encoding.codec, "surrogateescape")
    notes = () if encoding.codec == "utf-8" else (f"Encodage reconnu : {encoding.label}.",)
    return from_text(page, encoding=encoding, notes=notes)


def from_text(text: str, *, encoding: Encoding = UTF8, notes: tuple[str, ...] = ()) -> Document:
    """Take a page or a piece of one as a document.

    Raises TooLarge where elements stand in each other too deep.
    """
    page = read_page(text)
    if page.lang and page.lang.split("-")[0].lower() != "fr":
        notes = (*notes, f"La page se dit en langue « {page.lang} » ; elle est lue comme du français.")
    return Document(
        text=page.text,
        format="html",
        blocks=page.blocks,
        opaque=page.opaque,
        source=HtmlSource(page, encoding),
        notes=notes,
    )


def original_span(document: Document, start: int, end: int) -> Span:
    """Give the place in the page's source of a stretch of its text."""
    places = cast(HtmlSource, document.source).page.places
    return Span(places.start_of(start), places.end_of(end)) if places else Span(0, 0)


def original_text(document: Document) -> str:
    """Give the page's source, decoded."""
    return cast(HtmlSource, document.source).page.source


def write(document: Document, marks: Sequence[Mark], *, style: str) -> bytes:
    """Write the page with its marks; every other byte stays."""
    return rewrite(document, edits(document, marks, style=style))


def edits(document: Document, marks: Sequence[Mark], *, style: str) -> list[Edit]:
    """Say what a style adds to the file, and where."""
    page, encoding = cast(HtmlSource, document.source)

    def encode(text: str) -> bytes:
        return text.encode(encoding.codec, "surrogateescape")

    found = insertions(document, marks, style=style)
    return in_bytes(page.source, found, encode, mark=len(encoding.mark))


def rewrite(document: Document, edits: Iterable[Edit]) -> bytes:
    """Write the file with edits."""
    page, encoding = cast(HtmlSource, document.source)
    return apply(encoding.mark + page.source.encode(encoding.codec, "surrogateescape"), edits)


def insertions(document: Document, marks: Sequence[Mark], *, style: str) -> list[Insertion]:
    """Say what a style adds to the source of a page, and where.

    Signs that the page's encoding lacks are written as character references.
    """
    page, encoding = cast(HtmlSource, document.source)
    codec = encoding.codec
    return [
        Insertion(at, words.encode(codec, "xmlcharrefreplace").decode(codec))
        for at, words in page_insertions(page, marks, style=style)
    ]


def _encoding_of(data: bytes) -> Encoding:
    """Find the encoding: byte order mark, then what the page declares, then by its bytes."""
    declared = _DECLARED.search(data[:_DECLARED_WITHIN])
    if declared is None or data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return detect(data)
    try:
        codec = codecs.lookup((declared[1] or declared[2]).decode("ascii")).name
    except LookupError:
        return detect(data)
    # The standard reads Latin-1 and ASCII as Windows-1252, and UTF-16 in a meta as UTF-8.
    codec = {"iso8859-1": "cp1252", "ascii": "cp1252", "utf-16": "utf-8"}.get(codec, codec)
    return Encoding(codec) if _comes_back(data, codec) else detect(data)


def _comes_back(data: bytes, codec: str) -> bool:
    """Say whether bytes survive decoding and encoding, stray ones included.

    An encoding that shifts between alphabets cannot be cut and is not taken.
    """
    if codec.startswith(("iso2022", "hz", "utf-7")):
        return False
    try:
        return data.decode(codec, "surrogateescape").encode(codec, "surrogateescape") == data
    except (UnicodeError, LookupError):
        return False
