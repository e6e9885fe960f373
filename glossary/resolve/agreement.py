"""Read what stands beside a sigle and agrees with it in gender and number.

A sigle takes the gender of the head noun of its full form: «la ML» is a
mission locale, «le ML» machine learning; «l'AJ totale», «l'AME est signé».
"""

import re
from typing import NamedTuple

from glossary.keys import fold
from glossary.resolve.french import words
from glossary.text import APOSTROPHES, SPACES

# Article, adjective and sigle take no more room.
BEFORE = 40
AFTER = 50

_WORD = r"[^\W\d_]+|\d{1,3}"
# Read backwards from the sigle, so that one attempt is enough.
_BEFORE = re.compile(rf"[{SPACES}]*[«\"“(*]*([{SPACES}]+|[{APOSTROPHES}])({_WORD})(?:[{SPACES}]+({_WORD}))?")
_AFTER = re.compile(
    rf"[{SPACES}]+(?:(?:n['’])?(?:est|était|sera|a été|avait été|sont|étaient|ont été|seront|reste)[{SPACES}]+)?"
    rf"(?:(?:pas|plus|donc|ainsi|déjà|désormais|bien|aussi|encore)[{SPACES}]+)?([^\W\d_]{{4,}})"
)
# After a preposition, what follows may well belong to a noun further left:
# «une enquête sur l'AME a été demandée».
_PREPOSITIONS = "de à sur dans pour par avec sans sous contre selon vers entre en dès chez hors"
_GOVERNED = re.compile(
    rf"[{SPACES}]*[«\"“(*]*(?:(?:(?:[{SPACES}]+(?:al|s?el)|[{APOSTROPHES}]l)?[{SPACES}]+"
    rf"(?:{'|'.join(_PREPOSITIONS[::-1].split())})|ud|x?ua|sed)(?![^\W_])|[{APOSTROPHES}]d)",
    re.IGNORECASE,
)
# Only endings that nouns and verbs do not share with adjectives.
_FEMININE = re.compile(
    r"(?:[^tm]ée|tée|elle|[tnr]ale|[tsu]ive|ienne|trice|ouverte|suspendue|prévue|rendue|versée|attribuée|saisie|"
    r"soumise|remise|conclue)s?$"
)
_MASCULINE = re.compile(
    r"(?:[^t]é|[^i]té|[trn]el|[tnir]al|[ct]if|ouvert|suspendu|prévu|rendu|saisi|soumis|remis|conclu)s?$"
)


class Shown(NamedTuple):
    """Hold what a place shows; empty where it shows nothing."""

    gender: str
    """`m` or `f`."""
    number: str
    """`s` or `p`."""
    words: tuple[str, ...]
    """The words of the text that show it."""


def shown_at(text: str, start: int, end: int) -> Shown:
    """Read what article, adjective or participle beside a sigle show.

    Looks at two words before and three after: the cost is constant.
    """
    before = _shown_before(text, start)
    if before.gender or _GOVERNED.match(text[max(0, start - BEFORE) : start][::-1]):
        return before
    after = _shown_after(text, end)
    return Shown(after.gender, before.number, (*before.words, *after.words))


def _shown_before(text: str, start: int) -> Shown:
    match = _BEFORE.match(text[max(0, start - BEFORE) : start][::-1])
    if match is None:
        return Shown("", "", ())
    joint, last, first = (part and part[::-1] for part in match.groups())
    if joint[0] in APOSTROPHES:
        # `l'` is singular, but hides the gender; `d'` hides both.
        return Shown("", "s" if fold(last) == "l" else "", ())
    near = _of_word(last)
    if first is None or fold(last) not in words("between"):
        return near
    far = _of_word(first)
    return Shown(near.gender or far.gender, near.number or far.number, (*far.words, *near.words))


def _of_word(word: str) -> Shown:
    folded = fold(word)
    gender = "m" if folded in words("shows_masculine") else "f" if folded in words("shows_feminine") else ""
    if folded.isdigit():
        number = "p" if int(folded) > 1 else ""
    else:
        number = "p" if folded in words("shows_plural") else "s" if folded in words("shows_singular") else ""
    return Shown(gender, number, (word,) if gender or number else ())


def _shown_after(text: str, end: int) -> Shown:
    match = _AFTER.match(text, end, min(len(text), end + AFTER))
    if match is None or match[1][0].isupper():
        return Shown("", "", ())
    word = match[1]
    if _FEMININE.search(word):
        return Shown("f", "", (word,))
    return Shown("m", "", (word,)) if _MASCULINE.search(word) else Shown("", "", ())
