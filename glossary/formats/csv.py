"""Read and write terms as CSV, also as Excel in France writes it.

UTF-8 with or without mark, separated by `,` `;` or a tab, lines ended by LF or
CRLF. Every problem is told with line, column and value; nothing is guessed.
"""

import csv
import re
from collections.abc import Iterable, Iterator
from io import StringIO, TextIOWrapper
from typing import IO, NamedTuple

from glossary.errors import InvalidFile
from glossary.formats.cells import guard, unguard
from glossary.formats.complaints import Complaints, Placed
from glossary.formats.types import UNSTATED, Edition
from glossary.model import Term
from glossary.rows import COLUMNS, from_row, to_row

SEPARATORS = ",;\t"
BOM = b"\xef\xbb\xbf"
WIDE_BOMS = (b"\xff\xfe", b"\xfe\xff")

# A row of legal cells stays far below; a longer line is no row.
MAX_LINE = 300_000
# A quoted cell may run over lines (Alt+Enter in Excel); further down it is a lost quote.
MAX_JOINED = 20

DATES = ("source_date", "valid_from", "valid_to")
# Excel in France turns 2024-01-31 into 31/01/2024 when it saves.
_FRENCH_DATE = re.compile(r"(\d\d)/(\d\d)/(\d{4})")


class Line(NamedTuple):
    """Hold one line of the file, decoded."""

    number: int
    text: str
    is_utf8: bool
    """False where bytes stand in the text as surrogates, to be complained of."""


def read(stream: IO[bytes], complaints: Complaints) -> Iterator[Placed]:
    """Yield the good rows of a CSV file with their lines, in file order.

    Raises InvalidFile at once where no row can be read: a column is missing.
    """
    lines = _lines(stream, complaints)
    separator, columns = _header(lines, complaints)
    for line, cells in _records(lines, separator, len(columns), complaints):
        where = f"line {line.number}"
        row = {name: unguard(cell) for name, cell in zip(columns, cells, strict=True)}
        for name in DATES:
            row[name] = _iso_date(row[name])
        if not line.is_utf8:
            _complain_of_bytes(row, line.number, complaints)
            continue
        yield from complaints.placed(where, from_row, row)


def write(terms: Iterable[Term], stream: IO[bytes], edition: Edition = UNSTATED) -> None:
    """Write terms in the order given: UTF-8, comma, LF, harmless in a spreadsheet."""
    text = TextIOWrapper(stream, encoding="utf-8", newline="", write_through=False)
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([guard(cell) for cell in to_row(term).values()] for term in terms)
    text.flush()
    text.detach()


def _lines(stream: IO[bytes], complaints: Complaints) -> Iterator[Line]:
    number = 0
    while data := stream.readline(MAX_LINE):
        number += 1
        if number == 1:
            data = _without_mark(data)
        if len(data) >= MAX_LINE and not data.endswith(b"\n"):
            while len(rest := stream.readline(MAX_LINE)) >= MAX_LINE and not rest.endswith(b"\n"):
                pass
            complaints.add(f"line {number}", f"is longer than {MAX_LINE:,} bytes", ascii(data[:40]))
            continue
        try:
            yield Line(number, data.decode("utf-8"), True)
        except UnicodeDecodeError:
            yield Line(number, data.decode("utf-8", "surrogateescape"), False)


def _without_mark(data: bytes) -> bytes:
    if data.startswith(WIDE_BOMS):
        raise InvalidFile("the file is UTF-16; save it as «CSV UTF-8»")
    return data.removeprefix(BOM)


def _complain_of_bytes(row: dict[str, str], number: int, complaints: Complaints) -> None:
    """Tell which cells are not UTF-8, shown as Windows would read them."""
    for name, cell in row.items():
        try:
            cell.encode("utf-8")
        except UnicodeEncodeError:
            shown = cell.encode("utf-8", "surrogateescape").decode("cp1252", "replace")
            complaints.add(
                f"line {number}, column {name}",
                "is not UTF-8 (it looks like Latin-1 or Windows-1252); save the file as «CSV UTF-8»",
                shown,
            )


def _header(lines: Iterator[Line], complaints: Complaints) -> tuple[str, list[str]]:
    first = next(lines, None)
    if first is None:
        complaints.raise_all()
        raise InvalidFile("the file is empty; the first line must name the columns")
    if re.fullmatch(r'"?sep=[,;\t]"?', first.text.strip("\r\n")):
        first = next(lines, first)
    separator = max(SEPARATORS, key=first.text.count)
    names = [name.strip().lower() for name in _split(first.text, separator) or [first.text.strip()]]
    while names and not names[-1]:
        names.pop()
    _check_header(names, first.number, complaints)
    return separator, names


def _check_header(names: list[str], number: int, complaints: Complaints) -> None:
    """Raise InvalidFile at once: without its columns no row can be read."""
    where = f"line {number}"
    for name in COLUMNS:
        if name not in names:
            complaints.add(where, f"column {name} is missing; the columns are {', '.join(COLUMNS)}")
        elif names.count(name) > 1:
            complaints.add(where, f"column {name} stands twice")
    for position, name in enumerate(names, 1):
        if name not in COLUMNS:
            complaints.add(f"{where}, column {position}", "unknown column", name)
    if set(names) != set(COLUMNS) or len(names) != len(COLUMNS):
        complaints.raise_all()


def _records(
    lines: Iterator[Line], separator: str, width: int, complaints: Complaints
) -> Iterator[tuple[Line, list[str]]]:
    """Yield the cells of each row that has any, with the line it starts on."""
    waiting: list[Line] = []
    while line := waiting.pop(0) if waiting else next(lines, None):
        cells = _split(line.text, separator)
        if cells is None:
            cells = _joined(line, lines, waiting, separator, width)
        if cells is None:
            complaints.add(
                f"line {line.number}",
                "a quote is opened and never closed, or stands inside a cell; write it twice there",
                line.text.strip()[:80],
            )
            continue
        while len(cells) > width and not cells[-1]:
            cells.pop()
        if not any(cells):
            continue
        if len(cells) != width:
            complaints.add(
                f"line {line.number}", f"has {len(cells)} cells, expected {width}", line.text.strip()[:80]
            )
            continue
        yield line, cells


def _split(text: str, separator: str) -> list[str] | None:
    """Cut one line into cells; None where its quotes do not match."""
    try:
        rows = list(csv.reader([text], delimiter=separator, strict=True))
    except csv.Error:
        return None
    return rows[0] if rows else []


def _joined(
    line: Line, lines: Iterator[Line], waiting: list[Line], separator: str, width: int
) -> list[str] | None:
    """Read a row whose quoted cell runs over lines; None where a quote was lost.

    Lines that turn out not to belong to the row are left in `waiting`.
    """
    text = line.text
    if text.count('"') % 2 == 0:
        return None
    for used in range(MAX_JOINED):
        if used == len(waiting):
            following = next(lines, None)
            if following is None:
                return None
            waiting.append(following)
        text += waiting[used].text
        cells = _split_joined(text, separator)
        if cells is not None and len(cells) == width:
            del waiting[: used + 1]
            return cells
    return None


def _split_joined(text: str, separator: str) -> list[str] | None:
    try:
        rows = list(csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True))
    except csv.Error:
        return None
    return rows[0] if len(rows) == 1 else None


def _iso_date(cell: str) -> str:
    match = _FRENCH_DATE.fullmatch(cell)
    return f"{match[3]}-{match[2]}-{match[1]}" if match else cell
