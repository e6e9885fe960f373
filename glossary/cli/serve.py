"""Start the server from the command line."""

from pathlib import Path

import click

from glossary.cli.base import with_database


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
@click.option("--workers", type=click.IntRange(1, 64), default=1, show_default=True, help="Processes.")
@with_database
def serve_command(host: str, port: int, workers: int, db: Path) -> None:
    """Serve the pages and the REST interface until interrupted."""
    from glossary.web import Config, serve

    shown = f"[{host}]" if ":" in host else host
    click.echo(f"En clair: http://{shown}:{port}/ (stop with Ctrl+C)", err=True)
    serve(host, port, workers, Config.from_environment(database=db))
