"""Choose and write the terms that a bookmark carries for pages without network.

A line holds a term: full form, short form, flags (`n` a name, `t` a jargon
term, `o` occasional, `r` rare), parted by tabs. The short form is left out where
it is the initials of the full form, as it mostly is. After an empty line follow
the words of these forms that are ordinary French too. Definitions and variants
do not fit and are left to the server.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from glossary.keys import key
from glossary.lexicon import Lexicon
from glossary.model import Term
from glossary.web.bookmarklet.coding import encode

_WORD = re.compile(r"[^\W_]{2,}")
_USAGES = {"usual": "", "occasional": "o", "rare": "r"}
_KINDS = {"acronym": "", "name": "n", "term": "t"}
_ORDER = tuple(_USAGES)
_LETTERS = re.compile(r"[^\W\d_]+")
# The browser's code knows the same words.
_SMALL = frozenset(
    [
        "a",
        "au",
        "aux",
        "d",
        "dans",
        "de",
        "des",
        "du",
        "en",
        "et",
        "l",
        "la",
        "le",
        "les",
        "par",
        "pour",
        "sur",
        "à",
    ]
)
# Of two forms that nothing else tells apart, the one nearer to this length.
_TYPICAL_LENGTH = 4


class Snapshot(NamedTuple):
    """Hold the coded terms and their number."""

    coded: str
    held: int


@lru_cache(maxsize=8)
def snapshot(lexicon: Lexicon, room: int) -> Snapshot:
    """Give the longest run of the most used terms whose coding fits in a room of signs."""
    terms = ranked(lexicon)
    low, high = 0, len(terms)
    best = Snapshot("", 0)
    while low <= high:
        middle = (low + high) // 2
        coded = encode(write(terms[:middle], lexicon).encode())
        if len(coded) <= room:
            best, low = Snapshot(coded, middle), middle + 1
        else:
            high = middle - 1
    return best


@cache
def ranked(lexicon: Lexicon) -> tuple[Term, ...]:
    """Order the terms in use, most used first.

    What is usual comes before what is occasional or rare; among equals, what
    the other terms of the glossary speak of most.
    """
    terms = [term for term in lexicon.terms if not term.is_withdrawn and not term.collection]
    spoken_of = Counter(word for term in terms for word in _WORD.findall(_prose(term)))
    return tuple(
        sorted(
            terms,
            key=lambda term: (
                _ORDER.index(term.usage),
                -spoken_of[term.short_form],
                abs(len(term.short_form) - _TYPICAL_LENGTH),
                term.id,
            ),
        )
    )


def _prose(term: Term) -> str:
    return " ".join((term.definition, *term.context))


def write(terms: Sequence[Term], lexicon: Lexicon) -> str:
    """Write terms as the lines of a snapshot, by full form, with their ordinary words."""
    lines = sorted(map(_line, terms))
    return "\n".join(lines) + "\n\n" + " ".join(sorted(_ordinary(terms, lexicon)))


def _line(term: Term) -> str:
    short = "" if term.short_form == initials(term.full_form) else term.short_form
    return "\t".join((term.full_form, short, _KINDS[term.kind] + _USAGES[term.usage])).rstrip("\t")


def initials(full_form: str) -> str:
    """Give the initials of a full form in capitals, without its small words.

    >>> initials("Agence de l'économie")
    'AE'
    """
    words = (word for word in _LETTERS.findall(full_form) if word.lower() not in _SMALL)
    return (
        unicodedata.normalize("NFD", "".join(word[0] for word in words).upper())
        .encode("ascii", "ignore")
        .decode()
    )


def _ordinary(terms: Iterable[Term], lexicon: Lexicon) -> set[str]:
    words = {word for term in terms for word in key(term.short_form).split()}
    return {word for word in words if lexicon.is_ordinary(word)}
