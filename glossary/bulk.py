"""Answer many texts, one JSON line each: in order, in constant memory, over processes.

A line in is `{"id": …, "text": …}`, a line out `{"id": …, "answer": …}` or
`{"id": …, "error": …}`. A bad line is answered like any other and stops
nothing. Because there is exactly one line out for each line in, an
interrupted run goes on where the whole lines of its output end.
"""

import gc
import json
import logging
import math
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context
from typing import IO, Any, NamedTuple

from glossary.errors import Busy, Conflict, GlossaryError, Problem

_log = logging.getLogger(__name__)

Answer = Callable[[str], Any]

# A line holds one text; a whole law has two million signs.
MAX_LINE = 20_000_000
# Work is handed to a process in pieces: enough lines that the way there costs
# little, few enough bytes that memory stays small.
PIECE_LINES = 64
PIECE_BYTES = 500_000
# Pieces on the way for each process: none waits, and none piles up.
AHEAD = 3

_CHUNK = 1 << 20


class Line(NamedTuple):
    """Hold one line of the input that is not blank."""

    number: int
    """Its number in the file, from 1."""
    data: bytes
    """Without its end; cut off where it is too long."""
    end: int
    """Bytes of the input up to its end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """Say how lines are read and errors are written."""

    text_field: str = "text"
    """Name of the field that holds the text."""
    json_errors: bool = False
    """Whether an error is an object with kind, line and message; else one sentence."""


class Answered(NamedTuple):
    """Hold what becomes of one line."""

    line: Line
    data: bytes
    """The line to write, with its end."""
    is_error: bool


def read_lines(stream: IO[bytes]) -> Iterator[Line]:
    """Yield the lines that are not blank; of one that is too long only its start."""
    number = end = 0
    while data := stream.readline(MAX_LINE + 1):
        number += 1
        end += len(data)
        while not data.endswith(b"\n") and (rest := stream.readline(_CHUNK)):
            end += len(rest)
            if rest.endswith(b"\n"):
                break
        if data.strip():
            yield Line(number, data.rstrip(b"\r\n"), end)


def answer_lines(
    lines: Iterable[Line], make: Callable[[], Answer], rules: Rules, *, jobs: int = 1
) -> Iterator[Answered]:
    """Answer lines in their order.

    `make` gives what answers a text; with several jobs each process calls it
    once, so it must be picklable. Raises Busy when a process dies.
    """
    if jobs == 1:
        answer = make()
        for line in lines:
            yield answer_line(line, answer, rules)
        return
    # Fresh processes: a fork would copy locks and open databases.
    with ProcessPoolExecutor(jobs, get_context("spawn"), _start, (make, rules)) as pool:
        waiting: deque[Future[list[Answered]]] = deque()
        try:
            for piece in _pieces(lines):
                waiting.append(pool.submit(_answer_piece, piece))
                if len(waiting) > AHEAD * jobs:
                    yield from waiting.popleft().result()
            while waiting:
                yield from waiting.popleft().result()
        except BrokenProcessPool as error:
            raise Busy(
                "a process died, perhaps for want of memory; run again to go on", retry_after=0
            ) from error
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _pieces(lines: Iterable[Line]) -> Iterator[list[Line]]:
    piece: list[Line] = []
    size = 0
    for line in lines:
        piece.append(line)
        size += len(line.data)
        if len(piece) >= PIECE_LINES or size >= PIECE_BYTES:
            yield piece
            piece, size = [], 0
    if piece:
        yield piece


_worker: list[tuple[Answer, Rules]] = []


def _start(make: Callable[[], Answer], rules: Rules) -> None:
    # An interrupt reaches every process; the first one sees to the end.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _worker[:] = [(make(), rules)]
    # The lexicon stays for good: the garbage collector need not walk through it again.
    gc.freeze()


def _answer_piece(piece: list[Line]) -> list[Answered]:
    answer, rules = _worker[0]
    return [answer_line(line, answer, rules) for line in piece]


def answer_line(line: Line, answer: Answer, rules: Rules) -> Answered:
    """Answer one line, or say in its place what is wrong with it.

    >>> line = Line(1, b'{"id": 7, "text": "CSE"}', 24)
    >>> answer_line(line, str.lower, Rules()).data
    b'{"id": 7, "answer": "cse"}\\n'
    """
    name = None
    try:
        given = _read(line)
        name = _id_of(given)
        return Answered(line, _written({"id": name, "answer": answer(_text_of(given, rules))}), False)
    except _BadLine as error:
        kind, message = error.args
    except GlossaryError as error:
        kind, message = "refused", str(error)
    except Exception as error:
        # A fault of ours in one text must not cost the answers to all others.
        _log.exception("line %d could not be answered", line.number)
        kind, message = "internal", f"internal error ({type(error).__name__})"
    told: Any = {"kind": kind, "line": line.number, "message": message}
    if not rules.json_errors:
        told = str(Problem(f"line {line.number}", message))
    return Answered(line, _written({"id": name, "error": told}), True)


class _BadLine(Exception):
    """Carry the kind of an error, and one sentence."""


def _read(line: Line) -> dict[str, Any]:
    if len(line.data) > MAX_LINE:
        raise _BadLine("too-large", f"longer than {MAX_LINE:,} bytes")
    try:
        text = line.data.decode("utf-8-sig" if line.number == 1 else "utf-8")
        given = json.loads(text, parse_constant=_refuse)
    except UnicodeDecodeError as error:
        raise _BadLine("not-utf-8", f"no UTF-8 at byte {error.start + 1}") from None
    except json.JSONDecodeError as error:
        raise _BadLine("not-json", f"no JSON: {error.msg} at column {error.colno}") from None
    except (ValueError, RecursionError) as error:
        raise _BadLine("not-json", f"no JSON that can be read: {error}") from None
    if not isinstance(given, dict):
        raise _BadLine("not-an-object", 'expected an object such as {"id": 1, "text": "…"}')
    return given


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is no number in JSON")


def _id_of(given: dict[str, Any]) -> str | int | float | None:
    """Give the id of a line; None where it has none."""
    name = given.get("id")
    is_number = isinstance(name, int | float) and not isinstance(name, bool) and math.isfinite(name)
    if name is None or isinstance(name, str) or is_number:
        return name
    raise _BadLine("bad-id", "the id must be a text or a number")


def _text_of(given: dict[str, Any], rules: Rules) -> str:
    if rules.text_field not in given:
        raise _BadLine("no-text", f"there is no field {rules.text_field!r}")
    text = given[rules.text_field]
    if not isinstance(text, str):
        raise _BadLine("no-text", f"the field {rules.text_field!r} is no text")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise _BadLine("no-text", f"half a character (a lone surrogate) at sign {error.start + 1}") from None
    return text


def _written(answer: dict[str, Any]) -> bytes:
    return json.dumps(answer, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n"


def whole_lines(stream: IO[bytes]) -> tuple[int, int, bytes]:
    """Count the whole lines of an output, and their bytes; give the last one too."""
    count = size = 0
    last = b""
    while data := stream.readline():
        if not data.endswith(b"\n"):
            break
        count, size, last = count + 1, size + len(data), data
    return count, size, last


def skip_answered(lines: Iterator[Line], count: int, last: bytes) -> None:
    """Pass over the lines that an output already answers.

    Raises Conflict where the output belongs to another input: too many
    answers, or the last one has another id.
    """
    line = None
    for number in range(count):
        line = next(lines, None)
        if line is None:
            raise Conflict(f"there are {count} answers for {number} lines; this output is of another input")
    if line is not None and _id_in(last) != _id_in(line.data):
        raise Conflict(f"answer {count} has another id than its line; this output is of another input")


def _id_in(data: bytes) -> object:
    try:
        return _id_of(_read(Line(1, data, 0)))
    except _BadLine:
        return None
