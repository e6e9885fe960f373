"""Remember where each stretch of an extracted text stands in its source."""

from array import array
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple


class Segment(NamedTuple):
    """Hold a stretch of text and the stretch of source it came from."""

    at: int
    """Where it starts in the text."""
    length: int
    """Its length in the text."""
    start: int
    end: int
    """Half-open place in the source, in the source's own units."""

    @property
    def is_whole(self) -> bool:
        """Say whether it cannot be cut: an entity, a run of white space."""
        return self.end - self.start != self.length


class SourceMap:
    """Lead from places of a text to places of its source.

    Numbers stand in arrays: a page of 5 MB has some 300,000 segments.
    """

    def __init__(self) -> None:
        """Start without a segment."""
        self._at = array("q")
        self._length = array("q")
        self._start = array("q")
        self._end = array("q")

    def add(self, at: int, length: int, start: int, end: int) -> None:
        """Add a segment behind the others, in the order of `Segment`."""
        self._at.append(at)
        self._length.append(length)
        self._start.append(start)
        self._end.append(end)

    def __len__(self) -> int:
        """Count the segments."""
        return len(self._at)

    def _segment(self, number: int) -> Segment:
        return Segment(self._at[number], self._length[number], self._start[number], self._end[number])

    def _number_at(self, offset: int) -> int:
        return max(0, bisect_right(self._at, offset) - 1)

    def start_of(self, offset: int) -> int:
        """Give the place in the source where the sign at an offset starts."""
        segment = self._segment(self._number_at(offset))
        return segment.start if segment.is_whole else segment.start + min(offset - segment.at, segment.length)

    def end_of(self, offset: int) -> int:
        """Give the place in the source where the sign before an offset ends."""
        segment = self._segment(self._number_at(offset - 1))
        return segment.end if segment.is_whole else segment.start + min(offset - segment.at, segment.length)

    def between(self, start: int, end: int) -> Iterator[Segment]:
        """Yield the segments that hold signs of a stretch, in order."""
        number = self._number_at(start)
        while number < len(self) and self._at[number] < end:
            segment = self._segment(number)
            if segment.at + segment.length > start:
                yield segment
            number += 1
