"""Fold words into keys, so that spellings of one form meet.

Folded away: case, accents, ligatures, compatibility forms, dots, soft hyphens
and zero-width characters. A key of a key is itself.
"""

import re
import unicodedata

from glossary.text import WORD

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "ı": "i", "đ": "d"})
_NOT_KEY = re.compile(r"[\W_]+")


def fold(word: str) -> str:
    """Fold one word into its key.

    >>> fold("Cœurs"), fold("É.N.A."), fold("ﬁn")
    ('coeurs', 'ena', 'fin')
    """
    if word.isascii():
        return word.lower() if word.isalnum() else _NOT_KEY.sub("", word.lower())
    lowered = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", word).lower())
    return _NOT_KEY.sub("", lowered.translate(_LIGATURES))


def key(text: str) -> str:
    """Fold a form or phrase into its words, joined by one space.

    >>> key("Demandeur d’emploi"), key("XP-ARSA"), key("C.N.F.P.T.")
    ('demandeur d emploi', 'xp arsa', 'cnfpt')
    """
    return " ".join(folded_words(text))


def folded_words(text: str) -> list[str]:
    """Give the words of a form or phrase, folded, in order."""
    return [folded for word in WORD.findall(text) if (folded := fold(word))]


def compact(text: str) -> str:
    """Fold a form into one run: dots, hyphens and spaces do not matter.

    >>> compact("xp-arsa") == compact("XP ARSA") == "xparsa"
    True
    """
    return "".join(folded_words(text))


def stem(word: str) -> str:
    """Free a folded word of the plural s or x; short words stay.

    >>> stem("demandeurs"), stem("travaux"), stem("bas")
    ('demandeur', 'travau', 'bas')
    """
    return word[:-1] if len(word) > 3 and word[-1] in "sx" else word
