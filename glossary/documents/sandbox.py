"""Read and write a file of unknown origin in a process of its own, under limits.

A new interpreter is started for each file, by name and not by fork: a server
has threads, and what they hold must not be copied. It gets no environment but
where to find this package. A limit that is reached is told with its value.
"""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import IO, Any, NamedTuple, cast

import glossary.errors
from glossary.documents import FORMATS
from glossary.documents.detect import detect_format
from glossary.documents.frames import Broken, receive_plain, send
from glossary.documents.openfile import Desk, OpenFile
from glossary.documents.proof import Proof
from glossary.documents.types import Document
from glossary.errors import Busy, GlossaryError, InvalidFile, TooLarge
from glossary.mentions import Mark

# Confined processes that one server process runs at a time; each may take a
# gigabyte. One more may wait for its turn; others are told to come back, so
# that one of the server's four threads is left for everything else.
AT_A_TIME = 2
IN_ALL = 3
WAITING = 20.0
# Seconds after which whoever was sent away may try again.
RETRY = 10

_MODULE = "glossary.documents.confined"
_KEPT = ("LD_LIBRARY_PATH", "SYSTEMROOT")
_MEGABYTE = 1_000_000
# How the process says that its memory is used up, as `confined` has it.
_OUT_OF_MEMORY = 77
# Linux and macOS agree on this signal; Windows has no such limit.
_SIGXCPU = 24
_turns = threading.BoundedSemaphore(AT_A_TIME)
_places = threading.BoundedSemaphore(IN_ALL)


class Limits(NamedTuple):
    """Hold what one file may cost."""

    size: int = 50 * _MEGABYTE
    """Bytes of the file."""
    memory: int = 1_000 * _MEGABYTE
    """Bytes that the confined process may address, its own 200 million included."""
    processor: int = 60
    """Seconds of processor time; a PDF of 200 pages takes ten."""
    wall: int = 120
    """Seconds on the clock, from start to end."""
    signs: int = 5_000_000
    """Signs of text; a book of a thousand pages has two million."""


LIMITS = Limits()


@contextmanager
def open_desk(format: str) -> Iterator[Desk]:
    """Give the desk for a file of one's own: text is read here, all else in a sandbox."""
    if format in FORMATS and FORMATS[format].is_text:
        yield OpenFile()
        return
    with Sandbox() as box:
        yield box


def read_file(data: bytes, *, name: str = "") -> Document:
    """Read a file of one's own that will not be written: text here, all else in a sandbox."""
    with open_desk(detect_format(data, name=name)) as desk:
        return desk.read(data, name=name)


class Sandbox:
    """Run the desk of one file in a confined process; to be used in a `with` statement."""

    def __init__(self, limits: Limits = LIMITS) -> None:
        """Take the limits; nothing is started yet."""
        self.limits = limits
        self.is_late = False
        self._child: subprocess.Popen[bytes] | None = None
        self._clock: threading.Timer | None = None

    def __enter__(self) -> "Sandbox":
        """Start the process; raises Busy where too many are running."""
        _take_turn()
        try:
            self._child = _start(self.limits)
        except BaseException:
            _leave_turn()
            raise
        self._clock = threading.Timer(self.limits.wall, self._stop_late)
        self._clock.daemon = True
        self._clock.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the process, whatever it does."""
        try:
            self._end()
        finally:
            _leave_turn()

    def read(self, data: bytes, *, name: str = "", format: str = "") -> Document:
        """Read a file as `documents.read` does; the document has no source unless it is text."""
        if len(data) > self.limits.size:
            raise TooLarge("the file", limit=self.limits.size, unit="bytes")
        document = cast(Document, self._ask("read", data, name=name, format=format))
        if len(document.text) > self.limits.signs:
            raise TooLarge("the text of the document", limit=self.limits.signs, unit="signs")
        return document

    def write(self, marks: Sequence[Mark], *, style: str = "expand", listed: Sequence[Mark] = ()) -> bytes:
        """Write the file that was read, as `documents.write` does."""
        return cast(bytes, self._ask("write", tuple(marks), style=style, listed=tuple(listed)))

    def prove(self) -> Proof:
        """Compare what was written with what was read."""
        return cast(Proof, self._ask("prove"))

    def _ask(self, verb: str, *given: object, **named: object) -> object:
        child = self._child
        if child is None:
            raise RuntimeError("a sandbox is used in a with statement")
        requests, answers = cast(IO[bytes], child.stdin), cast(IO[bytes], child.stdout)
        try:
            send(requests, (verb, given, named))
            answer = receive_plain(answers)
        except (Broken, OSError):
            raise self._told_of_end(child) from None
        return self._taken(answer)

    def _taken(self, answer: Any) -> object:
        """Take an answer apart: what was asked for, or why not."""
        kind, *rest = answer
        if kind == "done":
            return rest[0]
        if kind == "refused":
            raise _refusal(*rest)
        raise InvalidFile(f"the file makes its reader fail ({rest[0]}); open it and save it again")

    def _told_of_end(self, child: subprocess.Popen[bytes]) -> GlossaryError:
        """Say why the process has ended."""
        try:
            code = child.wait(timeout=1)
        except subprocess.TimeoutExpired:
            child.kill()
            code = child.wait()
        if self.is_late:
            return TooLarge("the time to read the file", limit=self.limits.wall, unit="seconds")
        if code == _OUT_OF_MEMORY:
            return TooLarge(
                "the memory to read the file", limit=self.limits.memory // _MEGABYTE, unit="megabytes"
            )
        if code == -_SIGXCPU:
            return TooLarge(
                "the time to read the file", limit=self.limits.processor, unit="seconds of processor time"
            )
        return InvalidFile("the file makes its reader fail; open it and save it again")

    def _stop_late(self) -> None:
        self.is_late = True
        if self._child is not None:
            self._child.kill()

    def _end(self) -> None:
        if self._clock is not None:
            self._clock.cancel()
        if (child := self._child) is not None:
            child.kill()
            for pipe in (child.stdin, child.stdout):
                if pipe is not None:
                    # What was not sent yet has nobody to read it any more.
                    with suppress(OSError):
                        pipe.close()
            child.wait()


def _take_turn() -> None:
    """Wait for a turn; raises Busy where too many wait, or when it takes too long."""
    if _places.acquire(blocking=False):
        if _turns.acquire(timeout=WAITING):
            return
        _places.release()
    raise Busy("too many documents are being read; try again in a moment", retry_after=RETRY)


def _leave_turn() -> None:
    _turns.release()
    _places.release()


def _start(limits: Limits) -> "subprocess.Popen[bytes]":
    environment = {name: os.environ[name] for name in _KEPT if name in os.environ}
    environment["PYTHONPATH"] = str(Path(__file__).parents[2])
    return subprocess.Popen(
        [sys.executable, "-m", _MODULE, str(limits.memory), str(limits.processor)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        cwd=os.sep,
    )


def _refusal(name: str, message: str, state: dict[str, Any]) -> GlossaryError:
    """Make an error again that was raised in the process."""
    kind = getattr(glossary.errors, str(name), None)
    if not (isinstance(kind, type) and issubclass(kind, GlossaryError)):
        return InvalidFile("the file makes its reader fail; open it and save it again")
    error = kind.__new__(kind)
    Exception.__init__(error, str(message))
    vars(error).update(state)
    return error
