"""Read documents in and write them out again with their marks.

Names and the registry only; each format is loaded when it is first asked for.
"""

from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import Protocol, cast

from glossary.documents.detect import FORMATS, Format, detect_format
from glossary.documents.edits import Edit
from glossary.documents.types import BLOCK_KINDS, STYLES, Block, BlockKind, Document, Style
from glossary.errors import InvalidInput, UnknownFormat
from glossary.mentions import Mark
from glossary.text import Span

__all__ = [
    "BLOCK_KINDS",
    "FORMATS",
    "STYLES",
    "Block",
    "BlockKind",
    "Document",
    "Edit",
    "Format",
    "Style",
    "edits",
    "from_text",
    "original_span",
    "original_text",
    "read",
    "write",
    "write_text",
]


class _Room(Protocol):
    """Say what the module of a format offers."""

    def read(self, data: bytes) -> Document: ...


class _PinnedRoom(_Room, Protocol):
    """Say what the module of a format offers whose marks stand beside the text."""

    def write(
        self, document: Document, marks: Sequence[Mark], *, style: str, listed: Sequence[Mark]
    ) -> bytes: ...


class _SplicedRoom(_Room, Protocol):
    """Say what the module of a format offers whose marks are spliced into the source."""

    def edits(self, document: Document, marks: Sequence[Mark], *, style: str) -> list[Edit]: ...

    def rewrite(self, document: Document, edits: Iterable[Edit]) -> bytes: ...


class _TextRoom(_Room, Protocol):
    """Say what the module of a format that is text offers beyond."""

    def from_text(self, text: str) -> Document: ...


class _HtmlRoom(_TextRoom, Protocol):
    """Say what the module of HTML offers beyond."""

    def original_span(self, document: Document, start: int, end: int) -> Span: ...

    def original_text(self, document: Document) -> str: ...


def _room(format: str) -> _Room:
    if format not in FORMATS:
        raise UnknownFormat(format, tuple(FORMATS))
    return cast(_Room, import_module(f"glossary.documents.{FORMATS[format].module}"))


def read(data: bytes, *, format: str = "", name: str = "") -> Document:
    """Read a file; its format is found by content and by the suffix of its name.

    Raises UnknownFormat, InvalidFile where it is not what it claims to be, and
    TooLarge over a limit. `Sandbox` does the same in a process of its own.
    """
    return _room(format or detect_format(data, name=name)).read(data)


def from_text(text: str, format: str = "text") -> Document:
    """Take a text in hand as a document of format text, markdown or html."""
    if format not in FORMATS or not FORMATS[format].is_text:
        raise UnknownFormat(format, tuple(name for name in FORMATS if FORMATS[name].is_text))
    return cast(_TextRoom, _room(format)).from_text(text)


def write(
    document: Document, marks: Sequence[Mark], *, style: str = "expand", listed: Sequence[Mark] = ()
) -> bytes:
    """Write a document with its marks, as a file of the format it came in.

    `expand` puts each mark's insertion behind the form; `abbr` keeps the text
    and ties a note to the form; `list` appends «Sigles utilisés»; `none` gives
    the file as it was. Everything outside the marks stays as it was. What is
    `listed` stands in «Sigles utilisés» too, whatever the style.
    """
    room = _room(document.format)
    if not hasattr(room, "edits"):
        return cast(_PinnedRoom, room).write(document, marks, style=_checked(style), listed=listed)
    return cast(_SplicedRoom, room).rewrite(document, edits(document, marks, style=style, listed=listed))


def edits(
    document: Document, marks: Sequence[Mark], *, style: str = "expand", listed: Sequence[Mark] = ()
) -> list[Edit]:
    """Say what `write` adds to a document, and where; for every format but PDF."""
    room = cast(_SplicedRoom, _room(document.format))
    found = room.edits(document, marks, style=_checked(style))
    # In text formats marks of style `abbr` lead to the list, which stands there then.
    if listed and not (style == "abbr" and FORMATS[document.format].is_text):
        found += room.edits(document, listed, style="list")
    return found


def _checked(style: str) -> str:
    if style not in STYLES:
        raise InvalidInput(f"unknown style {style!r}; expected one of {', '.join(STYLES)}")
    return style


def write_text(document: Document, marks: Sequence[Mark], *, style: str = "expand") -> str:
    """Write a document of a text format as text."""
    if not FORMATS[document.format].is_text:
        raise UnknownFormat(document.format, tuple(name for name in FORMATS if FORMATS[name].is_text))
    return write(document, marks, style=style).decode("utf-8", "replace")


def original_span(document: Document, start: int, end: int) -> Span:
    """Give the place in what was handed in of a stretch of the document's text.

    They differ for HTML only, where the stretch may hold tags and references;
    in files of other formats places count in the document's text.
    """
    if document.format != "html":
        return Span(start, end)
    return cast(_HtmlRoom, _room("html")).original_span(document, start, end)


def original_text(document: Document) -> str:
    """Give the text in which `original_span` counts: of HTML the source, else the document's text."""
    if document.format != "html":
        return document.text
    return cast(_HtmlRoom, _room("html")).original_text(document)
