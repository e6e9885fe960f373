"""Say what a sigle looks like, and which letters its long form must show."""

import re
from functools import lru_cache

from glossary.keys import fold
from glossary.text import APOSTROPHES, INVISIBLE, MARKS

# «AgroParisTech» has 13 signs; longer words are no sigle.
MAX_SIGNS = 13
MIN_SIGNS = 2
# A sigle said as a word and written as one: `Dares`, `Agefiph`.
SPOKEN_SIGNS = range(4, 11)

UPPER = "A-ZÀ-ÖØ-Þ"
_EXTRA = rf"[{MARKS}{INVISIBLE}]{{0,3}}"
_SIGN = rf"[^\W_]{_EXTRA}"
# Dots, hyphens, slashes and ampersands may stand between the signs.
_JOINT = rf"[.·&/+\-\u2010\u2011{APOSTROPHES}](?=[^\W_])"
# A capital or digit among the first signs, and no more signs than a sigle has.
ATOM = rf"(?=[^\s()\[\],;:]{{0,4}}[{UPPER}0-9]){_SIGN}(?:(?:{_JOINT})?{_SIGN}){{1,14}}(?![^\W_])"

_ROMAN = re.compile(r"[IVX]+(?:er|ère|re|e|ème|bis|ter)?")
_PLURAL = re.compile(rf"(?:[{UPPER}]{_EXTRA}){{2,}}s")
_NAME = re.compile(rf"(?:[{UPPER}][a-zß-ÿ]+[\-\u2010\u2011 ])*[{UPPER}][a-zß-ÿ]+")
_UNIT = re.compile(r"[0-9]+|[^0-9]")

# Remarks on who is meant, no sigles.
_REMARKS = frozenset(["hf", "fh", "mf", "fm", "hfx", "fhx", "na"])


def bare(surface: str) -> str:
    """Give the sigle without the plural s: `CDDs` is `CDD`."""
    return surface[:-1] if _PLURAL.fullmatch(surface) else surface


@lru_cache(maxsize=10_000)
def is_sigle(surface: str) -> bool:
    """Say whether a word looks like a sigle: mostly capitals, 2 to 13 signs.

    >>> is_sigle("CSEC"), is_sigle("EN3S"), is_sigle("XIV"), is_sigle("Paris")
    (True, True, False, False)
    """
    signs = [sign for sign in surface if sign.isalnum()]
    if not MIN_SIGNS <= len(signs) <= MAX_SIGNS or is_roman(surface):
        return False
    if "/" in surface and fold(surface) in _REMARKS:
        return False
    capitals = sum(sign.isupper() for sign in signs)
    digits = sum(sign.isdigit() for sign in signs)
    if capitals >= 2:
        return not _NAME.fullmatch(surface) and 3 * (capitals + digits) >= len(signs)
    return capitals == 1 and 0 < digits < 4 and len(signs) - digits <= 2


def is_roman(surface: str) -> bool:
    """Say whether a word is a small roman numeral, with its ending or without."""
    return _ROMAN.fullmatch(surface) is not None


def is_spoken(surface: str) -> bool:
    """Say whether a word is written as a spoken sigle may be: `Dares`, `Unédic`."""
    return (
        len(surface) in SPOKEN_SIGNS and surface[0].isupper() and surface[1:].islower() and surface.isalpha()
    )


@lru_cache(maxsize=10_000)
def units(surface: str) -> tuple[str, ...]:
    """Give the folded letters and the numbers of a sigle, in order.

    >>> units("É.N.A."), units("G20")
    (('e', 'n', 'a'), ('g', '20'))
    """
    return tuple(_UNIT.findall(fold(surface)))
