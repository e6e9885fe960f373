"""Cut a text into words and say which stretches are no prose.

The text is never changed: every word keeps its place in the original. Elision
stands outside the word (`l'ARE` is `l` and `ARE`), a dotted acronym (`C.S.E.`)
is one word, and combining accents, soft hyphens and zero-width characters are
part of the word in which they stand.
"""

import re
import unicodedata
from collections.abc import Iterator
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

# The same words, but starting with the class of capitals and digits, to which
# the engine then skips in one go; the caller checks what stands before.
_RAISED = re.compile(
    rf"[{_UPPER}0-9](?:(?<![0-9])[{MARKS}{INVISIBLE}]*(?:\.{_CAPITAL})+(?!{_INSIDE})\.?|{_MORE})"
)
_PART_OF_WORD = re.compile(_INSIDE)

# A chunk between spaces is looked at no further than this on either side of
# a word, so that a text without spaces cannot make the work quadratic.
CHUNK_REACH = 200

FILE_SUFFIXES = "pdf docx? xlsx? pptx? odt ods odp csv txt md html? xml json zip png jpe?g gif svg mp[34] py js css ya?ml toml"
DOMAIN_ENDS = "fr com org net eu io info gouv edu be ch ca lu re nc dev app tech coop pro"

_OPAQUE = re.compile(
    r"[^\s@]+@[^\s@]+"  # e-mail address
    r"|@\w+"  # handle
    r"|\b[a-z][a-z0-9+.\-]*://\S+"  # URL
    r"|\bwww\.\S+"
    rf"|(?:[\w\-]+\.)+(?:{DOMAIN_ENDS.replace(' ', '|')})(?!{_INSIDE})(?:[/:?#]\S*)?"  # domain name
    r"|(?<![\w&])\#[^\W\d]\w*"  # tag
    rf"|[\w\-./\\~]*\w\.(?i:{FILE_SUFFIXES.replace(' ', '|')})(?!{_INSIDE})"  # file name
    r"|(?<![\w.)])(?:~|\.{1,2})?/(?:[\w.\-]+/)*[\w.\-]+"  # path from a root
    r"|\b[A-Za-z]:\\\S+"
    r"|(?:[\w.\-]+/){2,}[\w.\-]*[a-z][\w.\-]*"  # path of three parts with a lower-case end
    r"|\w+(?:_\w+)+\(?"  # identifier of a program
)


class Span(NamedTuple):
    """Mark a half-open stretch of a text, in code points."""

    start: int
    end: int


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
    for match in _RAISED.finditer(text):
        if not is_inside_word(text, match.start()):
            yield match


def is_inside_word(text: str, position: int) -> bool:
    """Say whether the sign before a place belongs to a word."""
    return position > 0 and _PART_OF_WORD.match(text, position - 1) is not None


def opaque_around(text: str, start: int, end: int) -> Span | None:
    """Find the e-mail, URL, file name, path, tag or handle at a word.

    Looks at the stretch without spaces around `text[start:end]`, at most
    `CHUNK_REACH` code points on either side. None where the word is prose.
    """
    left, right = start, end
    while left > 0 and start - left < CHUNK_REACH and not text[left - 1].isspace():
        left -= 1
    while right < len(text) and right - end < CHUNK_REACH and not text[right].isspace():
        right += 1
    if right - left == end - start:
        return None
    for match in _OPAQUE.finditer(text, left, right):
        if match.start() < end and match.end() > start:
            return Span(match.start(), match.end())
    return None
