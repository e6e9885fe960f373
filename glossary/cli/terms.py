"""Bring terms into the glossary and out of it."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import IO

import click

from glossary import formats
from glossary.cli.base import is_filled, login, read_lexicon, with_database
from glossary.cli.outputs import written
from glossary.errors import InvalidInput, Problem
from glossary.filling import fill
from glossary.formats import Edition, Format
from glossary.model import Term
from glossary.store import Row, Saved, Store, read_revision, read_terms

_format_option = click.option(
    "--format", "format_", type=click.Choice(formats.NAMES), help="Format; else by the suffix of the file."
)


@click.command("import")
@click.argument("file", type=click.File("rb"))
@_format_option
@click.option("--dry-run", is_flag=True, help="Only say what would change.")
@click.option("--replace", "is_replacing", is_flag=True, help="Withdraw the terms that FILE does not hold.")
@click.option("--verbose", "-v", is_flag=True, help="Name the unchanged terms too.")
@click.option("--by", default="", help="Name for the history; else your login name.")
@with_database
def import_command(
    file: IO[bytes], format_: str | None, dry_run: bool, is_replacing: bool, verbose: bool, by: str, db: Path
) -> None:
    """Add the terms of FILE to the glossary and change those it knows, all or nothing.

    Each row is reported: added, changed (what), unchanged, refused (why).
    Where there is no database yet, it is made with the shipped glossary.
    """
    name = _format(format_, file.name).name
    rows: list[Row] = []
    try:
        saved = _import(file, name, db, rows, by=by or login(), dry_run=dry_run, is_replacing=is_replacing)
    except InvalidInput as error:
        if dry_run:
            _report(rows, verbose=verbose)
        count = len(error.problems)
        click.echo(f"{count:,} {'problem' if count == 1 else 'problems'}; nothing was changed.", err=True)
        raise
    _report(rows, verbose=verbose)
    click.echo(_sum(saved) + (" Nothing was written." if dry_run else ""))


@click.command("export")
@click.argument("file", type=click.Path(dir_okay=False, allow_dash=True))
@_format_option
@click.option("--release", default="", metavar="NAME", help="Write the glossary as it was frozen under NAME.")
@with_database
def export_command(file: str, format_: str | None, release: str, db: Path) -> None:
    """Write the glossary into FILE, `-` for standard output.

    Withdrawn terms are written too where the format can tell them.
    """
    found = _format(format_, file)
    terms: Iterable[Term]
    name = f"version {release}" if release else ""
    if release:
        terms = read_lexicon(db, release=release).terms
    elif is_filled(db):
        terms, name = read_terms(str(db)), f"révision {read_revision(str(db))}"
    else:
        terms = formats.shipped_terms()
    edition = Edition(name, date.today().isoformat())
    with written(file) as stream:
        formats.write(terms, stream, found.name, edition=edition)


def _import(
    file: IO[bytes], name: str, db: Path, rows: list[Row], *, by: str, dry_run: bool, is_replacing: bool
) -> Saved:
    terms = formats.read(file, name, passed_over=_tell_passed_over)
    # A dry run makes no database: what is not there yet is tried in memory.
    with Store(":memory:" if dry_run and not db.exists() else db) as store, store.atomic():
        if not is_replacing:
            fill(store)
        if dry_run:
            return (store.preview_all if is_replacing else store.preview)(terms, report=rows.append)
        return (store.replace_all if is_replacing else store.save)(terms, by=by, report=rows.append)


def _tell_passed_over(problem: Problem) -> None:
    """Tell on standard error what the file holds that is no term."""
    click.echo(f"passed over {problem}", err=True)


def _format(name: str | None, file: str) -> Format:
    return formats.by_name(name) if name else formats.by_suffix(file)


def _report(rows: list[Row], *, verbose: bool) -> None:
    for row in rows:
        if row.outcome != "unchanged" or verbose:
            what = f" ({', '.join(row.columns)})" if row.columns else ""
            click.echo(f"{row.outcome:9} {row.id}{what}")


def _sum(saved: Saved) -> str:
    counts = [f"{saved.added:,} added", f"{saved.changed:,} changed", f"{saved.unchanged:,} unchanged"]
    if saved.withdrawn:
        counts.append(f"{saved.withdrawn:,} withdrawn")
    return ", ".join(counts) + "."
