"""Keep the lexicon of a running server as new as the database."""

import logging
import threading
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from glossary.errors import GlossaryError
from glossary.lexicon import Lexicon
from glossary.store.connection import translated
from glossary.store.reading import (
    Tier,
    open_reader,
    release_of,
    revision_of,
    state_of_tiers,
    terms_of,
    tiers_of,
)

# Every process asks for the revision so often, some 20 µs each time; a write
# is seen within a second, the building of the lexicon included.
INTERVAL = 0.25

# A release takes as much memory as the base; readers of the past are few.
MAX_RELEASES = 2

_log = logging.getLogger(__name__)


def _warm(lexicon: Lexicon) -> None:
    """Build what the first question would else wait for."""
    lexicon.by_key("")
    lexicon.mention_patterns  # noqa: B018  # cached by the lexicon
    lexicon.version  # noqa: B018


class Live:
    """Offer the current lexicon; a thread of its own renews it, answers never wait."""

    def __init__(
        self,
        path: str | Path,
        *,
        interval: float = INTERVAL,
        warm: Callable[[Lexicon], object] = _warm,
    ) -> None:
        """Read an existing database; `interval` is in seconds.

        `warm` is called with each new lexicon before it is offered. Raises
        InvalidFile where there is no such database.
        """
        self._connection = open_reader(str(path))
        self._path = str(path)
        self._interval = interval
        self._warm = warm
        self._lock = threading.Lock()
        self._stopped = threading.Event()
        self._thread: threading.Thread | None = None
        self._revision = -1
        self._lexicon = Lexicon(())
        self._tiers: tuple[Tier, ...] = ()
        self._tiers_state: object = None
        self._at = lru_cache(maxsize=MAX_RELEASES)(self._read_release)
        self.refresh()

    @property
    def lexicon(self) -> Lexicon:
        """Give the lexicon, at most a second behind the database."""
        # The thread starts in the process that asks, so that a fork before cannot lose it.
        if self._thread is None or not self._thread.is_alive():
            self._start()
        return self._lexicon

    @property
    def collections(self) -> tuple[Tier, ...]:
        """Give the collections that answer, the most trusted first."""
        self.lexicon  # noqa: B018  # starts the renewal
        return self._tiers

    def at(self, release: str) -> Lexicon:
        """Give the lexicon as it was frozen; raise NotFound where there is no such release."""
        return self._at(release)

    def refresh(self) -> None:
        """Renew the lexicon now if the database has changed: an editor sees her own change."""
        with self._lock, translated(self._path):
            revision = revision_of(self._connection)
            if revision != self._revision:
                lexicon = Lexicon(terms_of(self._connection), revision=str(revision))
                tiers = self._renewed_tiers()
                self._warm(lexicon)
                self._at.cache_clear()
                self._lexicon, self._tiers, self._revision = lexicon, tiers, revision

    def close(self) -> None:
        """Stop renewing."""
        self._stopped.set()
        if self._thread is not None:
            self._thread.join()
        self._connection.close()

    def _renewed_tiers(self) -> tuple[Tier, ...]:
        """Read the collections only when one of them was changed: a change of a term costs less."""
        state = state_of_tiers(self._connection)
        if state != self._tiers_state:
            self._tiers_state = state
            return tuple(tiers_of(self._connection))
        return self._tiers

    def _read_release(self, name: str) -> Lexicon:
        with self._lock, translated(self._path):
            return release_of(self._connection, name)

    def _start(self) -> None:
        with self._lock:
            if self._stopped.is_set() or (self._thread is not None and self._thread.is_alive()):
                return
            self._thread = threading.Thread(target=self._run, name="glossary-live", daemon=True)
            self._thread.start()

    def _run(self) -> None:
        while not self._stopped.wait(self._interval):
            try:
                self.refresh()
            except GlossaryError as error:
                # The lexicon in memory still answers; an operator should look.
                _log.warning("the lexicon was not renewed: %s", error)
