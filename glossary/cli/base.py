"""Find the base that a command works on."""

import getpass
import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from glossary.errors import NotFound
from glossary.lexicon import Lexicon

if TYPE_CHECKING:
    from glossary.store import Store, Tier

DONE = 0
FINDINGS = 1
MISUSE = 2

Command = TypeVar("Command", bound=Callable[..., Any])


def with_database(command: Command) -> Command:
    """Give a command the option `--db`; it gets a Path as `db`."""
    return click.option(
        "--db",
        type=click.Path(dir_okay=False, path_type=Path),
        default=None,
        callback=_chosen,
        help="Database; else GLOSSARY_DB, else one in your data folder.",
    )(command)


def _chosen(context: click.Context, parameter: click.Parameter, value: Path | None) -> Path:
    from glossary.store.place import database_path

    return value or database_path()


def read_lexicon(db: Path, *, release: str = "") -> Lexicon:
    """Read the lexicon of a database, or of one of its releases.

    A database that does not exist yet, or is empty, answers as it will after its first
    start: with the shipped glossary. Raises NotFound for an unknown release.
    """
    if release:
        from glossary.store.reading import read_release

        return read_release(str(db), release)
    if is_filled(db):
        from glossary.store import read_revision, read_terms

        return Lexicon(read_terms(str(db)), revision=str(read_revision(str(db))))
    from glossary.formats import terms_at_once

    return Lexicon(terms_at_once(), revision="0")


def read_collections(db: Path, names: Sequence[str] | None = None) -> list[Lexicon]:
    """Read the collections below the base that answer, the most trusted first; of `names` only where given.

    Raises NotFound for a name that is not there or is switched off.
    """
    tiers = read_tiers(db)
    known = [tier.name for tier in tiers]
    for name in names or ():
        if name not in known:
            raise NotFound(f"collection {name!r}", near=known)
    return [tier.lexicon for tier in tiers if names is None or tier.name in names]


def read_tiers(db: Path) -> "list[Tier]":
    """Read the collections of a database; one that does not exist yet has those that ship."""
    from glossary import store

    if is_filled(db):
        return store.read_tiers(str(db))
    from glossary.formats import shipped_collections

    return [
        store.Tier(found.name, found.title, Lexicon(found.marked_terms())) for found in shipped_collections()
    ]


def is_filled(db: Path) -> bool:
    """Say whether a database was ever written to; a refused first import leaves an empty one."""
    if not db.exists():
        return False
    from glossary.store import read_revision

    return read_revision(str(db)) > 0


@contextmanager
def open_store(db: Path) -> Iterator["Store"]:
    """Open the database to write; one that does not exist yet begins with what ships."""
    from glossary.filling import fill
    from glossary.store import Store

    with Store(db) as store:
        fill(store)
        yield store


def login() -> str:
    """Give the name under which the user is logged in."""
    # A container may run as a user without a name.
    with suppress(OSError, KeyError):
        return getpass.getuser()
    return "command line"


def to_json(answer: object) -> bytes:
    """Write an answer of the REST interface for people and programs to read."""
    return (json.dumps(answer, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "surrogatepass")
