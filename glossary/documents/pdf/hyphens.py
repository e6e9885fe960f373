"""Say what a hyphen at the end of a line stands for: a cut word or a compound."""

import re
from collections import Counter
from collections.abc import Iterable

from glossary.documents.pdf.strips import HYPHEN
from glossary.keys import fold
from glossary.ordinary import MAX_LENGTH, is_ordinary

SIGNS = HYPHEN + "-\u2010\u00ad\u2011"

# What keeps its hyphen when nothing else tells: first and last parts of French
# compounds, and pronouns behind a verb.
_FIRST_PARTS = """
après arrière au avant celle celles celui ceux chef contre demi est ex grand grande haut là mi mini moyen non
nord ouest outre par peut plate porte quasi quelques rendez semi soi sous sud sur vice vis
"""
_LAST_PARTS = """
à ce ci elle elles en être il ils je la là le les leur lui même mêmes moi nous on t toi tu vous y
"""
_FIRST, _LAST = frozenset(_FIRST_PARTS.split()), frozenset(_LAST_PARTS.split())
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010\u2011][^\W\d_]+)*")
_END = re.compile(rf"([^\W\d_]+(?:[-\u2010\u2011][^\W\d_]+)*)[{SIGNS}]$")
_START = re.compile(r"[^\W\d_]+")


class Hyphens:
    """Decide with what the document itself shows inside its lines."""

    def __init__(self, lines: Iterable[str]) -> None:
        """Count the words of all lines."""
        self._words = Counter(word.casefold() for line in lines for word in _WORD.findall(line))

    def is_dropped(self, line: str, following: str) -> bool:
        """Say whether the hyphen at the end of a line only cuts a word.

        >>> hyphens = Hyphens(["la préparation", "un compte-rendu"])
        >>> hyphens.is_dropped("une pré-", "paration"), hyphens.is_dropped("le compte-", "rendu")
        (True, False)
        """
        end, start = _END.search(line), _START.match(following)
        if end is None or start is None:
            return False
        if line[-1] == "\u00ad":
            return True
        first, last = end[1], start[0]
        # Sigles and names keep theirs: CFE-CGC, Saint-Étienne, CSE-C.
        if last[0].isupper() or (first.isupper() and len(first) > 1):
            return False
        joined, compound = f"{first}{last}".casefold(), f"{first}-{last}".casefold()
        if self._words[joined] != self._words[compound]:
            return self._words[joined] > self._words[compound]
        if len(joined) <= MAX_LENGTH and is_ordinary(fold(joined)):
            return True
        return not ("-" in first or first.casefold() in _FIRST or last.casefold() in _LAST)
