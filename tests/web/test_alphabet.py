"""Test the order of the alphabet and its pages."""

from glossary.web import alphabet
from tests.samples import term

TERMS = (
    term("bassin d'emploi", kind="term", id="bassin"),
    term("BA", "Bénéfices agricoles"),
    term("BA X", "Autre chose", id="ba-x"),
    term("Écu", kind="name", id="ecu"),
    term("3949", kind="name"),
    term("BA", "Base aérienne", id="ba-2"),
)


def test_short_forms_stand_in_the_order_of_a_dictionary() -> None:
    assert [term.id for term in alphabet.select(TERMS)] == ["3949", "ba", "ba-2", "ba-x", "bassin", "ecu"]


def test_an_accent_does_not_change_the_letter() -> None:
    assert alphabet.initial(TERMS[3]) == "E"
    assert alphabet.initial(TERMS[4]) == alphabet.DIGITS


def test_pages_join_without_gap_or_double() -> None:
    terms = alphabet.select(TERMS)
    first = alphabet.page(terms, cursor="", limit=2)
    second = alphabet.page(terms, cursor=first.following, limit=4)
    assert [*first.terms, *second.terms] == terms
    assert second.following == ""
