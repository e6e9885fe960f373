"""Know which words belong to one subject, so that «mitron» speaks of apprentices.

The list `themes.txt` was written for this project: one subject a line, its
words after the colon. A term belongs to a subject as far as its own words do.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources

from glossary.resolve.words import root_of, stems

FILE = "themes.txt"
# A term with this much weight of words in a subject belongs to it wholly.
WHOLE = 2.5
# One word of a term may be of a subject by chance, and the more are the surer:
# degrees grow faster than weights.
SURENESS = 1.5
# What a thing attracts by its kind alone: one signs a contract, one draws an
# allowance.
KIND = 0.4
KIND_MARK = "@"


def read() -> str:
    """Give the list as it is written; the engine in the browser reads it too."""
    return resources.files(__package__).joinpath(FILE).read_text("utf-8")


@cache
def _lines() -> tuple[tuple[str, tuple[str, ...]], ...]:
    parted = (line.partition(":") for line in read().splitlines())
    return tuple((name, tuple(sorted(set(stems(words))))) for name, _, words in parted)


@cache
def subjects() -> tuple[tuple[str, ...], ...]:
    """Give the stems of each subject."""
    return tuple(words for name, words in _lines() if not name.startswith(KIND_MARK))


@cache
def kinds() -> Mapping[str, tuple[str, ...]]:
    """Map the stem of a head noun to the stems of words that such a thing attracts."""
    found: dict[str, tuple[str, ...]] = {}
    for name, words in _lines():
        if name.startswith(KIND_MARK):
            for noun in stems(name):
                found[noun] = (*found.get(noun, ()), *words)
    return found


@cache
def _by_word() -> Mapping[str, tuple[int, ...]]:
    found: dict[str, set[int]] = {}
    for number, words in enumerate(subjects()):
        for word in words:
            found.setdefault(word, set()).add(number)
    return {word: tuple(sorted(numbers)) for word, numbers in found.items()}


def related(shares: Mapping[str, float], head: str) -> dict[str, float]:
    """Give the words that go with a term, each with a share from 0 to 1.

    `shares` are the term's own words, `head` is the stem of its head noun.
    """
    belongs: dict[int, float] = {}
    for word, share in shares.items():
        numbers = _by_word().get(word, ())
        for number in numbers:
            belongs[number] = belongs.get(number, 0.0) + share / len(numbers)
    found: dict[str, float] = {}
    for number, weight in sorted(belongs.items()):
        degree = min(1.0, weight / WHOLE) ** SURENESS
        for word in subjects()[number]:
            found[word] = max(found.get(word, 0.0), degree / len(_by_word()[word]) ** 0.5)
    for word in kinds().get(head, ()):
        found[word] = max(found.get(word, 0.0), KIND)
    return found


def with_roots(shares: Mapping[str, float], family: float) -> Iterable[tuple[str, float]]:
    """Yield words with their shares, and the roots of their families with less."""
    for word, share in shares.items():
        yield word, share
        if root := root_of(word):
            yield root, share * family
