"""Keep the glossary in SQLite: terms, their history, releases, proposals, tokens.

`Store` writes and reads through sqlite-utils; `Live` holds the lexicon of a
running server; `read_terms` reads a database with nothing but `sqlite3`, for
commands that must answer at once.
"""

from glossary.store.backup import Copy, backup, restore
from glossary.store.changes import Change, Report, Row, Saved
from glossary.store.collections import Collection
from glossary.store.drafts import Draft, Exclusion, Proposal
from glossary.store.live import Live
from glossary.store.place import database_path
from glossary.store.reading import Tier, read_revision, read_terms
from glossary.store.releases import Release
from glossary.store.store import Store
from glossary.store.tokens import Token

__all__ = [
    "Change",
    "Collection",
    "Copy",
    "Draft",
    "Exclusion",
    "Live",
    "Proposal",
    "Release",
    "Report",
    "Row",
    "Saved",
    "Store",
    "Tier",
    "Token",
    "backup",
    "database_path",
    "read_revision",
    "read_terms",
    "restore",
]
