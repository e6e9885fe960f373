"""Hold what an operator may set; read once, then frozen."""

import os
from dataclasses import dataclass
from pathlib import Path

from glossary.errors import InvalidInput
from glossary.store.place import database_path


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """Hold the settings of one running server."""

    database: Path
    """The SQLite file; made and filled from the shipped glossary where it is missing."""
    trusted_proxies: int = 0
    """How many proxies of one's own stand before the server; their forwarding headers are believed."""

    @classmethod
    def from_environment(cls, database: Path | None = None) -> "Config":
        """Read `GLOSSARY_DB`, unless a database is given, and `GLOSSARY_TRUSTED_PROXIES`."""
        proxies = os.environ.get("GLOSSARY_TRUSTED_PROXIES") or "0"
        if not proxies.isdecimal():
            raise InvalidInput(f"GLOSSARY_TRUSTED_PROXIES is a number of proxies, not {proxies!r}")
        return cls(database=database or database_path(), trusted_proxies=int(proxies))
