"""Read files in the form of the SDU@AAAI-22 tasks on acronyms.

Definitions: JSON Lines of `text`, `acronyms` and `long_forms` as [start, end)
in code points. Disambiguation: JSON Lines of `sentence`, `acronym`, `label`,
and one JSON object that maps each acronym to its possible long forms.
The data is CC BY-NC-SA and is no part of this project: bring your own copy.
"""

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from glossary.text import Span

# An acronym and its long form stand beside each other: at most an opening
# bracket, a quotation mark, an article and their spaces between them.
PAIR_GAP = 12
# In lists two pairs stand as near to each other as the two sides of one.
JOINS = "([=:"
PARTS = ";)]"


class Pair(NamedTuple):
    """Hold the places of an acronym and of its long form."""

    short: Span
    long: Span


class Labelled(NamedTuple):
    """Hold one text with the acronyms and long forms that people marked."""

    text: str
    acronyms: tuple[Span, ...]
    long_forms: tuple[Span, ...]

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """Join each long form to the acronym right beside it, in text order."""
        found = (_beside(self.text, long, self.acronyms) for long in self.long_forms)
        return tuple(pair for pair in found if pair)


class Question(NamedTuple):
    """Hold one sentence with the meaning that its acronym has there."""

    sentence: str
    acronym: str
    label: str


def _beside(text: str, long: Span, acronyms: tuple[Span, ...]) -> Pair | None:
    """Choose the acronym that a bracket or a sign joins to a long form, then the nearest."""
    ranked = []
    for short in acronyms:
        start, end = (long.end, short.start) if short.start >= long.end else (short.end, long.start)
        gap = text[start:end]
        if 0 <= end - start <= PAIR_GAP and not any(sign in gap for sign in PARTS):
            ranked.append((not any(sign in gap for sign in JOINS), end - start, short))
    return Pair(min(ranked)[2], long) if ranked else None


def read_labelled(path: Path) -> Iterator[Labelled]:
    """Yield the texts of a definitions file, in order."""
    for row in _rows(path):
        acronyms, long_forms = (
            tuple(Span(*places) for places in row[name]) for name in ("acronyms", "long_forms")
        )
        yield Labelled(row["text"], acronyms, long_forms)


def read_questions(path: Path) -> Iterator[Question]:
    """Yield the sentences of a disambiguation file, in order."""
    for row in _rows(path):
        yield Question(row["sentence"], row["acronym"], row["label"])


def read_meanings(path: Path) -> dict[str, list[str]]:
    """Read which long forms each acronym may have."""
    meanings: dict[str, list[str]] = json.loads(path.read_text("utf-8"))
    return meanings


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def is_held_out(text: str) -> bool:
    """Say whether a text is of the half that nobody tunes on, by its hash."""
    return sha256(text.encode()).digest()[0] % 2 == 1
