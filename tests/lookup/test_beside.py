"""Hold that lists answer only for what the base does not know, in their order of trust."""

from dataclasses import replace

import pytest

from glossary.lexicon import Lexicon, with_below
from glossary.lookup import find, find_with_collections, outside
from tests.samples import LEXICON, term


def listed(name, *terms):
    return Lexicon(
        replace(item, id=f"{name}-{item.id}", collection=name, status="to-check") for item in terms
    )


FIRST = listed(
    "premiere", term("ZUP", "Zone à urbaniser en priorité"), term("RSA", "Régime spécial agricole")
)
SECOND = listed(
    "seconde",
    term("ZUP", "Zone d'une autre priorité"),
    term("ENA", "École nationale d'administration", variants=("CSE-C",)),
    term("ZUS", "Zone urbaine sensible"),
)
LISTS = [FIRST, SECOND]


def ids(query, lists=LISTS, **options):
    return [hit.term.id for hit in find_with_collections(query, LEXICON, lists, **options)]


@pytest.mark.parametrize("query", ["RSA", "r.s.a.", "cse-c", "CNFPT"])
def test_a_form_that_the_base_knows_is_answered_by_the_base_alone(query):
    assert ids(query) == [hit.term.id for hit in find(query, LEXICON)]


def test_the_list_that_is_trusted_more_shadows_the_other():
    assert ids("ZUP")[0] == "premiere-zup"
    assert "seconde-zup" not in ids("ZUP")


def test_a_list_shadows_nothing_of_the_base_by_a_variant():
    assert "seconde-ena" not in ids("ENA")


def test_a_whole_match_of_a_list_stands_before_likenesses_of_the_base():
    hits = find_with_collections("ZUS", LEXICON, LISTS)
    assert (hits[0].term.collection, hits[0].matched) == ("seconde", "exact")


def test_what_only_looks_alike_is_not_taken_from_a_list():
    assert not any(name.startswith(("premiere", "seconde")) for name in ids("ZUX"))


def test_a_full_form_is_found_and_some_of_its_words_are_not_enough():
    assert ids("zone urbaine sensible")[0] == "seconde-zus"
    assert ids("zone urbaine") == []
    assert ids("revenu de solidarité active")[0] == "rsa"


def test_the_limit_counts_for_all_and_without_lists_nothing_changes():
    assert ids("ZUP", limit=1) == ["premiere-zup"]
    assert ids("ZUP", lists=[]) == [hit.term.id for hit in find("ZUP", LEXICON)]


def test_unknown_forms_are_told_by_the_first_list_that_knows_them():
    found = outside(["ZUP", "Z.U.P.", "XXX", "ZUP"], LISTS)
    assert {form: [item.id for item in terms] for form, terms in found.items()} == {
        "ZUP": ["premiere-zup"],
        "Z.U.P.": ["premiere-zup"],
    }


def test_a_lexicon_with_lists_below_knows_what_each_may_say():
    joined = with_below(LEXICON, LISTS)
    assert [item.id for item in joined.by_key("RSA")] == ["rsa"]
    assert [item.id for item in joined.by_key("ZUP")] == ["premiere-zup"]
    assert not joined.by_key("ENA")
    assert joined.revision == LEXICON.revision
    assert joined.version != LEXICON.version


def test_signs_that_fold_away_do_not_hide_a_form_of_a_list():
    odd = listed("impaire", term("«ZAD»", "Zone d'aménagement différé", id="zad"))
    assert ids("zad", [odd])[0].startswith("impaire")
    assert ids("...", [odd]) == []
