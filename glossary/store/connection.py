"""Open the database so that readers never wait for a writer."""

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from glossary.errors import Busy, InvalidFile

if TYPE_CHECKING:
    from sqlite_utils import Database

MEMORY = ":memory:"

# A writer waits this long for another; an import of 100,000 rows takes some ten seconds.
BUSY_SECONDS = 5.0
RETRY_SECONDS = 5


class Connections:
    """Hand each thread its own connection; SQLite allows no sharing of transactions.

    A database in memory exists in one connection only, which all threads share.
    """

    def __init__(self, path: str) -> None:
        """Open the first connection, so that a bad path is refused at once."""
        self.path = path
        self._local = threading.local()
        self._opened: list[Database] = []
        self._shared = self._open() if path == MEMORY else None
        self.here  # noqa: B018  # opens, and so checks

    @property
    def here(self) -> "Database":
        """Give the connection of this thread, also after the process was forked."""
        if self._shared is not None:
            return self._shared
        if getattr(self._local, "process", None) != os.getpid():
            self._local.db = self._open()
            self._local.process = os.getpid()
        db: Database = self._local.db
        return db

    @contextmanager
    def locked(self) -> Iterator["Database"]:
        """Run one transaction, all or nothing; raise Busy when another writer does not end."""
        db = self.here
        with translated(self.path), db.atomic():
            # A write comes first, so that the lock is waited for; a transaction
            # that begins by reading would be refused at once instead.
            db.execute("UPDATE state SET revision = revision")
            yield db

    @contextmanager
    def writing(self) -> Iterator["Database"]:
        """Run one transaction in which the revision has grown."""
        with self.locked() as db:
            db.execute("UPDATE state SET revision = revision + 1")
            yield db

    def close(self) -> None:
        """Close the connections of every thread."""
        while self._opened:
            self._opened.pop().close()
        self._local = threading.local()

    def _open(self) -> "Database":
        db = connect(self.path)
        self._opened.append(db)
        return db


def connect(path: str) -> "Database":
    """Open a database in WAL mode with every schema step applied.

    Its folder is made. Raises InvalidFile where the file is no glossary.
    """
    # sqlite-utils takes 0.2 s to import: paid by those who open a Store only.
    from sqlite_utils import Database

    if path != MEMORY:
        _make_folder(Path(path))
    with translated(path):
        db = Database(sqlite3.connect(path, timeout=BUSY_SECONDS, check_same_thread=False))
        try:
            _prepare(db, path)
        except BaseException:
            db.close()
            raise
    return db


def _prepare(db: "Database", path: str) -> None:
    from sqlite_utils import Database

    from glossary.store.schema import migrations

    if path != MEMORY:
        db.enable_wal()
        # With WAL a power cut may lose the last write, never the base.
        db.execute("PRAGMA synchronous=normal")
    known = {step.name for step in migrations.pending(Database(memory=True))}
    if any(step.name not in known for step in migrations.applied(db)):
        raise InvalidFile(f"database {path} was made by a newer version; update this one")
    if migrations.pending(db):
        migrations.apply(db)


@contextmanager
def translated(path: str) -> Iterator[None]:
    """Turn SQLite's own errors into ours; raise Busy or InvalidFile."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if "locked" in str(error) or "busy" in str(error):
            raise Busy("the glossary is being written by someone else", retry_after=RETRY_SECONDS) from error
        raise InvalidFile(f"database {path}: {error}") from error
    except sqlite3.DatabaseError as error:
        raise InvalidFile(f"database {path}: {error}") from error


def _make_folder(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InvalidFile(f"folder {path.parent} cannot be made: {error.strerror}") from error
