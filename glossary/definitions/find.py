"""Find the definitions a text gives, in both orders, by rules only.

Section 5 of the recognition contract. `signs` says where a definition may
stand, `reading` gives the words there, `align` holds the letters against
them. Only near those rare signs are letters and words compared, within a
bounded reach, so the time is linear in the text.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from glossary.definitions.align import (
    LEAST_LETTERS_OF_OTHER_ORDER,
    SKIPPED_NUMBER,
    WORTH_OF_A_BODY,
    end_fits,
    limit,
    most_words,
    start_fits,
    strict_limit,
)
from glossary.definitions.reading import LONGEST_WORD, Reader, Word
from glossary.definitions.shorts import bare, is_sigle, is_spoken, units
from glossary.definitions.signs import Sign, Trust, signs
from glossary.keys import fold
from glossary.mentions import LocalDefinition, Piece
from glossary.text import Span, is_inside_word

# A spoken sigle is written as any name or first word: its letters must fit
# better, but come by syllables, as in «comité de pilotage (Copil)».
WORTH_OF_A_SPOKEN_LETTER = 0.33
# A meaning that «=» states has at most this many words.
MOST_STATED = 12
# It is a phrase, no formula, if it has a word of this length.
LEAST_OF_PHRASE = 4
_FORMULA = re.compile(r"[/×*+÷²³%]")
# «PI = voir fiche» sends the reader on.
_REFERENCES = frozenset(["cf", "idem", "non", "oui", "voir"])
_STRICT = (Trust.STRICT, Trust.WHOLE)
_END = re.compile(r"[.»”\"]?(?:\n\n|\n?\Z)")
# A long form is at least this much longer than its sigle, in code points.
LEAST_GAIN = 2


class _Found(NamedTuple):
    """Hold a pair of places with its cost, the cheaper the surer."""

    short: Span
    long: Span
    cost: float


def find_definitions(text: str, *, opaque: Sequence[Span] = ()) -> list[LocalDefinition]:
    """Find each definition that a text gives, in text order of its first sign.

    `opaque` are stretches where nothing is recognised, sorted and disjoint.
    Time is linear in the text.

    >>> [d.long.surface for d in find_definitions("le Comité social et économique (CSE)")]
    ['Comité social et économique']
    """
    reader = Reader(text)
    kept: dict[Span, _Found] = {}
    for sign in signs(text):
        found = _weigh(reader, sign)
        if found and found.short not in kept and not _touches(found, opaque):
            kept[found.short] = found
    ordered = sorted(kept.values(), key=lambda found: min(found.short, found.long))
    return [
        LocalDefinition(short=_piece(text, found.short), long=_piece(text, found.long)) for found in ordered
    ]


def _touches(found: _Found, opaque: Sequence[Span]) -> bool:
    return any(_meets(span, opaque) for span in (found.short, found.long))


def _meets(span: Span, opaque: Sequence[Span]) -> bool:
    """Say whether a stretch meets one of many, which are sorted and disjoint."""
    number = bisect_left(opaque, (span.end,)) - 1
    return number >= 0 and opaque[number].end > span.start


def _piece(text: str, span: Span) -> Piece:
    return Piece(start=span.start, end=span.end, surface=text[span.start : span.end])


def _weigh(reader: Reader, sign: Sign) -> _Found | None:
    """Find the long form at a sign; None where nothing there fits the letters."""
    surface = bare(reader.text[sign.short.start : sign.short.end])
    most = _limit(surface, sign.trust)
    if most < 0:
        return None
    short = Span(sign.short.start, sign.short.start + len(surface))
    letters = units(surface)
    may_hold = _may_end if sign.is_before else _may_start
    if not may_hold(reader.text, sign, letters):
        return None
    find = _before if sign.is_before else _after
    body = 0.0 if sign.trust in _STRICT else WORTH_OF_A_BODY
    found = find(reader, short, sign.place, letters, most, body)
    if found and sign.trust is Trust.WHOLE and not _END.match(reader.text, found.long.end):
        return None
    if found is None and sign.trust is Trust.STATED and is_sigle(surface):
        found = _stated(reader, short, sign.place)
    return found


def _may_start(text: str, sign: Sign, letters: Sequence[str]) -> bool:
    """Say whether a long form may start at a place: a look at its first sign saves most reading."""
    first = text[sign.place : sign.place + 1]
    if text.startswith(text[sign.short.start : sign.short.end], sign.place):
        return False
    return (
        sign.trust is Trust.STATED
        or fold(first)[:1] == letters[0][0]
        or (first.isupper() and len(letters) >= LEAST_LETTERS_OF_OTHER_ORDER and sign.trust is Trust.SURE)
        or letters[0].isdigit()
    )


def _may_end(text: str, sign: Sign, letters: Sequence[str]) -> bool:
    """Say whether a long form may end at a place: where letters must start words, the last word's must."""
    is_strict = sign.trust is Trust.STRICT and strict_limit(len(letters)) < SKIPPED_NUMBER
    if not is_strict or any(letter.isdigit() for letter in letters):
        return True
    start = sign.place
    while sign.place - start < LONGEST_WORD and is_inside_word(text, start):
        start -= 1
    return start == sign.place or text[start].isdigit() or fold(text[start])[:1] in letters


def _limit(surface: str, trust: Trust) -> float:
    """Give the cost up to which a fit is believed; negative where it is no sigle."""
    count = len(units(surface))
    if is_sigle(surface):
        return strict_limit(count) if trust in _STRICT else limit(count)
    is_read = is_spoken(surface) and trust not in _STRICT
    return WORTH_OF_A_SPOKEN_LETTER * (count - 1) if is_read else -1.0


def _before(
    reader: Reader, short: Span, stop: int, letters: Sequence[str], most: float, body: float
) -> _Found | None:
    words = reader.before(stop, most_words(len(letters)))
    fits = [fit for fit in start_fits(letters, words, body=body) if fit.cost <= most]
    if not fits:
        return None
    best = min(fits, key=lambda fit: fit.cost)
    return _found(short, words[best.place], words[-1], best.cost)


def _after(
    reader: Reader, short: Span, start: int, letters: Sequence[str], most: float, body: float
) -> _Found | None:
    words = reader.after(start, most_words(len(letters)))
    fits = [fit for fit in end_fits(letters, words, body=body) if fit.cost <= most]
    if not fits:
        return None
    best = min(fits, key=lambda fit: fit.cost)
    return _found(short, words[0], words[best.place], best.cost)


def _stated(reader: Reader, short: Span, start: int) -> _Found | None:
    """Take what «=» says of a sigle, where it is a phrase and no formula."""
    words = reader.after(start, MOST_STATED + 1)
    stop = next((place for place, word in enumerate(words) if place and word.is_after_stop), len(words))
    words = words[:stop]
    is_phrase = any(len(word.folded) >= LEAST_OF_PHRASE for word in words)
    if words and words[0].folded in _REFERENCES:
        return None
    is_formula = any(word.folded.isdigit() for word in words) or _FORMULA.search(
        reader.text, start, words[-1].end + 2 if words else start
    )
    if not is_phrase or is_formula or len(words) > MOST_STATED:
        return None
    return _found(short, words[0], words[-1], limit(MOST_STATED))


def _found(short: Span, first: Word, last: Word, cost: float) -> _Found | None:
    long = Span(first.start, last.end)
    is_long = long.end - long.start >= short.end - short.start + LEAST_GAIN
    return _Found(short, long, cost) if is_long else None
