"""Say what stands on the pages of a printed list."""

import re
import unicodedata
from typing import NamedTuple

DIGITS = "0 – 9"
OTHERS = "#"


class Entry(NamedTuple):
    """Hold what the page says of one form, in French."""

    form: str
    full_form: str
    definition: str
    notes: tuple[str, ...] = ()
    """Small print: other spellings, what replaced it, where it was met."""


class Section(NamedTuple):
    """Hold entries under a heading: a letter, or a title."""

    heading: str
    """Empty for none."""
    entries: list[Entry]
    is_indexed: bool = True
    """Whether the running header of a page names its first and last form."""


class Cover(NamedTuple):
    """Hold what stands around the entries."""

    title: str
    subtitle: str = ""
    told: str = ""
    """Release and date, or what the list was made from; also at the foot of each page."""
    license: str = ""
    license_name: str = ""
    """Short name of the licence, for the foot of each page."""
    empty: str = ""
    """What to say where there is no entry."""


def letter_of(form: str) -> str:
    """Give the letter under which a form stands.

    >>> letter_of("État"), letter_of("3949"), letter_of("œuvre"), letter_of("@")
    ('E', '0 – 9', 'O', '#')
    """
    plain = unicodedata.normalize("NFKD", form.lower().replace("œ", "oe").replace("æ", "ae"))
    first = next((sign for sign in plain if sign.isalnum()), "")
    if not first:
        return OTHERS
    return first.upper() if "a" <= first <= "z" else DIGITS if first.isdigit() else OTHERS


def rank(letter: str) -> str:
    """Say where a letter stands in the alphabet: signs, digits, A to Z."""
    return {OTHERS: " ", DIGITS: "!"}.get(letter, letter)


def bound(text: str) -> str:
    """Keep a high sign on the line of its word, as French typography asks.

    >>> bound("Remplacé par : CSE")
    'Remplacé par\\xa0: CSE'
    """
    return re.sub(r" (?=[:;!?»%€])|(?<=«) ", "\xa0", text)
