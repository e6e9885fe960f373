"""Put words into the parts of a package and take them out again, in bytes."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Edit(NamedTuple):
    """Hold bytes to stand at a place of a part."""

    part: str
    """Name of the part; one that is not there yet begins empty."""
    at: int
    """Place in the part as it was, in bytes."""
    words: bytes
    removed: bytes = b""
    """What stands there and goes: only the end of a tag without content, `/>`."""


def apply(data: bytes, edits: Iterable[Edit]) -> bytes:
    """Make the edits of one part; those of one place keep their order."""
    pieces: list[bytes] = []
    done = 0
    for edit in sorted(edits, key=lambda edit: edit.at):
        pieces += (data[done : edit.at], edit.words)
        done = edit.at + len(edit.removed)
    return b"".join((*pieces, data[done:]))


def undo(data: bytes, edits: Sequence[Edit]) -> bytes:
    """Take out what `apply` put in.

    Raises ValueError where an edit does not stand where it should.
    """
    pieces: list[bytes] = []
    done = shift = 0
    for edit in sorted(edits, key=lambda edit: edit.at):
        start = edit.at + shift
        if data[start : start + len(edit.words)] != edit.words:
            raise ValueError(f"no {edit.words[:80]!r} at byte {start} of {edit.part}")
        pieces += (data[done:start], edit.removed)
        done = start + len(edit.words)
        shift += len(edit.words) - len(edit.removed)
    return b"".join((*pieces, data[done:]))
