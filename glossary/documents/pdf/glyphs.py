"""Take glyphs and ruled lines from the pages of a PDF, by pdfium.

The only file that reads with pdfium; see docs/decisions/051-pdf-reader.md.
"""

import ctypes
import math
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Lock

import pypdfium2
import pypdfium2.raw as pdfium

from glossary.documents.pdf.strips import Glyph, Grid, Rule
from glossary.errors import InvalidFile, TooLarge

MAX_PAGES = 2_000
MAX_GLYPHS = 20_000_000
# A plan or a map has thousands of lines; none of them is a table.
MAX_RULES = 400
# Degrees off a quarter turn: a stamp across the page is no line of text.
MAX_SLANT = 8
# A ruled line is at most so thick, at least so long, in points.
THICK, LONG = 2.5, 6
# Glyphs that are asked which way the lines of a page run.
SAMPLE = 200

# pdfium keeps global state and must not be entered twice at once.
_lock = Lock()

SPACE = 32


@contextmanager
def opened(data: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """Open a file, and close it whatever happens.

    Raises InvalidFile for a file that is encrypted or damaged, TooLarge for
    one of too many pages.
    """
    with _lock:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            raise InvalidFile(_complaint(error)) from error
        try:
            if len(document) > MAX_PAGES:
                raise TooLarge("the PDF", limit=MAX_PAGES, unit="pages")
            yield document
        finally:
            document.close()


def _complaint(error: pypdfium2.PdfiumError) -> str:
    if error.err_code == pdfium.FPDF_ERR_PASSWORD:
        return "the PDF is encrypted and asks for a password; remove the password and try again"
    return "the PDF is damaged or cut off; get it again or save it again"


class Page:
    """Hold one open page."""

    def __init__(self, document: pypdfium2.PdfDocument, number: int) -> None:
        """Open a page by its number, from 1; raises InvalidFile where it cannot be read."""
        try:
            self._page = document[number - 1]
            self._text = self._page.get_textpage()
            self._turn_upright()
        except pypdfium2.PdfiumError as error:
            raise InvalidFile(f"page {number} of the PDF is damaged; save the file again") from error
        self.number = number
        self.box: tuple[float, float, float, float] = self._page.get_bbox()
        """Left, bottom, right and top of what is shown, as the page or the tree above it says."""

    def _turn_upright(self) -> None:
        """Show a page whose lines stand or lie on their heads upright: pdfium orders what it shows.

        Places are those of the page all the same, and the file stays as it is.
        """
        step = max(1, self.count() // SAMPLE)
        angles = [pdfium.FPDFText_GetCharAngle(self._text.raw, at) for at in range(0, self.count(), step)]
        turns = Counter(_direction(angle) for angle in angles if angle >= 0)
        direction = turns.most_common(1)[0][0] if turns else None
        if direction is not None and direction != self._page.get_rotation():
            self._text.close()
            self._page.set_rotation(direction)
            self._text = self._page.get_textpage()

    def close(self) -> None:
        """Give its memory back."""
        self._text.close()
        self._page.close()

    def count(self) -> int:
        """Count its glyphs."""
        return int(self._text.count_chars())

    def has_pictures(self) -> bool:
        """Say whether it shows a picture."""
        return any(True for _ in self._page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_IMAGE,), max_depth=2))

    def glyphs(self) -> Iterator[Glyph]:
        """Yield the glyphs inside the page in the order in which it draws them."""
        page = self._text.raw
        # Bound once: a report of 200 pages has a million glyphs.
        unicode_of, angle_of = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetCharAngle
        box_of, origin_of = pdfium.FPDFText_GetLooseCharBox, pdfium.FPDFText_GetCharOrigin
        rect, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
        left, bottom, right, top = self.box
        font = (0.0, False)
        # What the font was last asked for; a word may begin another one.
        shown = None
        for number in range(self.count()):
            code = unicode_of(page, number)
            if code in (0, 10, 13) or code > 0x10FFFF:
                continue
            angle = angle_of(page, number)
            direction = _direction(angle) if angle else 0
            box_of(page, number, rect)
            origin_of(page, number, x, y)
            start, floor, end, ceiling = rect.left, rect.bottom, rect.right, rect.top
            middle, height = (start + end) / 2, (floor + ceiling) / 2
            if direction is None or not (left <= middle <= right and bottom <= height <= top):
                continue
            base = y.value
            if direction:
                base = _across(direction, x.value, base)
                start, _, end, _ = _turned(direction, start, floor, end, ceiling)
            if code == SPACE:
                shown = None
            elif shown != (direction, base):
                font, shown = _font(page, number), (direction, base)
            yield Glyph(code, direction, start, end, base, *font)

    def grid(self, direction: int) -> Grid:
        """Give the ruled lines, as seen by text of a direction."""
        columns: list[Rule] = []
        rows: list[Rule] = []
        for box in self._boxes():
            left, bottom, right, top = _turned(direction, *box)
            if right - left <= THICK and top - bottom >= LONG:
                columns.append(Rule((left + right) / 2, bottom - 1, top + 1))
            elif top - bottom <= THICK and right - left >= LONG:
                rows.append(Rule((bottom + top) / 2, left - 1, right + 1))
            if len(columns) + len(rows) > MAX_RULES:
                return Grid()
        return Grid(tuple(columns), tuple(rows))

    def _boxes(self) -> Iterator[tuple[float, float, float, float]]:
        """Yield the boxes of the lines that paths draw."""
        for item in self._page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_PATH,), max_depth=2):
            with suppress(pypdfium2.PdfiumError):
                left, bottom, right, top = box = item.get_bounds()
                yield box
                if min(right - left, top - bottom) > THICK and pdfium.FPDFPath_CountSegments(item.raw) == 5:
                    yield from _sides(left, bottom, right, top)


