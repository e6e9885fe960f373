"""Find the known forms in a text: the longest at each word, by section 2.

The pattern indexes of the lexicon say where a form may start; only there are
patterns held against the words of the text. So the cost is that of the rare
places where something may be found.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter

from glossary.capitals import Knowledge, Seen, bears_surname, is_capitals, is_quiet, say_something
from glossary.keys import fold, stem
from glossary.lexicon import Group, Lexicon, Pattern, PatternIndex, Reading, Word, fits, patterns_of, summary
from glossary.mentions import Mention
from glossary.model import Form, Term
from glossary.ordinary import MAX_LENGTH
from glossary.outline import Outline
from glossary.text import (
    APOSTROPHES,
    HYPHENS,
    SPACES,
    WORD,
    OpaqueFinder,
    Span,
)

# A dash or slash between spaces parts two forms: «CGT – FO – SUD».
_GAP = re.compile(
    rf"(?=[^\w])(?![{SPACES}]+[{HYPHENS}/][{SPACES}])[{SPACES}]{{0,4}}[{HYPHENS}{APOSTROPHES}/_]?[{SPACES}]{{0,4}}"
    rf"(?:\r?\n[{SPACES}]{{0,12}}(?![\r\n]))?"
)
# The rest of a reference number.
_REFERENCE = re.compile(r"[\-\u2010\u2011]\d+[\-\u2010\u2011/.]\d")
_NUMBERED = re.compile(r"[\-\u2010\u2011]\d{2}")
_BROKEN = re.compile(rf"[\-\u2010\u00ad]\r?\n[{SPACES}]{{0,12}}")
_ELIDED = re.compile(
    rf"(?:[cdjlmnst]|(?:jus|lors|puis|quoi|pres|quel)?qu)[{APOSTROPHES}][^\W\d_]", re.IGNORECASE
)

_APOSTROPHES = frozenset(APOSTROPHES)
_HYPHENS = frozenset("-\u2010\u2011")


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
        self._seen = Seen(text)
        self._known: dict[str, Knowledge] = {}

    def mentions(self) -> list[Mention]:
        found: list[Mention] = []
        done = 0
        for start, end, reading in self._starts():
            if start >= done:
                if reading.is_single:
                    mention = self._single_mention(start, end, reading)
                else:
                    mention = self._mention_at(start, end, reading.patterns)
                if mention is not None:
                    found.append(mention)
                    done = mention.end
        return found

    def _starts(self) -> Iterator[tuple[int, int, Reading]]:
        """Yield the places where a form may start, in order, with what may start there."""
        outline = Outline(self.text)
        places = [start for index in self.indexes for start in index.starts(outline)]
        places.sort(key=itemgetter(0))
        # The list keeps its groups alive, so that no two of them share an id.
        merged: dict[tuple[int, ...], Group] = {}
        number = 0
        while number < len(places):
            start, end, group = places[number]
            number += 1
            if number < len(places) and places[number][0] == start:
                groups = [group]
                while number < len(places) and places[number][0] == start:
                    groups.append(places[number][2])
                    number += 1
                key = tuple(map(id, groups))
                if key not in merged:
                    merged[key] = Group(tuple(pattern for each in groups for pattern in each.patterns))
                group = merged[key]
            reading = group.read(self.text[start:end])
            if reading.patterns:
                yield start, end, reading

    def _single_mention(self, start: int, end: int, reading: Reading) -> Mention | None:
        if not self._holds(reading.patterns[0], start, end) or self._is_opaque(start, end):
            return None
        return Mention(
            start=start,
            end=end,
            surface=self.text[start:end],
            key=reading.key,
            kind=reading.kind,
            terms=reading.terms,
        )

    def _mention_at(self, start: int, end: int, patterns: Sequence[Pattern]) -> Mention | None:
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
            if fits(word, match.group(), pattern):
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
        if following == "°" or (following in _HYPHENS and self._is_reference(start, stop)):
            return False
        if following in _APOSTROPHES and last.shape == "caps" and _ELIDED.match(text, stop - len(last.key)):
            return False
        if pattern.kind in ("term", "full"):
            return True
        if is_capitals(text[start:stop]):
            return self._stands(start, stop, is_ordinary=pattern.is_ordinary)
        is_name = pattern.is_ordinary and len(pattern.words) == 1 and pattern.kind == "name"
        return not (is_name and starts_sentence(text, start))

    def _stands(self, start: int, stop: int, *, is_ordinary: bool) -> bool:
        """Ask the guard of capitals."""
        if is_quiet(self.text, start, stop):
            return True

        def stands() -> bool:
            if is_ordinary:
                return say_something(self.text, start, stop, self._know)
            return not (self.text[start:stop].isalpha() and bears_surname(self.text, start))

        return self._seen.ask(start, stop, stands, kind=is_ordinary)

    def _is_reference(self, start: int, stop: int) -> bool:
        """Say whether a match is a part of a reference number: CIP-2024-08, FOR-CIP-25."""
        text = self.text
        if _REFERENCE.match(text, stop):
            return True
        return start > 0 and text[start - 1] in _HYPHENS and _NUMBERED.match(text, stop) is not None

    def _know(self, word: str) -> Knowledge:
        if word not in self._known:
            self._known[word] = self._look_up(word)
        return self._known[word]

    def _look_up(self, word: str) -> Knowledge:
        folded = fold(word)
        is_ordinary = self.lexicon.is_ordinary(folded)
        if not self.lexicon.by_key(word) and folded not in self.lexicon.parts:
            # No list holds longer words: they may well be ordinary.
            return "word" if is_ordinary or len(folded) > MAX_LENGTH else "strange"
        return "both" if is_ordinary else "sigle"

    def _is_opaque(self, start: int, stop: int) -> bool:
        if self.opaque:
            number = bisect_right(self.opaque_starts, start) - 1
            if number >= 0 and self.opaque[number].end > start:
                return True
            if number + 1 < len(self.opaque) and self.opaque[number + 1].start < stop:
                return True
        around = self.addresses.around(start, stop)
        return around is not None and not (start <= around.start and around.end <= stop)


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


def starts_sentence(text: str, start: int) -> bool:
    """Say whether a place is the first word of a sentence, line or text."""
    before = text[max(0, start - 12) : start].rstrip(' \t\u00a0\u202f«"“(*_#>-•')
    return not before or before[-1] in ".!?…\n:"


def _mention(text: str, start: int, stop: int, patterns: Sequence[Pattern]) -> Mention:
    key, kind, terms = summary(patterns)
    return Mention(start=start, end=stop, surface=text[start:stop], key=key, kind=kind, terms=terms)
