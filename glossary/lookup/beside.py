"""Ask the lists below the base for what the base does not know."""

from collections.abc import Iterable, Iterator, Sequence

from glossary.lexicon import Lexicon, is_known
from glossary.lookup.find import FULL_FORM, find
from glossary.lookup.types import Hit
from glossary.model import Term


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
        for hit in find(query, other, limit=limit, domain=domain):
            # Its likenesses would drown those of the base.
            if hit.score >= FULL_FORM and not is_known(hit.term, above):
                yield hit
        above.append(other)


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
