"""Report sigles that nobody explained, and nothing else (section 7)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.scan import scan
from glossary.text import Span
from glossary.unknown import find_unknown
from tests.samples import LEXICON


def unknown(text: str) -> list[str]:
    taken = [Span(mention.start, mention.end) for mention in scan(text, LEXICON)]
    return [piece.surface for piece in find_unknown(text, LEXICON, taken=taken)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Le ZQRT se réunit.", ["ZQRT"], id="a sigle in a sentence"),
        pytest.param("les SDTFPs", ["SDTFPs"], id="with a plural s"),
        pytest.param("la R&T du groupe", ["R&T"], id="with an ampersand"),
        pytest.param("le T.K.V. régional", ["T.K.V."], id="with dots"),
        pytest.param("RÉUNION DU ZQRT", ["ZQRT"], id="in a heading in capitals"),
        pytest.param("le plan EN4T", ["EN4T"], id="with a digit inside"),
        pytest.param("l'ABCDE et d’ZQRT", ["ABCDE", "ZQRT"], id="after elision"),
    ],
)
def test_sigles_are_reported(text: str, expected: list[str]) -> None:
    assert unknown(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Laurent MARIVAL", id="a surname after a first name"),
        pytest.param("Jean-Marc MIRANDOLI", id="a compound first name"),
        pytest.param("Pierre BRAZDUR", id="a first name that is also a word"),
        pytest.param("Frédéric PINSON DE BRÉAL", id="a surname with a particle"),
        pytest.param("Marianne HO TRAN MAI", id="a surname of short parts"),
        pytest.param("Mme BRISSAUD et M. KERVADEC", id="after a title"),
        pytest.param("KERVADEC Laurent", id="a surname before the first name"),
        pytest.param("J.-C. KERVADEC", id="initials"),
        pytest.param("PROCHE, ACTIF, HUMAIN !", id="plain words in capitals"),
        pytest.param("NOTE À MONTREVEL", id="a place in a heading"),
        pytest.param("XIV, XIXe siècle, chapitre CD", id="roman numerals"),
        pytest.param("120 KM, 35 EUR, 12 KWH", id="units"),
        pytest.param("F32048, L1233, UE2016", id="references"),
        pytest.param("NB : voir PS. EX : rien", id="signs of writing"),
        pytest.param("équipe.ZQRT@exemple.fr, ZQRT.pdf, #ZQRT", id="addresses, files and tags"),
        pytest.param("zqrt Zqrt Z", id="no capitals"),
        pytest.param("ABCDEFGHIJKL", id="too long"),
        pytest.param("le VAUCLUSE", id="a place"),
    ],
)
def test_other_capitals_are_not(text: str) -> None:
    assert unknown(text) == []


def test_what_is_taken_or_opaque_is_left_alone() -> None:
    text = "ZQRT, ZQRT, ZQRT"
    found = find_unknown(text, LEXICON, taken=[Span(6, 10)], opaque=[Span(0, 4)])
    assert [piece.start for piece in found] == [12]


@given(st.text(alphabet="AZÉ aé.-&'/\n1s"))
def test_spans_cut_what_was_matched(text: str) -> None:
    assert all(text[p.start : p.end] == p.surface for p in find_unknown(text, LEXICON))
