"""Show how far a long run has come, on a terminal only."""

import time
from types import TracebackType
from typing import IO, Self

WIDTH = 30
# Redrawn so often, in seconds.
EVERY = 0.2


class Progress:
    """Draw a bar with rate and time left; draw nothing where nobody looks."""

    def __init__(self, stream: IO[str], total: int, *, start: int = 0) -> None:
        """Take the size of the work, 0 where unknown, and what was done before."""
        self._stream = stream if stream.isatty() else None
        self._total = total
        self._start = start
        self._lines = 0
        self._began = time.monotonic()
        self._drawn = 0.0

    def __enter__(self) -> Self:
        """Draw nothing yet."""
        return self

    def advance(self, done: int) -> None:
        """Count one line more, by which so much of the whole is done."""
        self._lines += 1
        now = time.monotonic()
        if self._stream is not None and now - self._drawn >= EVERY:
            self._drawn = now
            self._stream.write("\r" + self.line(done, now - self._began).ljust(79))
            self._stream.flush()

    def line(self, done: int, seconds: float) -> str:
        """Write the bar as it stands after some seconds."""
        rate = self._lines / seconds if seconds else 0.0
        told = f"{self._lines:,} lines, {rate:,.0f} a second"
        if not self._total:
            return told
        share = min(1.0, done / self._total)
        bar = "#" * round(WIDTH * share)
        fresh = done - self._start
        left = (self._total - done) * seconds / fresh if fresh > 0 else 0.0
        return f"[{bar:.<{WIDTH}}] {share:4.0%}  {told}, {_clock(left)} left"

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Leave the line."""
        if self._stream is not None and self._drawn:
            self._stream.write("\n")


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
