"""Hold what every request needs: the lexicon of the moment, and the store."""

from typing import cast

from flask import Flask, current_app

from glossary.formats import shipped_terms
from glossary.lexicon import Lexicon
from glossary.store import Live, Store
from glossary.web.config import Config
from glossary.web.limits import Limiter

EXTENSION = "glossary"


class Base:
    """Give the current lexicon and the store, for one application."""

    def __init__(self, config: Config) -> None:
        """Open the database; it is made and filled where it is missing."""
        self.config = config
        self.store = open_store(config)
        self.limiter = Limiter(config.proposals_per_hour)
        self._live = Live(config.database)
        # The first question starts the renewing; asked here, no reader gets an old answer.
        _ = self._live.lexicon

    @property
    def lexicon(self) -> Lexicon:
        """Give the glossary as it is now, at most a second old."""
        return self._live.lexicon

    def lexicon_at(self, release: str) -> Lexicon:
        """Give the glossary as it was frozen, as it is now for no name; raise NotFound."""
        return self._live.at(release) if release else self.lexicon

    def renew(self) -> None:
        """Let this process see its own write at once."""
        self._live.refresh()

    def close(self) -> None:
        """Stop renewing and close the database."""
        self._live.close()
        self.store.close()


def open_store(config: Config) -> Store:
    """Open the database, and fill it from the shipped glossary where it is empty."""
    store = Store(config.database)
    if store.revision == 0:
        store.seed(shipped_terms())
    return store


def install(app: Flask, base: Base) -> None:
    """Give the application its base."""
    app.extensions[EXTENSION] = base


def base() -> Base:
    """Give the base of the running application."""
    return cast(Base, current_app.extensions[EXTENSION])
