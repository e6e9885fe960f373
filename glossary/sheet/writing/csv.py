"""Write a reading sheet as a table for a spreadsheet."""

import csv
import io
from collections.abc import Iterator
from typing import IO

from glossary.formats.cells import guard
from glossary.sheet.types import Sheet
from glossary.sheet.words import STATES, remark

COLUMNS = ("sigle", "état", "sens", "explication", "remarque", "document", "page", "place", "sous le titre")


def write(sheet: Sheet, stream: IO[bytes]) -> None:
    """Write one row for each form, meaning and file.

    A French spreadsheet opens it with a double click: semicolons, and a mark
    that says UTF-8. Cells that it would run as formulas are made harmless.
    """
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows([guard(cell) for cell in row] for row in _rows(sheet))
    stream.write(text.getvalue().encode("utf-8-sig", "replace"))


def _rows(sheet: Sheet) -> Iterator[tuple[str, ...]]:
    for line in sheet.lines:
        said = line.form, STATES[line.state], line.meaning, line.detail, remark(line)
        for met in line.met:
            yield (*said, met.file, str(met.page or ""), met.place, met.heading)
