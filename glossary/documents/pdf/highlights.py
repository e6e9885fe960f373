"""Make the notes that are pinned to sigles: highlights as PDF readers know them."""

import zlib
from collections.abc import Sequence

from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)

from glossary.documents.legend import entry_of, identity
from glossary.documents.pdf.places import Rectangle
from glossary.documents.pdf.update import Update, flate
from glossary.mentions import Mark

AUTHOR = "En clair"
PREFIX = "en-clair-"
# Yellow; what nobody can decide is shown in blue.
COLOUR = (1.0, 0.87, 0.35)
UNDECIDED = (0.68, 0.84, 1.0)
# Annotation flag 3 of ISO 32000, table 167: shown on paper too. PDF/A asks for it.
PRINT = 4
# Where a highlight may not be transparent it is a line, of this share of the height.
LINE = 0.09
# How far a highlight reaches beyond the letters, in points.
AROUND = 0.6


class Pens:
    """Draw highlights; those of one line share one drawing, stretched to their size."""

    def __init__(self, update: Update, *, is_opaque: bool) -> None:
        """Take the file to draw in; `is_opaque` where its kind forbids transparency."""
        self._update = update
        self._is_opaque = is_opaque
        self._unit: dict[tuple[float, ...], IndirectObject] = {}

    def appearance(self, colour: tuple[float, ...], places: Sequence[Rectangle]) -> IndirectObject:
        """Give the drawing of one highlight."""
        if len(places) > 1 or (self._is_opaque and places[0].direction):
            return self._form(colour, places, box_of(places))
        if colour not in self._unit:
            place = Rectangle(0, 0, 0, 0, 1, 1)
            self._unit[colour] = self._form(colour, [place], (0, 0, 1, 1))
        return self._unit[colour]

    def _form(
        self, colour: tuple[float, ...], places: Sequence[Rectangle], box: tuple[float, ...]
    ) -> IndirectObject:
        drawn = [_line_of(place) if self._is_opaque else place for place in places]
        boxes = "".join(
            f"{place.left:.2f} {place.bottom:.2f} {place.right - place.left:.2f} {place.top - place.bottom:.2f} re\n"
            for place in drawn
        )
        ink = " ".join(f"{part * (0.7 if self._is_opaque else 1):.2f}" for part in colour)
        entries = _dictionary(
            Type="/XObject", Subtype="/Form", BBox=_numbers(box), Resources=DictionaryObject()
        )
        if self._is_opaque:
            return self._update.add(flate(f"{ink} rg\n{boxes}f\n".encode(), entries))
        state = _dictionary(Type="/ExtGState", BM="/Multiply")
        entries[NameObject("/Resources")] = _dictionary(ExtGState=_dictionary(M=state))
        entries[NameObject("/Group")] = _dictionary(S="/Transparency", CS="/DeviceRGB")
        return self._update.add(flate(f"/M gs {ink} rg\n{boxes}f\n".encode(), entries))


def highlight(mark: Mark, places: Sequence[Rectangle], page: PdfObject, pens: Pens) -> DictionaryObject:
    """Make the note for one mark."""
    name = name_of(mark, places)
    places = [_wider(place) for place in places]
    colour = UNDECIDED if mark.resolution.decision == "undecided" else COLOUR
    return _dictionary(
        Type="/Annot",
        Subtype="/Highlight",
        Rect=_numbers(box_of(places)),
        QuadPoints=_numbers([side for place in places for side in _corners(place)]),
        Contents=TextStringObject(entry_of(mark.resolution).line),
        T=TextStringObject(AUTHOR),
        NM=TextStringObject(name),
        C=_numbers(colour),
        F=NumberObject(PRINT),
        P=page,
        AP=_dictionary(N=pens.appearance(colour, places)),
    )


def name_of(mark: Mark, places: Sequence[Rectangle]) -> str:
    """Name a note by what it says and where: the same note has the same name."""
    sides = [round(side) for place in places for side in place[2:]]
    return f"{PREFIX}{zlib.crc32(repr((identity(mark.resolution), sides)).encode()):08x}"


def box_of(places: Sequence[Rectangle]) -> tuple[float, float, float, float]:
    """Give the box around all pieces."""
    return (
        min(place.left for place in places),
        min(place.bottom for place in places),
        max(place.right for place in places),
        max(place.top for place in places),
    )


def _wider(place: Rectangle) -> Rectangle:
    left, bottom, right, top = place[2:]
    return Rectangle(
        place.page, place.direction, left - AROUND, bottom - AROUND, right + AROUND, top + AROUND
    )


def _corners(place: Rectangle) -> list[float]:
    """Give the corners as readers expect them: upper left, upper right, lower left, lower right.

    As the letters stand, that is; the text of ISO 32000 has another order, which no reader follows.
    """
    left, bottom, right, top = place[2:]
    corners = {
        0: ((left, top), (right, top), (left, bottom), (right, bottom)),
        90: ((left, bottom), (left, top), (right, bottom), (right, top)),
        180: ((right, bottom), (left, bottom), (right, top), (left, top)),
        270: ((right, top), (right, bottom), (left, top), (left, bottom)),
    }[place.direction]
    return [side for corner in corners for side in corner]


def _line_of(place: Rectangle) -> Rectangle:
    """Give the line below the letters of a piece."""
    left, bottom, right, top = place[2:]
    wide, high = (right - left) * LINE, (top - bottom) * LINE
    sides = {
        0: (left, bottom, right, bottom + high),
        90: (right - wide, bottom, right, top),
        180: (left, top - high, right, top),
        270: (left, bottom, left + wide, top),
    }[place.direction]
    return Rectangle(place.page, place.direction, *sides)


def _numbers(values: Sequence[float]) -> ArrayObject:
    return ArrayObject([FloatObject(f"{value:.2f}") for value in values])


def _dictionary(**entries: PdfObject | str) -> DictionaryObject:
    """Make a dictionary; a string is a name of PDF."""
    return DictionaryObject(
        {
            NameObject(f"/{key}"): NameObject(value) if type(value) is str else value
            for key, value in entries.items()
        }
    )
