"""Say what a format of term files is."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import IO, NamedTuple

from glossary.formats.complaints import Complaints, Placed
from glossary.model import Term

Reader = Callable[[IO[bytes], Complaints], Iterator[Placed]]


class Edition(NamedTuple):
    """Say which state of the base a file holds; formats that have a place for it state it."""

    name: str = ""
    """Release or revision, French, for readers: `version 2026-11`; empty where unknown."""
    date: str = ""
    """Day of the export, `YYYY-MM-DD`; empty where the same bytes are wanted again."""


UNSTATED = Edition()
Writer = Callable[[Iterable[Term], IO[bytes], Edition], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """Describe one way to keep terms in a file."""

    name: str
    """As asked for: `csv`."""
    title: str
    """For people: `CSV`."""
    suffixes: tuple[str, ...]
    """File suffixes, the first being the one we write."""
    media: str
    """Media type of what we write."""
    read: Reader | None
    """Yield the good terms and complain of the others; None where only written."""
    write: Writer | None
    """Write terms in the order given; None where only read."""
