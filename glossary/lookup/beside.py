"""Ask the lists below the base for what the base does not know."""

from collections.abc import Iterable, Iterator, Sequence

from glossary.keys import compact, fold
from glossary.lexicon import Lexicon, is_known
from glossary.lookup.find import FULL_FORM, find, whole_hit
from glossary.lookup.types import Hit
from glossary.model import Form, Term


def find_with_collections(
    query: str, lexicon: Lexicon, others: Sequence[Lexicon], *, limit: int = 10, domain: str = ""
) -> list[Hit]:
    """Find in the base, then in the lists below it, the most trusted first.

    Whole matches come before likenesses, and of either the base before the
    lists. A list answers for what is written just so; it is silent where the
    base knows the form asked for, and about every form known above it.
    """
    hits = find(query, lexicon, limit=limit, domain=domain)
    beside = (
        [] if lexicon.by_key(query) else list(_beside(query, lexicon, others, limit=limit, domain=domain))
    )
    ranked = sorted([*hits, *beside], key=lambda hit: (hit.score < FULL_FORM, bool(hit.term.collection)))
    return ranked[: max(limit, 0)]


def _beside(
    query: str, lexicon: Lexicon, others: Sequence[Lexicon], *, limit: int, domain: str
) -> Iterator[Hit]:
    above = [lexicon]
    for other in others:
        # Only what is written just so: its likenesses would drown those of the base.
        for hit in other.derived(_WholeForms).find(query):
            if (not domain or hit.term.domain == domain) and not is_known(hit.term, above):
                yield hit
        above.append(other)


class _WholeForms:
    """Know every form of a list by its key, made letter by letter as they are asked for.

    It weighs less than a whole look-up index, and a single question waits for one letter only.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the forms of every term in use, parted by their first sign."""
        self._parted: dict[str, list[tuple[Term, Form]]] = {}
        self._by_run: dict[str, dict[str, list[tuple[Term, Form]]]] = {}
        for term in lexicon.terms:
            for form in () if term.is_withdrawn else term.forms:
                self._parted.setdefault(fold(form.text[0])[:1], []).append((term, form))

    def find(self, query: str) -> list[Hit]:
        """Give the terms that have a form written so, each once, best first."""
        run = compact(query)
        # A form that begins with a sign that folds away stands under the empty letter.
        found = [pair for letter in {run[:1], ""} for pair in self._runs(letter).get(run, ())] if run else []
        best: dict[str, Hit] = {}
        for term, form in found:
            hit = whole_hit(term, form)
            if term.id not in best or hit.score > best[term.id].score:
                best[term.id] = hit
        return sorted(best.values(), key=lambda hit: (-hit.score, len(hit.form), hit.form, hit.term.id))

    def _runs(self, letter: str) -> dict[str, list[tuple[Term, Form]]]:
        if letter not in self._by_run:
            runs: dict[str, list[tuple[Term, Form]]] = {}
            for term, form in self._parted.get(letter, ()):
                runs.setdefault(compact(form.text), []).append((term, form))
            self._by_run[letter] = runs
        return self._by_run[letter]


def outside(forms: Iterable[str], others: Sequence[Lexicon]) -> dict[str, tuple[Term, ...]]:
    """Say what the lists know of forms that nobody else explains.

    Each form once, in the order given, with the terms of the most trusted list
    that knows it; a form that none knows is left out.
    """
    found: dict[str, tuple[Term, ...]] = {}
    for form in dict.fromkeys(forms):
        terms = next(filter(None, (other.by_key(form) for other in others)), ())
        if terms:
            found[form] = terms
    return found
