"""Write the glossary as a PDF to be printed."""

from collections.abc import Iterable
from typing import IO

from glossary.extras import extra
from glossary.formats.printed import cover, letters
from glossary.formats.types import UNSTATED, Edition
from glossary.model import Term


def write(terms: Iterable[Term], stream: IO[bytes], edition: Edition = UNSTATED) -> None:
    """Write the terms in use, A to Z whatever their order."""
    with extra("pdf", "pdf"):
        from glossary.paper.pdf import lay_out
    lay_out(letters(terms), stream, cover(edition))
