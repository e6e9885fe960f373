"""Write a reading sheet as one page of HTML that prints well on A4."""

from typing import IO

from glossary.paper.html import lay_out
from glossary.sheet.types import Sheet
from glossary.sheet.writing.sections import cover, sections


def write(sheet: Sheet, stream: IO[bytes]) -> None:
    """Write a page that needs no other file and runs no script."""
    lay_out(list(sections(sheet)), stream, cover(sheet))
