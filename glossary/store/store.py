"""Keep the terms, and what happened to each, in one SQLite file."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from glossary.errors import Conflict, NotFound
from glossary.model import Term
from glossary.rows import differences, from_row, to_row
from glossary.store.changes import Change, Report, Row, Saved, ignore, unpack
from glossary.store.collections import Collections
from glossary.store.connection import Connections, translated
from glossary.store.ledger import Ledger, existing_rows, free_id, refuse_unseen
from glossary.store.proposals import Proposals
from glossary.store.reading import revision_of, terms_of
from glossary.store.releases import Releases
from glossary.store.tokens import Tokens

if TYPE_CHECKING:
    from sqlite_utils import Database


class Store:
    """Read and write the glossary kept in one database file."""

    def __init__(self, path: str | Path, *, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        """Open a file, made and brought up to date if need be, or `:memory:`.

        Raises InvalidFile where it is no glossary.
        """
        self.path = str(path)
        self._connections = Connections(self.path)
        self._now = now
        self.tokens = Tokens(self._connections, now)
        self.proposals = Proposals(self._connections, now)
        self.releases = Releases(self._connections, now)
        self.collections = Collections(self._connections)

    def __enter__(self) -> Self:
        """Give the store itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it."""
        self.close()

    def close(self) -> None:
        """Close every connection."""
        self._connections.close()

    @property
    def revision(self) -> int:
        """Give the number of the state; it grows with each write that changes something."""
        with translated(self.path):
            return revision_of(self._connections.here.conn)

    def terms(self) -> Iterator[Term]:
        """Yield every term of the curated base, by id, withdrawn ones included."""
        with translated(self.path):
            yield from terms_of(self._connections.here.conn)

    def by_id(self, term_id: str) -> Term:
        """Give one term, or raise NotFound."""
        with translated(self.path):
            rows = list(self._connections.here.table("term").rows_where("id = ?", [term_id]))
        if not rows:
            raise NotFound(f"term {term_id!r}")
        return from_row(rows[0])

    def seed(self, terms: Iterable[Term], *, by: str = "glossary") -> Saved:
        """Fill an empty base; leave one alone that was ever written to."""
        return self.save(terms, by=by) if self.revision == 0 else Saved()

    def save(self, terms: Iterable[Term], *, by: str, report: Report = ignore) -> Saved:
        """Add or change terms in one transaction; terms not given stay.

        `report` hears of each row, in order. An error of the iterable undoes
        everything. Raises Busy when another writer does not end.
        """
        return self._write(lambda db, ledger: ledger.save(terms), by=by, report=report)

    def replace_all(self, terms: Iterable[Term], *, by: str, report: Report = ignore) -> Saved:
        """Save terms and withdraw every other one, in one transaction."""

        def work(db: "Database", ledger: Ledger) -> None:
            given = set(ledger.save(terms))
            rows = db.table("term").rows_where("status <> 'withdrawn'", order_by="id")
            ledger.withdraw([from_row(row) for row in rows if row["id"] not in given])

        return self._write(work, by=by, report=report)

    def preview(self, terms: Iterable[Term], *, report: Report = ignore) -> Saved:
        """Say what `save` would do, and do nothing."""
        return self._preview(lambda: self.save(terms, by="", report=report))

    def preview_all(self, terms: Iterable[Term], *, report: Report = ignore) -> Saved:
        """Say what `replace_all` would do, and do nothing."""
        return self._preview(lambda: self.replace_all(terms, by="", report=report))

    @contextmanager
    def atomic(self) -> Iterator[None]:
        """Make several writes one: all of them or none."""
        with self._connections.locked():
            yield

    def free_id(self, form: str) -> str:
        """Choose an id for a new term; nobody has it yet."""
        with translated(self.path):
            return free_id(self._connections.here, form)

    def create(self, term: Term, *, by: str) -> None:
        """Add one term; raise Conflict where its id is taken."""
        with self._connections.writing() as db:
            if existing_rows(db, [term.id]):
                raise Conflict(f"there is a term {term.id!r} already")
            self._ledger(db, by=by).put([term], ["added"])

    def update(self, term: Term, *, seen: Term, by: str) -> None:
        """Change one term that its editor saw as `seen`; raise Conflict where it is no more so.

        A change that changes nothing leaves no trace.
        """
        with suppress(_NothingToDo), self._connections.writing() as db:
            refuse_unseen(db, seen)
            if term == seen:
                raise _NothingToDo
            self._ledger(db, by=by).put([term], ["withdrawn" if term.is_withdrawn else "changed"])

    def withdraw(self, term_id: str, *, by: str) -> None:
        """Take a term out of use; its id and history stay. Raise NotFound."""
        term = self.by_id(term_id)
        if not term.is_withdrawn:
            with self._connections.writing() as db:
                self._ledger(db, by=by).withdraw([term])

    def history(self, term_id: str) -> list[Change]:
        """Give every change of a term, newest first; raise NotFound where there is no such term."""
        with translated(self.path):
            table = self._connections.here.table("change")
            rows = list(table.rows_where("term = ?", [term_id], order_by="number"))
        if not rows:
            raise NotFound(f"term {term_id!r}")
        changes: list[Change] = []
        for row in rows:
            changes.insert(0, _change(row, before=changes[0] if changes else None))
        return changes

    def restore(self, term_id: str, number: int, *, seen: Term, by: str) -> Term:
        """Bring back a term as change `number` left it.

        Raises NotFound for another term's number, Conflict where the term is
        no more as its editor saw it.
        """
        for change in self.history(term_id):
            if change.number == number:
                with self._connections.writing() as db:
                    refuse_unseen(db, seen)
                    self._ledger(db, by=by).put([change.term], ["restored"])
                return change.term
        raise NotFound(f"change {number} of term {term_id!r}")

    def _preview(self, write: Callable[[], Saved]) -> Saved:
        saved = Saved()
        with suppress(_NothingToDo), self.atomic():
            saved = write()
            raise _NothingToDo
        return saved

    def _ledger(self, db: "Database", *, by: str, report: Report = ignore) -> Ledger:
        return Ledger(db, by=by, at=self._now(), report=report)

    def _write(self, work: "Callable[[Database, Ledger], object]", *, by: str, report: Report) -> Saved:
        saved = Saved()

        def note(row: Row) -> None:
            nonlocal saved
            saved = saved.plus(row.outcome)
            report(row)

        with suppress(_NothingToDo), self._connections.writing() as db:
            work(db, self._ledger(db, by=by, report=note))
            if saved.is_nothing:
                raise _NothingToDo
        return saved


class _NothingToDo(Exception):
    """End a transaction that shall leave nothing."""


def _change(row: dict[str, object], *, before: Change | None) -> Change:
    term = unpack(str(row["content"]))
    return Change(
        number=int(str(row["number"])),
        revision=int(str(row["revision"])),
        at=str(row["at"]),
        by=str(row["author"]),
        action=row["action"],  # type: ignore[arg-type]  # only this file writes it
        term=term,
        columns=differences(to_row(before.term), to_row(term)) if before else (),
    )
