"""Hold the laws of the scan; the examples stand in `cases/scan.json`."""

import unicodedata
from itertools import pairwise
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.lexicon import Lexicon, fits
from glossary.scan import _Scanner, find_full_forms, scan
from glossary.text import Span, tokenize
from tests.samples import LEXICON, TERMS, term


def surfaces(text: str, **options: object) -> list[str]:
    return [mention.surface for mention in scan(text, LEXICON, **options)]  # type: ignore[arg-type]


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
        "DEs",
        "cœur",
        "C\u00adS\u00adE",
        "Ne\u0301o",
        "don-\nnées",
        "données",
        "    ",
        "\u202f",
        "\r\n",
        "?",
        "_",
        "’",
        "C.S.E",
        "İ",
        "صحة",
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


FORMS = st.sampled_from(
    [
        *("CSE", "CSEC", "CSE-C", "XP ARSA", "XP", "Dares", "lac", "lac de données", "bRSA", "Pix", "N+1"),
        *("DE", "RSA", "RSA socle", "lac de cœur", "Néo", "AC!", "C.S.E.", "aller-vers", "CSE de DE"),
    ]
)
LEXICONS = st.lists(
    st.tuples(FORMS, st.sampled_from(["acronym", "name", "term"])), min_size=1, max_size=6
).map(
    lambda rows: Lexicon(
        term(form, form, id=f"t{number}", kind=kind) for number, (form, kind) in enumerate(rows)
    )
)


def _broken(word: str) -> str:
    return f"{word[:2]}-\n{word[2:]}"


SPELLINGS = st.sampled_from(
    [
        *(str, str, str, str.upper, str.lower, str.capitalize, _broken),
        *(lambda word: word + "s", lambda word: ".".join(word), lambda word: "\u00ad".join(word)),
        lambda word: unicodedata.normalize("NFD", word),
    ]
)
GAPS = st.sampled_from(
    [" ", " ", " ", "  ", "\u00a0", "-", " - ", "\n", "\r\n", "\n   ", "    ", "/", "’", "", ", "]
)


@st.composite
def texts_of(draw: st.DrawFn) -> tuple[Lexicon, str]:
    """Draw a lexicon with a text of its forms, as they may be written, and as they may not."""
    lexicon = draw(LEXICONS)
    forms = sorted({term.short_form for term in lexicon.terms})
    pieces = []
    for _ in range(draw(st.integers(1, 8))):
        words = draw(st.one_of(st.sampled_from(forms), st.sampled_from(forms), WORDS)).split(" ")
        spelling = draw(SPELLINGS)
        odd = draw(st.integers(0, len(words) - 1))
        spelled = [spelling(word) if number == odd else word for number, word in enumerate(words)]
        pieces.append("".join(word + draw(GAPS) for word in spelled[:-1]) + spelled[-1])
    return lexicon, " ".join(pieces)


@given(st.one_of(st.tuples(LEXICONS, TEXTS), texts_of(), texts_of()))
def test_the_fast_scan_equals_a_naive_one(drawn: tuple[Lexicon, str]) -> None:
    """Every pattern tried at every word, without outline or index, finds the same."""
    lexicon, text = drawn
    scanner = _Scanner(text, lexicon, [lexicon.mention_patterns], ())
    every = [pattern for group in lexicon.mention_patterns.by_first.values() for pattern in group]
    found, done = [], 0
    for token in tokenize(text):
        if token.start >= done:
            fitting = [pattern for pattern in every if fits(pattern.words[0], token.surface, pattern)]
            mention = scanner._mention_at(token.start, token.end, fitting)
            if mention is not None:
                found.append(mention)
                done = mention.end
    assert scan(text, lexicon) == found


@pytest.mark.parametrize(
    "piece", ["(", "CSE ", "É", "\u0301", "\n", "CSE/", "C.", "lac de ", "aA1_", "@", "http://"]
)
def test_time_grows_with_the_text_only(piece: str) -> None:
    """Four times the text takes far less than sixteen times the time."""
    short, long = piece * 4_000, piece * 16_000
    times = [min(_seconds(text) for _ in range(2)) for text in (short, long)]
    assert times[1] < 10 * max(times[0], 0.005)


def _seconds(text: str) -> float:
    start = perf_counter()
    scan(text, LEXICON)
    return perf_counter() - start
