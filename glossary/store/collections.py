"""Keep second-tier lists apart from the curated base, in an order of trust."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from glossary.errors import InvalidInput, NotFound
from glossary.model import Term
from glossary.rows import COLUMNS, to_row
from glossary.store.connection import Connections, translated
from glossary.store.reading import entries_of, revision_of

_PUT = f"INSERT INTO entry (collection, {', '.join(COLUMNS)}) VALUES ({', '.join('?' * (len(COLUMNS) + 1))})"


class Collection(NamedTuple):
    """Describe one list below the base."""

    name: str
    """Such as `administration`; the ids of its terms start with it."""
    title: str
    """French, for readers."""
    trust: int
    """Smaller is trusted more and answers first."""
    is_on: bool
    """Whether it answers at all."""
    size: int = 0
    """How many terms it holds."""


class Collections:
    """Load, switch and read the collections of a store."""

    def __init__(self, connections: Connections) -> None:
        """Work on the connections of a store."""
        self._connections = connections

    def load(self, name: str, terms: Iterable[Term], *, title: str, trust: int, digest: str = "") -> bool:
        """Replace a whole collection; do nothing where `digest` says it is the same.

        Say whether it was loaded. A switch that an operator has set stays.
        Raises InvalidInput for an id that does not start with the name.
        """
        with translated(self._connections.path):
            known = {row["name"]: row for row in self._connections.here.table("collection").rows}
        if digest and name in known and known[name]["digest"] == digest:
            return False
        is_on = known[name]["is_on"] if name in known else 1
        with self._connections.writing() as db:
            # Without a digest of its own a load is told apart by its revision.
            mark = digest or f"revision {revision_of(db.conn)}"
            row = {"name": name, "title": title, "trust": trust, "digest": mark, "is_on": is_on}
            db.table("entry").delete_where("collection = ?", [name])
            db.conn.executemany(_PUT, ((name, *to_row(_owned(term, name)).values()) for term in terms))
            db.table("collection").insert(row, replace=True)
        return True

    def all(self) -> list[Collection]:
        """Give every collection, the most trusted first."""
        with translated(self._connections.path):
            db = self._connections.here
            rows = list(db.table("collection").rows_where(order_by="trust, name"))
            return [
                _collection(row, db.table("entry").count_where("collection = ?", [row["name"]]))
                for row in rows
            ]

    def switch_on(self, name: str) -> None:
        """Let a collection answer; raise NotFound where there is none of that name."""
        self._switch(name, 1)

    def switch_off(self, name: str) -> None:
        """Silence a collection; raise NotFound where there is none of that name."""
        self._switch(name, 0)

    def terms(self, name: str) -> Iterator[Term]:
        """Yield the terms of a collection, by id; none where there is none of that name."""
        with translated(self._connections.path):
            yield from entries_of(self._connections.here.conn, name)

    def _switch(self, name: str, is_on: int) -> None:
        names = [collection.name for collection in self.all()]
        if name not in names:
            raise NotFound(f"collection {name!r}", near=names)
        with self._connections.writing() as db:
            db.table("collection").update(name, {"is_on": is_on})


def _owned(term: Term, name: str) -> Term:
    if not term.id.startswith(f"{name}-"):
        raise InvalidInput(f"an id of collection {name} starts with «{name}-», not {term.id!r}")
    return term


def _collection(row: dict[str, Any], size: int) -> Collection:
    return Collection(row["name"], row["title"], row["trust"], bool(row["is_on"]), size)
