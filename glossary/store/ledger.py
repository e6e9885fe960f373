"""Write terms together with what happened to them, inside one transaction."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import islice
from typing import TYPE_CHECKING

from glossary.errors import Conflict, NotFound
from glossary.keys import key
from glossary.model import Term
from glossary.rows import COLUMNS, differences, to_row
from glossary.store.changes import Action, Report, Row, ignore, pack
from glossary.store.reading import revision_of

if TYPE_CHECKING:
    from sqlite_utils import Database

# Rows are compared and written in lots: memory stays flat, SQLite stays quick.
LOT = 500
# An id made of a form need not hold a whole phrase.
MAX_STEM = 40

_PUT_TERM = f"INSERT OR REPLACE INTO term ({', '.join(COLUMNS)}) VALUES ({', '.join('?' * len(COLUMNS))})"
_PUT_CHANGE = "INSERT INTO change (revision, term, at, author, action, content) VALUES (?, ?, ?, ?, ?, ?)"


class Ledger:
    """Write into an open transaction, in somebody's name, at one moment."""

    def __init__(self, db: "Database", *, by: str, at: datetime, report: Report = ignore) -> None:
        """Take the connection of the transaction; `report` hears of each row."""
        self._db = db
        self._by = by
        self._at = stamp(at)
        self._report = report

    def save(self, terms: Iterable[Term]) -> list[str]:
        """Add or change terms; give the ids in the order given."""
        given = []
        for lot in _lots(terms):
            pairs = list(_compared(self._db, lot))
            for row, _ in pairs:
                self._report(row)
            fresh = [(row, term) for row, term in pairs if row.outcome != "unchanged"]
            self.put([term for _, term in fresh], [_action(row, term) for row, term in fresh])
            given += [term.id for term in lot]
        return given

    def withdraw(self, terms: Sequence[Term]) -> None:
        """Take terms out of use; their ids and history stay."""
        for term in terms:
            self._report(Row(term.id, "withdrawn"))
        self.put([replace(term, status="withdrawn") for term in terms], ["withdrawn"] * len(terms))

    def put(self, terms: Sequence[Term], actions: Sequence[Action]) -> None:
        """Write terms as they are, each with its action in the history."""
        revision = revision_of(self._db.conn)
        # Plain executemany: insert_all of sqlite-utils takes three times as long for 100,000 rows.
        self._db.conn.executemany(_PUT_TERM, (tuple(to_row(term).values()) for term in terms))
        self._db.conn.executemany(
            _PUT_CHANGE,
            (
                (revision, term.id, self._at, self._by, action, pack(term))
                for term, action in zip(terms, actions, strict=True)
            ),
        )


def existing_rows(db: "Database", ids: Sequence[str]) -> dict[str, dict[str, str]]:
    """Give the rows of those ids that exist."""
    marks = ",".join("?" * len(ids))
    return {row["id"]: row for row in db.table("term").rows_where(f"id IN ({marks})", list(ids))}


def free_id(db: "Database", form: str) -> str:
    """Choose the id of a new term by its form: `rsa`, or `rsa-2` where that is taken."""
    words = (word.encode("ascii", "ignore").decode("ascii") for word in key(form).split())
    stem = "-".join(filter(None, words))[:MAX_STEM].strip("-") or "terme"
    number, free = 1, stem
    while existing_rows(db, [free]):
        number += 1
        free = f"{stem}-{number}"
    return free


def refuse_unseen(db: "Database", seen: Term) -> None:
    """Raise Conflict where a term is no more as its editor saw it, NotFound where it is not there."""
    row = existing_rows(db, [seen.id]).get(seen.id)
    if row is None:
        raise NotFound(f"term {seen.id!r}")
    if row != to_row(seen):
        raise Conflict(f"term {seen.id!r} was changed since it was read; read it again")


def stamp(moment: datetime) -> str:
    """Write a moment as UTC, to the second."""
    return moment.astimezone(UTC).isoformat(timespec="seconds")


def _lots(terms: Iterable[Term]) -> Iterator[list[Term]]:
    rest = iter(terms)
    while lot := list(islice(rest, LOT)):
        yield lot


def _compared(db: "Database", terms: Sequence[Term]) -> Iterator[tuple[Row, Term]]:
    """Yield each term with what writing it does; of two with one id the later counts."""
    known = existing_rows(db, [term.id for term in terms])
    for term in {term.id: term for term in terms}.values():
        if term.id not in known:
            yield Row(term.id, "added"), term
        elif columns := differences(known[term.id], to_row(term)):
            yield Row(term.id, "changed", columns), term
        else:
            yield Row(term.id, "unchanged"), term


def _action(row: Row, term: Term) -> Action:
    if row.outcome == "changed" and "status" in row.columns and term.is_withdrawn:
        return "withdrawn"
    return "added" if row.outcome == "added" else "changed"
