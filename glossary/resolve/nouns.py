"""Tell gender and number of a full form, from its head noun.

The nouns that occur in the term base stand in a table, endings decide for the
rest. Nouns for persons have no gender here: «sa CDE» is a conseillère.
"""

from functools import lru_cache
from typing import NamedTuple

from glossary.keys import key
from glossary.model import Term
from glossary.resolve.french import words

# Endings that give away the gender of a folded noun; the first that fits holds.
ENDINGS = {
    "isme": "m",
    "tion": "f",
    "sion": "f",
    "ance": "f",
    "ence": "f",
    "ment": "m",
    "ette": "f",
    "trice": "f",
    "age": "m",
    "ure": "f",
    "ise": "f",
    "ite": "f",
    "eau": "m",
    "oir": "m",
    "ier": "m",
    "ie": "f",
    "ee": "f",
    "et": "m",
    "al": "m",
    "il": "m",
    "at": "m",
}
_PLURALS = (("eaux", "eau"), ("aux", "al"), ("aux", "ail"), ("s", ""), ("x", ""))


class Features(NamedTuple):
    """Hold gender and number; empty where nothing is known."""

    gender: str
    """`m` or `f`."""
    number: str
    """`s` or `p`."""


@lru_cache(maxsize=20_000)
def features(full_form: str, lang: str = "fr") -> Features:
    """Tell gender and number of a full form.

    >>> features("Mission locale"), features("Ressources humaines")
    (Features(gender='f', number='s'), Features(gender='f', number='p'))
    """
    phrase = key(full_form).split()
    if lang == "en":
        return Features(_english_gender(phrase), "")
    head = next((word for word in phrase if word not in words("before_noun")), "")
    single, number = _singular(head)
    return Features(_gender(single), number)


def features_of(term: Term) -> Features:
    """Tell gender and number of a term's full form."""
    return features(term.full_form, term.lang)


def _english_gender(phrase: list[str]) -> str:
    """Tell the gender under which French borrows an English head noun."""
    stop = next((place for place, word in enumerate(phrase) if word in ("of", "for", "in")), len(phrase))
    head = phrase[stop - 1] if stop else ""
    if head in words("english_feminine"):
        return "f"
    return "m" if head in words("english_masculine") else ""


def _singular(noun: str) -> tuple[str, str]:
    if noun in words("invariable"):
        return noun, ""
    if _is_known(noun):
        return noun, "s"
    for end, single in _PLURALS:
        if noun.endswith(end) and _is_known(noun.removesuffix(end) + single):
            return noun.removesuffix(end) + single, "p"
    return (noun[:-1], "p") if len(noun) > 3 and noun[-1] == "s" else (noun, "s" if noun else "")


def _is_known(noun: str) -> bool:
    return any(noun in words(name) for name in ("feminine", "masculine", "person"))


def _gender(noun: str) -> str:
    if noun in words("person"):
        return ""
    if noun in words("feminine"):
        return "f"
    if noun in words("masculine"):
        return "m"
    return next((gender for ending, gender in ENDINGS.items() if noun.endswith(ending)), "")
