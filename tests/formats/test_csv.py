"""Hold what the CSV reader forgives, and what it refuses with its place."""

import io

import pytest
from hypothesis import given, settings

from glossary import formats
from glossary.errors import InvalidFile
from glossary.formats import csv
from glossary.formats.shipped import shipped_folder
from glossary.rows import COLUMNS, to_row
from tests.samples import TERMS, term
from tests.strategies import lists_of_terms

HEADER = ",".join(COLUMNS)
RSA = "rsa,RSA,Revenu de solidarité active,acronym,fr,insertion,,,,usual,to-check,,,,,,"


def read(data):
    return list(formats.read(io.BytesIO(data if isinstance(data, bytes) else data.encode("utf-8")), "csv"))


def write(terms):
    stream = io.BytesIO()
    csv.write(terms, stream)
    return stream.getvalue()


def problems(data):
    with pytest.raises(InvalidFile) as caught:
        read(data)
    return [(problem.where, problem.what) for problem in caught.value.problems]


@settings(max_examples=60, deadline=None)
@given(lists_of_terms())
def test_what_was_written_is_read_back(terms):
    assert read(write(terms)) == terms


@settings(max_examples=60, deadline=None)
@given(lists_of_terms())
def test_no_cell_written_starts_a_formula(terms):
    import csv as standard

    for row in standard.reader(io.StringIO(write(terms).decode("utf-8"), newline="")):
        assert not [cell for cell in row if cell[:1] in tuple("=+-@")]


def test_export_import_export_gives_identical_bytes():
    assert write(read(write(TERMS))) == write(TERMS)


def test_the_shipped_file_is_written_as_it_stands():
    data = (shipped_folder() / "terms.csv").read_bytes()
    # But for the cells that a spreadsheet would take for a formula.
    assert write(read(data)).replace(b",'@", b",@") == data


@pytest.mark.parametrize(
    "change",
    [
        lambda text: "\ufeff" + text,
        lambda text: text.replace(",", ";"),
        lambda text: text.replace(",", "\t"),
        lambda text: "sep=;\r\n" + text.replace(",", ";").replace("\n", "\r\n"),
        lambda text: text + ",\n" + "," * 16 + "\n\n",
        lambda text: text.replace("id,", "ID,", 1),
    ],
    ids=[
        "mark",
        "semicolons",
        "tabs",
        "excel with sep and CRLF",
        "empty rows and cells",
        "names in capitals",
    ],
)
def test_what_offices_write_is_read(change):
    assert read(change(f"{HEADER}\n{RSA}\n")) == [
        term(
            "RSA",
            "Revenu de solidarité active",
            domain="insertion",
            status="to-check",
            source=None,
            definition="",
        )
    ]


def test_a_french_date_of_excel_is_read_as_a_date():
    assert (
        read(f"{HEADER}\n{RSA[:-2]}31/01/2024,,\n".replace("usual,to-check,,,,,31", "usual,to-check,,,,31"))[
            0
        ].valid_from
        == "2024-01-31"
    )


def test_a_broken_quote_is_told_with_its_line_and_the_next_line_is_read():
    found = problems(f"{HEADER}\n{RSA.replace('Revenu', chr(34) + 'Revenu')}\n{RSA.replace('rsa', 'Rsa')}\n")
    assert [where for where, _ in found] == ["line 2", "line 3, column id"]
    assert "quote" in found[0][1]


def test_a_quote_inside_a_cell_is_a_broken_quote():
    assert (
        problems(f"{HEADER}\n{RSA.replace('Revenu', chr(34) + 'Rev' + chr(34) + 'enu')}\n")[0][0] == "line 2"
    )


def test_a_line_break_inside_a_cell_is_told_with_its_column():
    found = problems(
        f"{HEADER}\n{RSA.replace('Revenu de solidarité active', chr(34) + 'Revenu' + chr(10) + 'de' + chr(34))}\n"
    )
    assert found == [("line 2, column full_form", "has a control character, line break or lone surrogate")]


def test_latin_1_is_refused_with_the_value_as_windows_shows_it():
    with pytest.raises(
        InvalidFile, match=r"line 2, column full_form: is not UTF-8.*Revenu de solidarité"
    ) as caught:
        read(f"{HEADER}\n{RSA}\n".encode("latin-1"))
    assert len(caught.value.problems) == 1


def test_utf_16_is_refused_with_what_to_do():
    with pytest.raises(InvalidFile, match="UTF-16; save it as"):
        read(HEADER.encode("utf-16"))


def test_a_missing_column_is_named():
    found = problems(HEADER.replace("usage,", "") + "\n")
    assert found[0][0] == "line 1"
    assert found[0][1].startswith("column usage is missing")


def test_an_unknown_and_a_doubled_column_are_named():
    assert [what for _, what in problems(HEADER.replace("usage", "id") + ",note\n")][:2] == [
        "column id stands twice",
        f"column usage is missing; the columns are {', '.join(COLUMNS)}",
    ]


def test_a_doubled_id_is_told_with_both_lines():
    assert problems(f"{HEADER}\n{RSA}\n{RSA}\n") == [
        ("line 3, column id", "this id is already used in line 2")
    ]


@pytest.mark.parametrize(
    ("data", "match"),
    [
        (b"", "empty"),
        (b"\x00\x01\x02", "column id is missing"),
        (f"{HEADER}\nrsa,RSA\n".encode(), "line 2: has 2 cells, expected 17"),
        (f"{HEADER}\n{RSA},x\n".encode(), "line 2: has 18 cells"),
        (f"{HEADER}\n{RSA.replace('Revenu', 'R' * 1_000_000)}\n".encode(), "line 2: is longer than"),
        (f"{HEADER}\n{RSA.replace('Revenu', 'R' * 140_000)}\n".encode(), "line 2"),
        (
            f"{HEADER}\n{RSA.replace('Revenu', 'R' + chr(0))}\n".encode(),
            "line 2, column full_form: has a control",
        ),
        (f"{HEADER}\n{RSA.replace('Revenu', chr(0x202E) + 'R')}\n".encode(), "bidirectional"),
    ],
    ids=["nothing", "no text", "short row", "long row", "1 MB cell", "140 kB cell", "NUL", "bidi"],
)
def test_a_hostile_file_is_refused_with_its_place(data, match):
    with pytest.raises(InvalidFile, match=match):
        read(data)


def test_every_problem_is_told_at_once():
    bad = RSA.replace("rsa", "R S A").replace("acronym", "sigle").replace("usual", "often")
    found = problems(f"{HEADER}\n{bad}\n{RSA}\n{bad}\n")
    assert [where for where, _ in found] == [
        "line 2, column id", "line 2, column kind", "line 2, column usage",
        "line 4, column id", "line 4, column kind", "line 4, column usage",
    ]  # fmt: skip


def test_a_file_of_another_kind_does_not_fill_the_memory_with_problems():
    found = problems(f"{HEADER}\n" + "x\n" * 5_000)
    assert len(found) == 1_001
    assert found[-1][1] == "and 4,000 more problems"


def test_rows_are_in_the_columns_of_the_header():
    columns = list(reversed(COLUMNS))
    row = to_row(TERMS[0])
    data = ",".join(columns) + "\n" + ",".join(f'"{row[name]}"' for name in columns)
    assert read(data) == [TERMS[0]]
