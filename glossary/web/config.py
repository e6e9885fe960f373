"""Hold what an operator may set; read once, then frozen."""

import os
from dataclasses import dataclass
from pathlib import Path

from glossary.errors import InvalidInput
from glossary.store.place import database_path

# A whole office may stand behind one address.
PROPOSALS_PER_HOUR = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """Hold the settings of one running server."""

    database: Path
    """The SQLite file; made and filled from the shipped glossary where it is missing."""
    trusted_proxies: int = 0
    """How many proxies of one's own stand before the server; their forwarding headers are believed."""

    proposals_per_hour: int = PROPOSALS_PER_HOUR
    """How many proposals one address may send in an hour, to each worker."""

    @classmethod
    def from_environment(cls, database: Path | None = None) -> "Config":
        """Read the settings of the environment; a database given counts before `GLOSSARY_DB`."""
        return cls(
            database=database or database_path(),
            trusted_proxies=_number("GLOSSARY_TRUSTED_PROXIES", 0),
            proposals_per_hour=_number("GLOSSARY_PROPOSALS_PER_HOUR", PROPOSALS_PER_HOUR),
        )


def _number(name: str, default: int) -> int:
    text = os.environ.get(name) or str(default)
    if not text.isascii() or not text.isdecimal():
        raise InvalidInput(f"{name} is a number, not {text!r}")
    return int(text)
