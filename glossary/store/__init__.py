"""Keep the glossary in SQLite: terms, their history, releases, proposals, tokens.

`Store` writes and reads through sqlite-utils; `Live` holds the lexicon of a
running server; `read_terms` reads a database with nothing but `sqlite3`, for
commands that must answer at once.
"""

from glossary.store.changes import Change, Report, Row, Saved
from glossary.store.live import Live
from glossary.store.place import database_path
from glossary.store.reading import read_revision, read_terms
from glossary.store.store import Store

__all__ = [
    "Change",
    "Live",
    "Report",
    "Row",
    "Saved",
    "Store",
    "database_path",
    "read_revision",
    "read_terms",
]
