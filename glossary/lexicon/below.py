"""Put second-tier lists below a lexicon: they answer only for what it does not know."""

from collections.abc import Iterator, Sequence

from glossary.lexicon.lexicon import Lexicon
from glossary.model import Term


def with_below(lexicon: Lexicon, others: Sequence[Lexicon]) -> Lexicon:
    """Give a lexicon that also knows the lists `others`, the most trusted first.

    A term of a list is left out where one of its forms is known above it.
    """
    return Lexicon(
        [*lexicon.terms, *terms_below(lexicon, others)],
        revision=lexicon.revision,
        ordinary=lexicon.is_ordinary,
    )


def terms_below(lexicon: Lexicon, others: Sequence[Lexicon]) -> Iterator[Term]:
    """Yield the terms of lists whose forms nothing above them knows, in order of trust."""
    above = [lexicon]
    for other in others:
        yield from (term for term in other.terms if not is_known(term, above))
        above.append(other)


def is_known(term: Term, above: Sequence[Lexicon]) -> bool:
    """Say whether one of the forms of a term is known to a lexicon that is trusted more."""
    return any(level.by_key(form.text) for form in term.forms if form.role != "full" for level in above)
