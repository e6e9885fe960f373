"""Fold spellings together."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.keys import compact, fold, key, stem


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        pytest.param("CNFPT", "cnfpt", id="case"),
        pytest.param("C.N.F.P.T.", "cnfpt", id="dots"),
        pytest.param("Équipe", "equipe", id="accents"),
        pytest.param("E\u0301quipe", "equipe", id="decomposed accents"),
        pytest.param("Œuvre", "oeuvre", id="ligatures of spelling"),
        pytest.param("ﬁn", "fin", id="ligatures of typesetting"),
        pytest.param("İ", "i", id="a capital that grows when lowered"),
        pytest.param("C\u00adS\u200bE", "cse", id="soft hyphens and zero-width signs"),
        pytest.param("2ᵉ", "2e", id="compatibility forms"),
    ],
)
def test_fold(word: str, expected: str) -> None:
    assert fold(word) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("l’ARE", "l are", id="both apostrophes"),
        pytest.param("demandeur d'emploi", "demandeur d emploi", id="elision"),
        pytest.param("XP\u202fARSA", "xp arsa", id="narrow spaces"),
        pytest.param("CFE‑CGC", "cfe cgc", id="non-breaking hyphens"),
        pytest.param("  ", "", id="nothing"),
    ],
)
def test_key(text: str, expected: str) -> None:
    assert key(text) == expected


def test_compact_lets_separators_go() -> None:
    assert compact("xp-arsa") == compact("XP ARSA") == compact("X.P. ARSA") == "xparsa"


@pytest.mark.parametrize(("word", "expected"), [("emplois", "emploi"), ("travaux", "travau"), ("cas", "cas")])
def test_stem(word: str, expected: str) -> None:
    assert stem(word) == expected


@given(st.text())
def test_a_key_of_a_key_is_itself(text: str) -> None:
    assert key(key(text)) == key(text)
    assert compact(compact(text)) == compact(text)


@given(st.text())
def test_composed_and_decomposed_text_share_a_key(text: str) -> None:
    assert key(unicodedata.normalize("NFC", text)) == key(unicodedata.normalize("NFD", text))
