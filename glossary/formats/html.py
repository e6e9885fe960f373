"""Write the glossary as one page of HTML that prints well on A4."""

from collections.abc import Iterable
from typing import IO

from glossary.formats.printed import cover, letters
from glossary.formats.types import UNSTATED, Edition
from glossary.model import Term
from glossary.paper.html import lay_out


def write(terms: Iterable[Term], stream: IO[bytes], edition: Edition = UNSTATED) -> None:
    """Write the terms in use, A to Z whatever their order; needs no other file and runs no script."""
    sections = list(letters(terms))
    around = cover(edition)
    told = " · ".join(filter(None, (around.told, _counted(sum(len(part.entries) for part in sections)))))
    lay_out(sections, stream, around._replace(told=told))


def _counted(number: int) -> str:
    return f"{number:,} entrées".replace(",", "\u202f")
