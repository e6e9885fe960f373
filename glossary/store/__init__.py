"""Keep the glossary in SQLite: terms, their history, releases, proposals, tokens.

`Store` writes and reads through sqlite-utils; `Live` holds the lexicon of a
running server; `read_terms` reads a database with nothing but `sqlite3`, for
commands that must answer at once.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from glossary.store.changes import Change, Report, Row, Saved
    from glossary.store.collections import Collection
    from glossary.store.copies import Copy, backup, restore
    from glossary.store.drafts import Draft, Exclusion, Proposal
    from glossary.store.live import Live
    from glossary.store.place import database_path
    from glossary.store.reading import Tier, read_revision, read_terms, read_tiers
    from glossary.store.releases import Release
    from glossary.store.store import Store
    from glossary.store.tokens import Token

# Where each name is defined: a module is loaded when one of its names is
# asked for, so that `glossary find` does not wait for what only writers need.
_HOMES = {
    "Change": "changes",
    "Collection": "collections",
    "Copy": "copies",
    "Draft": "drafts",
    "Exclusion": "drafts",
    "Live": "live",
    "Proposal": "drafts",
    "Release": "releases",
    "Report": "changes",
    "Row": "changes",
    "Saved": "changes",
    "Store": "store",
    "Tier": "reading",
    "Token": "tokens",
    "backup": "copies",
    "database_path": "place",
    "read_revision": "reading",
    "read_terms": "reading",
    "read_tiers": "reading",
    "restore": "copies",
}


def __getattr__(name: str) -> object:
    """Load the module that defines a name, at first use."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


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
    "read_tiers",
    "restore",
]
