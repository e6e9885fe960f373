"""Hold the resolver to the cases that both engines must pass."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from glossary.lexicon import Lexicon
from glossary.mentions import LocalDefinition, Piece, Resolution
from glossary.model import Source, Term
from glossary.resolve import resolve
from glossary.scan import find_full_forms, scan

PATH = Path(__file__).parent.parent / "cases" / "resolve.json"
CASES: list[dict[str, Any]] = json.loads(PATH.read_text("utf-8"))
LEAST = 60


def term_of(row: dict[str, Any]) -> Term:
    """Build a Term from the fields that a case gives."""
    row = dict(row)
    for name in ("context", "variants"):
        row[name] = tuple(row.get(name, ()))
    if "source" in row:
        row["source"] = Source(**row["source"])
    return Term(**row)


def definitions_of(case: dict[str, Any]) -> Iterator[LocalDefinition]:
    """Find the definitions that a case names: (short, long), long before short."""
    text, place = case["text"], 0
    for short, long in case.get("definitions", ()):
        start = text.index(long, place)
        long_piece = Piece(start=start, end=start + len(long), surface=long)
        start = text.index(short, long_piece.end)
        yield LocalDefinition(
            short=Piece(start=start, end=start + len(short), surface=short), long=long_piece
        )
        place = start + len(short)


def answer(case: dict[str, Any]) -> list[Resolution]:
    """Resolve the text of a case."""
    lexicon = Lexicon(map(term_of, case["terms"]))
    text = case["text"]
    definitions = list(definitions_of(case))
    return resolve(
        text,
        scan(text, lexicon, extra=[definition.short.surface for definition in definitions]),
        definitions,
        lexicon,
        full=find_full_forms(text, lexicon),
        as_of=case.get("as_of", ""),
        domains=case.get("domains", ()),
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_meaning_is_chosen(case: dict[str, Any]) -> None:
    resolutions = answer(case)
    shown = [(r.mention.surface, r.decision, r.term) for r in resolutions]
    assert shown == [(e["surface"], e["decision"], e["term"]) for e in case["expected"]]
    for resolution, expected in zip(resolutions, case["expected"], strict=True):
        check(resolution, expected)


def check(resolution: Resolution, expected: dict[str, Any]) -> None:
    """Compare whatever else a case expects of an answer."""
    for name in ("origin", "note", "full_form"):
        if name in expected:
            assert getattr(resolution, name) == expected[name]
    if "confidence" in expected:
        assert resolution.confidence == pytest.approx(expected["confidence"], abs=1e-6)
    if "candidates" in expected:
        assert [candidate.term for candidate in resolution.candidates] == expected["candidates"]
    if "kind" in expected:
        of = expected.get("of", resolution.term or "")
        candidate = next(c for c in resolution.candidates if c.term == of)
        assert expected["kind"] in [evidence.kind for evidence in candidate.evidence]


def test_there_are_enough_cases_and_each_says_why() -> None:
    assert len(CASES) >= LEAST
    assert len({case["why"] for case in CASES}) == len(CASES)
