"""Read the words of a text as evidence: stems, roots, places.

Only stretches around ambiguous mentions are read, each stretch once, so a
text without ambiguous mentions costs nothing here.
"""

from collections.abc import Iterator, Mapping
from functools import cached_property, lru_cache

from glossary.keys import fold, stem
from glossary.outline import Outline
from glossary.resolve.french import words
from glossary.text import WORD

# Words of one family share their first letters: «recruter», «recrutement».
# Truncation after six is the light stemming for French that needs no data.
ROOT_LENGTH = 6
ROOT_MARK = "*"

# A stretch of this many code points is read at once and kept.
BLOCK = 256
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


class _Block:
    """Hold the telling words of a short stretch, by stem and by root."""

    __slots__ = ("places", "roots")

    def __init__(self, outline: Outline, first: int, last: int) -> None:
        self.places: dict[str, list[tuple[int, int]]] = {}
        """Map a stem to where it stands."""
        for start, end, word in _read(outline, first, last):
            if word:
                self.places.setdefault(word, []).append((start, end))
        self.roots: dict[str, list[str]] = {}
        """Map a root to its stems."""
        for word in self.places:
            self.roots.setdefault(word[:ROOT_LENGTH] + ROOT_MARK, []).append(word)


def _read(outline: Outline, first: int, last: int) -> Iterator[tuple[int, int, str]]:
    """Yield the words that start in a stretch, with their stems."""
    if not outline.has_zone(first, last):
        for start, end, plain in outline.words_between(first, last):
            yield start, end, stem_of_plain(plain)
    else:
        for match in WORD.finditer(outline.text, first, last + LONGEST_WORD):
            if match.start() < last:
                yield match.start(), match.end(), stem_of(match.group())


class Reader:
    """Read the words around places of one text, each stretch once."""

    def __init__(self, text: str) -> None:
        """Take the text; nothing is read yet."""
        self.text = text
        self._blocks: dict[int, _Block] = {}

    @cached_property
    def _outline(self) -> Outline:
        return Outline(self.text)

    def known_between(self, start: int, end: int, words: Mapping[str, object]) -> list[tuple[str, int, int]]:
        """List the words of a stretch that a mapping knows, in no order.

        Each is (its stem, or its root where only that is known; start; end).
        """
        known = words.keys()
        found: list[tuple[str, int, int]] = []
        for number in range(max(0, start) // BLOCK, (min(end, len(self.text)) - 1) // BLOCK + 1):
            places, roots = self._block(number)
            found += [(word, *place) for word in known & places.keys() for place in places[word]]
            for root in known & roots.keys():
                for word in roots[root]:
                    if word not in words:
                        found += [(root, *place) for place in places[word]]
        return [token for token in found if start <= token[1] < end]

    def _block(self, number: int) -> tuple[dict[str, list[tuple[int, int]]], dict[str, list[str]]]:
        block = self._blocks.get(number)
        if block is None:
            first = number * BLOCK
            block = self._blocks[number] = _Block(self._outline, first, first + BLOCK)
        return block.places, block.roots
