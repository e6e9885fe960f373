"""Read the words around a sign of definition: a sentence, a cell, no further.

A text is read in blocks, each once and only where a definition may stand, so
that many signs close together cost no more than the text they share.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from glossary.definitions.french import ARTICLES, GOING_ON, PRONOUNS, SMALL
from glossary.keys import fold
from glossary.text import SPACES, WORD, is_inside_word

# No long form of French administration is longer, in code points.
REACH = 260
BLOCK = 128
# An edge is seen whole although it starts at the end of a block.
OVERLAP = 40
LONGEST_WORD = 60

# What it costs to read on over a comma, a slash, a dash.
COMMA_COST = 0.4
DASH_COST = 1.0

_S = rf"[{SPACES}]"
_BULLET = r"(?:[\-*•–—>#|✓]|[0-9]{1,3}[.)])"
_EDGE = re.compile(
    rf"\n{_S}{{0,12}}\r?\n|\n{_S}{{0,12}}{_BULLET}{_S}|[\f\v\t]"
    rf"|[.!?…]+[»”\"]?(?=\s)|[;|()\[\]{{}}=«»“”\"<>]|:(?=\s)|\s(?=[^\s=]{{1,12}}\s?=)"
)
HYPHENS = ("-", "\u2010", "\u2011")
_end_of = itemgetter(1)
_COMMA = re.compile(r"[,/]")
_DASH = re.compile(r"\s[\-–—−]+\s")
_STOP = re.compile(r"[,:\n]|\s[–—-]\s")


class Word(NamedTuple):
    """Hold a word of a phrase with what the fitting needs to know."""

    start: int
    end: int
    folded: str
    is_capital: bool
    """Whether it starts with a capital."""
    is_joined: bool
    """Whether a hyphen joins it to the word before."""
    gap: float
    """What it costs to come to it from the word before: a comma, a dash."""
    is_after_stop: bool
    """Whether a long form may end before it."""

    @property
    def is_small(self) -> bool:
        """Say whether it is free inside a long form."""
        return self.folded in SMALL

    @property
    def is_article(self) -> bool:
        """Say whether no long form starts with it."""
        return self.folded in ARTICLES

    @property
    def is_pronoun(self) -> bool:
        """Say whether a verb follows it."""
        return self.folded in PRONOUNS


class _Block(NamedTuple):
    words: list[Word]
    starts: list[int]
    edges: list[tuple[int, int]]


@lru_cache(maxsize=20_000)
def folded_word(surface: str) -> str:
    """Fold a word, and remember it."""
    return fold(surface)


class Reader:
    """Read the phrases before and after places of one text."""

    def __init__(self, text: str) -> None:
        """Take the text; nothing is read yet."""
        self.text = text
        self._blocks: dict[int, _Block] = {}

    def before(self, stop: int, most: int) -> list[Word]:
        """Give the words that end at a place, at most so many that count."""
        low = self._edge_before(stop)
        found: list[Word] = []
        for word in self._backwards(low, stop):
            found.append(word)
            most -= not word.is_small
            if most < 0:
                break
        return found[::-1]

    def after(self, start: int, most: int) -> list[Word]:
        """Give the words that start at a place, at most so many that count."""
        high = self._edge_after(start)
        found: list[Word] = []
        for word in self._forwards(start, high):
            found.append(word)
            most -= not word.is_small
            if most < 0:
                break
        return found

    def _edge_before(self, stop: int) -> int:
        low = max(0, stop - REACH)
        for number in range(max(0, stop - 1) // BLOCK, low // BLOCK - 1, -1):
            edges = self._block(number).edges
            place = bisect_right(edges, stop, key=_end_of)
            if place:
                return max(low, edges[place - 1][1])
        return low

    def _edge_after(self, start: int) -> int:
        high = min(len(self.text), start + REACH)
        for number in range(start // BLOCK, high // BLOCK + 1):
            edges = self._block(number).edges
            place = bisect_left(edges, (start, 0))
            if place < len(edges):
                return min(high, edges[place][0])
        return high

    def _backwards(self, low: int, stop: int) -> Iterator[Word]:
        for number in range(max(0, stop - 1) // BLOCK, low // BLOCK - 1, -1):
            for word in reversed(self._block(number).words):
                if word.start < low:
                    return
                if word.end <= stop:
                    yield word

    def _forwards(self, start: int, high: int) -> Iterator[Word]:
        for number in range(start // BLOCK, high // BLOCK + 1):
            block = self._block(number)
            for word in block.words[bisect_left(block.starts, start) :]:
                if word.end > high:
                    return
                yield word

    def _block(self, number: int) -> _Block:
        found = self._blocks.get(number)
        if found is None:
            first, last = number * BLOCK, (number + 1) * BLOCK
            words = list(self._words(first, last))
            edges = [
                match.span()
                for match in _EDGE.finditer(self.text, first, last + OVERLAP)
                if match.start() < last
            ]
            found = self._blocks[number] = _Block(words, [word.start for word in words], edges)
        return found

    def _words(self, first: int, last: int) -> Iterator[Word]:
        text, done = self.text, -1
        for match in WORD.finditer(text, first, last + LONGEST_WORD):
            start, end = match.span()
            if start >= last:
                return
            surface = match.group()
            gap = _gap_before(text, start) if done < 0 else text[done:start]
            if folded := folded_word(surface):
                yield _word(start, end, folded, surface[0].isupper(), gap)
                done = end


def _word(start: int, end: int, folded: str, is_capital: bool, gap: str) -> Word:
    if gap == " ":
        return Word(start, end, folded, is_capital, False, 0.0, folded in GOING_ON)
    is_after_stop = _STOP.search(gap) is not None
    return Word(start, end, folded, is_capital, gap in HYPHENS, _gap_cost(gap), is_after_stop)


def _gap_before(text: str, start: int) -> str:
    """Give what stands between a word and the one before it."""
    place = start
    while place > 0 and start - place < LONGEST_WORD and not is_inside_word(text, place):
        place -= 1
    return text[place:start]


def _gap_cost(gap: str) -> float:
    if _DASH.search(gap):
        return DASH_COST
    return COMMA_COST if _COMMA.search(gap) else 0.0
