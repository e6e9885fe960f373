"""Find where a definition may stand: a sigle, and the sign that joins its meaning.

Brackets, «=», «:», a dash, a comma, «ou», «dit», «ci-après» and their like.
The sweeps run inside the regular expression engine and stop at rare signs
only, so that a page without brackets and sigles costs next to nothing.
"""

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from glossary.definitions.french import BETWEEN, CUES
from glossary.definitions.shorts import ATOM, UPPER, bare, is_sigle
from glossary.text import APOSTROPHES, INVISIBLE, MARKS, SPACES, Span, is_inside_word

OPENING = '«“"<‹„*_'
CLOSING = '»”"›>*_'
# How far a sigle may stand from the sign that follows it, in code points.
TAIL = 24
# Spaces, quotes and a line break between a word and a sign, in code points.
MOST_BETWEEN = 16


class Trust(Enum):
    """Say how much a sign vouches for a definition."""

    STATED = "stated"
    """«=»: the letters need not even fit."""
    SURE = "sure"
    """Brackets, a list, «ci-après»: the letters must fit as well as a sigle's do."""
    WHOLE = "whole"
    """The next paragraph or cell: the long form must fill it."""
    STRICT = "strict"
    """A comma, a dash, «ou», an enumeration: nearly every letter must start a word."""


class Sign(NamedTuple):
    """Hold a place where a definition may stand."""

    short: Span
    place: int
    """Where the long form ends, or where it starts."""
    is_before: bool
    """Whether the long form stands before that place."""
    trust: Trust


_S = rf"[{SPACES}\n]"
# Spaces and at most one line break: never on to the next paragraph.
_GAP = rf"[{SPACES}]{{0,8}}(?:\r?\n[{SPACES}]{{0,12}}(?![\r\n]))?"
_ARTICLE = rf"(?:(?:le|la|les|un|une|du|des|de la|au|aux){_S}|[ld][{APOSTROPHES}])"
# A comma or dash right before a sigle; more than this of a text is no word of these.
JOINERS = ",–—"
LONGEST_CUE = 14
_BESIDE = OPENING + APOSTROPHES + "-\u2010\u2011"
_LEADING = re.compile(
    rf"{_GAP}[{OPENING}]{{0,3}}{_GAP}(?:(?:ci[\- ]après|désormais|dite?s?|dénommée?s?|désignée?s?|appelée?s?|abrégée?s?|abréviation|sigle"
    rf"|acronyme|en abrégé|en anglais|en français|par le sigle|sous le sigle|par l[{APOSTROPHES}]acronyme|sous le nom de"
    rf"|ou encore|ou|soit|noté|en|par|comme)[{SPACES}\n:,]{{1,3}}){{0,3}}{_ARTICLE}?{_GAP}[{OPENING}]{{0,3}}{_GAP}"
)
_ONE_WORD = re.compile(rf"{ATOM}\.?")
_TWO_WORDS = re.compile(rf"{ATOM} {ATOM}")
_WHOLE = re.compile(rf"(?:[ldLD][{APOSTROPHES}])?({ATOM}\.?)\Z")
_AFTER_SHORT = re.compile(rf"\s*[{CLOSING}]*\s*(?:[)\]]|[,;:]\s|[–—-]\s|(?:en|selon|dans|ou|puis)\s|\Z)")
_MORE = re.compile(rf"\s*(?:…|\.\.\.|[,;/]\s*(?:etc\b|…|\.\.\.|(?:(?:et|ou)\s)?({ATOM})))")
_MEANING = re.compile(
    rf"{_GAP}[{OPENING}]{{0,3}}{_GAP}(?:(?:pour|soit|ou|c[{APOSTROPHES}]est-à-dire|à savoir|signifie|sigle de|acronyme de|acronyme pour"
    rf"|abréviation de){_S})?{_GAP}{_ARTICLE}?[{OPENING}]{{0,3}}{_GAP}"
)

_BRACKET = re.compile(r"[(\[](?=[^()\[\]]{2})")
# After these no bracket explains: «(CSE) (CSSCT)».
_BARRED = ")]}(:;!?|="
_EQUALS = re.compile("=")
_COLON = re.compile(r":(?=\s)")
_CELL_EDGE = re.compile(r"[|\t](?<![|\t\n].)")
_ALONE = re.compile(rf"({ATOM}\.?)(?=\n\n[^\W_])")
_LINE = re.compile("\n")
_ENTRY = re.compile(r"(?:^|[\n;,(:|\t]|[\-*•–—✓]|[0-9][.)])[\s*]*\Z")
_TOKEN = re.compile(
    rf"[{UPPER}][{MARKS}{INVISIBLE}]*[.&/\-]?[{UPPER}0-9](?:[.&/\-+]?[^\W_][{MARKS}{INVISIBLE}]*){{0,14}}"
)
_JOINED_AFTER = re.compile(
    rf"s?[{CLOSING}]?(?:(?P<loose>,(?={_S})|{_S}[–—-](?={_S})|{_S}ou{_S})|{_S}?[«“\"]|{_S}?:(?={_S})"
    rf"|,?{_S}(?:c[{APOSTROPHES}]est-à-dire|soit|signifie|désigne|pour|veut{_S}dire"
    rf"|(?:est{_S})?(?:l[{APOSTROPHES}]acronyme|l[{APOSTROPHES}]abréviation|le{_S}sigle|acronyme|sigle){_S}(?:de|du|pour)){_S})"
)
# What may join a sigle to the long form before it: at most this many words.
MOST_CUES = 6


