"""Hold a document's own definitions against the glossary."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from glossary.keys import compact
from glossary.mentions import LocalDefinition, Mention
from glossary.model import Term
from glossary.resolve.words import stems

# From this likeness on, two long forms name one thing: «Réglementation générale
# sur la protection des données» and «Règlement général …» are 0.95, a word more
# in four is 0.86, «contrat d'engagement» against «… jeune» is 0.8.
NEARLY_EQUAL = 0.85
# Words that differ in their ending only count so much.
SAME_FAMILY = 0.9
# Letters that two words of one family share from the start.
SHARED_LETTERS = 5


class Place(NamedTuple):
    """Hold where the definitions of one short form stand, in order."""

    starts: list[int]
    definitions: list[LocalDefinition]


class LocalDefinitions:
    """Answer what a document itself says of a form."""

    def __init__(self, definitions: Sequence[LocalDefinition]) -> None:
        """Take definitions in text order."""
        self._places: dict[str, Place] = {}
        for definition in definitions:
            place = self._places.setdefault(compact(definition.short.surface), Place([], []))
            place.starts.append(min(definition.short.start, definition.long.start))
            place.definitions.append(definition)

    def for_mention(self, mention: Mention) -> tuple[LocalDefinition, ...]:
        """Give the nearest definition above, else the first below; empty where none is."""
        surface = compact(mention.surface)
        place = self._places.get(surface) or self._places.get(mention.key)
        if place is None and surface.endswith("s"):
            place = self._places.get(surface[:-1])
        if place is None:
            return ()
        above = bisect_right(place.starts, mention.start)
        return (place.definitions[max(0, above - 1)],)


def likeness(one: str, other: str) -> float:
    """Tell from 0 to 1 how far two long forms share their words.

    >>> likeness("Réglementation générale", "Règlement général") >= NEARLY_EQUAL
    True
    """
    left, right = stems(one), stems(other)
    if not left or not right:
        return 0.0
    rest = list(right)
    shared = 0.0
    for word in left:
        best = max(rest, key=lambda candidate: _alike(word, candidate), default="")
        if value := _alike(word, best):
            shared += value
            rest.remove(best)
    return 2 * shared / (len(left) + len(right))


def _alike(one: str, other: str) -> float:
    if one == other:
        return 1.0
    short = min(len(one), len(other))
    same = (
        short >= SHARED_LETTERS
        and one[: max(SHARED_LETTERS, short - 3)] == other[: max(SHARED_LETTERS, short - 3)]
    )
    return SAME_FAMILY if same else 0.0


def best_match(long: str, terms: Sequence[Term]) -> tuple[Term, ...]:
    """Give the term that a document's long form nearly equals; empty where none does."""
    scored = [(max(likeness(long, phrase) for phrase in _phrases(term)), term) for term in terms]
    best = max(scored, key=lambda pair: pair[0], default=None)
    return (best[1],) if best is not None and best[0] >= NEARLY_EQUAL else ()


def _phrases(term: Term) -> list[str]:
    return [term.full_form or term.short_form, *(text for text in term.variants if " " in text)]
