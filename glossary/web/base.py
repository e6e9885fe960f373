"""Hold what every request needs: the lexicon of the moment, and the store."""

from collections.abc import Sequence
from functools import lru_cache
from typing import cast

from flask import Flask, current_app

from glossary.errors import NotFound
from glossary.filling import fill
from glossary.lexicon import Lexicon, with_below
from glossary.store import Live, Store, Tier
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

    @property
    def collections(self) -> tuple[Tier, ...]:
        """Give the collections that answer below the glossary, the most trusted first."""
        return self._live.collections

    @property
    def collection_lexicons(self) -> tuple[Lexicon, ...]:
        """Give the terms of those collections."""
        return tuple(tier.lexicon for tier in self.collections)

    def lexicon_with(self, names: Sequence[str], *, release: str = "") -> Lexicon:
        """Give the glossary with some collections below it, in their order of trust.

        Raises NotFound for a list that does not exist or is switched off.
        """
        lexicon, known = self.lexicon_at(release), {tier.name: tier for tier in self.collections}
        for name in names:
            if name not in known:
                raise NotFound(f"collection {name!r}", near=list(known))
        below = tuple(tier.lexicon for tier in known.values() if tier.name in names)
        return _joined(lexicon, below) if below else lexicon

    def renew(self) -> None:
        """Let this process see its own write at once."""
        self._live.refresh()

    def close(self) -> None:
        """Stop renewing and close the database."""
        self._live.close()
        self.store.close()


@lru_cache(maxsize=2)
def _joined(lexicon: Lexicon, below: tuple[Lexicon, ...]) -> Lexicon:
    """Build a lexicon with collections once for each state of both."""
    return with_below(lexicon, below)


def open_store(config: Config) -> Store:
    """Open the database, filled with what ships where it is empty."""
    store = Store(config.database)
    fill(store)
    return store


def install(app: Flask, base: Base) -> None:
    """Give the application its base."""
    app.extensions[EXTENSION] = base


def base() -> Base:
    """Give the base of the running application."""
    return cast(Base, current_app.extensions[EXTENSION])
