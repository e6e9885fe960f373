"""Find the known forms in a text: the longest at each word, by section 2.

The pattern indexes of the lexicon say where a form may start; only there are
patterns held against the words of the text. So the cost is that of the rare
places where something may be found.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter

from glossary.capitals import Knowledge, bears_surname, is_capitalised, is_capitals, say_something
from glossary.keys import fold, stem
from glossary.lexicon import Lexicon, Pattern, PatternIndex, Word, patterns_of
from glossary.mentions import Mention, MentionKind
from glossary.model import Form, Term
from glossary.outline import Outline
from glossary.text import (
    APOSTROPHES,
    HYPHENS,
    SPACES,
    WORD,
    OpaqueFinder,
    Span,
)

_GAP = re.compile(
    rf"(?=[^\w])[{SPACES}]{{0,4}}[{HYPHENS}{APOSTROPHES}/_]?[{SPACES}]{{0,4}}"
    rf"(?:\r?\n[{SPACES}]{{0,12}}(?![\r\n]))?"
)
_BROKEN = re.compile(rf"[\-\u2010\u00ad]\r?\n[{SPACES}]{{0,12}}")
_ELIDED = re.compile(
    rf"(?:[cdjlmnst]|(?:jus|lors|puis|quoi|pres|quel)?qu)[{APOSTROPHES}][^\W\d_]", re.IGNORECASE
)

_APOSTROPHES = frozenset(APOSTROPHES)

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


class _Entry:
    """Hold what one written word may start, worked out once a text."""

    __slots__ = ("is_single", "key", "kind", "patterns", "terms")

    def __init__(self, patterns: Sequence[Pattern]) -> None:
        self.patterns = patterns
        # All ask the same of what stands around: one look decides for all.
        self.is_single = (
            all(len(pattern.words) == 1 and not pattern.tail for pattern in patterns)
            and len(
                {
                    (pattern.kind in ("term", "full"), pattern.is_ordinary, pattern.words[0])
                    for pattern in patterns
                }
            )
            == 1
        )
        self.key, self.kind, self.terms = _summary(patterns)


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
        for start, end, entry in self._starts():
            if start >= done:
                if entry.is_single:
                    mention = self._single_mention(start, end, entry)
                else:
                    mention = self._mention_at(start, end, entry.patterns)
                if mention is not None:
                    found.append(mention)
                    done = mention.end
        return found

    def _starts(self) -> Iterator[tuple[int, int, _Entry]]:
        """Yield the places where a form may start, in order, with what may start there."""
        outline = Outline(self.text)
        places = [start for index in self.indexes for start in index.starts(outline)]
        places.sort(key=itemgetter(0))
        # The list keeps its tuples alive, so that no two of them share an id.
        known: dict[tuple[str, int], _Entry | None] = {}
        number = 0
        while number < len(places):
            start, end, patterns = places[number]
            surface = self.text[start:end]
            number += 1
            if number < len(places) and places[number][0] == start:
                while number < len(places) and places[number][0] == start:
                    patterns += places[number][2]
                    number += 1
                entry = _entry(surface, patterns)
            else:
                key = surface, id(patterns)
                if key in known:
                    entry = known[key]
                else:
                    entry = known[key] = _entry(surface, patterns)
            if entry is not None:
                yield start, end, entry

    def _single_mention(self, start: int, end: int, entry: _Entry) -> Mention | None:
        if not self._holds(entry.patterns[0], start, end) or self._is_opaque(start, end):
            return None
        return Mention(
            start=start,
            end=end,
            surface=self.text[start:end],
            key=entry.key,
            kind=entry.kind,
            terms=entry.terms,
        )

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


def _entry(surface: str, patterns: Iterable[Pattern]) -> _Entry | None:
    fitting = [pattern for pattern in patterns if _fits(pattern.words[0], surface, pattern)]
    return _Entry(fitting) if fitting else None


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
    key, kind, terms = _summary(patterns)
    return Mention(start=start, end=stop, surface=text[start:stop], key=key, kind=kind, terms=terms)


def _summary(patterns: Sequence[Pattern]) -> tuple[str, MentionKind, tuple[str, ...]]:
    """Give key, kind and terms of a mention that fits some patterns."""
    kinds = {pattern.kind for pattern in patterns}
    return (
        min(pattern.key.replace(" ", "") for pattern in patterns),
        next(kind for kind in _KIND_ORDER if kind in kinds),
        tuple(sorted({pattern.term for pattern in patterns} - {""})),
    )
