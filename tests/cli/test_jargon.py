"""Hold what `glossary jargon` tells, and with which exit code it leaves."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

TEXT = "Le CNFPT forme.\n\nLe CNFPT et le ZQRT recrutent.\n"
CLEAR = "Le Centre national de la fonction publique territoriale (CNFPT) forme. Le CNFPT recrute.\n"


@pytest.fixture
def text(tmp_path):
    path = tmp_path / "text.txt"
    path.write_text(TEXT)
    return path


def test_each_finding_is_told_with_its_line_and_column(glossary, db, text):
    ran = glossary("jargon", text)
    lines = ran.out.splitlines()
    assert ran.code == 1
    assert lines[0].startswith(f"{text}:1:4: alerte [never-defined] Le sigle CNFPT")
    assert lines[1].startswith(f"{text}:3:16: erreur [unknown] Le sigle ZQRT")
    assert "Texte pour initiés : 2 sigles sur 2 restent obscurs pour un nouveau venu." in ran.out
    assert "1. CNFPT, ligne 1" in ran.out


def test_a_clear_text_leaves_with_zero(glossary, db, tmp_path):
    (tmp_path / "clear.txt").write_text(CLEAR)
    ran = glossary("jargon", tmp_path / "clear.txt")
    assert ran.code == 0
    assert "Texte clair" in ran.out


def test_standard_input_is_read(db):
    ran = subprocess.run(
        [sys.executable, "-m", "glossary", "jargon", "-"],
        input=CLEAR.encode(),
        capture_output=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr


def test_accepted_forms_are_left_alone(glossary, db, text, tmp_path):
    (tmp_path / "accepted.txt").write_text("# Ce que nos lecteurs savent\nC.N.F.P.T.\nZQRT  # notre club\n")
    ran = glossary("jargon", text, "--accept", tmp_path / "accepted.txt")
    assert (ran.code, "CNFPT" in ran.out) == (0, False)


def test_a_bad_list_of_accepted_forms_is_told(glossary, db, text, tmp_path):
    (tmp_path / "accepted.txt").write_text("CSE\n---\n")
    ran = glossary("jargon", text, "--accept", tmp_path / "accepted.txt")
    assert ran.code == 2
    assert "line 2" in ran.err


def test_severities_can_be_set_and_decide_the_exit_code(glossary, db, text):
    off = ("--severity", "unknown=note", "--severity", "never-defined=off")
    assert glossary("jargon", text, *off).code == 1
    ran = glossary("jargon", text, *off, "--fail-on", "warning")
    assert ran.code == 0
    assert "remarque [unknown]" in ran.out
    assert glossary("jargon", text, "--severity", "unknwon=off").code == 2


def test_json_holds_findings_figures_and_changes(glossary, db, text):
    report = json.loads(glossary("jargon", text, "--format", "json").out)["reports"][0]
    assert [found["rule"] for found in report["findings"]] == ["never-defined", "unknown"]
    for found in report["findings"]:
        assert TEXT[found["start"] : found["end"]] == found["surface"]
    assert report["figures"]["sigles"] == 2
    assert report["changes"][0]["gain"] == 2


def test_a_missing_file_is_bad_input(glossary, db, tmp_path):
    ran = glossary("jargon", tmp_path / "absent.txt")
    assert ran.code == 2
    assert "absent.txt" in ran.err


def test_a_broken_document_is_bad_input(glossary, db, tmp_path):
    (tmp_path / "text.docx").write_bytes(b"PK\x03\x04 broken")
    assert glossary("jargon", tmp_path / "text.docx").code == 2


@pytest.mark.parametrize("name", ["compte-rendu.docx", "compte-rendu.odt", "bulletin.pdf"])
def test_files_of_offices_are_read_too(glossary, db, name):
    path = Path(__file__).parents[1] / "corpus" / name
    ran = glossary("jargon", path, "--format", "json")
    assert ran.code == 1
    place = json.loads(ran.out)["reports"][0]["findings"][0]["place"]
    assert place["paragraph"] or place["page"]
