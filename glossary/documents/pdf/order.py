"""Put the strips of a page into reading order.

Most programs draw a page as it is read, and know more about it than geometry
tells; so their order is kept unless it climbs back up a column. Then strips
are gathered into chunks, and chunks ordered as Breuel does («High performance
document layout analysis», 2003, section 3).
"""

from collections.abc import Sequence
from itertools import pairwise

from glossary.documents.pdf.strips import Strip

# How many strips may climb before the order of drawing is mistrusted.
MAX_CLIMBS = 0.05
# Two columns drawn line by line show as this many long pairs side by side.
MIN_PAIRS = 5
LONG_LINE = 25
# Sorting takes time by the cube; a page of more strips is a drawing.
MAX_SORTED = 600
# Lines of one chunk are at most so many sizes apart.
MAX_LEADING = 2.2


def in_reading_order(strips: Sequence[Strip]) -> list[Strip]:
    """Give the strips of one direction as a person reads them."""
    if len(strips) > MAX_SORTED or _is_read_as_drawn(strips):
        return list(strips)
    return [strip for chunk in _ordered(_chunks(strips)) for strip in chunk]


def _is_read_as_drawn(strips: Sequence[Strip]) -> bool:
    climbs = sum(_climbs(above, below) for above, below in pairwise(strips))
    pairs = sum(_stands_beside(left, right) for left, right in pairwise(strips))
    return climbs <= MAX_CLIMBS * len(strips) and pairs < MIN_PAIRS


def _climbs(first: Strip, then: Strip) -> bool:
    """Say whether a strip goes back up the column that was just read."""
    return then.bottom > first.top and then.overlaps(first)


def _stands_beside(first: Strip, then: Strip) -> bool:
    """Say whether two long strips on one line look like lines of two columns."""
    return (
        abs(first.base - then.base) < 1
        and then.left > first.right
        and min(len(first.text), len(then.text)) >= LONG_LINE
    )


class _Chunk(list[Strip]):
    """Hold strips that stand below each other, top first."""

    @property
    def left(self) -> float:
        return min(strip.left for strip in self)

    @property
    def right(self) -> float:
        return max(strip.right for strip in self)

    @property
    def top(self) -> float:
        return self[0].top

    @property
    def bottom(self) -> float:
        return self[-1].bottom


def _chunks(strips: Sequence[Strip]) -> list[_Chunk]:
    """Gather strips into chunks: each goes below the only chunk it can continue."""
    chunks: list[_Chunk] = []
    for strip in sorted(strips, key=lambda strip: (-round(strip.base), strip.left)):
        above = [chunk for chunk in chunks if _continues(chunk, strip)]
        beside = [
            other
            for other in strips
            if other is not strip and abs(other.base - strip.base) < strip.size and above
            and _continues(above[0], other)
        ]  # fmt: skip
        if len(above) == 1 and not beside:
            above[0].append(strip)
        else:
            chunks.append(_Chunk([strip]))
    return chunks


def _continues(chunk: _Chunk, strip: Strip) -> bool:
    last = chunk[-1]
    leading = last.base - strip.base
    return 0 < leading < MAX_LEADING * max(last.size, strip.size) and last.overlaps(strip)


def _ordered(chunks: Sequence[_Chunk]) -> list[_Chunk]:
    """Sort chunks topologically; among those that may come next the highest comes first."""
    waiting = sorted(chunks, key=lambda chunk: (-chunk.top, chunk.left))
    before = {
        id(chunk): {
            id(other) for other in waiting if other is not chunk and _comes_before(other, chunk, waiting)
        }
        for chunk in waiting
    }
    found: list[_Chunk] = []
    done: set[int] = set()
    while waiting:
        following = next((chunk for chunk in waiting if before[id(chunk)] <= done), waiting[0])
        waiting.remove(following)
        done.add(id(following))
        found.append(following)
    return found


def _comes_before(first: _Chunk, then: _Chunk, chunks: Sequence[_Chunk]) -> bool:
    """Say whether a chunk is above another, or left of it with nothing between that spans both."""
    if _meet(first, then):
        return first.top > then.top
    if first.left >= then.left:
        return False
    return not any(
        _lies_between(chunk, first, then) or _lies_between(chunk, then, first)
        for chunk in chunks
        if _meet(chunk, first) and _meet(chunk, then)
    )


def _lies_between(chunk: _Chunk, above: _Chunk, below: _Chunk) -> bool:
    return above.bottom >= chunk.top and chunk.bottom >= below.top


def _meet(one: _Chunk, other: _Chunk) -> bool:
    return one.left < other.right and other.left < one.right
