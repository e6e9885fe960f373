"""Know which words betray which meaning: computed once for a lexicon.

Rarity of a word comes from the terms of the lexicon themselves: a word that
few terms use says more. No other text is counted.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache, cached_property
from math import log
from typing import NamedTuple
from weakref import WeakKeyDictionary

from glossary.keys import stem
from glossary.lexicon import Lexicon
from glossary.model import Term
from glossary.resolve.french import listed
from glossary.resolve.themes import related, with_roots
from glossary.resolve.words import root_of, stems

# What a word weighs by where it stands in the term: an editor chose the
# context words on purpose, the full form is the meaning itself, a definition
# explains with many common words.
CONTEXT_SHARE = 1.0
FULL_FORM_SHARE = 0.9
DEFINITION_SHARE = 0.6
# A word of the same family is weaker evidence than the word itself.
FAMILY_SHARE = 0.6
# A word of the same subject, which the term itself does not use.
THEME_SHARE = 0.8
# Words of every subject («mois», «premier», «prévoit») say less than their rarity
# in the base tells: running text is full of them. Held against 0.25 and 1 on the development
# sentences: 6 wrong meanings against 7 and 7.
FAINT_SHARE = 0.5
# Fainter words are left out.
LEAST_WEIGHT = 0.02
# Added to the counts, so that a word of one term is not endlessly rare.
SMOOTHING = 2.0
# In a lexicon of ten terms every word looks common; it counts as one of these.
LEAST_TERMS = 1_000


class FormProfile(NamedTuple):
    """Hold the candidates of a form with the words that speak for each."""

    terms: tuple[Term, ...]
    words: dict[str, tuple[tuple[int, float], ...]]
    """Map a stem or root to (number of the candidate, weight)."""


class Profiles:
    """Answer for one lexicon which words speak for which term."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the terms in use; nothing is counted yet."""
        self._terms = [term for term in lexicon.terms if not term.is_withdrawn]
        self._forms: dict[tuple[str, ...], FormProfile] = {}

    def of_form(self, terms: Sequence[Term]) -> FormProfile:
        """Give the words that speak for each of some candidates."""
        ids = tuple(term.id for term in terms)
        profile = self._forms.get(ids)
        if profile is None:
            profile = self._forms[ids] = self._form_profile(tuple(terms))
        return profile

    def rarity(self, word: str) -> float:
        """Tell from 0 to 1 how much a stem or root says."""
        total = max(len(self._terms), LEAST_TERMS)
        count = self._counts.get(word, 0)
        rarity = log((total + SMOOTHING) / (count + SMOOTHING)) / log((total + SMOOTHING) / SMOOTHING)
        return rarity * FAINT_SHARE if word in faint_stems() else rarity

    @cached_property
    def _counts(self) -> Counter[str]:
        counts: Counter[str] = Counter()
        for term in self._terms:
            counts.update(_shares(term).keys())
        return counts

    def _form_profile(self, terms: tuple[Term, ...]) -> FormProfile:
        words: dict[str, list[tuple[int, float]]] = {}
        for number, term in enumerate(terms):
            own = _shares(term)
            weights = {word: share * self.rarity(word) for word, share in own.items()}
            for word, share in with_roots(related(own, next(iter(stems(term.full_form)), "")), FAMILY_SHARE):
                weight = THEME_SHARE * share * self.rarity(word)
                if weight > weights.get(word, LEAST_WEIGHT):
                    weights[word] = weight
            for word, weight in weights.items():
                words.setdefault(word, []).append((number, weight))
        return FormProfile(terms, {word: tuple(found) for word, found in words.items()})


def _shares(term: Term) -> dict[str, float]:
    """Give the share of each stem and root of a term, the largest where it stands twice."""
    found: dict[str, float] = {}
    own = set(stems(term.short_form))
    for texts, share in (
        (term.context, CONTEXT_SHARE),
        ((term.full_form,), FULL_FORM_SHARE),
        ((term.definition,), DEFINITION_SHARE),
    ):
        for word in _words_of(texts):
            if word not in own:
                found[word] = max(found.get(word, 0.0), share)
                if root := root_of(word):
                    found[root] = max(found.get(root, 0.0), share * FAMILY_SHARE)
    return found


def _words_of(texts: Iterable[str]) -> Iterable[str]:
    for text in texts:
        yield from stems(text)


@cache
def faint_stems() -> frozenset[str]:
    """Give the stems of the words that belong to no subject."""
    return frozenset(map(stem, listed("faint_words")))


_KNOWN: WeakKeyDictionary[Lexicon, Profiles] = WeakKeyDictionary()


def profiles_of(lexicon: Lexicon) -> Profiles:
    """Give the profiles of a lexicon, made when first asked for."""
    profiles = _KNOWN.get(lexicon)
    if profiles is None:
        profiles = _KNOWN[lexicon] = Profiles(lexicon)
    return profiles
