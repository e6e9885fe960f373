"""Hold what a write did: to each row, and to each term over time."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from glossary.model import Term
from glossary.rows import from_row, to_row

Action = Literal["added", "changed", "withdrawn", "restored"]
Outcome = Literal["added", "changed", "unchanged", "withdrawn"]


_encode = json.JSONEncoder(ensure_ascii=False).encode


class Row(NamedTuple):
    """Say what a write does to one term."""

    id: str
    outcome: Outcome
    columns: tuple[str, ...] = ()
    """The columns that change; empty unless `changed`."""


Report = Callable[[Row], None]


class Saved(NamedTuple):
    """Count what a write did."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    withdrawn: int = 0

    def plus(self, outcome: Outcome) -> "Saved":
        """Count one more row."""
        return self._replace(**{outcome: getattr(self, outcome) + 1})

    @property
    def is_nothing(self) -> bool:
        """Say whether the base stayed as it was."""
        return not (self.added or self.changed or self.withdrawn)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Hold one change of one term, with the term as it was afterwards."""

    number: int
    """Grows with each change of any term."""
    revision: int
    """Revision of the whole base that the change made."""
    at: str
    """UTC, `YYYY-MM-DDTHH:MM:SS+00:00`."""
    by: str
    """Name of the editor's token, or of the command."""
    action: Action
    term: Term
    columns: tuple[str, ...] = ()
    """What changed against the version before; empty for the first."""


def pack(term: Term) -> str:
    """Write a term as the content of a change."""
    return _encode(to_row(term))


def unpack(content: str) -> Term:
    """Read a term back from the content of a change."""
    return from_row(json.loads(content))


def ignore(row: Row) -> None:
    """Report to nobody."""
