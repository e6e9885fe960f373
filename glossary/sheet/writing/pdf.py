"""Write a reading sheet as a PDF to be printed on A4."""

from typing import IO

from glossary.extras import extra
from glossary.sheet.types import Sheet
from glossary.sheet.writing.sections import cover, sections


def write(sheet: Sheet, stream: IO[bytes]) -> None:
    """Write pages of two columns; raises MissingExtra without reportlab."""
    with extra("pdf", "pdf"):
        from glossary.paper.pdf import lay_out
    lay_out(sections(sheet), stream, cover(sheet))
