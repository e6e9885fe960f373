"""Forgive typing mistakes: the one file that imports rapidfuzz.

Short forms are compared by edit distance with transpositions (optimal string
alignment): token scorers such as WRatio prefer `CS` to `CSTE` there. Full
forms are compared by token scorers.
"""

from collections.abc import Iterable, Iterator

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA, JaroWinkler

from glossary.lookup.index import LookupIndex

# One typo in a form of three letters is a third of it; two need five letters.
ONE_TYPO_FROM = 3
TWO_TYPOS_FROM = 5
# In the words of a full form a typo is forgiven from this length on.
WORD_TYPO_FROM = 5


def typos_allowed(form: str) -> int:
    """Give how many typing mistakes a form of that length forgives, 0 to 2.

    >>> [typos_allowed(form) for form in ("de", "rsa", "cnfpt")]
    [0, 1, 2]
    """
    return (len(form) >= ONE_TYPO_FROM) + (len(form) >= TWO_TYPOS_FROM)


def near_forms(index: LookupIndex, query: str) -> Iterator[tuple[str, int]]:
    """Yield the forms within the typos they forgive, each with its distance.

    `query` is compact. Order is that of lengths, then of the alphabet.
    """
    for length in range(max(ONE_TYPO_FROM, len(query) - 2), len(query) + 3):
        allowed = (length >= ONE_TYPO_FROM) + (length >= TWO_TYPOS_FROM)
        forms = index.by_length.get(length, ())
        found = process.extract(
            query, forms, scorer=OSA.distance, processor=None, limit=None, score_cutoff=allowed
        )
        yield from ((form, int(distance)) for form, distance, _ in found if distance)


def likeness(query: str, form: str) -> float:
    """Say how alike two forms look from their start on, 0 to 1."""
    return JaroWinkler.similarity(query, form)


def near_words(words: Iterable[str], query: str) -> list[str]:
    """Give the words one typo away from a word, two from nine letters on."""
    if len(query) < WORD_TYPO_FROM:
        return []
    allowed = 1 if len(query) < 9 else 2
    near = [word for word in words if abs(len(word) - len(query)) <= allowed]
    found = process.extract(query, near, scorer=OSA.distance, processor=None, limit=5, score_cutoff=allowed)
    return [word for word, _, _ in found]


def phrase_score(query: str, phrase: str) -> float:
    """Say how well the words of a query cover a phrase, 0 to 1."""
    covered = fuzz.token_set_ratio(query, phrase)
    whole = fuzz.token_sort_ratio(query, phrase)
    return (0.5 * covered + 0.5 * whole) / 100
