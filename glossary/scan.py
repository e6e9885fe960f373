"""Find the known forms in a text: the longest at each word, by section 2.

Two sweeps find where a form may start: words with a capital or digit first,
and the lower-case words that start a jargon term, looked up once each. Only
there are patterns held against the words that follow. The sweeps run inside
the regular expression engine, so the cost is that of the rare places.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from glossary.capitals import Knowledge, bears_surname, is_capitalised, is_capitals, say_something
from glossary.keys import fold, stem
from glossary.lexicon import Lexicon, Pattern, PatternIndex, Word, patterns_of, plurals
from glossary.mentions import Mention, MentionKind
from glossary.model import Form, Term
from glossary.text import (
    APOSTROPHES,
    HYPHENS,
    INVISIBLE,
    MARKS,
    SPACES,
    WORD,
    OpaqueFinder,
    Span,
    is_inside_word,
    raised_words,
)

_SIMPLE = re.compile(rf"[^\W_][^\W_]*(?:[{MARKS}{INVISIBLE}]+[^\W_]*)*")

_GAP = re.compile(
    rf"(?=[^\w])[{SPACES}]{{0,4}}[{HYPHENS}{APOSTROPHES}/_]?[{SPACES}]{{0,4}}"
    rf"(?:\r?\n[{SPACES}]{{0,12}}(?![\r\n]))?"
)
_BROKEN = re.compile(rf"[\-\u2010\u00ad]\r?\n[{SPACES}]{{0,12}}")
_ELIDED = re.compile(
    rf"(?:[cdjlmnst]|(?:jus|lors|puis|quoi|pres|quel)?qu)[{APOSTROPHES}][^\W\d_]", re.IGNORECASE
)

_APOSTROPHES = frozenset(APOSTROPHES)

# Up to this many different lower-case starts, searching each is faster than
# going through every word of the text.
FEW_STARTS = 12

_KIND_ORDER: tuple[MentionKind, ...] = ("acronym", "name", "term", "full")


def scan(
    text: str,
    lexicon: Lexicon,
    *,
    opaque: Sequence[Span] = (),
    extra: Sequence[str] = (),
    full_forms: bool = False,
) -> list[Mention]:
    """Find every mention of a known form, in text order, never overlapping.

    `opaque` are stretches where nothing is recognised, sorted and disjoint;
    `extra` are short forms that only the document defines. Full forms count
    only with `full_forms`. Time is linear in the text.
    """
    indexes = [lexicon.mention_patterns]
    if full_forms:
        indexes.append(lexicon.full_patterns)
    if extra:
        indexes.append(PatternIndex(_extra_patterns(extra, lexicon)))
    return _Scanner(text, lexicon, indexes, opaque).mentions()


def find_full_forms(text: str, lexicon: Lexicon, *, opaque: Sequence[Span] = ()) -> list[Mention]:
    """Find where full forms are written out, in text order, never overlapping."""
    return _Scanner(text, lexicon, [lexicon.full_patterns], opaque).mentions()


def _extra_patterns(shorts: Iterable[str], lexicon: Lexicon) -> Iterator[Pattern]:
    for short in dict.fromkeys(shorts):
        term = Term(id="document", short_form=short, full_form=short, definition=short)
        for pattern in patterns_of(Form(short, "short"), term, ordinary=lexicon.is_ordinary):
            yield pattern._replace(term="")


class _Scanner:
    """Hold one text against the patterns of one lexicon."""

    def __init__(
        self, text: str, lexicon: Lexicon, indexes: Sequence[PatternIndex], opaque: Sequence[Span]
    ) -> None:
        self.text = text
        self.lexicon = lexicon
        self.indexes = indexes
        self.opaque = opaque
        self.addresses = OpaqueFinder(text)
        self.opaque_starts = [span.start for span in opaque]

    def mentions(self) -> list[Mention]:
        found: list[Mention] = []
        done = 0
        for start, end, patterns in self._starts():
            if start >= done:
                mention = self._mention_at(start, end, patterns)
                if mention is not None:
                    found.append(mention)
                    done = mention.end
        return found

    def _starts(self) -> Iterator[tuple[int, int, list[Pattern]]]:
        """Yield the places where a form may start, in order, with its patterns."""
        places = [*self._raised_starts(), *self._lower_starts()]
        places.sort(key=lambda place: place[0])
        return iter(places)

    def _raised_starts(self) -> Iterator[tuple[int, int, list[Pattern]]]:
        known: dict[str, list[Pattern]] = {}
        for match in raised_words(self.text):
            word = match.group()
            if (patterns := known.get(word)) is None:
                patterns = known[word] = self._fitting(word, self._patterns_for(word))
            if patterns:
                yield match.start(), match.end(), patterns

    def _patterns_for(self, word: str) -> Iterator[Pattern]:
        folded = fold(word)
        first = stem(folded)
        for index in self.indexes:
            yield from index.by_first.get(first, ())
        # A plural s on two letters («les DEs») is too short for the stem.
        if len(folded) == 3 and word[-1] == "s" and is_capitals(word[:-1]):
            for index in self.indexes:
                yield from index.by_first.get(folded[:-1], ())

    def _fitting(self, word: str, patterns: Iterable[Pattern]) -> list[Pattern]:
        """Keep the patterns that may start with a word and whose other words the text has.

        Asked once for each different word, so that a text pays for its
        vocabulary and not for its length.
        """
        present = self._present
        return [
            pattern
            for pattern in patterns
            if _fits(pattern.words[0], word, pattern)
            and (
                present is None
                or all(
                    part.key in present or not present.isdisjoint(plurals(part.key))
                    for part in pattern.words[1:]
                )
            )
        ]

    def _lower_starts(self) -> Iterator[tuple[int, int, list[Pattern]]]:
        starts = self._lower_words()
        if len(starts) <= FEW_STARTS:
            for word in starts:
                yield from self._places_of(word, starts[word])
        else:
            for match in WORD.finditer(self.text):
                if (patterns := starts.get(match.group())) is not None:
                    yield match.start(), match.end(), patterns

    def _lower_words(self) -> dict[str, list[Pattern]]:
        """Map the lower-case words that may start a form here to its patterns."""
        plain, folded = self._vocabulary
        starts: dict[str, list[Pattern]] = {}
        for index in self.indexes:
            for word in index.loose & plain:
                starts.setdefault(word, []).extend(self._fitting(word, index.by_first[stem(word)]))
            for word in index.loose & folded.keys():
                for written in folded[word]:
                    starts.setdefault(written, []).extend(self._fitting(written, index.by_first[stem(word)]))
        return {word: patterns for word, patterns in starts.items() if patterns}

    @cached_property
    def _vocabulary(self) -> tuple[set[str], dict[str, set[str]]]:
        return _vocabulary(self.text)

    @cached_property
    def _present(self) -> set[str] | None:
        """Give the folded words of the text; None where hyphens break words."""
        plain, folded = self._vocabulary
        return None if _BROKEN.search(self.text) else plain.union(folded)

    def _places_of(self, word: str, patterns: list[Pattern]) -> Iterator[tuple[int, int, list[Pattern]]]:
        start = self.text.find(word)
        while start >= 0:
            end = start + len(word)
            if not is_inside_word(self.text, start) and not is_inside_word(self.text, end + 1):
                yield start, end, patterns
            start = self.text.find(word, end)

    def _mention_at(self, start: int, end: int, patterns: list[Pattern]) -> Mention | None:
        """Give the longest form at a place whose conditions hold."""
        ends: dict[int, list[Pattern]] = {}
        for pattern in patterns:
            stop = self._match(pattern, end) if len(pattern.words) > 1 or pattern.tail else end
            if stop is not None:
                ends.setdefault(stop, []).append(pattern)
        for stop in sorted(ends, reverse=True):
            fitting = [pattern for pattern in ends[stop] if self._holds(pattern, start, stop)]
            if fitting and not self._is_opaque(start, stop):
                return _mention(self.text, start, stop, fitting)
        return None

    def _match(self, pattern: Pattern, end: int) -> int | None:
        """Hold a pattern against the words after its first; give its end."""
        text, position = self.text, end
        for word in pattern.words[1:]:
            match = _next_word(text, position, word.join)
            if match is None:
                return None
            if _fits(word, match.group(), pattern):
                position = match.end()
            elif (broken := _broken_end(text, match, word)) is not None:
                position = broken
            else:
                return None
        return _with_tail(text, position, pattern.tail)

    def _holds(self, pattern: Pattern, start: int, stop: int) -> bool:
        """Check what stands around a match: elision, capitals, sentence start."""
        text = self.text
        last = pattern.words[-1]
        following = text[stop : stop + 1]
        if following == "°":
            return False
        if following in _APOSTROPHES and last.shape == "caps" and _ELIDED.match(text, stop - len(last.key)):
            return False
        if pattern.kind in ("term", "full"):
            return True
        if not pattern.is_ordinary:
            return not (
                is_capitals(text[start:stop]) and text[start:stop].isalpha() and bears_surname(text, start)
            )
        if is_capitals(text[start:stop]):
            return say_something(text, start, stop, self._know)
        return not (len(pattern.words) == 1 and pattern.kind == "name" and starts_sentence(text, start))

    def _know(self, word: str) -> Knowledge:
        if not self.lexicon.by_key(word) and fold(word) not in self.lexicon.parts:
            return "word"
        return "both" if self.lexicon.is_ordinary(fold(word)) else "sigle"

    def _is_opaque(self, start: int, stop: int) -> bool:
        if self.opaque:
            number = bisect_right(self.opaque_starts, start) - 1
            if number >= 0 and self.opaque[number].end > start:
                return True
            if number + 1 < len(self.opaque) and self.opaque[number + 1].start < stop:
                return True
        around = self.addresses.around(start, stop)
        return around is not None and not (start <= around.start and around.end <= stop)


def _vocabulary(text: str) -> tuple[set[str], dict[str, set[str]]]:
    """Give the different words of a text: plain small ones, and the others by their fold."""
    different = set(_SIMPLE.findall(" ".join(set(text.split()))))
    plain = {word for word in different if word.isascii() and word.islower()}
    folded: dict[str, set[str]] = {}
    for word in different - plain:
        # One that starts with a capital counts as present only: the sweep of
        # capitals finds its places.
        folded.setdefault(fold(word), set()).update(() if word[0].isupper() else (word,))
    return plain, folded


def _next_word(text: str, position: int, join: str) -> re.Match[str] | None:
    """Match the word that follows, joined as the form joins it."""
    if join:
        rest = position
        while rest < len(text) and text[rest] in " \u00a0\u202f" and rest - position < 2:
            rest += 1
        if not text.startswith(join, rest):
            return None
        position = rest + len(join)
        while position < len(text) and text[position] in " \u00a0\u202f" and position - rest < 4:
            position += 1
        return WORD.match(text, position)
    gap = _GAP.match(text, position)
    return WORD.match(text, gap.end()) if gap is not None and gap.end() > position else None


def _broken_end(text: str, match: re.Match[str], word: Word) -> int | None:
    """Give the end of a word that a hyphen breaks at the end of a line."""
    broken = _BROKEN.match(text, match.end())
    rest = WORD.match(text, broken.end()) if broken else None
    if rest is None or word.shape != "free":
        return None
    whole = fold(match.group()) + fold(rest.group())
    return rest.end() if stem(whole) == stem(word.key) else None


def _with_tail(text: str, position: int, tail: str) -> int | None:
    if not tail:
        return position
    rest = position + 1 if text[position : position + 1] in ("\u00a0", "\u202f") else position
    return rest + len(tail) if text.startswith(tail, rest) else None


def _fits(word: Word, surface: str, pattern: Pattern) -> bool:
    """Say whether a word of the text shows what a word of the form asks."""
    folded = fold(surface)
    if word.shape == "free":
        return folded == word.key or stem(folded) == stem(word.key)
    if folded == word.key:
        return _shows(word, surface, pattern)
    if pattern.kind == "acronym" and surface[-1] == "s" and folded[:-1] == word.key:
        return _shows(word, surface[:-1], pattern)
    return False


def _shows(word: Word, surface: str, pattern: Pattern) -> bool:
    """Compare the case of a word with that of the form."""
    if surface == word.written:
        return True
    if surface.isupper():
        return word.shape == "caps" or len(surface) > 1 or surface == word.written
    if surface.isdigit():
        return True
    if word.shape == "written":
        if surface.isascii() and word.written.isascii():
            return False
        return _bare(surface) == _bare(word.written)
    return pattern.may_be_spoken and is_capitalised(_bare(surface))


def _bare(word: str) -> str:
    """Drop accents and invisible signs, keep case."""
    return "".join(sign for sign in unicodedata.normalize("NFD", word) if sign.isalnum())


def starts_sentence(text: str, start: int) -> bool:
    """Say whether a place is the first word of a sentence, line or text."""
    before = text[max(0, start - 12) : start].rstrip(' \t\u00a0\u202f«"“(*_#>-•')
    return not before or before[-1] in ".!?…\n:"


def _mention(text: str, start: int, stop: int, patterns: Sequence[Pattern]) -> Mention:
    kinds = {pattern.kind for pattern in patterns}
    return Mention(
        start=start,
        end=stop,
        surface=text[start:stop],
        key=min(pattern.key.replace(" ", "") for pattern in patterns),
        kind=next(kind for kind in _KIND_ORDER if kind in kinds),
        terms=tuple(sorted({pattern.term for pattern in patterns} - {""})),
    )
