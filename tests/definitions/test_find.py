"""Hold the finder of definitions to its cases, its laws and linear time."""

import json
import time
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.definitions import find_definitions
from glossary.text import Span

PATH = Path(__file__).parent.parent / "cases" / "definitions.json"
CASES: list[dict[str, Any]] = json.loads(PATH.read_text("utf-8"))["cases"]
LEAST = 110

# Seconds for a million characters; 3 are allowed, on a machine that does more besides.
MOST_SECONDS = 3.0
SIZE = 100_000
HOSTILE = {
    "opening brackets": "(",
    "closing brackets": ")",
    "brackets in pairs": "()",
    "capitals": "A",
    "a repeated sigle": "CSE ",
    "a repeated sigle in brackets": "(CSE) ",
    "a repeated sigle with commas": "CSE, ",
    "a repeated sigle with equals signs": "CSE = ",
    "a repeated list entry": "CSE : \n",
    "combining marks": "\u0301",
    "capitals with combining marks": "E\u0301",
    "newlines": "\n",
    "newlines with brackets": "(\n",
    "tabs": "\t",
    "quotation marks": "« ",
    "dotted capitals": "A.",
    "repeated cues": "ci-après dit ",
    "small words": "de ",
}


def pairs(text: str) -> list[tuple[str, str]]:
    return [(found.short.surface, found.long.surface) for found in find_definitions(text)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_definitions_are_found(case: dict[str, Any]) -> None:
    found = [
        {"short": [one.short.start, one.short.end], "long": [one.long.start, one.long.end]}
        for one in find_definitions(case["text"])
    ]
    assert found == case["expected"]


def test_there_are_enough_cases_and_each_says_why() -> None:
    assert len(CASES) >= LEAST
    assert len({case["why"] for case in CASES}) == len(CASES)


def test_nothing_is_found_where_nothing_is_recognised() -> None:
    text = "le comité social et économique (CSE)"
    assert find_definitions(text, opaque=[Span(30, 36)]) == []
    assert find_definitions(text, opaque=[Span(3, 9)]) == []
    assert len(find_definitions(text, opaque=[Span(0, 2)])) == 1


@pytest.mark.parametrize("sign", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_takes_linear_time(sign: str) -> None:
    text = sign * (SIZE // len(sign))
    begin = time.process_time()
    find_definitions(text)
    assert time.process_time() - begin < MOST_SECONDS * SIZE / 1_000_000 + 0.1


_PHRASE = (
    "comité social et économique central de la l’ d' École É Œuvre direction CSE (CSE) (C.S.E.) [CSEC] CSE, "
    "CSE : = – ou dit ci-après « » \t ; . , ( ) 😀 (IV) (12) e\u0301 bRSA Dares (Dares) | - Les nous qui"
)
_WORDS = st.sampled_from([*_PHRASE.split(" "), "\n", "\n\n"])
_TEXTS = st.one_of(st.lists(_WORDS, max_size=30).map(" ".join), st.text(max_size=60))


@given(_TEXTS)
@settings(max_examples=300)
def test_spans_cut_what_was_found_and_never_overlap_their_other_half(text: str) -> None:
    for found in find_definitions(text):
        for piece in (found.short, found.long):
            assert text[piece.start : piece.end] == piece.surface
        assert found.short.end <= found.long.start or found.long.end <= found.short.start


@given(_TEXTS)
@settings(max_examples=200)
def test_composed_and_decomposed_text_give_the_same(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    decomposed = unicodedata.normalize("NFD", composed)
    expected = [tuple(unicodedata.normalize("NFC", part) for part in pair) for pair in pairs(composed)]
    found = [tuple(unicodedata.normalize("NFC", part) for part in pair) for pair in pairs(decomposed)]
    assert found == expected


@given(_TEXTS, st.integers(0, 300))
@settings(max_examples=200)
def test_what_stands_paragraphs_before_changes_nothing(text: str, shift: int) -> None:
    """Blocks of reading must not show: the same text further on gives the same."""
    assert pairs("x" * shift + ".\n\n" + text) == pairs(".\n\n" + text)


@given(_TEXTS)
@settings(max_examples=100)
def test_a_sigle_is_given_once_at_a_place_and_in_order(text: str) -> None:
    found = find_definitions(text)
    assert len({one.short.start for one in found}) == len(found)
    starts = [min(one.short.start, one.long.start) for one in found]
    assert starts == sorted(starts)
