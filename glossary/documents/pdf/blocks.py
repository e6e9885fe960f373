"""Gather strips into blocks: paragraphs, headings, items, cells, notes."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from glossary.documents.pdf.strips import HYPHEN, Grid, Strip
from glossary.documents.types import BlockKind

Cell = tuple[float, float, float, float]

_ITEM = re.compile(r"(?:[•◦▪‣·●○■□\u2013\u2014\uf0b7\uf0a7-]|\d{1,2}[.)]|[a-z][.)])\s*(?=\S)")
_NOTE = re.compile(r"[\d*†⁰¹²³⁴-⁹]{1,3}[.)]?\s*[^\W\d]")
_ENDED = re.compile(r"[.!?:;…»]\s*$")
# A heading is set larger than the text, or bold and short.
LARGER = 1.12
MAX_HEADING = 200
SMALLER = 0.9
# In sizes of the font: lines of one block, and how their sizes may differ.
MAX_LEADING = 1.9
SAME_SIZE = 0.12
# Leading beyond that of the block's other lines that starts a new one.
MORE_LEADING = 1.25
INDENT = 0.8
# Share of the font's size that a word may lack to fit into the line above.
TIGHT = 0.6


class Group(NamedTuple):
    """Hold the strips of one block, in reading order."""

    strips: list[Strip]
    kind: BlockKind
    level: int = 0

    def continues(self, other: "Group") -> bool:
        """Say whether this is the rest of a paragraph that began in the column before."""
        first, last = self.strips[0], other.strips[-1]
        return (
            self.kind == "paragraph"
            and other.kind in ("paragraph", "list-item")
            and first.direction == last.direction
            and first.bottom > last.top
            and abs(first.size - last.size) < SAME_SIZE * last.size
            and (first.text[0].islower() or last.text[-1] == HYPHEN)
            and _ENDED.search(last.text) is None
        )


class Body:
    """Know what is usual in a document: the size of its text."""

    def __init__(self, pages: Iterable[Sequence[Strip]]) -> None:
        """Count the signs of each size."""
        sizes: Counter[float] = Counter()
        for strips in pages:
            for strip in strips:
                sizes[_half(strip.size)] += len(strip.text)
        self.size = sizes.most_common(1)[0][0] if sizes else 10.0
        larger = sorted((size for size in sizes if size >= LARGER * self.size), reverse=True)
        self._levels = {size: min(number, 6) for number, size in enumerate(larger, 1)}

    def level(self, size: float) -> int:
        """Give the depth of a heading of a size, 1 for the largest."""
        return self._levels.get(_half(size), min(len(self._levels) + 1, 6))


def _half(size: float) -> float:
    return round(size * 2) / 2


def gather(strips: Sequence[Strip], grid: Grid, body: Body) -> Iterator[Group]:
    """Yield the blocks of one page and direction, in reading order."""
    cells = [grid.cell((strip.left + strip.right) / 2, strip.base) for strip in strips]
    margins = _right_margins(strips)
    lowest = min((strip.base for strip in strips), default=0.0)
    middle = (lowest + max((strip.base for strip in strips), default=0.0)) / 2
    beside = Counter(round(strip.base) for strip in strips)
    block: _Block | None = None
    for strip, cell, margin in zip(strips, cells, margins, strict=True):
        if block is not None and not block.takes(strip, cell):
            yield block.group(body, middle, beside)
            block = None
        if block is None:
            block = _Block(strip, cell, margin)
        else:
            block.add(strip, margin)
    if block is not None:
        yield block.group(body, middle, beside)


def _right_margins(strips: Sequence[Strip]) -> list[float]:
    """Give for each strip how far the lines around it reach that are set alike."""
    margins: list[float] = []
    run: list[Strip] = []
    leading = 0.0
    for strip in strips:
        step = run[-1].base - strip.base if run else 0.0
        if run and not (_is_set_alike(run[-1], strip) and (not leading or abs(step - leading) < 1)):
            margins += _reach(run)
            run, step = [], 0.0
        leading = step
        run.append(strip)
    return [*margins, *_reach(run)]


def _is_set_alike(above: Strip, below: Strip) -> bool:
    """Say whether two lines may be of one paragraph, as far as their places tell."""
    return (
        0.3 * above.size < above.base - below.base < MAX_LEADING * above.size
        and abs(above.left - below.left) < 3 * above.size
        and abs(above.size - below.size) < SAME_SIZE * above.size
    )


def _reach(run: Sequence[Strip]) -> list[float]:
    return [max(strip.right for strip in run)] * len(run) if run else []


class _Block:
    """Grow one block strip by strip."""

    def __init__(self, strip: Strip, cell: Cell | None, margin: float) -> None:
        self.strips = [strip]
        self.cell = cell
        self.margin = margin
        self.first = self.last = strip
        self.left, self.right = strip.left, strip.right
        self.leading = 0.0

    def add(self, strip: Strip, margin: float) -> None:
        if not self._is_beside(strip):
            leading = self.last.base - strip.base
            self.leading = min(self.leading or leading, leading)
            self.last, self.margin = strip, max(margin, self.margin)
        self.strips.append(strip)
        self.left, self.right = min(self.left, strip.left), max(self.right, strip.right)

    def takes(self, strip: Strip, cell: Cell | None) -> bool:
        """Say whether a strip goes on with this block."""
        if cell != self.cell or strip.direction != self.first.direction:
            return False
        if self._is_beside(strip):
            return self._spans(strip)
        return self._is_next_line(strip) and not (self.cell is None and self._starts_anew(strip))

    def _is_beside(self, strip: Strip) -> bool:
        """Say whether a strip stands on the last line, be it raised or lowered."""
        before = self.strips[-1]
        return strip.left >= before.right - 0.3 * before.size and (
            strip.base < self.last.top - 0.1 * self.last.size and strip.top > self.last.base
        )

    def _spans(self, strip: Strip) -> bool:
        """Say whether the gap before a strip on the same line is but a wide space."""
        before = self.strips[-1]
        gap = strip.left - before.right
        return (
            self.cell is not None
            or gap < before.size
            or (strip.right <= self.right + 1 and len(self.strips) > 1)
        )

    def _is_next_line(self, strip: Strip) -> bool:
        size = max(self.last.size, strip.size)
        leading = self.last.base - strip.base
        if not 0.3 * size < leading < MAX_LEADING * size:
            return False
        if self.cell is None and abs(self.last.size - strip.size) > SAME_SIZE * size:
            return False
        return strip.left < self.right and strip.right > self.left - size

    def _starts_anew(self, strip: Strip) -> bool:
        """Say whether a line below begins a block of its own."""
        leading = self.last.base - strip.base
        if (self.leading and leading > MORE_LEADING * self.leading) or _ITEM.match(strip.text):
            return True
        if strip.is_bold != self.last.is_bold and strip.is_bold != self.first.is_bold:
            return True
        if (
            strip.left > self.left + INDENT * strip.size
            and self._is_ended()
            and not _ITEM.match(self.first.text)
        ):
            return True
        word = strip.text.partition(" ")[0]
        needed = strip.rights[len(word) - 1] - strip.left + TIGHT * strip.size
        return self.strips[-1].right + needed < self.margin and not self._is_cut()

    def _is_ended(self) -> bool:
        return _ENDED.search(self.strips[-1].text) is not None

    def _is_cut(self) -> bool:
        return self.strips[-1].text[-1] in "\x02\u00ad"

    def group(self, body: Body, middle: float, beside: Counter[int]) -> Group:
        """Name the kind of the block; `beside` counts what stands on each line of the page."""
        is_alone = len(self.strips) >= beside[round(self.first.base)]
        kind = self._kind(body, middle, is_alone=is_alone)
        return Group(self.strips, kind, body.level(self.first.size) if kind == "heading" else 0)

    def _kind(self, body: Body, middle: float, *, is_alone: bool) -> BlockKind:
        if self.cell is not None:
            return "cell"
        first = self.first
        length = sum(len(strip.text) for strip in self.strips)
        if length <= MAX_HEADING and not self.strips[-1].text.endswith((".", ";", ",")):
            is_bold = all(strip.is_bold for strip in self.strips) and first.size >= SMALLER * body.size
            # Bold words side by side are the head of a table.
            if first.size >= LARGER * body.size or (is_bold and is_alone):
                return "heading"
        if first.size <= SMALLER * body.size and first.base < middle and _NOTE.match(first.text):
            return "note"
        return "list-item" if _ITEM.match(first.text) else "paragraph"
