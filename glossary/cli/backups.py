"""Copy the database, and put a copy back."""

from datetime import datetime
from pathlib import Path

import click

from glossary.cli.base import with_database
from glossary.store import backup, restore

_path = click.Path(dir_okay=False, path_type=Path)


@click.command("backup")
@click.argument("path", type=_path)
@with_database
def backup_command(path: Path, db: Path) -> None:
    """Write a verified copy of the database to PATH, while others use it."""
    copy = backup(db, path)
    click.echo(f"{path}: revision {copy.revision}, {copy.terms:,} terms, {copy.changes:,} changes; verified.")


@click.command("restore")
@click.argument("path", type=_path)
@with_database
def restore_command(path: Path, db: Path) -> None:
    """Put the copy at PATH in the place of the database; running servers see it.

    The database that stood there is copied beside itself first.
    """
    kept = ""
    if db.exists():
        before = db.with_name(f"{db.stem}-before-restore-{datetime.now():%Y%m%d-%H%M%S}.db")
        backup(db, before)
        kept = f" What stood there is kept in {before.name}."
    copy = restore(db, path)
    click.echo(f"{db}: {copy.terms:,} terms, {copy.changes:,} changes, now revision {copy.revision}.{kept}")
