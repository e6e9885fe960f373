"""Remember where on the pages each sign of the text stands."""

from array import array
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from glossary.documents.pdf.strips import Strip


class Rectangle(NamedTuple):
    """Hold a piece of a line as it stands on a page."""

    page: int
    """Number of the page, from 1."""
    direction: int
    """Where the line runs: 0 right, 90 up, 180 left, 270 down."""
    left: float
    bottom: float
    right: float
    top: float
    """Sides in the space of the page, in points."""


class _Line(NamedTuple):
    at: int
    length: int
    page: int
    direction: int
    bottom: float
    top: float


class Places:
    """Lead from places of the text to places on the pages.

    Numbers stand in arrays: 200 pages have a million signs.
    """

    def __init__(self) -> None:
        """Start without a line."""
        self._lines: list[_Line] = []
        self._starts = array("q")
        self._lefts, self._rights = array("f"), array("f")
        self._first = array("q")

    def add(self, at: int, strip: Strip, start: int, end: int) -> None:
        """Add the signs of a strip from `start` to `end`, which stand in the text from a place on."""
        line = _Line(at, end - start, strip.page, strip.direction, strip.bottom, strip.top)
        self._lines.append(line)
        self._starts.append(at)
        self._first.append(len(self._lefts))
        self._lefts.extend(strip.lefts[start:end])
        self._rights.extend(strip.rights[start:end])

    def rectangles(self, start: int, end: int) -> Iterator[Rectangle]:
        """Yield the pieces of lines that show a stretch of the text, in order."""
        number = max(0, bisect_right(self._starts, start) - 1)
        while number < len(self._lines) and self._starts[number] < end:
            line = self._lines[number]
            first, last = max(start, line.at) - line.at, min(end, line.at + line.length) - line.at
            if first < last:
                shift = self._first[number]
                left, right = self._lefts[shift + first], self._rights[shift + last - 1]
                yield _on_page(line, left, right)
            number += 1


def _on_page(line: _Line, left: float, right: float) -> Rectangle:
    """Turn a piece of a line back into the space of its page."""
    bottom, top = line.bottom, line.top
    sides = {
        0: (left, bottom, right, top),
        90: (-top, left, -bottom, right),
        180: (-right, -top, -left, -bottom),
        270: (bottom, -right, top, -left),
    }[line.direction]
    return Rectangle(line.page, line.direction, *sides)
