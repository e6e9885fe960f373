"""Say where the paragraphs of a document start, as a reader sees them."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from glossary.documents.types import Document

# In plain text a paragraph often ends with its line, without a blank one.
_SENTENCE_LINE_END = re.compile(r"[.!?:;…»][ \t]*\r?\n")


class Starts:
    """Answer which paragraph holds a place."""

    def __init__(self, starts: Sequence[int]) -> None:
        """Take the places where paragraphs start, sorted."""
        self._starts = starts

    def at(self, position: int) -> int:
        """Give the start of the paragraph that holds a place; -1 before the first."""
        number = bisect_right(self._starts, position) - 1
        return self._starts[number] if number >= 0 else -1


def paragraph_starts(document: Document) -> Starts:
    """Find the paragraphs: blocks, and lines of plain text that end as a sentence does."""
    return Starts(sorted(set(_starts(document))))


def _starts(document: Document) -> Iterator[int]:
    for block in document.blocks:
        yield block.start
        if document.format == "text":
            for match in _SENTENCE_LINE_END.finditer(document.text, block.start, block.end):
                yield match.end()
