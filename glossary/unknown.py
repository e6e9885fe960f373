"""Find the words that look like a sigle and that nobody has explained.

Section 7 of the recognition contract. Reporting a surname or a heading is a
fault, and so is missing a sigle; what stands around decides.
"""

import re
from collections.abc import Iterator, Sequence
from functools import partial

from glossary.capitals import (
    Neighbour,
    Seen,
    follows_first_name,
    is_capitalised,
    is_capitals,
    run_after,
    run_before,
    run_start,
)
from glossary.keys import fold
from glossary.lexicon import Lexicon
from glossary.mentions import Piece
from glossary.ordinary import is_proper_name
from glossary.text import OpaqueFinder, Span, raised_words

MIN_CAPITALS = 2
MAX_SIGNS = 10

# In a heading in capitals a longer word that can be spoken is a rare word or
# a name, not a sigle.
SPEAKABLE_LENGTH = 6

_JOINED = re.compile(r"[&\-\u2010\u2011](?=[^\W_])")
_ROMAN = re.compile(r"(?=.)M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})(?:ERE?|EME|E)?s?")
_SMALL_ROMAN = re.compile(r"[IVX]+")
_NUMBERED = frozenset(
    ["annexe", "article", "chapitre", "livre", "partie", "section", "siecle", "titre", "tome", "volume"]
)
_REFERENCE = re.compile(r"[A-Z]{1,3}[0-9]{2,}.*|[0-9]+[A-Z]{1,2}|.*[0-9]{3,}.*|.*[\-\u2010\u2011][0-9]{2,}")
_INITIALS = re.compile(r"[^\W\d_]\.[^\W\d_]\.?")
_VOWEL = re.compile(r"[aeiouy]")

# Written in capitals, but neither sigles to be explained nor words: signs of
# money, measure, tax, politeness and typing.
NOT_SIGLES = frozenset(
    [
        *("bd", "cf", "cm", "dpt", "etc", "eur", "ghz", "go", "ht", "ier", "iere", "kg", "khz", "km", "ko"),
        *("kwh", "mhz", "mm", "mo", "mwh", "nb", "ok", "ps", "re", "st", "ste", "to", "ttc", "usd", "vs"),
    ]
)


def find_unknown(
    text: str, lexicon: Lexicon, *, taken: Sequence[Span] = (), opaque: Sequence[Span] = ()
) -> list[Piece]:
    """Find each place of a sigle that is neither known nor defined, in order.

    `taken` are the places already explained, sorted; `opaque` the stretches
    where nothing is recognised, sorted.
    """
    closed = sorted([*taken, *opaque])
    addresses, seen = OpaqueFinder(text), Seen(text)
    return [
        piece
        for piece in _candidates(text, closed)
        if seen.ask(piece.start, piece.end, partial(_is_sigle, text, piece, lexicon))
        and addresses.around(piece.start, piece.end) is None
    ]


def _candidates(text: str, closed: Sequence[Span]) -> Iterator[Piece]:
    """Yield runs of capitals and digits outside closed spans, in order."""
    number = done = 0
    for match in raised_words(text):
        start, end = match.start(), match.end()
        if start < done:
            continue
        end = done = _joined_end(text, end)
        while number < len(closed) and closed[number].end <= start:
            number += 1
        if number < len(closed) and closed[number].start < end:
            continue
        if _looks_like_sigle(text[start:end]):
            yield Piece(start=start, end=end, surface=text[start:end])


def _joined_end(text: str, end: int) -> int:
    """Go on over `&` and `-` while capitals or digits follow: R&D, CSE-C."""
    while (joint := _JOINED.match(text, end)) is not None:
        rest = next(raised_words(text[joint.end() : joint.end() + MAX_SIGNS + 2]), None)
        if rest is None or rest.start() > 0 or not _is_raised(rest.group()):
            break
        end = joint.end() + rest.end()
    return end


def _is_raised(word: str) -> bool:
    return is_capitals(word) or word.isdigit()


def _looks_like_sigle(surface: str) -> bool:
    bare = surface[:-1] if surface[-1] == "s" else surface
    signs = [sign for sign in bare if sign.isalnum()]
    if len(signs) > MAX_SIGNS or not is_capitals(bare):
        return False
    return sum(sign.isupper() for sign in signs) >= MIN_CAPITALS


def _is_sigle(text: str, piece: Piece, lexicon: Lexicon) -> bool:
    folded = fold(piece.surface)
    if folded in NOT_SIGLES or lexicon.is_ordinary(folded) or _REFERENCE.fullmatch(piece.surface):
        return False
    if any(lexicon.is_ordinary(part) for part in _long_parts(piece.surface)):
        return False
    if _is_roman(text, piece):
        return False
    if _INITIALS.fullmatch(piece.surface) and text[piece.end : piece.end + 2].strip().istitle():
        return False
    return not _is_name(text, piece, folded, lexicon) and not _is_heading_word(text, piece, folded, lexicon)


def _long_parts(surface: str) -> list[str]:
    parts = re.split(r"[\-\u2010\u2011]", surface)
    return [fold(part) for part in parts if len(part) > 3] if len(parts) > 1 else []


def _is_roman(text: str, piece: Piece) -> bool:
    """Say whether it is a number: XIV always, `CD` only after «chapitre»."""
    if not _ROMAN.fullmatch(piece.surface):
        return False
    if _SMALL_ROMAN.fullmatch(piece.surface):
        return True
    words = re.findall(r"[^\W\d_]+", text[max(0, piece.start - 20) : piece.start])
    return bool(words) and fold(words[-1]) in _NUMBERED


def _is_name(text: str, piece: Piece, folded: str, lexicon: Lexicon) -> bool:
    """Say whether it is a name of a person or place, set in capitals."""
    if is_proper_name(folded):
        return True
    if not _VOWEL.search(folded) or not folded.isalpha():
        return False
    start = run_start(text, piece.start)
    if follows_first_name(text, start) and not _follows_sigle(text, start, lexicon):
        return True
    return len(folded) >= 4 and _precedes_first_name(text, piece.end)


def _follows_sigle(text: str, start: int, lexicon: Lexicon) -> bool:
    words = re.findall(r"[\w.]+", text[max(0, start - 30) : start])
    return bool(words) and bool(lexicon.by_key(words[-1]))


def _precedes_first_name(text: str, end: int) -> bool:
    """Say whether a known first name follows: MARIVAL Laurent."""
    match = re.match(r"[ \u00a0]([^\W\d_]+)", text[end : end + 30])
    return match is not None and is_capitalised(match[1]) and is_proper_name(fold(match[1]))


def _is_heading_word(text: str, piece: Piece, folded: str, lexicon: Lexicon) -> bool:
    """Say whether it is a rare word in a heading in capitals."""
    if len(folded) < SPEAKABLE_LENGTH or not _is_speakable(folded):
        return False
    beside: list[Neighbour] = run_before(text, piece.start) + run_after(text, piece.end)
    return any(neighbour.is_tight and not lexicon.by_key(neighbour.surface) for neighbour in beside)


def _is_speakable(folded: str) -> bool:
    """Say whether vowels and consonants alternate as in a word."""
    return folded.isalpha() and not re.search(r"[^aeiouy]{4}|^[^aeiouy]{3}|[aeiouy]{4}", folded)
