"""Serve the glossary: pages for readers, REST for programs.

The two doors import their rooms when they are called, so that `presenters`
can be used by the command line without loading Flask.
"""

from typing import TYPE_CHECKING

from glossary.web.config import Config

if TYPE_CHECKING:
    from flask import Flask

__all__ = ["Config", "create_app", "serve"]


def create_app(config: Config | None = None) -> "Flask":
    """Build the WSGI application; without `config` the environment decides."""
    from glossary.web.app import build

    return build(config or Config.from_environment())


def serve(host: str, port: int, workers: int, config: Config) -> None:
    """Run the production server until it is told to stop."""
    from glossary.web.server import run

    run(host, port, workers=workers, config=config)
