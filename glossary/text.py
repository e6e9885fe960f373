"""Cut a text into words and say which stretches are no prose.

The text is never changed: every word keeps its place in the original. Elision
stands outside the word (`l'ARE` is `l` and `ARE`), a dotted acronym (`C.S.E.`)
is one word, and combining accents, soft hyphens and zero-width characters are
part of the word in which they stand.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate
from typing import NamedTuple


def _class_of(*categories: str) -> str:
    """Write the signs of Unicode categories as ranges of a character class."""
    codes = [code for code in _CODES if unicodedata.category(chr(code)) in categories]
    ranges: list[list[int]] = []
    for code in codes:
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in ranges)


# Where Unicode keeps its capitals and combining marks, but for rare scripts.
_CODES = (*range(0x3100), *range(0xA000, 0xAC00), *range(0xFE20, 0xFE30), *range(0x11000, 0x11A00))
MARKS = _class_of("Mn", "Mc", "Me")
_UPPER = _class_of("Lu")
INVISIBLE = "\u00ad\u200b-\u200d\u2060\ufeff"
SPACES = " \t\u00a0\u2000-\u200a\u202f\u205f\u3000"
HYPHENS = "\\-\u2010\u2011\u2012\u2013\u2212"
APOSTROPHES = "'\u2019\u02bc"

_CAPITAL = rf"[{_UPPER}][{MARKS}{INVISIBLE}]*"
_MORE = rf"[^\W_]*(?:[{MARKS}{INVISIBLE}]+[^\W_]*)*"
_INSIDE = rf"[^\W_]|[{MARKS}{INVISIBLE}]"
_BEFORE = rf"(?<![^\W_])(?<![{MARKS}{INVISIBLE}])"
DOTTED = rf"(?:{_CAPITAL}\.)+{_CAPITAL}(?!{_INSIDE})\.?"
WORD = re.compile(rf"{_BEFORE}(?:{DOTTED}|[^\W_]{_MORE})")

_PART_OF_WORD = re.compile(_INSIDE)
_MORE_OF_WORD = re.compile(_MORE)
_SPACE = re.compile(r"\s")

# A longer run without spaces is no prose (an address, coded data), and looking
# for addresses in it piece by piece would make the work quadratic.
MAX_CHUNK = 300

FILE_SUFFIXES = "pdf docx? xlsx? pptx? odt ods odp csv txt md html? xml json zip png jpe?g gif svg mp[34] py js css ya?ml toml"
DOMAIN_ENDS = "fr com org net eu io info gouv edu be ch ca lu re nc dev app tech coop pro"


@cache
def _raised() -> re.Pattern[str]:
    """Match the same words, but starting with the class of capitals and digits.

    The engine then skips to them in one go; the caller checks what stands
    before. Compiled when first needed: it takes 30 ms, and look-up needs none.
    """
    return re.compile(
        rf"[{_UPPER}0-9](?:(?<![0-9])[{MARKS}{INVISIBLE}]*(?:\.{_CAPITAL})+(?!{_INSIDE})\.?|{_MORE})"
    )


_SPACED = frozenset(["", " ", "\n", "\u00a0", "\u202f"])
_CLOSED = frozenset([", ", "; ", ") "])
_SUSPECT = re.compile(r"[@:/.#_\\]")
_RUNS = (
    re.compile(r"[^\s@]+@[^\s@]+|@\w+"),  # e-mail address, handle
    re.compile(r"\b[A-Za-z][A-Za-z0-9+.\-]{0,15}://\S+|\bwww\.\S+|\b[A-Za-z]:\\\S+"),  # URL, drive
    re.compile(r"(?<![\w&])\#[^\W\d]\w*"),  # tag
    re.compile(r"(?<![\w.)])(?:~|\.{1,2})?/[\w.\-][\w.\-/]*"),  # path from a root
    re.compile(r"\w*[^\W_]_+[^\W_]\w*\(?"),  # identifier of a program
)
_PLAIN_RUN = re.compile(r"[\w.\-/\\~]+")
_DOMAIN = re.compile(rf"[\w.\-]*[\w\-]\.(?:{DOMAIN_ENDS.replace(' ', '|')})(?:/\S*)?")
_FILE = re.compile(rf"\.(?i:{FILE_SUFFIXES.replace(' ', '|')})")


class Span(NamedTuple):
    """Mark a half-open stretch of a text, in code points."""

    start: int
    end: int


class Cut:
    """Hold a text with stretches cut out, and where each place has gone."""

    def __init__(self, text: str, spans: Sequence[Span]) -> None:
        """Take the stretches in order, disjoint."""
        self.starts = [span.start for span in spans]
        self.ends = [span.end for span in spans]
        kept = zip([0, *self.ends], [*self.starts, len(text)], strict=True)
        self.text = "".join(text[start:end] for start, end in kept)
        lengths = (span.end - span.start for span in spans)
        self._lost = [0, *accumulate(lengths)]
        # Where each cut is in the shorter text.
        self._places = [start - lost for start, lost in zip(self.starts, self._lost, strict=False)]

    def holds(self, position: int) -> bool:
        """Say whether a place is inside a stretch that was cut out."""
        number = bisect_right(self.starts, position)
        return number > 0 and position < self.ends[number - 1]

    def moved(self, position: int) -> int:
        """Give the place in the shorter text; one cut out goes to where it was."""
        number = bisect_right(self.starts, position)
        if number and position < self.ends[number - 1]:
            return self.starts[number - 1] - self._lost[number - 1]
        return position - self._lost[number]

    def original(self, start: int, end: int) -> Span:
        """Give where a stretch of the shorter text stands in the longer one.

        It is longer there where something was cut out inside.
        """
        number = bisect_right(self._places, start)
        last = bisect_left(self._places, end)
        return Span(start + self._lost[number], end + self._lost[max(number, last)])


class Token(NamedTuple):
    """Hold one word with its place: `text[start:end] == surface`."""

    start: int
    end: int
    surface: str


def tokenize(text: str) -> Iterator[Token]:
    """Yield the words of a text, in order.

    >>> [token.surface for token in tokenize("l’ARE, C.S.E. et ex-ANPE")]
    ['l', 'ARE', 'C.S.E.', 'et', 'ex', 'ANPE']
    """
    for match in WORD.finditer(text):
        yield Token(match.start(), match.end(), match.group())


def raised_words(text: str) -> Iterator[re.Match[str]]:
    """Yield the words that start with a capital or a digit, in order.

    >>> [match.group() for match in raised_words("le CSE de 2024, iPad")]
    ['CSE', '2024']
    """
    raised, position = _raised(), 0
    while (match := raised.search(text, position)) is not None:
        if not is_inside_word(text, match.start()):
            yield match
            position = match.end()
        else:
            # Not to the end of the match: in «aZ.Z» it runs over the dot, past the word Z.
            position = _rest_of_word(text, match.start())


def _rest_of_word(text: str, position: int) -> int:
    found = _MORE_OF_WORD.match(text, position)
    return found.end() if found is not None else position


def is_inside_word(text: str, position: int) -> bool:
    """Say whether the sign before a place belongs to a word."""
    return position > 0 and _PART_OF_WORD.match(text, position - 1) is not None


class OpaqueFinder:
    """Find e-mails, URLs, file names, paths, tags and handles in one text."""

    def __init__(self, text: str) -> None:
        """Take the text; nothing is looked at before it is asked for."""
        self.text = text
        self._left = self._right = 0
        self._spans: list[Span] = []

    def around(self, start: int, end: int) -> Span | None:
        """Find the stretch that is no prose at a word; None where it is prose.

        Linear over a text for words asked for in order.
        """
        if self._stands_alone(start, end):
            return None
        if not (self._left <= start and end <= self._right):
            self._enter(start, end)
        for span in self._spans:
            if span.start < end and span.end > start:
                return span
        return None

    def _stands_alone(self, start: int, end: int) -> bool:
        """Say whether spaces stand around a word, or a sign that is part of no address."""
        text = self.text
        return (
            (start == 0 or text[start - 1] in _SPACED)
            and (text[end : end + 1] in _SPACED or text[end : end + 2] in _CLOSED)
            and _SUSPECT.search(text, start, end) is None
        )

    def _enter(self, start: int, end: int) -> None:
        """Take the run without spaces around a place as the current one."""
        left = start
        while left > 0 and not self.text[left - 1].isspace():
            left -= 1
        following = _SPACE.search(self.text, end)
        right = following.start() if following else len(self.text)
        self._left, self._right = left, right
        if right - left == end - start:
            self._spans = []
        elif right - left > MAX_CHUNK:
            self._spans = [Span(left, right)]
        else:
            self._spans = [
                Span(left + span.start, left + span.end) for span in find_opaque(self.text[left:right])
            ]


def find_opaque(chunk: str) -> list[Span]:
    """Find what is no prose in a run without spaces.

    >>> find_opaque("#CSE"), find_opaque("CSE/CSSCT")
    ([Span(start=0, end=4)], [])
    """
    if not _SUSPECT.search(chunk):
        return []
    spans = [Span(*match.span()) for run in _RUNS for match in run.finditer(chunk)]
    for match in _PLAIN_RUN.finditer(chunk):
        run, start = match.group(), match.start()
        if (domain := _DOMAIN.match(run)) and not _PART_OF_WORD.match(run, domain.end()):
            spans.append(Span(start, start + domain.end()))
        elif _is_path(run):
            spans.append(Span(*match.span()))
        else:
            spans += [
                Span(start, start + ending.end())
                for ending in _FILE.finditer(run)
                if ending.start() and not _PART_OF_WORD.match(run, ending.end())
            ]
    return spans


def _is_path(run: str) -> bool:
    """Say whether it has three parts or more and ends in small letters."""
    parts = run.split("/")
    return len(parts) > 2 and all(parts[:-1]) and any("a" <= sign <= "z" for sign in parts[-1])


def opaque_around(text: str, start: int, end: int) -> Span | None:
    """Find the e-mail, URL, file name, path, tag or handle at one word."""
    return OpaqueFinder(text).around(start, end)
