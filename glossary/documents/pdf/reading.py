"""Read a PDF: its text as a person reads it, in blocks with their places."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from glossary.documents.pdf.appendix import appended_pages
from glossary.documents.pdf.blocks import Body, Group, gather
from glossary.documents.pdf.furniture import Furniture, sort_out
from glossary.documents.pdf.glyphs import MAX_GLYPHS, Page, opened
from glossary.documents.pdf.hyphens import SIGNS, Hyphens
from glossary.documents.pdf.order import in_reading_order
from glossary.documents.pdf.places import Places
from glossary.documents.pdf.strips import HYPHEN, Glyph, Grid, Strip, cut, of_direction
from glossary.documents.types import Block
from glossary.errors import InvalidFile, TooLarge

DIRECTIONS = (0, 90, 270, 180)
# The number of a note stands against its first word; the word must not be taken for «1CSE».
_CALL = re.compile(r"[\d*†⁰¹²³⁴-⁹]{1,3}(?=[^\W\d])")


class Reading(NamedTuple):
    """Hold what was read."""

    text: str
    blocks: tuple[Block, ...]
    places: Places
    pages: int
    """How many pages there are."""
    silent: int
    """How many of them show a picture and no text."""


class _Sheet(NamedTuple):
    """Hold one page as pdfium gave it."""

    strips: list[Strip]
    grids: dict[int, Grid]


def read_pages(data: bytes) -> Reading:
    """Read all pages; time is linear in what they show.

    Raises InvalidFile for a file that is encrypted, damaged or without any
    text, TooLarge over a limit.
    """
    sheets, silent = _sheets(data)
    if not any(sheet.strips for sheet in sheets):
        raise InvalidFile(
            "the PDF holds no text, only pictures: it is a scan; let a program recognise its text (OCR) and try again"
            if silent
            else "the PDF holds no text"
        )
    text, blocks, places = _Writing(sheets).written()
    return Reading(text, blocks, places, len(sheets), silent)


def _sheets(data: bytes) -> tuple[list[_Sheet], int]:
    """Take the strips of every page, and count the pages of pictures without text."""
    sheets: list[_Sheet] = []
    silent = left = 0
    ours = appended_pages(data)
    with opened(data) as document:
        left = MAX_GLYPHS
        for number in range(1, len(document) + 1):
            if number in ours:
                continue
            page = Page(document, number)
            try:
                left -= page.count()
                if left < 0:
                    raise TooLarge("the text of the PDF", limit=MAX_GLYPHS, unit="signs")
                sheets.append(_sheet(page))
                silent += not sheets[-1].strips and page.has_pictures()
            finally:
                page.close()
    return sheets, silent


def _sheet(page: Page) -> _Sheet:
    glyphs: list[Glyph] = list(page.glyphs())
    grids = {direction: page.grid(direction) for direction in {glyph.direction for glyph in glyphs}}
    return _Sheet(list(cut(page.number, glyphs, grids)), grids)


class _Writing:
    """Write the text of all pages once, and note places on the way."""

    def __init__(self, sheets: Sequence[_Sheet]) -> None:
        self.sheets = sheets
        self.body = Body(sheet.strips for sheet in sheets)
        self.hyphens = Hyphens(strip.text for sheet in sheets for strip in sheet.strips)
        self.pieces: list[str] = []
        self.length = 0
        # Whether a line ended inside the word that is being written.
        self.is_cut = False
        self.places = Places()

    def written(self) -> tuple[str, tuple[Block, ...], Places]:
        blocks = tuple(self._block(group) for group in self._groups())
        return "".join(self.pieces), blocks, self.places

    def _groups(self) -> Iterator[Group]:
        upright = [of_direction(sheet.strips, _main(sheet.strips)) for sheet in self.sheets]
        for sheet, furniture in zip(self.sheets, sort_out(upright), strict=True):
            yield from self._page(sheet, furniture)

    def _page(self, sheet: _Sheet, furniture: Furniture) -> Iterator[Group]:
        """Yield the blocks of a page: what runs the main way, then what stands along its sides."""
        main = _main(sheet.strips)
        if furniture.headers:
            yield Group(furniture.headers, "header")
        for direction in sorted(DIRECTIONS, key=lambda direction: direction != main):
            strips = furniture.body if direction == main else of_direction(sheet.strips, direction)
            if strips:
                yield from _joined(gather(in_reading_order(strips), sheet.grids[direction], self.body))
        if furniture.footers:
            yield Group(furniture.footers, "footer")

    def _block(self, group: Group) -> Block:
        if self.length:
            self._write("\n\n")
        start = self.length
        strips = group.strips
        call = _CALL.match(strips[0].text) if group.kind == "note" else None
        if call:
            self._place(strips[0], 0, call.end())
            self._write(" ")
        for number, strip in enumerate(strips):
            following = strips[number + 1] if number + 1 < len(strips) else None
            self._strip(strip, following, call.end() if call and not number else 0)
        return Block(
            start=start, end=self.length, kind=group.kind, level=group.level, page=group.strips[0].page
        )

    def _strip(self, strip: Strip, following: Strip | None, start: int) -> None:
        """Write one strip from a sign on, and what parts it from the next."""
        is_hyphen = following is not None and len(strip.text) > 1 and strip.text[-1] in SIGNS
        if following is not None and is_hyphen and self.hyphens.is_dropped(strip.text, following.text):
            self._place(strip, start, len(strip.text) - 1)
            self.is_cut = True
            return
        self._place(strip, start, len(strip.text))
        if following is None:
            self.is_cut = False
        elif is_hyphen and strip.text[-2].isalnum() and following.text[0].isalnum():
            self.is_cut = True
        else:
            self._write("\n" if self.is_cut or not _is_beside(strip, following) else " ")
            self.is_cut = False

    def _place(self, strip: Strip, start: int, end: int) -> None:
        """Write signs of a strip; a line that ends inside a word ends behind it."""
        words = strip.text[start:end].replace(HYPHEN, "-")
        if self.is_cut and " " in words:
            words = words.replace(" ", "\n", 1)
            self.is_cut = False
        self.places.add(self.length, strip, start, end)
        self._write(words)

    def _write(self, words: str) -> None:
        self.pieces.append(words)
        self.length += len(words)


def _is_beside(strip: Strip, following: Strip) -> bool:
    """Say whether a strip goes on with the line, be it raised or lowered."""
    return (
        following.base < strip.top
        and strip.base < following.top
        and following.left >= strip.right - 0.3 * strip.size
    )


def _joined(groups: Iterable[Group]) -> Iterator[Group]:
    """Join what a column cuts; notes at its foot do not come between."""
    held: list[Group] = []
    for group in groups:
        if held and group.continues(held[0]):
            held[0] = Group([*held[0].strips, *group.strips], held[0].kind)
        elif held and group.kind == "note":
            held.append(group)
        else:
            yield from held
            held = [group]
    yield from held


def _main(strips: Sequence[Strip]) -> int:
    """Give the direction in which most of a page runs."""
    counts = dict.fromkeys(DIRECTIONS, 0)
    for strip in strips:
        counts[strip.direction] += len(strip.text)
    return max(DIRECTIONS, key=lambda direction: counts[direction])
