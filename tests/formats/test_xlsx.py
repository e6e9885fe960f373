"""Hold that a workbook gives back what it took, however an office edits it."""

import csv
import datetime
import io
import shutil
import subprocess
import zipfile

import openpyxl
import pytest
from hypothesis import given, settings

from glossary import formats
from glossary.errors import InvalidFile, TooLarge
from glossary.model import DOMAINS, Term
from glossary.rows import COLUMNS, to_row
from tests.samples import TERMS
from tests.strategies import HOSTILE, lists_of_terms


def read(data):
    return list(formats.read(io.BytesIO(data), "xlsx"))


def write(terms):
    stream = io.BytesIO()
    formats.write(terms, stream, "xlsx", edition=formats.Edition("version 2026-11", "2026-11-24"))
    return stream.getvalue()


def edited(change, terms=TERMS[:2]):
    """Open our workbook as an office does, change its first sheet, save it."""
    book = openpyxl.load_workbook(io.BytesIO(write(terms)))
    change(book["Glossaire"])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def hostile_terms():
    return [
        Term(id=f"h-{number}", short_form=text, full_form=text, definition=text, variants=(text,))
        for number, text in enumerate(text for text in HOSTILE if "|" not in text and text.strip())
    ]


@settings(max_examples=30, deadline=None)
@given(lists_of_terms())
def test_what_was_written_is_read_back(terms):
    assert read(write(terms)) == terms


def test_every_shipped_term_comes_back():
    terms = list(formats.shipped_terms())[::10]
    assert read(write(terms)) == terms


@settings(max_examples=15, deadline=None)
@given(lists_of_terms())
def test_no_cell_written_is_a_formula_or_starts_one(terms):
    book = openpyxl.load_workbook(io.BytesIO(write([*terms, *hostile_terms()])))
    cells = [cell for row in book["Glossaire"].iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert not [cell.value for cell in cells if cell.value[:1] in tuple("=+-@")]


def test_the_sheet_is_dressed_for_an_office():
    sheet = openpyxl.load_workbook(io.BytesIO(write(TERMS)))["Glossaire"]
    assert sheet.freeze_panes == "C2"
    assert sheet.auto_filter.ref == f"A1:Q{len(TERMS) + 1}"
    assert sheet.column_dimensions["G"].width == 70
    lists = {
        sheet[str(rule.sqref).split(":")[0][0] + "1"].value: rule.formula1
        for rule in sheet.data_validations.dataValidation
        if rule.type == "list"
    }
    assert set(lists) == {"kind", "lang", "domain", "usage", "status"}
    assert lists["domain"] == f'"{",".join(DOMAINS)}"'
    assert max(map(len, lists.values())) <= 255, "Excel refuses a longer list"


def test_dates_are_text():
    sheet = openpyxl.load_workbook(io.BytesIO(write(TERMS)))["Glossaire"]
    cell = sheet.cell(2, COLUMNS.index("source_date") + 1)
    assert (cell.value, cell.number_format, cell.data_type) == ("2024-01-01", "@", "s")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (datetime.datetime(2024, 1, 31), "2024-01-31"),
        (datetime.date(2024, 1, 31), "2024-01-31"),
        ("31/01/2024", "2024-01-31"),
        (2024, "2024"),
        (2024.0, "2024"),
    ],
)
def test_a_date_however_excel_keeps_it_is_read(value, expected):
    def change(sheet):
        sheet.cell(2, COLUMNS.index("valid_from") + 1).value = value

    assert read(edited(change))[0].valid_from == expected


def test_a_number_typed_as_an_id_is_read():
    assert read(edited(lambda sheet: sheet.cell(2, 1, 3949)))[0].id == "3949"


def test_columns_may_be_moved_and_rows_left_empty():
    def change(sheet):
        sheet.insert_rows(3)
        sheet.move_range("A1:A20", cols=20)

    assert read(edited(change)) == list(TERMS[:2])


def test_every_problem_is_told_with_row_column_and_value():
    def change(sheet):
        sheet["D2"], sheet["B3"], sheet["K3"] = "sigle", "=1+1", "#N/A"

    with pytest.raises(InvalidFile) as caught:
        read(edited(change))
    assert [(problem.where, problem.value) for problem in caught.value.problems] == [
        ("row 2, column kind", "sigle"),
        ("row 3, column short_form", "=1+1"),
        ("row 3, column status", "#N/A"),
    ]


def test_a_missing_and_an_unknown_column_are_named():
    with pytest.raises(
        InvalidFile, match=r"column usage is missing.*cell J1: unknown column \(found 'emploi'"
    ):
        read(edited(lambda sheet: sheet.cell(1, 10, "Emploi")))


@pytest.mark.parametrize("text", ["x" * 30_000, "a\u202eb", "a\nb"], ids=["long", "bidi", "line break"])
def test_hostile_text_is_refused_with_its_place(text):
    with pytest.raises(InvalidFile, match=r"row 2, column definition: (longer|has a)"):
        read(edited(lambda sheet: sheet.cell(2, 7, text)))


def with_part(name, content):
    stream = io.BytesIO(write(TERMS[:2]))
    packed = io.BytesIO()
    with zipfile.ZipFile(stream) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, content if part == name else old.read(part))
        if name not in old.namelist():
            new.writestr(name, content)
    return packed.getvalue()


LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><worksheet>&b;</worksheet>'
)


@pytest.mark.parametrize(
    ("data", "error", "match"),
    [
        (b"", InvalidFile, "no XLSX workbook"),
        (b"id;short_form", InvalidFile, "no XLSX workbook"),
        (write(TERMS)[:3000], InvalidFile, "no XLSX workbook"),
        (with_part("xl/worksheets/sheet1.xml", LAUGHS), InvalidFile, "sheet1.xml: declares a DOCTYPE"),
        (with_part("xl/worksheets/sheet1.xml", b" " * 1_999_990 + LAUGHS), InvalidFile, "sheet1.xml: declares a DOCTYPE"),
        (with_part("xl/styles.xml", LAUGHS.decode().encode("utf-16")), InvalidFile, "styles.xml: declares a DOCTYPE"),
        (with_part("xl/workbook.xml", b"<a>"), InvalidFile, "cannot be read"),
        (with_part("xl/worksheets/sheet1.xml", b"<worksheet><b></worksheet>"), InvalidFile, "cannot be read|missing"),
        (with_part("xl/media/x.xml", b" " * 40_000_000), TooLarge, "unpacked workbook"),
    ],
    ids=["nothing", "CSV", "cut off", "billion laughs", "hidden far down", "in UTF-16", "broken book", "broken sheet", "zip bomb"],
)  # fmt: skip
def test_a_hostile_file_is_refused(data, error, match):
    with pytest.raises(error, match=match):
        read(data)


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_libreoffice_reads_what_we_wrote(tmp_path):
    """Convert the workbook to CSV with another program and read that."""
    terms = [*TERMS, *hostile_terms()]
    (tmp_path / "base.xlsx").write_bytes(write(terms))
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/profile", "--convert-to",
         "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false", "--outdir", tmp_path, tmp_path / "base.xlsx"],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    with (tmp_path / "base.csv").open("rb") as stream:
        assert list(formats.read(stream, "csv")) == terms
    text = (tmp_path / "base.csv").read_text("utf-8")
    assert next(csv.DictReader(io.StringIO(text, newline=""))) == to_row(terms[0])
