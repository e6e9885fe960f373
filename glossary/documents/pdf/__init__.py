"""Read PDF files, and write what their sigles mean into notes on their pages."""

from collections.abc import Sequence
from typing import cast

from glossary.documents.pdf.source import PdfSource
from glossary.documents.types import Document
from glossary.errors import InvalidInput
from glossary.mentions import Mark

__all__ = ["PdfSource", "read", "write"]


def read(data: bytes) -> Document:
    """Read a PDF in reading order; headers and footers that repeat count once.

    Raises InvalidFile for a file that is encrypted, damaged or without any
    text, TooLarge over a limit.
    """
    # pdfium is loaded when a PDF is read, not when one is passed on.
    from glossary.documents.pdf.reading import read_pages

    reading = read_pages(data)
    silent = f"{reading.silent} page(s) sur {reading.pages} sans texte, en image seulement : rien n'y est lu."
    return Document(
        text=reading.text,
        format="pdf",
        blocks=reading.blocks,
        source=PdfSource(data, reading.places),
        notes=(silent,) if reading.silent else (),
    )


def write(document: Document, marks: Sequence[Mark], *, style: str) -> bytes:
    """Give the file back as it was; notes are not written yet."""
    if style != "none":
        raise InvalidInput("a PDF is read only for now; ask for style none")
    return cast(PdfSource, document.source).data
