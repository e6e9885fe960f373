"""Forgive typing mistakes by the length of the form."""

import pytest

from glossary.lookup.fuzzy import likeness, near_forms, near_words, phrase_score, typos_allowed
from glossary.lookup.index import LookupIndex
from tests.samples import LEXICON

INDEX = LookupIndex(LEXICON)


@pytest.mark.parametrize(("form", "allowed"), [("de", 0), ("rsa", 1), ("csec", 1), ("cnfpt", 2)])
def test_typos_allowed(form: str, allowed: int) -> None:
    assert typos_allowed(form) == allowed


def test_near_forms_never_hold_the_query_itself() -> None:
    assert ("rsa", 1) in list(near_forms(INDEX, "ras"))
    assert all(distance for _, distance in near_forms(INDEX, "rsa"))


def test_near_words_need_five_letters() -> None:
    assert near_words(["emploi", "formation"], "emplio") == ["emploi"]
    assert near_words(["aide"], "aidd") == []


def test_a_phrase_that_covers_more_scores_more() -> None:
    assert phrase_score("demandeur emploi", "demandeur emploi") == 1
    assert phrase_score("demandeur emploi", "demandeur emploi fin moi") < 1


def test_a_shared_start_is_more_alike() -> None:
    assert likeness("rsaa", "rsa") > likeness("rsaa", "raa")
