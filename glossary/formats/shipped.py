"""Find and read the term files that ship with the package."""

import hashlib
from collections.abc import Iterator
from csv import Error as CsvError
from csv import reader
from pathlib import Path
from typing import NamedTuple

from glossary.errors import NotFound
from glossary.formats import csv
from glossary.formats.cells import unguard
from glossary.formats.complaints import Complaints
from glossary.model import Term
from glossary.rows import COLUMNS, from_checked

TERMS_FILE = "terms.csv"
COLLECTIONS_FOLDER = "collections"

# Collections in their order of trust, with the titles that readers see.
TITLES = {"administration": "Sigles de l'administration (Dicosigles)"}


def shipped_folder() -> Path:
    """Give the folder of shipped data: inside the package, or beside it in a checkout."""
    package = Path(__file__).parent.parent
    for folder in (package / "data", package.parent / "data"):
        if (folder / TERMS_FILE).is_file():
            return folder
    raise NotFound(f"the shipped glossary {TERMS_FILE}")


class ShippedCollection(NamedTuple):
    """Hold a second-tier list that ships with the package."""

    name: str
    title: str
    """French, for readers."""
    trust: int
    """Smaller is trusted more."""
    digest: str
    """Changes when the file does."""
    path: Path

    def terms(self) -> Iterator[Term]:
        """Yield its terms, by id."""
        return _read(self.path)

    def marked_terms(self) -> Iterator[Term]:
        """Yield the same marked as the collection's, unchecked: a look-up waits for them."""
        return _read_unchecked(self.path, collection=self.name)


def shipped_terms() -> Iterator[Term]:
    """Yield the terms that ship with the package, by id."""
    return _read(shipped_folder() / TERMS_FILE)


def terms_at_once() -> list[Term]:
    """Give the terms that ship without checking each again: a look-up waits for them.

    Raises InvalidFile with every problem where the file was edited and lost its shape.
    """
    try:
        return list(_read_unchecked(shipped_folder() / TERMS_FILE))
    except (ValueError, CsvError):
        return list(shipped_terms())


def shipped_collections() -> list[ShippedCollection]:
    """Give the collections that ship with the package, the most trusted first.

    A file whose name is not in `TITLES` comes after those that are.
    """
    names = list(TITLES)
    paths = sorted((shipped_folder() / COLLECTIONS_FOLDER).glob("*.csv"))
    return sorted(
        (
            ShippedCollection(
                name=path.stem,
                title=TITLES.get(path.stem, path.stem),
                trust=names.index(path.stem) if path.stem in names else len(names),
                digest=hashlib.sha256(path.read_bytes()).hexdigest(),
                path=path,
            )
            for path in paths
        ),
        key=lambda found: (found.trust, found.name),
    )


def _read_unchecked(path: Path, *, collection: str = "") -> Iterator[Term]:
    with path.open(encoding="utf-8", newline="") as stream:
        rows = reader(stream, strict=True)
        if tuple(next(rows, ())) != COLUMNS:
            raise ValueError("other columns, or in another order")
        for row in rows:
            yield from_checked([unguard(cell) for cell in row], collection=collection)


def _read(path: Path) -> Iterator[Term]:
    with path.open("rb") as stream:
        complaints = Complaints()
        yield from (placed.term for placed in csv.read(stream, complaints))
        complaints.raise_all()
