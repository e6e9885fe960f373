"""Manage the tokens by which editors are known."""

from pathlib import Path

import click

from glossary.cli.base import open_store, with_database


@click.group("token")
def token_command() -> None:
    """Create, list and revoke the tokens of editors."""


@token_command.command("create")
@click.argument("name")
@with_database
def create(name: str, db: Path) -> None:
    """Make a token for the editor NAME and show it, this once."""
    with open_store(db) as store:
        click.echo(store.tokens.create(name))
    click.echo("Keep it well: it is not shown again.", err=True)


@token_command.command("list")
@with_database
def list_tokens(db: Path) -> None:
    """List who has a token, and since when."""
    with open_store(db) as store:
        for token in store.tokens.all():
            revoked = f"  revoked {token.revoked_at}" if token.revoked_at else ""
            click.echo(f"{token.name}  created {token.created_at}{revoked}")


@token_command.command("revoke")
@click.argument("name")
@with_database
def revoke(name: str, db: Path) -> None:
    """Refuse the token of NAME from now on."""
    with open_store(db) as store:
        store.tokens.revoke(name)
