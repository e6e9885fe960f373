"""Read a database with nothing but `sqlite3`, which is imported in an instant."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from glossary.errors import InvalidFile
from glossary.model import Term
from glossary.rows import COLUMNS, from_row
from glossary.store.connection import BUSY_SECONDS, translated

_SELECT = f"SELECT {', '.join(COLUMNS)} FROM term ORDER BY id"


def open_reader(path: str) -> sqlite3.Connection:
    """Open an existing database for reading only; raise InvalidFile if it is none."""
    if not Path(path).is_file():
        raise InvalidFile(f"database {path}: there is no such file")
    with translated(path):
        return sqlite3.connect(
            f"file:{quote(str(Path(path).absolute()))}?mode=ro",
            uri=True,
            timeout=BUSY_SECONDS,
            check_same_thread=False,
        )


def read_revision(path: str) -> int:
    """Give the revision of a database file."""
    with closing(open_reader(path)) as connection, translated(path):
        return revision_of(connection)


def read_terms(path: str) -> Iterator[Term]:
    """Yield the terms of a database file, by id."""
    with closing(open_reader(path)) as connection, translated(path):
        yield from terms_of(connection)


def revision_of(connection: sqlite3.Connection) -> int:
    """Give the revision that a connection sees."""
    return int(connection.execute("SELECT revision FROM state").fetchone()[0])


def terms_of(connection: sqlite3.Connection) -> Iterator[Term]:
    """Yield the terms that a connection sees, by id."""
    for values in connection.execute(_SELECT):
        yield from_row(dict(zip(COLUMNS, values, strict=True)))
