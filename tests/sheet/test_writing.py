"""Hold that the sheet says the same in each format, and does no harm in any."""

import csv
import io
import zipfile
from typing import Any

import docx
import html5lib
import pypdf
import pytest

from glossary.errors import UnknownFormat
from glossary.sheet import FORMATS, File, Line, Met, Sheet, write
from tests.sheet.test_sheet import sheet_of

BUNDLE = sheet_of(
    bilan="# Bilan\n\nLe CNFPT forme ; l’ARE est versée. Le ZQRT et le CSE aussi.",
    avis="Le Comité supérieur électrique (CSE) se réunit.",
)
HOSTILE = '=HYPERLINK("x")<script>\x00 & \u202e 😀'


def written(sheet: Sheet, format: str) -> bytes:
    """Write a sheet into memory."""
    stream = io.BytesIO()
    write(sheet, stream, format)
    return stream.getvalue()


def text_of(data: bytes, format: str) -> str:
    """Give everything that a reader sees of a sheet."""
    if format == "pdf":
        return " ".join(
            " ".join(page.extract_text().split()) for page in pypdf.PdfReader(io.BytesIO(data)).pages
        )
    if format == "docx":
        document = docx.Document(io.BytesIO(data))
        cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
        return " ".join(" ".join([*(paragraph.text for paragraph in document.paragraphs), *cells]).split())
    if format == "html":
        return " ".join(
            "".join(html5lib.parse(data, namespaceHTMLElements=False).find("body").itertext()).split()
        )
    return " ".join(data.decode("utf-8-sig").split())


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_says_form_meaning_place_and_what_is_the_matter(format: str) -> None:
    shown = text_of(written(BUNDLE, format), format).replace("\xa0", " ")
    for words in (
        "CNFPT",
        "Centre national de la fonction publique territoriale",
        "ZQRT",
        "Inconnu du glossaire, et le texte ne l'explique pas.",
        "Change de sens : ailleurs « Comité supérieur électrique ».",
        "bilan.md",
        "avis.md",
        "ligne 3",
        "Bilan",
    ):
        assert words in shown


@pytest.mark.parametrize("format", FORMATS)
def test_an_empty_sheet_can_be_written(format: str) -> None:
    shown = text_of(written(sheet_of(a="Rien ici."), format), format)
    assert "Aucun sigle n'a été trouvé." in shown or format == "csv"


@pytest.mark.parametrize("format", FORMATS)
def test_nothing_that_a_file_holds_can_harm(format: str) -> None:
    met = Met(file=HOSTILE, page=0, heading=HOSTILE, place="")
    line = Line(form=HOSTILE, state="known", meaning=HOSTILE, detail="", met=(met,))
    file = File(name=HOSTILE, format="pdf", pages=1, forms=1)
    data = written(Sheet(files=(file, file), lines=(line,)), format)
    if format == "csv":
        assert all(not cell.startswith("=") for row in rows(data) for cell in row)
    if format == "html":
        assert next(html5lib.parse(data, namespaceHTMLElements=False).iter("script"), None) is None
    assert "HYPERLINK" in text_of(data, format)


def rows(data: bytes) -> list[list[str]]:
    """Read the table as a spreadsheet does."""
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_the_table_has_a_row_for_each_file_that_uses_a_form() -> None:
    found = rows(written(sheet_of(a="Le CNFPT.", b="# Titre\n\nLe CNFPT."), "csv"))
    assert [row[0] for row in found] == ["sigle", "CNFPT", "CNFPT"]
    assert [row[5:] for row in found[1:]] == [["a.md", "", "ligne 1", ""], ["b.md", "", "ligne 3", "Titre"]]


def test_the_page_is_valid_and_in_french() -> None:
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    page = parser.parse(written(BUNDLE, "html").decode())
    assert parser.errors == []
    assert page.get("lang") == "fr"
    assert [heading.text for heading in page.iter("h1")] == ["Fiche de lecture"]
    assert [heading.text for heading in page.iter("h2")] == ["En bref", "Sigles et mots", "Documents"]


def test_the_word_document_is_a4_in_french_with_a_head_on_each_page() -> None:
    data = written(BUNDLE, "docx")
    document: Any = docx.Document(io.BytesIO(data))
    assert (round(document.sections[0].page_width.cm, 1), round(document.sections[0].page_height.cm, 1)) == (
        21.0,
        29.7,
    )
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert b'w:lang w:val="fr-FR"' in package.read("word/styles.xml")
        assert package.read("word/document.xml").count(b"<w:tblHeader/>") == 1


@pytest.mark.parametrize("format", ["html", "pdf", "csv"])
def test_the_same_sheet_has_the_same_bytes(format: str) -> None:
    assert written(BUNDLE, format) == written(BUNDLE, format)


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(UnknownFormat, match="'odt'; expected one of html, pdf, docx, csv"):
        written(BUNDLE, "odt")
