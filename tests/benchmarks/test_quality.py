"""Measure the engine on tiny data of our own, and find where peers saw a pair."""

import builtins
import json
from pathlib import Path

import pytest

from benchmarks import quality
from benchmarks.answers import capital_acronyms, choose, engine_acronyms, engine_pairs, lexicon_of
from benchmarks.peers import PEERS, Peer, places
from benchmarks.sdu import Labelled, Pair, Question
from glossary.text import Span
from tests.samples import LEXICON

TEXT = "Le revenu de solidarité active (RSA) est versé par la ZQRT et le CNFPT."
MEANINGS = {"PE": ["permis d'environnement", "pôle emploi"], "CSE": ["comité social et économique"]}


def surfaces(text: str, spans: list[Span]) -> set[str]:
    return {text[slice(*span)] for span in spans}


def test_the_engine_answers_with_defined_known_and_unknown_sigles() -> None:
    assert surfaces(TEXT, engine_acronyms(TEXT, LEXICON)) == {"RSA", "ZQRT", "CNFPT"}
    assert [TEXT[slice(*pair.long)] for pair in engine_pairs(TEXT)] == ["revenu de solidarité active"]


def test_capitals_are_the_acronyms_of_the_baseline() -> None:
    assert surfaces(TEXT, capital_acronyms(TEXT)) == {"RSA", "ZQRT", "CNFPT"}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("L'usine demande un PE pour rejets dans l'environnement.", "permis d'environnement"),
        ("Un conseiller PE propose un emploi.", "pôle emploi"),
    ],
)
def test_the_meaning_whose_words_stand_near_is_chosen(sentence: str, expected: str) -> None:
    assert choose(Question(sentence, "PE", expected), MEANINGS, lexicon_of(MEANINGS)) == expected


def test_words_without_places_are_found_beside_each_other() -> None:
    text = "Le RSA. Le revenu de solidarité active (RSA) et le RSA (revenu de solidarité active)."
    found = [pair.short.start for pair in places(text, "RSA", "revenu de solidarité active")]
    assert found == [text.index("(RSA") + 1, text.index("RSA (")]
    assert list(places(text, "CAF", "revenu")) == list(places(text, "", "")) == []


def test_a_peer_that_gives_up_gives_no_answer() -> None:
    def fail(_: str) -> list[Pair]:
        raise ValueError("unbalanced")

    scores = quality.measure(quality.Tool("peer", fail, capital_acronyms), [Labelled("Le RSA", (), ())])
    assert (scores.failures, scores.pairs.given, scores.acronyms.given) == (1, 0, 1)


def test_an_absent_peer_is_named_and_left_out(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    real = builtins.__import__

    def absent(name: str, *rest: object) -> object:
        if name.split(".")[0] in ("abbreviations", "abbreviation_extractor", "acronymkit", "spacy"):
            raise ImportError(f"No module named '{name}'")
        return real(name, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", absent)
    assert [tool.name for tool in quality.tools()] == ["En clair"]
    told = capsys.readouterr().err
    assert all(f"{peer.name} is not measured" in told for peer in PEERS)


def test_the_tables_name_every_tool_and_half(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    definitions, questions, meanings = (tmp_path / name for name in ("d.jsonl", "q.jsonl", "m.json"))
    row = {"text": TEXT, "acronyms": [[32, 35], [54, 58], [65, 70]], "long_forms": [[3, 30]]}
    definitions.write_text(json.dumps(row) + "\n", "utf-8")
    asked = {"sentence": "Le CSE vote.", "acronym": "CSE", "label": MEANINGS["CSE"][0]}
    questions.write_text(json.dumps(asked) + "\n", "utf-8")
    meanings.write_text(json.dumps(MEANINGS), "utf-8")
    monkeypatch.setattr(quality, "PEERS", (Peer("voisin", lambda: engine_pairs),))
    arguments = ["--definitions", str(definitions), "--disambiguation", str(questions), str(meanings)]
    monkeypatch.setattr("sys.argv", ["quality", *arguments])
    quality.main()
    told = capsys.readouterr().out
    assert "held-out half: 0 texts" in told or "tuning half: 0 texts" in told
    assert told.count("En clair") == 6
    assert "100.0 100.0 100.0" in told
    assert "accuracy 100.0" in told
