"""Know the ordinary words of French, so that capitals do not mislead.

`DE`, `CAR` or `PAS` in a heading are plain words, `MONTFORT` after a first
name is a surname. The lists are package data; `README.md` beside this file
records origin and licence. They are read when first asked for.
"""

import gzip
from collections.abc import Iterator
from functools import cache
from importlib import resources

WORDS_FILE = "words.txt.gz"
NAMES_FILE = "names.txt.gz"
FIRST_NAMES_FILE = "first_names.txt"

# A sigle has ten signs at most; longer words are never taken for one.
MAX_LENGTH = 10

# Words are kept in buckets by their first letters: two hundred thousand words
# take 2 MB so, against 20 MB as a set, and a look-up stays under 1 µs.
PREFIX = 3


def is_ordinary(word: str) -> bool:
    """Say whether a folded word is an ordinary word of French.

    >>> is_ordinary("travail"), is_ordinary("cnfpt")
    (True, False)
    """
    return _holds(WORDS_FILE, word)


def is_proper_name(word: str) -> bool:
    """Say whether a folded word is a known first name, place or people.

    >>> is_proper_name("vaucluse")
    True
    """
    return _holds(NAMES_FILE, word)


def is_plain_word(word: str) -> bool:
    """Say whether a folded word is an ordinary word or a proper name.

    >>> is_plain_word("travail"), is_plain_word("brest"), is_plain_word("urssaf")
    (True, True, False)
    """
    return is_ordinary(word) or is_proper_name(word) or is_first_name(word)


def is_first_name(word: str) -> bool:
    """Say whether a folded word is a first name of our short list.

    >>> is_first_name("pierre"), is_first_name("programme")
    (True, False)
    """
    return word in _first_names()


def words() -> Iterator[tuple[str, list[str]]]:
    """Yield every ordinary word: the first letters, and what may follow, sorted."""
    return _buckets(WORDS_FILE)


def proper_names() -> Iterator[tuple[str, list[str]]]:
    """Yield every proper name: the first letters, and what may follow, sorted."""
    return _buckets(NAMES_FILE)


def first_names() -> frozenset[str]:
    """Give the first names that are also ordinary words, folded."""
    return _first_names()


@cache
def _first_names() -> frozenset[str]:
    data = resources.files(__package__).joinpath(FIRST_NAMES_FILE).read_text("ascii")
    return frozenset(data.split())


def _buckets(name: str) -> Iterator[tuple[str, list[str]]]:
    for prefix, rests in _read(name).items():
        yield prefix, rests[1:-1].split(",")


def _holds(name: str, word: str) -> bool:
    return f",{word[PREFIX:]}," in _read(name).get(word[:PREFIX], "")


@cache
def _read(name: str) -> dict[str, str]:
    data = resources.files(__package__).joinpath(name).read_bytes()
    lines = gzip.decompress(data).decode("ascii").splitlines()
    return {prefix: f",{rests}," for prefix, _, rests in (line.partition(":") for line in lines)}
