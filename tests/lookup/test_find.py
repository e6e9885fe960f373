"""Answer a question about a form or words, best first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.lexicon import Lexicon
from glossary.lookup import FULL_FORM, find
from glossary.model import Term
from tests.samples import LEXICON, TERMS, term

WIDER = Lexicon(
    [
        *TERMS,
        term("SIRHUS", kind="name"),
        term("CNFPTLV", "Conseil national de la formation professionnelle tout au long de la vie"),
        term("DEFM", "Demandeurs d'emploi en fin de mois"),
        term("CDG", "Centre de gestion de la fonction publique territoriale"),
        term("RAA", "Recueil des actes administratifs"),
        term("RGAA", "Référentiel général d'amélioration de l'accessibilité"),
    ]
)


@pytest.mark.parametrize(
    ("query", "expected", "matched"),
    [
        pytest.param("CNFPT", "cnfpt", "exact", id="as written"),
        pytest.param("cnftp", "cnfpt", "fuzzy", id="two letters swapped"),
        pytest.param("C.N.F.P.T", "cnfpt", "exact", id="with dots"),
        pytest.param("sirhuss", "sirhus", "fuzzy", id="a letter too many"),
        pytest.param("xp-arsa", "xp-arsa", "exact", id="a hyphen for a space"),
        pytest.param("xparsa", "xp-arsa", "exact", id="nothing for a space"),
        pytest.param("centre national fonction publique", "cnfpt", "full_form", id="words of the full form"),
        pytest.param("demandeur emploi", "de", "full_form", id="words without the small ones"),
        pytest.param("demandeur d'emplio", "de", "full_form", id="a typing mistake in a word"),
        pytest.param("Revenu de solidarité active", "rsa", "full_form", id="the whole full form"),
        pytest.param("allocation chomage", "are", "variant", id="a variant without its accent"),
        pytest.param("rsaa", "rsa", "fuzzy", id="one typo in three letters, the start counts"),
        pytest.param("agefi", "agefiph", "prefix", id="the start of a form"),
        pytest.param("lac donnees", "lac-de-donnees", "full_form", id="words of a jargon term"),
        pytest.param("néo", "neo", "exact", id="accents do not matter"),
    ],
)
def test_the_term_comes_first(query: str, expected: str, matched: str) -> None:
    hit = find(query, WIDER)[0]
    assert (hit.term.id, hit.matched) == (expected, matched)
    assert hit.why.endswith(".")


def test_two_typos_are_forgiven_from_five_letters() -> None:
    assert "sirhus" in [hit.term.id for hit in find("sorhis", WIDER)]
    assert "cdd" not in [hit.term.id for hit in find("cxx", WIDER)]


def test_every_meaning_of_a_form_comes_usual_ones_first() -> None:
    assert [hit.term.id for hit in find("de", WIDER)][:2] == ["de", "de-diplome"]


def test_the_domain_filters() -> None:
    terms = [
        term("AB", "Aide de base", id="ab-1", domain="rh"),
        term("AB", "Atelier bois", id="ab-2", domain="emploi"),
    ]
    assert [hit.term.id for hit in find("ab", Lexicon(terms), domain="rh")] == ["ab-1"]


def test_the_limit_holds() -> None:
    assert len(find("c", WIDER, limit=2)) == 2
    assert find("c", WIDER, limit=0) == []


@pytest.mark.parametrize("query", ["", "   ", "…", "😀", "x" * 5000])
def test_nothing_is_found_for_nothing(query: str) -> None:
    assert find(query, WIDER) == []


def test_withdrawn_terms_do_not_answer() -> None:
    assert find("OLD", WIDER) == []


@given(st.text(max_size=40))
def test_scores_fall_and_terms_come_once(query: str) -> None:
    hits = find(query, WIDER)
    ids = [hit.term.id for hit in hits]
    assert len(ids) == len(set(ids))
    assert all(0 <= hit.score <= 1 for hit in hits)


@given(st.sampled_from(TERMS))
def test_every_term_in_use_is_found_first_by_its_form(wanted: Term) -> None:
    if not wanted.is_withdrawn:
        hits = find(wanted.short_form, LEXICON)
        assert wanted.id in [hit.term.id for hit in hits if hit.score == hits[0].score]


@pytest.mark.parametrize("query", ["RSA/CDD", "RSA-CDD", "RSA + CDD", "CDD, RSA"])
def test_forms_that_a_query_joins_are_found_one_by_one(query):
    hits = [hit for hit in find(query, LEXICON) if hit.matched == "part"]
    assert {hit.term.id for hit in hits} == {"rsa", "cdd"}
    assert all(hit.score < FULL_FORM for hit in hits)


@pytest.mark.parametrize("query", ["XP-ARSA", "le de la du", "rsa cdd"])
def test_a_form_of_several_parts_and_plain_words_are_not_taken_apart(query):
    assert not any(hit.matched == "part" for hit in find(query, LEXICON))


@pytest.mark.parametrize("query", ["revenude solidarité-active", "Revenu de Solidarité Active"])
def test_a_full_form_is_found_however_its_words_are_parted(query):
    first = find(query, LEXICON)[0]
    assert (first.term.id, first.matched, first.score) == ("rsa", "full_form", FULL_FORM)
