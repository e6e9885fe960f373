"""Hold what `glossary annotate` reads, writes and tells."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from glossary import documents
from glossary.web.schemas import Annotation

TEXT = "Le CNFPT et les CDE forment les agents au ZQRT.\nLe CNFPT ouvre."
DONE = TEXT.replace("CNFPT et", "CNFPT (Centre national de la fonction publique territoriale) et")


def test_a_file_is_annotated_and_written(glossary, db, tmp_path):
    (tmp_path / "text.txt").write_text(TEXT)
    ran = glossary("annotate", tmp_path / "text.txt", "-o", tmp_path / "out.txt")
    assert (tmp_path / "out.txt").read_text() == DONE
    assert ran.out == ""
    assert ran.err == "Plusieurs sens possibles : CDE\nInconnus du glossaire : ZQRT\n"


def test_standard_input_is_annotated_to_standard_output(db):
    ran = subprocess.run(
        [sys.executable, "-m", "glossary", "annotate", "-"],
        input=TEXT.encode(),
        capture_output=True,
        check=True,
    )
    assert ran.stdout.decode() == DONE


def test_options_reach_the_engine(glossary, db, tmp_path):
    (tmp_path / "text.txt").write_text(TEXT)
    glossary(
        "annotate", tmp_path / "text.txt", "-o", tmp_path / "out.txt", "--occurrences", "all", "--long-first"
    )
    assert (tmp_path / "out.txt").read_text().count(
        "Centre national de la fonction publique territoriale (CNFPT)"
    ) == 2


@pytest.mark.parametrize(
    ("text", "options", "told"),
    [
        (" \n", [], "the document holds no text"),
        ("Le CSE", ["--as-of", "2024-13"], "as_of: expected YYYY, YYYY-MM or YYYY-MM-DD (found '2024-13')"),
        ("Le CSE", ["--as-of", "2023-02-29"], "as_of: expected"),
        ("Le CSE", ["--domain", "cuisine"], "'cuisine' is not one of"),
    ],
    ids=["no text", "no such month", "no such day", "no such domain"],
)
def test_bad_input_is_told_in_one_sentence(glossary, db, tmp_path, text, options, told):
    (tmp_path / "text.txt").write_text(text)
    ran = glossary("annotate", tmp_path / "text.txt", *options)
    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err
    assert ran.err.count("\n") == 1


def test_a_broken_document_is_told_and_nothing_written(glossary, db, tmp_path):
    (tmp_path / "text.docx").write_bytes(b"PK\x03\x04 broken")
    ran = glossary("annotate", tmp_path / "text.docx", "-o", tmp_path / "out.docx")
    assert ran.code == 2
    assert ran.err.startswith("Error: ")
    assert not (tmp_path / "out.docx").exists()


def test_json_is_what_rest_answers(glossary, db, tmp_path):
    (tmp_path / "text.txt").write_text(TEXT)
    ran = glossary("annotate", tmp_path / "text.txt", "--json")
    answer = json.loads(ran.out)
    Annotation.model_validate(answer, extra="forbid")
    assert [(found["surface"], found["decision"]) for found in answer["mentions"]] == [
        ("CNFPT", "resolved"),
        ("CDE", "undecided"),
        ("CNFPT", "resolved"),
    ]
    assert (answer["output"], ran.err) == (DONE, "")


def test_places_in_a_page_count_in_its_source(glossary, db, tmp_path):
    page = "<p>Le <b>CNF</b>PT &amp; le ZQRT</p>"
    (tmp_path / "page.html").write_text(page)
    answer = json.loads(glossary("annotate", tmp_path / "page.html", "--json", "--style", "none").out)
    places = [*answer["mentions"], *answer["unknown"]]
    assert [place["surface"] for place in places] == ["CNF</b>PT", "ZQRT"]
    assert all(page[place["start"] : place["end"]] == place["surface"] for place in places)
    assert (answer["text_length"], answer["output"]) == (len(page), page)


@pytest.mark.parametrize("style", ["expand", "abbr", "none"])
def test_a_word_document_is_written_and_proven(glossary, db, tmp_path, style):
    source = Path(__file__).parent.parent / "corpus" / "compte-rendu.docx"
    output = tmp_path / "out.docx"
    ran = glossary("annotate", source, "--style", style, "--table", "--verify", "-o", output)
    assert (ran.code, ran.out) == (0, "")
    assert "Rien d'autre n'a changé : " in ran.err
    assert b"word/comments.xml" in output.read_bytes() or style != "abbr"
    assert len(documents.read(output.read_bytes()).blocks) == 17
