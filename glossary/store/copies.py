"""Copy the whole base, verified, and put a copy back."""

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

from glossary.errors import InvalidFile
from glossary.store.connection import connect, translated
from glossary.store.reading import open_reader, revision_of


class Copy(NamedTuple):
    """Say what a verified copy holds."""

    path: Path
    revision: int
    terms: int
    changes: int


def backup(path: str | Path, target: str | Path) -> Copy:
    """Copy the database at `path` to `target` while others use it, and verify the copy.

    The copy appears whole or not at all. Raises InvalidFile where it would
    replace something that is no copy of a glossary, or cannot be written.
    """
    target = Path(target)
    if target.exists():
        verify(target)
    partial = target.with_name(f".{target.name}.{os.getpid()}.partial")
    try:
        with closing(open_reader(str(path))) as source, translated(str(target)):
            _copy(source, partial)
        copy = verify(partial)
        partial.replace(target)
    except OSError as error:
        raise InvalidFile(f"{target} cannot be written: {error.strerror}") from error
    finally:
        with suppress(OSError):
            partial.unlink()
    return copy._replace(path=target)


def restore(path: str | Path, source: str | Path) -> Copy:
    """Put a verified copy in the place of the database at `path`.

    Running servers see it within a second: the revision grows past both. One
    transaction; a reader sees the old base or the new. What stood there
    before is gone: `backup` it first.
    """
    copy = verify(Path(source))
    db = connect(str(path))
    try:
        with translated(str(path)):
            before = revision_of(db.conn)
            with closing(open_reader(str(source))) as opened:
                opened.backup(db.conn)
            grown = max(before, copy.revision) + 1
            db.conn.execute("UPDATE state SET revision = ?", [grown])
            db.conn.commit()
    finally:
        db.close()
    connect(str(path)).close()  # brings the schema of an older copy up to date
    return Copy(Path(path), grown, copy.terms, copy.changes)


def verify(path: Path) -> Copy:
    """Read a copy whole; raise InvalidFile where it is damaged or no glossary."""
    with closing(open_reader(str(path))) as connection, translated(str(path)):
        problems = [row[0] for row in connection.execute("PRAGMA integrity_check")]
        if problems != ["ok"]:
            raise InvalidFile(f"{path} is damaged: {problems[0]}")
        try:
            return Copy(
                path, revision_of(connection), _count(connection, "term"), _count(connection, "change")
            )
        except (sqlite3.OperationalError, TypeError):
            raise InvalidFile(f"{path} is a database, but no glossary") from None


def _copy(source: sqlite3.Connection, partial: Path) -> None:
    with closing(sqlite3.connect(partial)) as target:
        source.backup(target)
        # A copy is one file, to be moved about; WAL would want two beside it.
        target.execute("PRAGMA journal_mode=delete")


def _count(connection: sqlite3.Connection, table: str) -> int:
    return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
