"""Write a reading sheet as a Word document, with python-docx."""

import re
from collections.abc import Sequence
from typing import IO, Any, NamedTuple

from glossary.extras import extra
from glossary.paper.types import bound
from glossary.sheet.types import Line, Sheet
from glossary.sheet.words import EMPTY, TITLE, in_short, remark, subtitle, summary, told, where

COLUMNS = ("Sigle", "Sens", "Première fois")
# Centimetres: A4, its margins, and the columns of the list.
PAGE = (21.0, 29.7)
MARGIN = 1.8
WIDTHS = (3.9, 8.4, 5.1)
FONT = "Arial"
# XML 1.0 has no sign for these.
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def write(sheet: Sheet, stream: IO[bytes]) -> None:
    """Write a document in French: what asks for care, the list as a table, the files."""
    with extra("documents", "docx"):
        import docx
        from docx.shared import Cm, Pt
    document = docx.Document()
    _set_up(document, Cm, Pt)
    document.core_properties.title = TITLE
    document.core_properties.author = "En clair"
    document.core_properties.language = "fr-FR"
    document.core_properties.comments = ""
    document.add_heading(TITLE, level=1)
    document.add_paragraph(_clean(" — ".join(filter(None, (subtitle(sheet), summary(sheet))))))
    for title, forms in in_short(sheet):
        document.add_paragraph().add_run(f"{title} : ").bold = True
        document.paragraphs[-1].add_run(_clean(forms))
    if sheet.lines:
        _add_table(document, [_cells(line, sheet) for line in sheet.lines], Cm)
    else:
        document.add_paragraph(EMPTY)
    if len(sheet.files) > 1:
        document.add_heading("Documents", level=2)
        for file in sheet.files:
            document.add_paragraph(_clean(f"{file.name} : {told(file)}"), style="List Bullet")
    document.save(stream)


def _set_up(document: Any, cm: Any, pt: Any) -> None:
    """Set page and language; python-docx starts with an American template."""
    section = document.sections[0]
    section.page_width, section.page_height = map(cm, PAGE)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = cm(MARGIN)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, pt(9.5)
    normal.paragraph_format.space_after = pt(3)
    for language in document.styles.element.xpath("//w:lang"):
        for key in list(language.keys()):
            language.set(key, "fr-FR")


class _Row(NamedTuple):
    form: str
    meaning: str
    """Lines; the first is the full form where there is one."""
    places: str
    has_full_form: bool


def _cells(line: Line, sheet: Sheet) -> _Row:
    has_file = len(sheet.files) > 1
    meaning = "\n".join(filter(None, (line.meaning, line.detail, remark(line))))
    places = "\n".join(where(met, has_file=has_file) for met in line.met)
    return _Row(line.form, meaning, places, line.state == "known" and line.meaning != "")


def _add_table(document: Any, rows: Sequence[_Row], cm: Any) -> None:
    table = document.add_table(rows=1, cols=len(COLUMNS), style="Table Grid")
    table.autofit = False
    for cell, title in zip(table.rows[0].cells, COLUMNS, strict=True):
        cell.paragraphs[0].add_run(title).bold = True
    for form, meaning, places, has_full_form in rows:
        cells = table.add_row().cells
        cells[0].paragraphs[0].add_run(_clean(form)).bold = True
        bold, _, plain = _clean(meaning).partition("\n")
        cells[1].paragraphs[0].add_run(bold).bold = has_full_form
        cells[1].paragraphs[0].add_run(f"\n{plain}" if plain else "")
        cells[2].text = _clean(places)
    # The head is shown on each page, and named as such to those who listen.
    _add_property(table.rows[0], "w:tblHeader")
    for column, width in zip(table.columns, WIDTHS, strict=True):
        column.width = cm(width)
    for row in table.rows:
        _add_property(row, "w:cantSplit")
        for cell, width in zip(row.cells, WIDTHS, strict=True):
            cell.width = cm(width)


def _add_property(row: Any, name: str) -> None:
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement(name))


def _clean(words: str) -> str:
    """Take out what XML cannot hold, and keep high signs on the line of their word."""
    return bound(_CONTROLS.sub("\ufffd", words))
