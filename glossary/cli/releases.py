"""Freeze the glossary under a name."""

from pathlib import Path

import click

from glossary.cli.base import login, open_store, with_database


@click.command("release")
@click.argument("name", required=False)
@click.option("--note", default="", help="What is new in it.")
@click.option("--by", default="", help="Name for the list; else your login name.")
@with_database
def release_command(name: str | None, note: str, by: str, db: Path) -> None:
    """Freeze the glossary as it is under NAME, such as 2026-11; without NAME list the releases.

    `--release NAME` of find, annotate and export answers as of then.
    """
    with open_store(db) as store:
        if name:
            release = store.releases.freeze(name, by=by or login(), note=note)
            click.echo(f"{release.name}: {release.terms:,} terms in use, revision {release.revision}.")
            return
        for release in store.releases.all():
            about = f"  {release.note}" if release.note else ""
            click.echo(f"{release.name}  {release.at}  {release.terms:,} terms  by {release.by}{about}")
