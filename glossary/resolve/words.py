"""Read the words of a text as evidence: stems, roots, places.

Only stretches around ambiguous mentions are read, each stretch once, so a
text without ambiguous mentions costs nothing here.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from glossary.keys import fold, stem
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


class Token(NamedTuple):
    """Hold one telling word of a text."""

    start: int
    end: int
    stem: str


@lru_cache(maxsize=60_000)
def stem_of(surface: str) -> str:
    """Fold a word and free it of its plural; empty for a word that says nothing."""
    folded = fold(surface)
    if folded in words("function_words") or len(folded) < 2 or folded.isdigit():
        return ""
    return stem(folded)


def root_of(word: str) -> str:
    """Give the mark of a word's family, or nothing for a short word.

    >>> root_of("recrutement") == root_of("recruter")
    True
    """
    return word[:ROOT_LENGTH] + ROOT_MARK if len(word) >= ROOT_LENGTH else ""


def stems(text: str) -> list[str]:
    """List the stems of the telling words of a phrase, in order."""
    return list(filter(None, map(stem_of, WORD.findall(text))))


class Reader:
    """Read the words around places of one text, each stretch once."""

    def __init__(self, text: str) -> None:
        """Take the text; nothing is read yet."""
        self.text = text
        self._blocks: dict[int, list[Token]] = {}

    def between(self, start: int, end: int) -> Iterator[Token]:
        """Yield the telling words that start in a stretch, in order."""
        for number in range(max(0, start) // BLOCK, max(0, end - 1) // BLOCK + 1):
            for token in self._block(number):
                if start <= token.start < end:
                    yield token

    def _block(self, number: int) -> list[Token]:
        found = self._blocks.get(number)
        if found is None:
            first, last = number * BLOCK, (number + 1) * BLOCK
            found = []
            for match in WORD.finditer(self.text, first, last + LONGEST_WORD):
                if match.start() >= last:
                    break
                if word := stem_of(match.group()):
                    found.append(Token(match.start(), match.end(), word))
            self._blocks[number] = found
        return found
