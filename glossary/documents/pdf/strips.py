"""Cut the glyphs of a page into strips: pieces of one line without a wide gap.

Places are those of the reader, not of the page: `u` runs along the line, `v`
upwards across it, whichever way the page or the line is turned.
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

# In ems. Letters of one word stand closer; justified lines stretch their
# spaces, columns and cells stand further apart.
MAX_GAP = 1.0
MAX_SPACED_GAP = 3.0
MAX_SHIFT = 0.15
# The letters of a ligature share one box, so that each seems to step back.
MAX_STEP_BACK = 1.2

HYPHEN = "\x02"
"""How a hyphen at the end of a line is written until it is known what it stands for."""

_LIGATURES = {
    0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st",
}  # fmt: skip


class Glyph(NamedTuple):
    """Hold one sign as the page shows it."""

    code: int
    """Its code point."""
    direction: int
    """Where its line runs on the page: 0 right, 90 up, 180 left, 270 down."""
    left: float
    right: float
    """Where it starts and ends along the line."""
    base: float
    """Height of its line."""
    size: float
    """Size of its font, in points as shown."""
    is_bold: bool = False


class Rule(NamedTuple):
    """Hold one ruled line of a page: from `start` to `end` at a height or width `at`."""

    at: float
    start: float
    end: float


class Grid(NamedTuple):
    """Hold the ruled lines of a page, as seen along one direction."""

    columns: tuple[Rule, ...] = ()
    """Lines across the writing, by where they stand along it."""
    rows: tuple[Rule, ...] = ()
    """Lines along the writing, by their height."""

    def parts(self, left: float, right: float, height: float) -> bool:
        """Say whether a line stands between two places of a line of text."""
        return any(
            left - 1 <= rule.at <= right + 1 and rule.start <= height <= rule.end for rule in self.columns
        )

    def cell(self, across: float, height: float) -> tuple[float, float, float, float] | None:
        """Give the sides of the cell around a place; None outside any table."""
        sides = [rule.at for rule in self.columns if rule.start <= height <= rule.end]
        floors = [rule.at for rule in self.rows if rule.start <= across <= rule.end]
        try:
            return (
                max(side for side in sides if side <= across),
                max(floor for floor in floors if floor <= height),
                min(side for side in sides if side > across),
                min(floor for floor in floors if floor > height),
            )
        except ValueError:
            return None


class Strip:
    """Hold a piece of one line: its text, and where each sign of it stands."""

    __slots__ = ("base", "direction", "is_bold", "lefts", "page", "rights", "size", "text")

    def __init__(self, page: int, glyph: Glyph) -> None:
        """Start an empty strip on a page, with the line and font of a glyph."""
        self.page = page
        self.direction, self.base, self.size = glyph.direction, glyph.base, glyph.size
        self.is_bold = glyph.is_bold
        self.text = ""
        self.lefts, self.rights = array("f"), array("f")

    @property
    def left(self) -> float:
        """Where it starts along the line."""
        return self.lefts[0]

    @property
    def right(self) -> float:
        """Where it ends along the line."""
        return self.rights[-1]

    @property
    def top(self) -> float:
        """Height of its tallest letters."""
        return self.base + 0.75 * self.size

    @property
    def bottom(self) -> float:
        """Depth of its lowest letters."""
        return self.base - 0.25 * self.size

    def overlaps(self, other: "Strip") -> bool:
        """Say whether one stands above the other, at least in part."""
        return self.left < other.right and other.left < self.right

    def add(self, text: str, left: float, right: float) -> None:
        """Add signs that share one place; a ligature is cut in equal parts."""
        self.text += text
        if len(text) == 1:
            self.lefts.append(left)
            self.rights.append(right)
            return
        step = (right - left) / len(text)
        for number in range(len(text)):
            self.lefts.append(left + number * step)
            self.rights.append(left + (number + 1) * step)


def cut(page: int, glyphs: Iterable[Glyph], grids: dict[int, Grid]) -> Iterator[Strip]:
    """Yield the strips of a page in the order in which it draws them."""
    strip: Strip | None = None
    space: Glyph | None = None
    for glyph in glyphs:
        sign = chr(glyph.code)
        if sign.isspace():
            space = space or glyph
            continue
        if strip is not None and not _goes_on(strip, glyph, space, grids):
            yield strip
            strip = None
        if strip is None:
            strip = Strip(page, glyph)
        elif space is not None or glyph.left - strip.right > 0.3 * strip.size:
            strip.add(" ", strip.right, max(strip.right, glyph.left))
        strip.is_bold = strip.is_bold and glyph.is_bold
        strip.add(_LIGATURES.get(glyph.code, sign), glyph.left, max(glyph.left, glyph.right))
        space = None
    if strip is not None:
        yield strip


def _goes_on(strip: Strip, glyph: Glyph, space: Glyph | None, grids: dict[int, Grid]) -> bool:
    """Say whether a glyph belongs to the strip before it."""
    if glyph.direction != strip.direction or abs(glyph.base - strip.base) > MAX_SHIFT * strip.size:
        return False
    gap = glyph.left - strip.right
    if gap < -MAX_STEP_BACK * strip.size or gap > _max_gap(space) * strip.size:
        return False
    grid = grids.get(strip.direction)
    return grid is None or gap < 0.2 * strip.size or not grid.parts(strip.right, glyph.left, glyph.base)


def _max_gap(space: Glyph | None) -> float:
    """A space that the file itself holds, not one guessed from the gap, bears stretching."""
    return MAX_SPACED_GAP if space is not None and space.right > space.left else MAX_GAP


def of_direction(strips: Sequence[Strip], direction: int) -> list[Strip]:
    """Give the strips that run one way, in their order."""
    return [strip for strip in strips if strip.direction == direction]
