"""Read the words of a text as evidence: stems, roots, places.

Only stretches around ambiguous mentions are read, each stretch once, so a
text without ambiguous mentions costs nothing here.
"""

from functools import cached_property, lru_cache
from typing import NamedTuple

from glossary.keys import fold, stem
from glossary.outline import Outline
from glossary.resolve.french import words
from glossary.text import WORD

# Words of one family share their first letters: «recruter», «recrutement».
# Truncation after six is the light stemming for French that needs no data.
ROOT_LENGTH = 6
ROOT_MARK = "*"

# A stretch of this many code points is read at once and kept.
BLOCK = 512
# No word of interest is longer.
LONGEST_WORD = 60


@lru_cache(maxsize=60_000)
def stem_of_plain(word: bytes) -> str:
    """Do the same for a word of an outline in small letters."""
    return stem_of(word.decode("ascii"))


@lru_cache(maxsize=60_000)
def stem_of(surface: str) -> str:
    """Fold a word and free it of its plural; empty for a word that says nothing."""
    folded = fold(surface)
    if folded in words("function_words") or len(folded) < 2 or folded.isdigit():
        return ""
    return stem(folded)


@lru_cache(maxsize=60_000)
def mark_of(word: str) -> str:
    """Give the mark of a stem's family, short stems included."""
    return word[:ROOT_LENGTH] + ROOT_MARK


def root_of(word: str) -> str:
    """Give the mark of a word's family, or nothing for a short word.

    >>> root_of("recrutement") == root_of("recruter")
    True
    """
    return word[:ROOT_LENGTH] + ROOT_MARK if len(word) >= ROOT_LENGTH else ""


def stems(text: str) -> list[str]:
    """List the stems of the telling words of a phrase, in order."""
    return list(stems_of(text))


@lru_cache(maxsize=20_000)
def stems_of(text: str) -> tuple[str, ...]:
    """Give the same for the phrases of a lexicon, which are asked for again and again."""
    return tuple(filter(None, map(stem_of, WORD.findall(text))))


class Words(NamedTuple):
    """Hold the telling words of a stretch of text, in order, as four lists of one length.

    Lists of strings and numbers only: a long text has many stretches, and the
    garbage collector would walk through an object a word again and again.
    """

    starts: list[int]
    ends: list[int]
    stems: list[str]
    roots: list[str]
    """Marks of the words' families, which may be known where the stem is not."""


class Reader:
    """Read the words around places of one text, each stretch once."""

    def __init__(self, text: str) -> None:
        """Take the text; nothing is read yet."""
        self.text = text
        self._blocks: dict[int, Words] = {}

    @cached_property
    def _outline(self) -> Outline:
        return Outline(self.text)

    def between(self, start: int, end: int) -> Words:
        """Give the telling words that start in a stretch, with some around it."""
        found = Words([], [], [], [])
        for number in range(max(0, start) // BLOCK, (min(end, len(self.text)) - 1) // BLOCK + 1):
            if number not in self._blocks:
                self._blocks[number] = self._read(number * BLOCK, (number + 1) * BLOCK)
            for values, more in zip(found, self._blocks[number], strict=True):
                values += more  # type: ignore[operator]  # lists of the same field
        return found

    def _read(self, first: int, last: int) -> Words:
        starts, ends = [], []
        if self._outline.has_zone(first, last):
            matches = WORD.finditer(self.text, first, last + LONGEST_WORD)
            places = [(match.span(), stem_of(match.group())) for match in matches if match.start() < last]
        else:
            plain = self._outline.words_between(first, last)
            places = [((m.start() - 1, m.end() - 1), stem_of_plain(m.group())) for m in plain]
        stems = []
        for place, word in places:
            if word:
                starts.append(place[0])
                ends.append(place[1])
                stems.append(word)
        return Words(starts, ends, stems, [mark_of(word) for word in stems])
