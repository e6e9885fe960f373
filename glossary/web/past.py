"""Tell what happened to a term: each change with what was and what became."""

from collections.abc import Sequence
from typing import NamedTuple

from glossary.rows import JOINT, LISTS, to_row
from glossary.store.changes import Change


class Difference(NamedTuple):
    """Hold one column that a change touched."""

    column: str
    before: str
    after: str


class Step(NamedTuple):
    """Hold one change as it is told."""

    change: Change
    differences: tuple[Difference, ...]
    """In the order of the columns; empty for the first change."""
    is_current: bool
    """Whether the term still is as this change left it."""


def steps_of(changes: Sequence[Change]) -> tuple[Step, ...]:
    """Tell the changes of one term, newest first, as they are given."""
    before = [*changes[1:], None]
    return tuple(
        Step(change, _differences(change, old), change.term == changes[0].term)
        for change, old in zip(changes, before, strict=True)
    )


def _differences(change: Change, before: Change | None) -> tuple[Difference, ...]:
    if before is None:
        return ()
    old, new = to_row(before.term), to_row(change.term)
    return tuple(
        Difference(column, _shown(column, old[column]), _shown(column, new[column]))
        for column in change.columns
    )


def _shown(column: str, cell: str) -> str:
    return cell.replace(JOINT, ", ") if column in LISTS else cell
