"""Recognise forms as section 2 to 4 of the contract say."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.lexicon import Lexicon
from glossary.scan import find_full_forms, scan
from glossary.text import Span
from tests.samples import LEXICON, TERMS, term


def surfaces(text: str, **options: object) -> list[str]:
    return [mention.surface for mention in scan(text, LEXICON, **options)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("le CNFPT forme", ["CNFPT"], id="a sigle in a sentence"),
        pytest.param("CSE", ["CSE"], id="a sigle alone is the whole text"),
        pytest.param("le C.N.F.P.T. forme", ["C.N.F.P.T."], id="dots do not matter"),
        pytest.param("le cnfpt forme", [], id="a sigle in lower case is not listed"),
        pytest.param("l'ARE et d’ARE, qu'une ARE", ["ARE", "ARE", "ARE"], id="elision stands outside"),
        pytest.param("les CDDs et les CDD", ["CDDs", "CDD"], id="a plural s belongs to the sigle"),
        pytest.param("ex-CSE, post-RSA", ["CSE", "RSA"], id="a sigle after a hyphen is a word"),
        pytest.param(
            "XP ARSA, XP-ARSA, XP/ARSA, XPARSA", ["XP ARSA", "XP-ARSA", "XP/ARSA", "XPARSA"], id="parts join"
        ),
        pytest.param(
            "XP\u00a0ARSA et XP\u202fARSA", ["XP\u00a0ARSA", "XP\u202fARSA"], id="non-breaking spaces join"
        ),
        pytest.param("le CSE-C et le CSE central", ["CSE-C", "CSE central"], id="variants of two parts"),
        pytest.param("le CSE C'est dit", ["CSE"], id="an elided letter is no part of the form"),
        pytest.param("le RSA soclesque", ["RSA"], id="the next longest counts when the longest fails"),
        pytest.param("le RSA socle", ["RSA socle"], id="the longest form wins"),
        pytest.param(
            "Agefiph, AGEFIPH, agefiph",
            ["Agefiph", "AGEFIPH"],
            id="a spoken acronym as written or in capitals",
        ),
        pytest.param("la Dares publie", ["Dares"], id="four letters may be said as a word"),
        pytest.param("la Cnfpt, le Cse", ["Cnfpt"], id="three letters may not"),
        pytest.param("Pix, PIX, pix", ["Pix", "PIX"], id="a name is not found in lower case"),
        pytest.param(
            "NEO, Neo, Néo, NÉO", ["NEO", "Neo", "Néo", "NÉO"], id="a name with and without accents"
        ),
        pytest.param("des lacs de données", ["lacs de données"], id="the plural of a jargon term is free"),
        pytest.param("un LAC DE DONNÉES", ["LAC DE DONNÉES"], id="a jargon term in any case"),
        pytest.param("un lac de\n  données", ["lac de\n  données"], id="a long form runs over a line break"),
        pytest.param("un lac de\n\ndonnées", [], id="but not over a paragraph"),
        pytest.param("un lac de don-\nnées", ["lac de don-\nnées"], id="a word may be broken at a line end"),
        pytest.param("un lac. De données", [], id="never over the end of a sentence"),
        pytest.param("l'aller-vers", ["aller-vers"], id="the hyphen of a jargon term counts"),
        pytest.param("pour aller vers la gare", [], id="without it the words are plain"),
        pytest.param("une expé, une Xpé, une XP", ["expé", "Xpé", "XP"], id="a listed lower-case variant"),
        pytest.param("AC! et AC !, AC", ["AC!"], id="a sign of the form must stand there"),
        pytest.param("son N+1, son N-1, un N 1", ["N+1"], id="a joining sign must be the right one"),
        pytest.param("les bRSA", ["bRSA"], id="a form that starts small"),
        pytest.param("OLD", [], id="withdrawn terms are not recognised"),
        pytest.param("😀 CSE 😀", ["CSE"], id="emoji around"),
        pytest.param("C\u00adS\u200bE", ["C\u00adS\u200bE"], id="invisible signs inside"),
        pytest.param("هذا CSE هنا", ["CSE"], id="right-to-left text around"),
        pytest.param("CSECSE CSE2 2CSE", [], id="a part of a word is no word"),
    ],
)
def test_forms(text: str, expected: list[str]) -> None:
    assert surfaces(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("RÉUNION DU 5 AVRIL", [], id="a heading in capitals"),
        pytest.param("NOTE DE SERVICE\n", [], id="a plain word between capitals"),
        pytest.param("RÉUNION DU CSEC", ["CSEC"], id="a sigle in a heading is found"),
        pytest.param("Claire DE MONTFORT", [], id="a surname with a particle"),
        pytest.param("Isabeau DE", [], id="a first name before"),
        pytest.param("Mme DU, M. DE", [], id="a title before"),
        pytest.param("les DE inscrits", ["DE"], id="capitals in a sentence say something"),
        pytest.param("(DE et entreprises)", ["DE"], id="a parenthesis is no run"),
        pytest.param("ARE, RSA, DE", ["ARE", "RSA", "DE"], id="a list of sigles"),
        pytest.param("les DE RSA", ["DE", "RSA"], id="beside a known sigle"),
        pytest.param("PAS DE DU", [], id="plain words alone"),
        pytest.param("il ne faut PAS signer", [], id="a stressed negation"),
        pytest.param("le PAS est prélevé", ["PAS"], id="the tax in a sentence"),
        pytest.param("D'UN CÔTÉ, DE L'AUTRE", [], id="elision in capitals"),
    ],
)
def test_capitals_guard(text: str, expected: list[str]) -> None:
    assert surfaces(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "syndicat.CSE@exemple.fr",
        "https://exemple.fr/CSE/RSA",
        "www.CSE.fr",
        "#CSE",
        "@CSE",
        "voir RSA.pdf",
        "dans /srv/CSE/notes",
        "C:\\CSE\\notes",
        "docs/CSE/notes.md",
        "CSE_MAX",
    ],
)
def test_nothing_in_addresses_and_paths(text: str) -> None:
    assert surfaces(text) == []


def test_nothing_in_opaque_spans() -> None:
    assert surfaces("CSE `RSA` CSE", opaque=[Span(4, 9)]) == ["CSE", "CSE"]


def test_a_slash_between_sigles_is_no_path() -> None:
    assert surfaces("CSE/CSEC/RSA") == ["CSE", "CSEC", "RSA"]


def test_an_ambiguous_form_carries_all_its_terms() -> None:
    (mention,) = scan("les CDE", LEXICON)
    assert mention.terms == ("cde-comite", "cde-conseiller")


def test_full_forms_only_on_request() -> None:
    text = "Le revenu de solidarité active, dit RSA"
    assert surfaces(text) == ["RSA"]
    assert surfaces(text, full_forms=True) == ["revenu de solidarité active", "RSA"]
    assert [mention.terms for mention in find_full_forms(text, LEXICON)] == [("rsa",)]


def test_a_phrase_that_stands_for_an_acronym_is_a_full_form() -> None:
    assert surfaces("l'allocation chômage") == []
    assert surfaces("l'allocation chômage", full_forms=True) == ["allocation chômage"]


def test_a_form_of_the_document_is_found_without_a_term() -> None:
    (mention,) = scan("le ZQRT siège", LEXICON, extra=["ZQRT"])
    assert (mention.surface, mention.terms) == ("ZQRT", ())


WORDS = st.sampled_from(
    [
        "CSE",
        "CSEC",
        "RSA",
        "socle",
        "XP",
        "ARSA",
        "XPARSA",
        "DE",
        "DU",
        "PAS",
        "Agefiph",
        "Dares",
        "cse",
        "lac",
        "lacs",
        "de",
        "données",
        "Pix",
        "NEO",
        "Néo",
        "N+1",
        "AC!",
        "l'",
        ",",
        ".",
        "-",
        "/",
        "\n",
        "\n\n",
        "(",
        ")",
        "réunion",
        "RÉUNION",
        "Claire",
        "MONTFORT",
        "2024",
        "C.S.E.",
        "😀",
        "é",
        "CDDs",
        "aller-vers",
    ]
)
TEXTS = st.lists(st.tuples(WORDS, st.sampled_from(["", " ", " ", "\u00a0"]))).map(
    lambda parts: "".join(word + gap for word, gap in parts)
)


@given(st.one_of(st.text(), TEXTS))
def test_spans_cut_what_was_matched(text: str) -> None:
    mentions = scan(text, LEXICON, full_forms=True)
    assert all(text[m.start : m.end] == m.surface for m in mentions)
    assert all(left.end <= right.start for left, right in pairwise(mentions))


@given(TEXTS)
def test_decomposed_accents_give_the_same_mentions(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    decomposed = unicodedata.normalize("NFD", text)
    first = [(unicodedata.normalize("NFC", m.surface), m.terms) for m in scan(composed, LEXICON)]
    second = [(unicodedata.normalize("NFC", m.surface), m.terms) for m in scan(decomposed, LEXICON)]
    assert first == second


@given(TEXTS)
@settings(max_examples=40)
def test_an_unrelated_term_changes_no_mention(text: str) -> None:
    wider = Lexicon([*TERMS, term("ZQRTW", "Zone qui reste très wallonne")])
    assert scan(text, wider) == scan(text, LEXICON)
