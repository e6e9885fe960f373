"""Hold the shipped glossary to what newcomers look up, and to what it does not know."""

from dataclasses import replace

import pytest

from glossary.formats import shipped_collections, shipped_terms
from glossary.lexicon import Lexicon
from glossary.lookup import FULL_FORM, find_with_collections

# What a newcomer types, and the short form that must come first.
KNOWN = (
    ("cse", "CSE"),
    ("C.S.E.", "CSE"),
    ("cnftp", "CNFPT"),
    ("are", "ARE"),
    ("pole emploi", "PE"),
    ("francetravail", "FT"),
    ("rsa", "RSA"),
    ("demandeurs demploi", "DE"),
    ("mission locale", "MILO"),
    ("agefip", "Agefiph"),
    ("xp-arsa", "XP ARSA"),
    ("pmsmp", "PMSMP"),
    ("conseil d’etat", "CE"),
    ("télé-travail", "TT"),
    ("etp temps plein", "ETP"),
    ("prime activité", "PPA"),
    ("obligation d'emploi travailleurs handicapés", "OETH"),
    ("chsct", "CHSCT"),
    ("E.S.A.T.", "ESAT"),
    ("missions locals", "MILO"),
    ("zone a faible emission", "ZFE-m"),
    ("contrat d'engagement", "contrat d'engagement"),
)
# What the glossary does not know, and a near form that must be among the answers; none where nothing is near.
UNKNOWN = (
    ("ADEL", "ADIL"),
    ("SDISX", "SDIS"),
    ("CNFPTT", "CNFPT"),
    ("RSAA", "RSA"),
    ("PACEA2", "PACEA"),
    ("TPE/PME", "TPE"),
    ("GIP-MDS", "GIP"),
    ("aide au logement", "APL"),
    ("service social du personnel", "ASS"),
    ("francetravaille", "francetravail.io"),
    ("AGEFIPHE", "Agefiph"),
    ("entretien annuel", "EPA"),
    ("ZQRT", ""),
    ("BALADO", ""),
    ("qwerty", ""),
    ("réunion d'équipe", ""),
    ("sigle inconnu", ""),
    ("N+2", ""),
    ("xyz", ""),
)
# What only a list outside the glossary knows.
LISTED = (("AAB", "Atteinte aux biens"), ("3D", "Trois dimensions"), ("c.o.d.e.r.s.t.", ""))


@pytest.fixture(scope="module")
def shipped():
    lists = [
        Lexicon(replace(term, collection=found.name) for term in found.terms())
        for found in shipped_collections()
    ]
    return Lexicon(shipped_terms()), lists


@pytest.mark.parametrize(("query", "form"), KNOWN)
def test_a_newcomer_finds_it_first(shipped, query, form):
    assert find_with_collections(query, *shipped)[0].term.short_form == form


@pytest.mark.parametrize(("query", "near"), UNKNOWN)
def test_what_is_not_there_gets_what_is_near_and_no_pretence(shipped, query, near):
    hits = find_with_collections(query, *shipped)
    assert not any(hit.score >= FULL_FORM for hit in hits)
    assert [hit.term.short_form for hit in hits] == [] or near in {hit.term.short_form for hit in hits}
    assert bool(hits) == bool(near)


@pytest.mark.parametrize(("query", "full_form"), LISTED)
def test_a_list_answers_where_the_glossary_cannot(shipped, query, full_form):
    first = find_with_collections(query, *shipped)[0]
    assert first.term.collection == "administration"
    assert full_form in first.term.full_form


def test_a_form_that_is_a_whole_word_is_not_completed(shipped):
    """«are» is a benefit here, not the start of «area»."""
    assert {hit.term.short_form for hit in find_with_collections("are", *shipped)} == {"ARE", "AREF"}