def signs(text: str) -> Iterator[Sign]:
    """Yield the places where a text may give a definition, the surest kind first."""
    yield from _brackets(text)
    yield from _equals(text)
    yield from _entries(text)
    yield from _paragraphs(text)
    yield from _words(text)


def _brackets(text: str) -> Iterator[Sign]:
    """Yield «forme longue (FL)» and «FL (forme longue)»."""
    for match in _BRACKET.finditer(text):
        stop = _back(text, match.start(), CLOSING)
        if stop and text[stop - 1] in _BARRED:
            continue
        if stop and (short := _short_inside(text, match.end())):
            yield Sign(short, stop, True, _trust_inside(text, short.end))
        if short := short_before(text, stop):
            yield Sign(short, meaning_start(text, match.end()), False, Trust.SURE)


def _equals(text: str) -> Iterator[Sign]:
    """Yield «FL = forme longue»."""
    for match in _EQUALS.finditer(text):
        if short := short_before(text, _back(text, match.start(), CLOSING)):
            yield Sign(short, meaning_start(text, match.end()), False, Trust.STATED)


def _entries(text: str) -> Iterator[Sign]:
    """Yield «FL : forme longue» where it is an entry of a list, or two cells of a table."""
    for sign in (_COLON, _CELL_EDGE):
        for match in sign.finditer(text):
            stop = _back(text, match.start(), CLOSING)
            short = short_before(text, stop) if text[stop - 1 : stop] not in _BARRED else None
            if short and _ENTRY.search(text, max(0, short.start - 8), short.start):
                yield Sign(short, meaning_start(text, match.end()), False, Trust.SURE)


def _paragraphs(text: str) -> Iterator[Sign]:
    """Yield a sigle alone in a paragraph, as documents give the cells of a table."""
    starts = [0, *(match.end() for match in _LINE.finditer(text))]
    for start in starts:
        if match := _ALONE.match(text, start):
            yield Sign(Span(*match.span(1)), meaning_start(text, match.end() + 2), False, Trust.WHOLE)


def _words(text: str) -> Iterator[Sign]:
    """Yield what a comma, a dash, «ou», «dit» or «ci-après» joins.

    Beside another sigle they only count up: «la CFDT, FO et la CGT».
    """
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        if (start and is_inside_word(text, start)) or not is_sigle(bare(match.group())):
            continue
        short = Span(start, end)
        if after := _JOINED_AFTER.match(text, end):
            trust = Trust.STRICT if after["loose"] else Trust.SURE
            place = meaning_start(text, after.end())
            if not text[place : place + 2].isupper():
                yield Sign(short, place, False, trust)
        if (before := _join_before(text, start)) and not text[before[0] - 2 : before[0]].isupper():
            yield Sign(short, before[0], True, before[1])


def _short_inside(text: str, start: int) -> Span | None:
    """Find the sigle at the start of a bracket, of two words where the bracket is."""
    leading = _LEADING.match(text, start)
    place = leading.end() if leading else start
    for form in (_TWO_WORDS, _ONE_WORD):
        short = form.match(text, place)
        if short and _AFTER_SHORT.match(text, short.end()):
            return Span(*short.span())
    return None


def _trust_inside(text: str, end: int) -> Trust:
    """Say whether a bracket holds an enumeration: «des conseillers (CDE, CDDE…)»."""
    more = _MORE.match(text, end)
    is_list = more is not None and (more[1] is None or is_sigle(more[1]))
    return Trust.STRICT if is_list else Trust.SURE


def short_before(text: str, end: int) -> Span | None:
    """Find the sigle that ends at a place; None where no sigle does."""
    low = start = max(0, end - TAIL)
    for place in range(end, low, -1):
        if text[place - 1].isspace() or text[place - 1] in '([«“"*,;|=<':
            start = place
            break
    else:
        return None if low else _whole(text, 0, end)
    return _whole(text, start, end)


def _whole(text: str, start: int, end: int) -> Span | None:
    surface = text[start:end]
    if not surface or surface.islower() or surface.isdigit():
        return None
    match = _WHOLE.match(surface)
    return Span(start + match.start(1), start + match.end(1)) if match else None


def meaning_start(text: str, place: int) -> int:
    """Step over «soit», articles and quotes, to where the long form starts."""
    match = _MEANING.match(text, place)
    return match.end() if match else place


def _join_before(text: str, start: int) -> tuple[int, Trust] | None:
    """Say where a long form before a sigle ends, and how well they are joined."""
    stop, trust, has_cue = _back(text, start, _BESIDE), Trust.STRICT, False
    for count in range(MOST_CUES):
        if not has_cue and count < 2 and stop and text[stop - 1] in JOINERS:
            return stop - 1, Trust.STRICT
        word = _word_before(text, stop)
        if not has_cue and count < 2 and word == "ou":
            return stop - len(word), Trust.STRICT
        if word not in CUES and word not in BETWEEN:
            break
        has_cue = has_cue or word in CUES
        trust = Trust.SURE if word == "après" else trust
        stop = _back(text, stop - len(word), _BESIDE)
    return (stop, trust) if has_cue else None


def _back(text: str, stop: int, signs: str) -> int:
    """Step back over spaces and some signs, not into the paragraph before."""
    place, lines = stop, 0
    while place and stop - place < MOST_BETWEEN and (text[place - 1] in signs or text[place - 1].isspace()):
        lines += text[place - 1] == "\n"
        if lines > 1:
            return stop
        place -= 1
    return place


def _word_before(text: str, stop: int) -> str:
    start = stop
    while start and stop - start < LONGEST_CUE and text[start - 1].isalnum():
        start -= 1
    return text[start:stop].lower()
