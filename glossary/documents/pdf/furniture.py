"""Tell headers and footers, which every page repeats, from the text."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

from glossary.documents.pdf.strips import Strip

# How many lines at each edge of a page may repeat.
MAX_ROWS = 4
# Pages on which a line must stand to be part of every page.
MIN_PAGES = 2
_DIGITS = re.compile(r"\d+")


class Furniture(NamedTuple):
    """Hold the strips of one page, sorted out."""

    headers: list[Strip]
    """Repeated at the top, and shown here for the first time."""
    body: list[Strip]
    footers: list[Strip]
    """Repeated at the foot, and shown here for the first time."""


Row = list[Strip]


def sort_out(pages: Sequence[Sequence[Strip]]) -> list[Furniture]:
    """Part each page into its own text and what repeats; a repeated line is kept once."""
    rows = [_rows(strips) for strips in pages]
    repeated = {
        kind: _repeated(rows, edge) for kind, edge in (("header", _from_top), ("footer", _from_bottom))
    }
    seen: set[tuple[str, str]] = set()
    return [_part(strips, page, repeated, seen) for strips, page in zip(pages, rows, strict=True)]


def _part(
    strips: Sequence[Strip], rows: Sequence[Row], repeated: dict[str, set["Sign"]], seen: set[tuple[str, str]]
) -> Furniture:
    taken: dict[int, bool] = {}
    found: dict[str, list[Strip]] = {"header": [], "footer": []}
    for kind, edge in (("header", _from_top), ("footer", _from_bottom)):
        for row in edge(rows):
            sign = _sign(row)
            if sign not in repeated[kind] or any(id(strip) in taken for strip in row):
                break
            taken.update((id(strip), True) for strip in row)
            if (kind, sign[0]) not in seen:
                seen.add((kind, sign[0]))
                found[kind] += row
    body = [strip for strip in strips if id(strip) not in taken]
    return Furniture(found["header"], body, found["footer"][::-1])


Sign = tuple[str, int]


def _sign(row: Row) -> Sign:
    """Say what a row shows, page numbers aside, and at which height."""
    return _DIGITS.sub("#", " ".join(strip.text for strip in row)), round(row[0].base / 3)


def _repeated(pages: Sequence[Sequence[Row]], edge: Callable[[Sequence[Row]], Sequence[Row]]) -> set[Sign]:
    counts = Counter(sign for rows in pages for sign in {_sign(row) for row in edge(rows)})
    return {sign for sign, count in counts.items() if count >= MIN_PAGES}


def _from_top(rows: Sequence[Row]) -> Sequence[Row]:
    return rows[:MAX_ROWS]


def _from_bottom(rows: Sequence[Row]) -> Sequence[Row]:
    return rows[: -MAX_ROWS - 1 : -1]


def _rows(strips: Sequence[Strip]) -> list[Row]:
    """Gather strips of one height, highest first."""
    rows: list[Row] = []
    for strip in sorted(strips, key=lambda strip: (-strip.base, strip.left)):
        if rows and abs(rows[-1][0].base - strip.base) < 0.3 * strip.size:
            rows[-1].append(strip)
        else:
            rows.append([strip])
    for row in rows:
        row.sort(key=lambda strip: strip.left)
    return rows
