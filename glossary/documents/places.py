"""Say where something stands in a document, as a person would say it."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from glossary.documents.html import HtmlSource
from glossary.documents.types import Block, Document

_LINE_END = re.compile(r"\r\n|[\n\r]")
# A heading is quoted as far as it helps to find it.
_MAX_HEADING = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Hold a place; a value is 0 or empty where the format has none such."""

    line: int = 0
    """Number of the line, from 1; in a PDF counted on its page."""
    column: int = 0
    """Number of the sign in its line, from 1, in code points."""
    page: int = 0
    """Number of the page, from 1."""
    paragraph: int = 0
    """Number of the block, from 1, headings and cells included; only where there are no lines."""
    heading: str = ""
    """The nearest heading above, or the heading in which it stands."""

    @property
    def french(self) -> str:
        """Say it in French: «page 2, ligne 14»; empty where nothing is known."""
        parts = (
            (self.page, f"page {self.page}"),
            (self.line, f"ligne {self.line}"),
            (self.paragraph, f"paragraphe {self.paragraph}"),
        )
        return ", ".join(words for number, words in parts if number)


class Places:
    """Answer for one document where its stretches stand."""

    def __init__(self, document: Document) -> None:
        """Count lines, pages and headings once."""
        self.document = document
        self._block_starts = [block.start for block in document.blocks]
        headings = [block for block in document.blocks if block.kind == "heading"]
        self._headings = headings
        self._heading_starts = [block.start for block in headings]
        self._lines = _line_starts(self._source(), is_pdf=document.format == "pdf")
        self._page_lines = _page_lines(document.blocks, self._lines) if document.format == "pdf" else {}

    def at(self, offset: int) -> Place:
        """Give the place of an offset in the document's text."""
        block = self.block_at(offset)
        page = block.page if block else 0
        number = bisect_right(self._heading_starts, offset) - 1
        heading = self._words(self._headings[number]) if number >= 0 else ""
        if self.document.format in ("docx", "odt"):
            paragraph = bisect_right(self._block_starts, offset)
            return Place(page=page, paragraph=paragraph, heading=heading)
        position = self._position(offset)
        row = bisect_right(self._lines, position)
        column = position - self._lines[row - 1] + 1
        return Place(line=row - self._page_lines.get(page, 0), column=column, page=page, heading=heading)

    def block_at(self, offset: int) -> Block | None:
        """Give the block in which an offset stands; None between blocks."""
        number = bisect_right(self._block_starts, offset) - 1
        block = self.document.blocks[number] if number >= 0 else None
        return block if block is not None and offset < block.end else None

    def _source(self) -> str:
        """Give the text in which lines count."""
        if self.document.format == "html":
            return cast(HtmlSource, self.document.source).page.source
        return self.document.text

    def _position(self, offset: int) -> int:
        if self.document.format == "html":
            return cast(HtmlSource, self.document.source).page.places.start_of(offset)
        return offset

    def _words(self, heading: Block) -> str:
        words = " ".join(self.document.text[heading.start : heading.end].split())
        if self.document.format == "markdown":
            words = words.strip("#=- ")
        return words if len(words) <= _MAX_HEADING else f"{words[: _MAX_HEADING - 1]}…"


def _line_starts(text: str, *, is_pdf: bool) -> list[int]:
    """Give where the lines start; the blank ones between the blocks of a PDF stand on no page."""
    starts = [0, *(match.end() for match in _LINE_END.finditer(text))]
    if not is_pdf:
        return starts
    return [start for start in starts if not text.startswith("\n", start)]


def _page_lines(blocks: Sequence[Block], lines: Sequence[int]) -> dict[int, int]:
    """Map each page to the number of lines before it."""
    found: dict[int, int] = {}
    for block in blocks:
        found.setdefault(block.page, bisect_right(lines, block.start) - 1)
    return found
