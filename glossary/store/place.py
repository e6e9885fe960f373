"""Say where the database of this user lies."""

import os
from collections.abc import Mapping
from pathlib import Path

FOLDER = "glossary"
FILE = "glossary.db"


def database_path(environment: Mapping[str, str] = os.environ) -> Path:
    """Give the path set by GLOSSARY_DB, else one in the user's data folder.

    The folder is that of the XDG Base Directory Specification, on Windows
    that of local application data.
    """
    if chosen := environment.get("GLOSSARY_DB"):
        return Path(chosen)
    data = environment.get("XDG_DATA_HOME") or environment.get("LOCALAPPDATA")
    return (Path(data) if data else Path.home() / ".local" / "share") / FOLDER / FILE
