"""Read and write plain text, in the encoding it came in."""

import re
from collections.abc import Iterable, Iterator, Sequence

from glossary.documents.edits import Edit, apply
from glossary.documents.encodings import UTF8, Encoding, detect
from glossary.documents.legend import TITLE, entries
from glossary.documents.splice import Insertion
from glossary.documents.types import Block, BlockKind, Document
from glossary.mentions import Mark

_LINE = re.compile(r"[^\r\n\f]*(?:\r\n|[\r\n\f]|\Z)")
_ITEM = re.compile(r"\s*(?:[-*•–—▪◦·‣]|\d{1,3}[.)]|[a-z][.)])\s+\S")
# A heading in plain text is short and says so by capitals or a number.
_MAX_HEADING = 120
_NUMBERED = re.compile(r"\s*(?:[IVX]+|\d+(?:\.\d+)*)[.)]?\s+[^\W\d_].*[^.!?;,:\s]\s*")


def read(data: bytes) -> Document:
    """Read a text file and say which encoding was found."""
    encoding = detect(data)
    notes = () if encoding.codec == "utf-8" else (f"Encodage reconnu : {encoding.label}.",)
    return from_text(encoding.decode(data), encoding=encoding, notes=notes)


def from_text(text: str, *, encoding: Encoding = UTF8, notes: tuple[str, ...] = ()) -> Document:
    """Take a text as a document; its paragraphs are parted by blank lines."""
    blocks = tuple(_blocks(text))
    return Document(text=text, format="text", blocks=blocks, source=encoding, notes=notes)


def write(document: Document, marks: Sequence[Mark], *, style: str) -> bytes:
    """Write the text with its marks; nothing else changes."""
    return rewrite(document, edits(document, marks, style=style))


def edits(document: Document, marks: Sequence[Mark], *, style: str) -> list[Edit]:
    """Say what a style adds to the file, and where."""
    return _encoding(document).edits(document.text, insertions(document.text, marks, style=style))


def rewrite(document: Document, edits: Iterable[Edit]) -> bytes:
    """Write the file with edits."""
    return apply(_encoding(document).encode(document.text), edits)


def _encoding(document: Document) -> Encoding:
    return document.source if isinstance(document.source, Encoding) else UTF8


def insertions(text: str, marks: Sequence[Mark], *, style: str) -> list[Insertion]:
    """Say what a style adds to a text, and where."""
    if style == "none":
        return []
    if style == "expand":
        places = [(mark.start, mark.before, mark.end, mark.insertion) for mark in marks]
        both = [Insertion(*side) for place in places for side in (place[:2], place[2:])]
        return [insertion for insertion in both if insertion.words]
    listed = entries(marks)
    return [Insertion(len(text), _legend(text, [entry.line for entry in listed]))] if listed else []


def _legend(text: str, lines: list[str]) -> str:
    end = "\r\n" if "\r\n" in text else "\n"
    before = "" if not text else end if text.endswith(("\n", "\r")) else end * 2
    return before + end.join((TITLE, "", *lines)) + end


def _blocks(text: str) -> Iterator[Block]:
    """Yield paragraphs, items and headings; a form feed starts a new page."""
    page = 1 if "\f" in text else 0
    lines: list[tuple[int, int]] = []
    for match in _LINE.finditer(text):
        start, end = match.start(), match.end()
        line = match.group()
        if not line.strip() or _ITEM.match(line):
            yield from _block(text, lines, page)
            lines = []
        if line.strip():
            lines.append((start, start + len(line.rstrip())))
        if line.endswith("\f"):
            yield from _block(text, lines, page)
            lines = []
            page += 1
        if end == len(text):
            break
    yield from _block(text, lines, page)


def _block(text: str, lines: list[tuple[int, int]], page: int) -> Iterator[Block]:
    if lines:
        start, end = lines[0][0], lines[-1][1]
        kind = _kind(text[start:end], len(lines))
        yield Block(start=start, end=end, kind=kind, level=int(kind == "heading"), page=page)


def _kind(block: str, lines: int) -> BlockKind:
    if lines == 1 and len(block) <= _MAX_HEADING and _is_heading(block):
        return "heading"
    return "list-item" if _ITEM.match(block) else "paragraph"


def _is_heading(line: str) -> bool:
    """Say whether a line alone is a title: several words, in capitals or numbered."""
    if line.isupper():
        return len(line.split()) > 1 and line.rstrip()[-1] not in ".!?;,"
    return _NUMBERED.fullmatch(line) is not None and not _ITEM.match(line)
