"""Find where patterns may start in an outline, all of them in one go.

Two automata after Aho and Corasick (1975) run over the bytes of an outline:
one finds words as acronyms and names write them, one finds jargon and the
first two words of phrases in any case. They find a superset, at the speed of
memory; `scan` then holds the patterns against the text itself. What an
outline cannot tell is looked up word by word.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from ahocorasick_rs import BytesAhoCorasick

from glossary.keys import fold, stem
from glossary.lexicon.patterns import Pattern, fits, summary
from glossary.outline import Outline, outline_of

# Signs between two words up to which a needle finds both: a space, an
# apostrophe, « - », a line end of two signs. Wider gaps are few.
NEEDLE_GAPS = 3


# Ways to write one word that are remembered; more are an attack.
MAX_READINGS = 50
# Words looked up one by one that are remembered.
MAX_WORDS = 5_000


class Reading:
    """Hold what one written word may start."""

    __slots__ = ("is_single", "key", "kind", "patterns", "terms")

    def __init__(self, patterns: tuple[Pattern, ...]) -> None:
        """Take the patterns whose first word it fits."""
        self.patterns = patterns
        self.is_single = len({_conditions(pattern) for pattern in patterns}) == 1 and _is_word(patterns[0])
        """Whether all are this word alone, and ask the same of what stands around."""
        if self.is_single:
            self.key, self.kind, self.terms = summary(patterns)


class Group:
    """Hold patterns that a word may start, and remember how it reads."""

    __slots__ = ("_known", "patterns")

    def __init__(self, patterns: tuple[Pattern, ...]) -> None:
        """Take the patterns, perhaps more than fit."""
        self.patterns = patterns
        self._known: dict[str, Reading] = {}

    def read(self, surface: str) -> Reading:
        """Say what a word may start as it is written; its patterns may be none."""
        reading = self._known.get(surface)
        if reading is None:
            if len(self._known) >= MAX_READINGS:
                self._known.clear()
            fitting = tuple(pattern for pattern in self.patterns if fits(pattern.words[0], surface, pattern))
            reading = self._known[surface] = Reading(fitting)
        return reading


def _conditions(pattern: Pattern) -> tuple[object, ...]:
    """Give all that a match is asked beyond its first word."""
    last = pattern.words[-1]
    return len(pattern.words), pattern.tail, last.shape, last.key, pattern.kind, pattern.is_ordinary


def _is_word(pattern: Pattern) -> bool:
    return len(pattern.words) == 1 and not pattern.tail


class Start(NamedTuple):
    """Hold a word of a text that may start a form."""

    start: int
    end: int
    """End of the first word."""
    group: Group
    """What may start here, and perhaps more."""


class PatternIndex:
    """Find patterns by the first words that a text must show."""

    by_first: dict[str, tuple[Pattern, ...]]
    """Stemmed first word to its patterns, longest first."""

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        """Take patterns in any order."""
        found: dict[str, list[Pattern]] = {}
        for pattern in patterns:
            found.setdefault(stem(pattern.words[0].key), []).append(pattern)
        self._words: dict[str, Group] = {}
        self._phrases: dict[str, Group] = {}
        self.by_first = {first: tuple(sorted(group, key=_longest_first)) for first, group in found.items()}

    @cached_property
    def _needles(self) -> "_Needles":
        return _Needles(pattern for group in self.by_first.values() for pattern in group)

    def starts(self, outline: Outline) -> Iterator[Start]:
        """Yield every place where a pattern may start, in no order; some come twice."""
        zones = bool(outline.zones)
        for automaton, drawn in (
            (self._needles.cased, outline.cased),
            (self._needles.small, outline.lowered),
        ):
            for number, start, end in automaton.find(drawn):
                if not (zones and outline.in_zone(start)):
                    yield Start(start, end - 2, automaton.groups[number])
        yield from self._phrase_starts(outline)
        for token in outline.odd_words():
            group = self._of_word(token.surface)
            if group.patterns:
                yield Start(token.start, token.end, group)
        if self._needles.phrases is not None:
            for token in outline.words_before_gaps():
                group = self._phrases_of_word(token.surface)
                if group.patterns:
                    yield Start(token.start, token.end, group)

    def _phrase_starts(self, outline: Outline) -> Iterator[Start]:
        if self._needles.phrases is None:
            return
        lowered = outline.lowered
        done = -1
        for _, start, _ in self._needles.phrases.find_matches_as_indexes(lowered, overlapping=True):
            if start == done or (outline.zones and outline.in_zone(start)):
                continue
            done = start
            end = lowered.index(b" ", start + 1) - 1
            group = self._walk(outline, start, end)
            if group.patterns:
                yield Start(start, end, group)

    def _walk(self, outline: Outline, start: int, end: int) -> Group:
        """Follow the words of the text down the tree of phrases."""
        if outline.has_breaks:
            return self._phrases_of_word(outline.text[start:end])
        node = self._needles.tree.children.get(_root(outline.lowered[start + 1 : end + 1]))
        found: tuple[Pattern, ...] = ()
        position = end
        while node is not None and node.children:
            word, position = outline.word_after(position)
            if word == b"?":
                return self._phrases_of_word(outline.text[start:end])
            node = node.children.get(_root(word))
            if node is not None:
                found += node.patterns
        return Group(found)

    def _of_word(self, word: str) -> Group:
        """Give every pattern whose first word has the stem of a word."""
        return self._remembered(word, self._words, self._look_up)

    def _phrases_of_word(self, word: str) -> Group:
        """Give those of them that are phrases."""
        return self._remembered(
            word, self._phrases, lambda _: (p for p in self._of_word(word).patterns if len(p.words) > 1)
        )

    def _remembered(
        self, word: str, known: dict[str, Group], find: Callable[[str], Iterable[Pattern]]
    ) -> Group:
        group = known.get(word)
        if group is None:
            if len(known) >= MAX_WORDS:
                known.clear()
            group = known[word] = Group(tuple(find(word)))
        return group

    def _look_up(self, word: str) -> Iterable[Pattern]:
        folded = fold(word)
        yield from self.by_first.get(stem(folded), ())
        # A plural s on two letters («les DEs») is too short for the stem.
        if len(folded) == 3 and word[-1] == "s" and word[:-1].isupper():
            yield from self.by_first.get(folded[:-1], ())


def _longest_first(pattern: Pattern) -> tuple[int, str, str]:
    return -len(pattern.words), pattern.key, pattern.term


class _Needles:
    """Hold what is searched for in outlines; built when first asked for."""

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        """Build the automata: some milliseconds for ten thousand patterns."""
        cased: dict[bytes, list[Pattern]] = {}
        small: dict[bytes, list[Pattern]] = {}
        phrases: set[bytes] = set()
        self.tree = _Node()
        for pattern in patterns:
            if len(pattern.words) > 1:
                self.tree.add(pattern)
                phrases.update(_phrase_needles(pattern))
            elif pattern.words[0].shape == "free":
                for needle in _free_needles(pattern.words[0].key):
                    small.setdefault(needle, []).append(pattern)
            else:
                for needle in _cased_needles(pattern):
                    cased.setdefault(needle, []).append(pattern)
        self.cased = _Automaton(cased)
        self.small = _Automaton(small)
        self.phrases = BytesAhoCorasick(sorted(phrases)) if phrases else None


class _Automaton:
    """Find needles that stand for patterns."""

    def __init__(self, patterns: dict[bytes, list[Pattern]]) -> None:
        needles = sorted(patterns)
        self.groups = [Group(tuple(patterns[needle])) for needle in needles]
        self._automaton = BytesAhoCorasick(needles) if needles else None

    def find(self, drawn: bytes) -> Sequence[tuple[int, int, int]]:
        """Give (number of the needle, start, end) of each, by end."""
        if self._automaton is None:
            return ()
        return self._automaton.find_matches_as_indexes(drawn, overlapping=True)


class _Node:
    """Hold the phrases that go on from some first words."""

    __slots__ = ("children", "patterns")

    def __init__(self) -> None:
        self.children: dict[bytes, _Node] = {}
        self.patterns: tuple[Pattern, ...] = ()

    def add(self, pattern: Pattern) -> None:
        node = self
        for word in pattern.words:
            node = node.children.setdefault(_root(word.key.encode("utf-8")), _Node())
        node.patterns += (pattern,)


def _root(word: bytes) -> bytes:
    """Free a word of every plural sign, so that all that may be one word are equal."""
    return word.rstrip(b"sx")


def _free_needles(key: str) -> Iterator[bytes]:
    root = stem(key)
    if root.isascii():
        yield from (f" {word} ".encode("ascii") for word in (root, root + "s", root + "x"))


def _cased_needles(pattern: Pattern) -> Iterator[bytes]:
    """Yield the ways in which an outline may show a single word, and some more."""
    word = pattern.words[0]
    if not word.key.isascii():
        return
    ways = {word.key.upper(), word.key.capitalize(), outline_of(word.written).decode("ascii")}
    for way in ways:
        if way.isalnum():
            yield f" {way} ".encode("ascii")
            yield f" {way}s ".encode("ascii")


def _phrase_needles(pattern: Pattern) -> Iterator[bytes]:
    """Yield the first word in full and the start of the second, by the signs between."""
    first, second = (stem(word.key) for word in pattern.words[:2])
    if first.isascii() and second.isascii():
        for gap in range(1, NEEDLE_GAPS + 1):
            for end in ("", "s", "x"):
                yield f" {first}{end}{' ' * gap}{second}".encode("ascii")
