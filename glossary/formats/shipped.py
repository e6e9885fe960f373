"""Find and read the term files that ship with the package."""

from collections.abc import Iterator
from pathlib import Path

from glossary.errors import NotFound
from glossary.formats import csv
from glossary.formats.complaints import Complaints
from glossary.model import Term

TERMS_FILE = "terms.csv"


def shipped_folder() -> Path:
    """Give the folder of shipped data: inside the package, or beside it in a checkout."""
    package = Path(__file__).parent.parent
    for folder in (package / "data", package.parent / "data"):
        if (folder / TERMS_FILE).is_file():
            return folder
    raise NotFound(f"the shipped glossary {TERMS_FILE}")


def shipped_terms() -> Iterator[Term]:
    """Yield the terms that ship with the package, by id."""
    with (shipped_folder() / TERMS_FILE).open("rb") as stream:
        complaints = Complaints()
        yield from (placed.term for placed in csv.read(stream, complaints))
        complaints.raise_all()
