"""Test what is gathered about a form."""

import pytest

from glossary.errors import NotFound
from glossary.lexicon import Lexicon
from glossary.web.meanings import entry_of
from tests.web.conftest import OWN_TERMS

LEXICON = Lexicon(OWN_TERMS)


def test_meanings_stand_likeliest_first_and_past_ones_last() -> None:
    assert [meaning.term.id for meaning in entry_of("DE", LEXICON).meanings] == ["de", "de-diplome", "de-en"]
    assert [meaning.term.id for meaning in entry_of("CE", LEXICON).meanings] == ["ce-conseil", "ce-comite"]


@pytest.mark.parametrize(
    ("asked", "shown"),
    [("cse", "CSE"), ("c.s.e", "CSE"), ("C.S.E.", "C.S.E."), ("cse-central", "CSE central")],
)
def test_a_form_is_shown_as_the_glossary_spells_it(asked: str, shown: str) -> None:
    assert entry_of(asked, LEXICON).form == shown


def test_before_and_after_are_linked() -> None:
    past = entry_of("CE", LEXICON).meanings[1]
    assert past.successor is not None
    assert past.successor.id == "cse"
    assert [term.id for term in entry_of("CSE", LEXICON).meanings[0].predecessors] == ["ce-comite"]


def test_an_unknown_form_is_not_found() -> None:
    with pytest.raises(NotFound, match="ZZZ"):
        entry_of("ZZZ", LEXICON)
