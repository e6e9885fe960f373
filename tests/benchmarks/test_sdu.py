"""Read files in the form of the tasks, with texts of our own."""

import json
from pathlib import Path

from benchmarks.sdu import Labelled, Pair, Question, is_held_out, read_labelled, read_meanings, read_questions
from glossary.text import Span

TEXT = "Le revenu de solidarité active (RSA) et la CAF"


def labelled(text: str, acronyms: list[str], long_forms: list[str]) -> Labelled:
    """Mark the first place of each word in a text."""

    def spans(words: list[str]) -> tuple[Span, ...]:
        return tuple(Span(text.index(word), text.index(word) + len(word)) for word in words)

    return Labelled(text, spans(acronyms), spans(long_forms))


def words(text: Labelled) -> list[tuple[str, str]]:
    return [(text.text[slice(*pair.short)], text.text[slice(*pair.long)]) for pair in text.pairs]


def test_a_definitions_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "definitions.jsonl"
    row = {"text": TEXT, "acronyms": [[32, 35], [43, 46]], "long_forms": [[3, 30]]}
    path.write_text(json.dumps(row) + "\n", "utf-8")
    (found,) = read_labelled(path)
    assert found.pairs == (Pair(short=Span(32, 35), long=Span(3, 30)),)
    assert words(found) == [("RSA", "revenu de solidarité active")]


def test_a_disambiguation_file_is_read(tmp_path: Path) -> None:
    questions, meanings = tmp_path / "questions.jsonl", tmp_path / "meanings.json"
    row = {"sentence": "Le CSE vote.", "acronym": "CSE", "label": "comité social et économique"}
    questions.write_text(json.dumps(row) + "\n", "utf-8")
    meanings.write_text(json.dumps({"CSE": ["comité social et économique"]}), "utf-8")
    assert list(read_questions(questions)) == [Question(**row)]
    assert read_meanings(meanings) == {"CSE": ["comité social et économique"]}


def test_in_a_list_each_long_form_goes_with_its_own_acronym() -> None:
    text = labelled(
        "CAF = caisse d'aide ; RSA = revenu aidé", ["CAF", "RSA"], ["caisse d'aide", "revenu aidé"]
    )
    assert words(text) == [("CAF", "caisse d'aide"), ("RSA", "revenu aidé")]


def test_a_long_form_without_an_acronym_beside_it_makes_no_pair() -> None:
    assert labelled("La CAF, comme on sait, est une caisse d'aide", ["CAF"], ["caisse d'aide"]).pairs == ()


def test_the_halves_are_about_equal_and_always_the_same() -> None:
    held = [is_held_out(f"Phrase {number}.") for number in range(1000)]
    assert 450 < sum(held) < 550
    assert held == [is_held_out(f"Phrase {number}.") for number in range(1000)]
