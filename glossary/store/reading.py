"""Read a database with nothing but `sqlite3`, which is imported in an instant."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from glossary.errors import InvalidFile, NotFound
from glossary.lexicon import Lexicon
from glossary.model import Term
from glossary.rows import COLUMNS, from_checked
from glossary.store.changes import unpack
from glossary.store.connection import BUSY_SECONDS, translated

_SELECT = f"SELECT {', '.join(COLUMNS)} FROM term ORDER BY id"

_SELECT_ENTRIES = f"SELECT {', '.join(COLUMNS)} FROM entry WHERE collection = ? ORDER BY id"
_SELECT_AT = """
    SELECT content FROM change
    WHERE number IN (SELECT max(number) FROM change WHERE revision <= ? GROUP BY term)
    ORDER BY term
"""


class Tier(NamedTuple):
    """Hold a second-tier collection ready to be searched."""

    name: str
    title: str
    """French, for readers."""
    lexicon: Lexicon


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


def read_release(path: str, name: str) -> Lexicon:
    """Give the lexicon of a release in a database file; raise NotFound where there is none."""
    with closing(open_reader(path)) as connection, translated(path):
        return release_of(connection, name)


def revision_of(connection: sqlite3.Connection) -> int:
    """Give the revision that a connection sees."""
    return int(connection.execute("SELECT revision FROM state").fetchone()[0])


def released_terms(connection: sqlite3.Connection, revision: int) -> Iterator[Term]:
    """Yield the terms as they were at a revision, by id."""
    for (content,) in connection.execute(_SELECT_AT, [revision]):
        yield unpack(content)


def entries_of(connection: sqlite3.Connection, collection: str) -> Iterator[Term]:
    """Yield the terms of a second-tier collection, by id."""
    for values in connection.execute(_SELECT_ENTRIES, [collection]):
        yield from_checked(values, collection=collection)


def tiers_of(connection: sqlite3.Connection) -> Iterator[Tier]:
    """Yield the collections that answer, the most trusted first."""
    found = connection.execute("SELECT name, title FROM collection WHERE is_on ORDER BY trust, name")
    for name, title in found.fetchall():
        yield Tier(name, title, Lexicon(entries_of(connection, name)))


def state_of_tiers(connection: sqlite3.Connection) -> object:
    """Give what changes whenever a collection is loaded or switched."""
    return connection.execute("SELECT * FROM collection ORDER BY name").fetchall()


def read_tiers(path: str) -> list[Tier]:
    """Give the collections of a database file that answer, the most trusted first."""
    with closing(open_reader(path)) as connection, translated(path):
        return list(tiers_of(connection))


def release_of(connection: sqlite3.Connection, name: str) -> Lexicon:
    """Give the lexicon of a release; raise NotFound with the names that exist."""
    rows = connection.execute("SELECT name, revision FROM release ORDER BY revision DESC").fetchall()
    revisions = dict(rows)
    if name not in revisions:
        raise NotFound(f"release {name!r}", near=list(revisions))
    return Lexicon(released_terms(connection, revisions[name]), revision=name)


def terms_of(connection: sqlite3.Connection) -> Iterator[Term]:
    """Yield the terms that a connection sees, by id."""
    for values in connection.execute(_SELECT):
        yield from_checked(values)
