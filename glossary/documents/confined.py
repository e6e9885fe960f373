"""Read and write files in a process of its own, under limits: the child's side.

`python -m glossary.documents.confined MEMORY PROCESSOR` takes requests on its
standard input and answers on its standard output until the input ends. It can
open no file for writing, and whatever a library prints goes nowhere.
"""

import os
import sys
from dataclasses import replace
from typing import IO, Any

from glossary.documents import FORMATS
from glossary.documents.frames import Broken, receive, send
from glossary.documents.openfile import OpenFile
from glossary.errors import GlossaryError

# How the process ends where its memory is used up.
OUT_OF_MEMORY = 77
# Seconds between the signal that ends the process and the one that nothing withstands.
GRACE = 2


def main() -> None:
    """Set the limits, then answer until the other side has enough."""
    requests, answers = sys.stdin.buffer, _private_output()
    _confine(int(sys.argv[1]), int(sys.argv[2]))
    desk = OpenFile()
    while True:
        try:
            verb, given, named = receive(requests)
        except Broken:
            return
        try:
            send(answers, _answer(desk, verb, given, named))
        except MemoryError:
            # No memory is left to say so in words.
            os._exit(OUT_OF_MEMORY)


def _private_output() -> IO[bytes]:
    """Keep the answers apart from what a library may print."""
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    return answers


def _confine(memory: int, processor: int) -> None:
    """Limit this process for good, where the system can."""
    if sys.platform == "win32":
        return
    import resource

    wanted = (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, processor),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    )
    for kind, value in wanted:
        _, hard = resource.getrlimit(kind)
        limit = value if hard == resource.RLIM_INFINITY else min(value, hard)
        # At the hard limit of the processor's time no signal would say why.
        last = limit + GRACE if kind == resource.RLIMIT_CPU and hard == resource.RLIM_INFINITY else limit
        resource.setrlimit(kind, (limit, last))


def _answer(desk: OpenFile, verb: str, given: tuple[Any, ...], named: dict[str, Any]) -> tuple[Any, ...]:
    try:
        answer = getattr(desk, verb)(*given, **named)
        if verb == "read" and not FORMATS[answer.format].is_text:
            # The source stays here: it is large, and only writing needs it.
            answer = replace(answer, source=None)
        return "done", answer
    except MemoryError:
        raise
    except GlossaryError as error:
        return "refused", type(error).__name__, str(error), vars(error)
    except Exception as error:
        return "failed", type(error).__name__


if __name__ == "__main__":
    main()
