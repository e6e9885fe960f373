"""Read PDF files, and write what their sigles mean into notes on their pages."""

import re
from collections.abc import Iterator, Sequence
from typing import cast

from glossary.documents.pdf.source import PdfSource
from glossary.documents.types import Document
from glossary.extras import extra
from glossary.mentions import Mark

__all__ = ["PdfSource", "read", "write"]

# The stretch of the file that a signature covers; ISO 32000, 12.8.1.
_SIGNED = re.compile(rb"/ByteRange\s*\[\s*0\s")


def read(data: bytes) -> Document:
    """Read a PDF in reading order; headers and footers that repeat count once.

    Raises InvalidFile for a file that is encrypted, damaged or without any
    text, TooLarge over a limit.
    """
    # pdfium is loaded when a PDF is read, not when one is passed on.
    with extra("documents", "pdf"):
        from glossary.documents.pdf.reading import read_pages

    reading = read_pages(data)
    return Document(
        text=reading.text,
        format="pdf",
        blocks=reading.blocks,
        source=PdfSource(data, reading.places),
        notes=tuple(_notes(data, reading.silent, reading.pages)),
    )


def _notes(data: bytes, silent: int, pages: int) -> Iterator[str]:
    """Yield what the reader of a file should know."""
    if silent:
        yield f"{silent} page(s) sur {pages} sans texte, en image seulement : rien n'y est lu."
    if _SIGNED.search(data):
        yield "Le PDF est signé : la signature reste, mais un lecteur dira qu'on y a ajouté des notes depuis."


def write(document: Document, marks: Sequence[Mark], *, style: str, listed: Sequence[Mark] = ()) -> bytes:
    """Write a PDF with notes at its marks and pages that list them; the pages stay as they are.

    `expand` and `abbr` do the same, as nothing can be put into a line that is
    set; `list` appends the list only. What is `listed` stands in it too. Raises
    InvalidFile where the file is protected against changes or damaged.
    """
    with extra("documents", "pdf"):
        from glossary.documents.pdf.writing import write_notes

    noted = marks if style in ("expand", "abbr") else ()
    return write_notes(
        cast(PdfSource, document.source), noted, [*(marks if style != "none" else ()), *listed]
    )
