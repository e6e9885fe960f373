"""Put insertions into a text and take them out again."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from glossary.documents.edits import Edit


class Insertion(NamedTuple):
    """Hold words to stand at a place of a text."""

    at: int
    words: str


def splice(text: str, insertions: Iterable[Insertion]) -> str:
    """Put each insertion at its place; those of one place keep their order."""
    pieces: list[str] = []
    done = 0
    for at, words in sorted(insertions, key=lambda insertion: insertion.at):
        pieces += (text[done:at], words)
        done = at
    return "".join((*pieces, text[done:]))


def unsplice(text: str, insertions: Sequence[Insertion]) -> str:
    """Take out what `splice` put in.

    Raises ValueError where an insertion does not stand where it should.
    """
    pieces: list[str] = []
    done = shift = 0
    for at, words in sorted(insertions, key=lambda insertion: insertion.at):
        start = at + shift
        if text[start : start + len(words)] != words:
            raise ValueError(f"no {words!r} at {start}")
        pieces.append(text[done:start])
        done = start + len(words)
        shift += len(words)
    return "".join((*pieces, text[done:]))


def in_bytes(
    text: str, insertions: Iterable[Insertion], encode: Callable[[str], bytes], *, mark: int = 0
) -> list[Edit]:
    """Give insertions as edits of the file; `mark` counts the bytes before its text."""
    edits: list[Edit] = []
    done, place = 0, mark
    for at, words in sorted(insertions, key=lambda insertion: insertion.at):
        place += len(encode(text[done:at]))
        done = at
        edits.append(Edit("", place, encode(words)))
    return edits
