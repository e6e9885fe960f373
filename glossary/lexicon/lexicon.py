"""Hold the glossary in memory, ready to be searched; immutable once built."""

import hashlib
from collections.abc import Callable, Iterable
from functools import cached_property
from typing import TypeVar, cast

from glossary.errors import NotFound
from glossary.keys import compact, key, stem
from glossary.lexicon.index import PatternIndex
from glossary.lexicon.patterns import Pattern, compile_patterns
from glossary.model import Term
from glossary.ordinary import is_plain_word

T = TypeVar("T")


class Lexicon:
    """Answer for a set of terms: by id, by form, and by the words a form starts with."""

    def __init__(
        self,
        terms: Iterable[Term],
        *,
        revision: str = "",
        ordinary: Callable[[str], bool] = is_plain_word,
    ) -> None:
        """Take terms in any order; of two with one id the later counts.

        `revision` names the state of the store or release they came from;
        `ordinary` says whether a folded word is a plain word or name of French.
        """
        self._by_id: dict[str, Term] = {
            term.id: term for term in sorted({t.id: t for t in terms}.values(), key=lambda t: t.id)
        }
        self.revision = revision
        self.is_ordinary = ordinary
        self._derived: dict[object, object] = {}

    def __len__(self) -> int:
        """Count the terms, withdrawn ones included."""
        return len(self._by_id)

    def __contains__(self, term_id: object) -> bool:
        """Say whether there is a term of that id."""
        return term_id in self._by_id

    @property
    def terms(self) -> tuple[Term, ...]:
        """Give every term, by id."""
        return tuple(self._by_id.values())

    def by_id(self, term_id: str) -> Term:
        """Give the term of an id, or raise NotFound."""
        try:
            return self._by_id[term_id]
        except KeyError:
            raise NotFound(f"term {term_id!r}") from None

    def by_key(self, form: str) -> tuple[Term, ...]:
        """Give the terms in use that are written so, by id; empty where none is.

        Dots, hyphens, spaces, case and accents do not matter; full forms do
        not count.
        """
        return self._by_compact.get(compact(form), ())

    @cached_property
    def _by_compact(self) -> dict[str, tuple[Term, ...]]:
        found: dict[str, dict[str, Term]] = {}
        for term in self._by_id.values():
            if not term.is_withdrawn:
                for form in term.forms:
                    if form.role != "full":
                        found.setdefault(compact(form.text), {})[term.id] = term
        found.pop("", None)
        return {form: tuple(terms.values()) for form, terms in found.items()}

    @cached_property
    def full_forms(self) -> dict[str, tuple[Term, ...]]:
        """Map the stemmed words of each full form to its terms in use."""
        found: dict[str, list[Term]] = {}
        for term in self._by_id.values():
            if term.full_form and not term.is_withdrawn:
                found.setdefault(phrase_key(term.full_form), []).append(term)
        return {phrase: tuple(terms) for phrase, terms in found.items()}

    @cached_property
    def _patterns(self) -> tuple[Pattern, ...]:
        return tuple(compile_patterns(self._by_id.values(), ordinary=self.is_ordinary))

    @cached_property
    def mention_patterns(self) -> PatternIndex:
        """Index the patterns of short forms, variants, names and jargon terms."""
        return PatternIndex(pattern for pattern in self._patterns if pattern.kind != "full")

    @cached_property
    def full_patterns(self) -> PatternIndex:
        """Index the patterns of full forms, which explain themselves."""
        return PatternIndex(pattern for pattern in self._patterns if pattern.kind == "full")

    @cached_property
    def parts(self) -> frozenset[str]:
        """Give the folded words in capitals of forms of several words: `xp`, `arsa`."""
        return frozenset(
            word.key
            for pattern in self._patterns
            if pattern.kind != "full" and len(pattern.words) > 1
            for word in pattern.words
            if word.shape == "caps" and len(word.key) > 1 and not self.is_ordinary(word.key)
        )

    def derived(self, build: Callable[["Lexicon"], T]) -> T:
        """Give what a stage makes of this lexicon, made once by `build(self)`."""
        if build not in self._derived:
            self._derived[build] = build(self)
        return cast(T, self._derived[build])

    @cached_property
    def version(self) -> str:
        """Give a digest of the content: equal terms, equal version."""
        digest = hashlib.sha256()
        for term in self._by_id.values():
            digest.update(repr(term).encode("utf-8", "backslashreplace"))
        return digest.hexdigest()[:16]


def phrase_key(phrase: str) -> str:
    """Fold a phrase into stemmed words: plural, case and accents are free.

    >>> phrase_key("Demandeurs d’emploi") == phrase_key("demandeur d'emplois")
    True
    """
    return " ".join(stem(word) for word in key(phrase).split())
