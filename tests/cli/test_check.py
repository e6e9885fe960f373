"""Hold that `glossary check` tells every problem with its place."""

import shutil
from datetime import date

import pytest

from glossary import formats
from glossary.formats.shipped import shipped_folder
from glossary.model import Source
from tests.samples import term


def write(path, terms):
    with path.open("wb") as stream:
        formats.write(terms, stream, "csv")
    return path


def test_the_shipped_base_has_no_problem(glossary):
    ran = glossary("check", shipped_folder() / "terms.csv", "--no-examples")
    assert ran.code == 0, ran.out


@pytest.mark.parametrize(
    "path", sorted((shipped_folder() / "collections").glob("*.csv")), ids=lambda path: path.stem
)
def test_a_shipped_collection_has_no_problem(glossary, path):
    ran = glossary("check", path)
    assert ran.code == 0, ran.out


def test_problems_of_rows_and_between_rows_are_told_together(glossary, tmp_path):
    rows = [
        term("B", "Bien", replaced_by="c"),
        term("A", "Autre", replaced_by="rien"),
        term("C", "Ciel", replaced_by="b"),
        term("C.", "Ciels", id="d"),
    ]
    path = write(tmp_path / "some.csv", rows)
    path.write_text(path.read_text() + "e,,,acronym,fr,emploi,,,,usual,verified,,,,,,\n")
    ran = glossary("check", path)
    assert ran.code == 1
    assert [line.split(": ")[0] for line in ran.out.splitlines() if line.startswith("some.csv line")] == [
        "some.csv line 6, column short_form",
        "some.csv line 6, column full_form",
        "some.csv line 6, column definition",
        "some.csv line 6, column source",
        "some.csv line 3, column id",
        "some.csv line 5, column full_form",
        "some.csv line 2, column replaced_by",
        "some.csv line 3, column replaced_by",
        "some.csv line 4, column replaced_by",
    ]
    assert "(found 'rien')" in ran.out
    assert "some.csv: 4 good rows, 9 problems, " in ran.out


def test_what_wants_looking_after_is_listed_and_exits_1_only_when_strict(glossary, tmp_path):
    rows = [term(f"S{number}", f"Sens {number}", definition="Voir le ZQXT.") for number in range(7)]
    path = write(tmp_path / "some.csv", rows)
    ran = glossary("check", path)
    assert ran.code == 0
    assert "To look after: definitions with an unknown sigle (7)" in ran.out
    assert "… and 2 more" in ran.out
    assert "… and" not in glossary("check", path, "--all").out
    assert glossary("check", path, "--strict").code == 1


def test_a_source_is_read_again_after_the_years_that_are_chosen(glossary, tmp_path):
    read = Source(name="Légifrance", url="https://www.legifrance.gouv.fr", date=str(date.today().year - 3))
    path = write(tmp_path / "some.csv", [term("RSA", "Revenu de solidarité active", source=read)])
    assert "sources to be read again (1)" in glossary("check", path).out
    assert "sources to be read again" not in glossary("check", path, "--years", 9).out


def test_a_file_without_its_columns_is_told(glossary, tmp_path):
    (tmp_path / "some.csv").write_text("id,form\na,A\n")
    ran = glossary("check", tmp_path / "some.csv")
    assert ran.code == 1
    assert "some.csv line 1: column short_form is missing" in ran.out


def test_any_format_is_checked(glossary, tmp_path):
    shutil.copy(shipped_folder() / "terms.csv", tmp_path / "terms.txt")
    assert glossary("check", tmp_path / "terms.txt").code == 2
    assert glossary("check", tmp_path / "terms.txt", "--format", "csv").code == 0


ROWS = "form,expected,sentence\nRSA,rsa,Le RSA.\nRSA,none,Un RSA est dû.\n"


@pytest.fixture
def base(tmp_path):
    path = write(tmp_path / "some.csv", [term("RSA", "Revenu de solidarité active")])
    (tmp_path / "examples.csv").write_text(ROWS, "utf-8")
    return path


def test_an_example_answered_otherwise_is_a_problem(glossary, base):
    ran = glossary("check", base)
    assert ran.code == 1
    assert "examples.csv, test part: 0 of 1 answered as expected (0.0%), 1 with a wrong meaning" in ran.out
    assert "examples.csv, development part: 1 of 1 answered as expected (100.0%)" in ran.out
    assert "examples line 3: RSA should be none, was answered rsa (rsa 0.97): Un RSA est dû." in ran.out
    assert "0.95 to 0.99       2      1  97.3%  50.0%" in ran.out
    assert glossary("check", base, "--no-examples").code == 0


def test_a_known_failure_is_no_problem(glossary, base):
    assert glossary("check", base, "--write-known").code == 0
    assert (base.parent / "examples-known.csv").read_text("utf-8") == (
        "form,expected,answered,sentence\nRSA,none,rsa,Un RSA est dû.\n"
    )
    assert glossary("check", base).code == 0


def test_examples_of_unknown_terms_are_refused(glossary, tmp_path):
    path = write(tmp_path / "some.csv", [term("RSA", "Revenu de solidarité active")])
    (tmp_path / "other.csv").write_text("form,expected,sentence\nRSA,rso,Le RSA.\n")
    ran = glossary("check", path, "--examples", tmp_path / "other.csv")
    assert ran.code == 2
    assert "examples line 2, column expected: there is no such term (found 'rso')" in ran.err
