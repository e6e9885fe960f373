"""Cut text into words and find what is no prose."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.text import opaque_around, raised_words, tokenize


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("l'ARE, d’ETP", ["l", "ARE", "d", "ETP"], id="elision stands outside"),
        pytest.param("C.S.E. et C.N.F.P.T", ["C.S.E.", "et", "C.N.F.P.T"], id="dotted acronyms are one word"),
        pytest.param("fin. Le", ["fin", "Le"], id="a full stop is not"),
        pytest.param("E\u0301quipe", ["E\u0301quipe"], id="combining accents are inside"),
        pytest.param("ex-ANPE", ["ex", "ANPE"], id="hyphens separate"),
        pytest.param("a_b", ["a", "b"], id="underscores separate"),
        pytest.param("😀1ᵉʳ", ["1ᵉʳ"], id="emoji are no words"),
    ],
)
def test_tokenize(text: str, expected: list[str]) -> None:
    assert [token.surface for token in tokenize(text)] == expected


@given(st.text())
def test_tokens_cut_what_they_hold(text: str) -> None:
    tokens = list(tokenize(text))
    assert all(text[token.start : token.end] == token.surface for token in tokens)
    assert all(left.end <= right.start for left, right in pairwise(tokens))


@given(st.text(alphabet="aZÉé1.-' \n\u0301😀"))
def test_raised_words_are_the_tokens_with_a_capital_or_digit(text: str) -> None:
    raised = [(match.start(), match.group()) for match in raised_words(text)]
    tokens = [
        (t.start, t.surface) for t in tokenize(text) if t.surface[0].isupper() or t.surface[0].isdigit()
    ]
    assert raised == tokens


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("écrire à jean.CSE@exemple.fr.", "CSE", "jean.CSE@exemple.fr."),
        ("voir https://exemple.fr/CSE?x=1 ici", "CSE", "https://exemple.fr/CSE?x=1"),
        ("sur francetravail.io hier", "francetravail", "francetravail.io"),
        ("le tag #CSE là", "CSE", "#CSE"),
        ("ouvrir bilan-CSE.docx ici", "CSE", "bilan-CSE.docx"),
    ],
)
def test_opaque_stretches(text: str, word: str, expected: str) -> None:
    start = text.index(word)
    span = opaque_around(text, start, start + len(word))
    assert span is not None
    assert text[span.start : span.end] == expected


@pytest.mark.parametrize("text", ["(CSE)", "AT/CSE/MP", "CSE.", "«CSE»", "l'CSE,"])
def test_prose_is_not_opaque(text: str) -> None:
    start = text.index("CSE")
    assert opaque_around(text, start, start + 3) is None


def test_a_text_without_spaces_stays_cheap() -> None:
    text = "a" * 100_000 + " CSE"
    assert opaque_around(text, 50_000, 50_001) is None
