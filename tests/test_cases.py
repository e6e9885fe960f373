"""Run the cases that both engines must pass."""

import json
from pathlib import Path
from typing import Any

import pytest

from glossary import keys
from glossary.lexicon import Lexicon
from glossary.model import Source, Term
from glossary.scan import scan
from glossary.text import Span, opaque_around, tokenize
from glossary.unknown import find_unknown

CASES = Path(__file__).parent / "cases"
SOURCE = Source(name="cas d'essai")


def load(name: str) -> dict[str, list[dict[str, Any]]]:
    content: dict[str, list[dict[str, Any]]] = json.loads((CASES / f"{name}.json").read_text("utf-8"))
    return content


def lexicon_of(rows: list[dict[str, Any]]) -> Lexicon:
    """Build the lexicon that a case file states."""
    return Lexicon(
        Term(**{**row, "variants": tuple(row["variants"])}, definition="Cas d'essai.", source=SOURCE)
        for row in rows
    )


def named(name: str, part: str = "cases") -> list[Any]:
    return [pytest.param(case, id=f"{case['why']}-{number}") for number, case in enumerate(load(name)[part])]


@pytest.mark.parametrize("part", ["fold", "key", "compact", "stem"])
def test_keys(part: str) -> None:
    function = getattr(keys, part)
    wrong = [
        (case["why"], case["input"])
        for case in load("keys")[part]
        if function(case["input"]) != case["expected"]
    ]
    assert not wrong


@pytest.mark.parametrize("case", named("words", "tokens"))
def test_words(case: dict[str, Any]) -> None:
    assert [[token.start, token.end] for token in tokenize(case["text"])] == case["expected"]


@pytest.mark.parametrize("case", named("words", "opaque"))
def test_opaque_stretches(case: dict[str, Any]) -> None:
    expected = case["expected"] and Span(*case["expected"])
    assert opaque_around(case["text"], *case["at"]) == expected


SCAN = lexicon_of(load("scan")["terms"])


@pytest.mark.parametrize("case", named("scan"))
def test_scan(case: dict[str, Any]) -> None:
    mentions = scan(
        case["text"],
        SCAN,
        opaque=[Span(*span) for span in case.get("opaque", ())],
        extra=case.get("extra", ()),
        full_forms=case.get("full_forms", False),
    )
    assert [[m.start, m.end, list(m.terms)] for m in mentions] == case["expected"]


@pytest.mark.parametrize("case", named("unknown"))
def test_unknown(case: dict[str, Any]) -> None:
    taken = [Span(mention.start, mention.end) for mention in scan(case["text"], SCAN)]
    assert [[p.start, p.end] for p in find_unknown(case["text"], SCAN, taken=taken)] == case["expected"]
