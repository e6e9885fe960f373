"""Write files whole or not at all."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

STANDARD = "-"


@contextmanager
def written(path: str) -> Iterator[IO[bytes]]:
    """Give a stream that becomes the file at its end; an error leaves the old file alone.

    `-` is standard output, and so is what is no plain file, such as a pipe.
    """
    if path == STANDARD:
        yield sys.stdout.buffer
        return
    target = Path(path)
    if target.exists() and not target.is_file():
        with target.open("wb") as stream:
            yield stream
        return
    partial = target.with_name(f".{target.name}.{os.getpid()}.partial")
    try:
        with partial.open("wb") as stream:
            yield stream
        partial.replace(target)
    finally:
        with suppress(OSError):
            partial.unlink()
