"""Switch the lists below the curated base on and off."""

from pathlib import Path

import click

from glossary.cli.base import open_store, with_database


@click.group("collection")
def collection_command() -> None:
    """List the lists outside the glossary, or switch one on or off.

    They answer only for forms that the glossary does not know, the most
    trusted first; `find` marks their answers, `annotate` asks them only when
    told to by `--collection`.
    """


@collection_command.command("list")
@with_database
def list_command(db: Path) -> None:
    """List them in their order of trust."""
    with open_store(db) as store:
        for found in store.collections.all():
            state = "on " if found.is_on else "off"
            click.echo(f"{state}  {found.name}  {found.size:,} terms  {found.title}")


@collection_command.command("on")
@click.argument("name")
@with_database
def on_command(name: str, db: Path) -> None:
    """Let the list NAME answer."""
    with open_store(db) as store:
        store.collections.switch_on(name)


@collection_command.command("off")
@click.argument("name")
@with_database
def off_command(name: str, db: Path) -> None:
    """Silence the list NAME."""
    with open_store(db) as store:
        store.collections.switch_off(name)
