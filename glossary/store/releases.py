"""Freeze the base under a name, so that an answer can be asked as of then."""

import re
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any, NamedTuple

from glossary.errors import Conflict, InvalidInput, NotFound
from glossary.model import MAX_TEXT, Term, check_text
from glossary.store.connection import Connections, translated
from glossary.store.ledger import stamp
from glossary.store.reading import released_terms, revision_of

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._\-]{0,39}")


class Release(NamedTuple):
    """Name a state of the base."""

    name: str
    """Such as `2026-11`."""
    revision: int
    at: str
    by: str
    note: str
    terms: int
    """How many terms are in use in it."""


class Releases:
    """Freeze states of the base and read them again; a release is never changed."""

    def __init__(self, connections: Connections, now: Callable[[], datetime]) -> None:
        """Work on the connections of a store."""
        self._connections = connections
        self._now = now

    def freeze(self, name: str, *, by: str, note: str = "") -> Release:
        """Name the present state; raise Conflict where the name is taken."""
        if not _NAME.fullmatch(name):
            raise InvalidInput(f"a release is named by letters, digits, dots and hyphens, not {name!r}")
        if problems := list(check_text("note", note, limit=MAX_TEXT)):
            raise InvalidInput(problems)
        with self._connections.locked() as db:
            if any(release.name == name for release in self.all()):
                raise Conflict(f"there is a release {name!r} already; a release is never changed")
            count = db.table("term").count_where("status <> 'withdrawn'")
            release = Release(name, revision_of(db.conn), stamp(self._now()), by, note, count)
            db.table("release").insert(_row(release))
        return release

    def all(self) -> list[Release]:
        """Give every release, the newest first."""
        with translated(self._connections.path):
            table = self._connections.here.table("release")
            rows = list(table.rows_where(order_by="revision DESC, at DESC, name DESC"))
        return [_release(row) for row in rows]

    def by_name(self, name: str) -> Release:
        """Give one release; raise NotFound with the names that exist."""
        for release in self.all():
            if release.name == name:
                return release
        raise NotFound(f"release {name!r}", near=[release.name for release in self.all()])

    def terms(self, name: str) -> Iterator[Term]:
        """Yield the terms of a release, by id, withdrawn ones included."""
        revision = self.by_name(name).revision
        with translated(self._connections.path):
            yield from released_terms(self._connections.here.conn, revision)


def _row(release: Release) -> dict[str, object]:
    values: dict[str, object] = release._asdict()
    values["author"] = values.pop("by")
    return values


def _release(row: dict[str, Any]) -> Release:
    return Release(row["name"], row["revision"], row["at"], row["author"], row["note"], row["terms"])