def _sides(
    left: float, bottom: float, right: float, top: float
) -> Iterator[tuple[float, float, float, float]]:
    yield left, bottom, left, top
    yield right, bottom, right, top
    yield left, bottom, right, bottom
    yield left, top, right, top


def _direction(angle: float) -> int | None:
    """Round an angle, clockwise in radians, to a quarter turn; None for a slanted sign."""
    degrees = -math.degrees(angle) % 360
    quarter = round(degrees / 90) * 90
    return quarter % 360 if abs(degrees - quarter) <= MAX_SLANT else None


def _across(direction: int, x: float, y: float) -> float:
    """Give the height of a point for text of a direction."""
    return {0: y, 90: -x, 180: -y, 270: x}[direction]


def _turned(
    direction: int, left: float, bottom: float, right: float, top: float
) -> tuple[float, float, float, float]:
    """Turn a box of the page so that text of a direction runs to the right."""
    if direction == 0:
        return left, bottom, right, top
    if direction == 90:
        return bottom, -right, top, -left
    if direction == 180:
        return -right, -top, -left, -bottom
    return -top, left, -bottom, right


def turned_back(
    direction: int, left: float, bottom: float, right: float, top: float
) -> tuple[float, float, float, float]:
    """Turn a box of text of a direction back into a box of the page."""
    return _turned(-direction % 360, left, bottom, right, top)


_NAME_LENGTH = 200


def _font(page: pdfium.FPDF_TEXTPAGE, number: int) -> tuple[float, bool]:
    """Give the size as shown of a glyph's font, and whether it is bold."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(page, number, matrix)
    size = pdfium.FPDFText_GetFontSize(page, number) * math.hypot(matrix.c, matrix.d)
    name, flags = ctypes.create_string_buffer(_NAME_LENGTH), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(page, number, name, _NAME_LENGTH, flags)
    return size, any(word in name.value.lower() for word in (b"bold", b"black", b"heavy", b"gras"))
