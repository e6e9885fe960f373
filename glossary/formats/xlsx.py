"""Read and write terms as XLSX, the file that an office edits.

The first sheet holds the columns of the CSV file, frozen, filtered and wide
enough to be read; a cell that takes one of a few words offers them in a list,
and each column says in French what it is for. Every cell is text: a date stays
a date, and what looks like a formula is made harmless as in CSV.
"""

import re
import warnings
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from functools import partial
from shutil import copyfileobj
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo
from zlib import error as ZlibError

from glossary.errors import InvalidFile, Problem, TooLarge
from glossary.extras import extra
from glossary.formats.cells import guard, unguard
from glossary.formats.complaints import Complaints, Placed
from glossary.formats.sheetrows import column_letters, read_rows, write_rows
from glossary.formats.types import UNSTATED, Edition
from glossary.model import DOMAINS, KINDS, LANGS, STATUSES, USAGES, Term
from glossary.rows import COLUMNS, from_row, to_row

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

SHEET = "Glossaire"
HELP_SHEET = "Mode d'emploi"
LAST_ROW = 1_048_576
# 100,000 terms make 90 MB of XML; a small file that unpacks to more is a bomb.
MAX_UNPACKED = 1_000_000_000
# Terms shrink by ten to thirty times; a thousand is a bomb.
MAX_RATIO = 300
# Files this small are never looked at for their ratio.
SMALL = 10_000_000

LISTS = {"kind": KINDS, "lang": LANGS, "domain": DOMAINS, "usage": USAGES, "status": STATUSES}
# Width in characters, and what the column is for, as Excel shows it beside a chosen cell.
GUIDE = {
    "id": (18, "Identifiant, stable pour toujours : minuscules sans accent, chiffres, tirets. Ne le changez pas."),
    "short_form": (16, "Le sigle ou le mot, tel qu'on l'écrit."),
    "full_form": (46, "Ce que le sigle veut dire, en toutes lettres. Vide pour un nom qui n'abrège rien."),
    "kind": (10, "acronym : sigle ; name : nom propre ; term : mot du métier."),
    "lang": (7, "Langue de la forme longue : fr ou en."),
    "domain": (18, "Le domaine. Choisissez-le dans la liste."),
    "definition": (70, "Une phrase simple, qu'un nouveau venu comprend."),
    "variants": (24, "Autres écritures, séparées par une barre verticale |"),
    "context": (36, "Mots qui révèlent ce sens dans un texte, séparés par une barre verticale |"),
    "usage": (12, "usual : courant ; occasional : occasionnel ; rare : rare."),
    "status": (12, "verified : la source le dit en toutes lettres ; to-check : à vérifier ; withdrawn : retiré."),
    "source": (40, "D'où vient ce sens : organisme et titre. Obligatoire si le statut est verified."),
    "source_url": (40, "Adresse de la source."),
    "source_date": (13, "Date de la source : AAAA, AAAA-MM ou AAAA-MM-JJ."),
    "valid_from": (13, "Début d'usage : AAAA, AAAA-MM ou AAAA-MM-JJ. Vide si inconnu."),
    "valid_to": (13, "Fin d'usage : AAAA, AAAA-MM ou AAAA-MM-JJ. Vide si toujours en usage."),
    "replaced_by": (18, "Identifiant de ce qui a pris sa place."),
}  # fmt: skip

TEXT = "@"
DOCTYPE = b"<!DOCTYPE"
CHUNK = 1_000_000
# Where openpyxl puts the first sheet, and the style it gives to the format `TEXT`
# that is asked for first, for the columns; a test holds both.
SHEET_PART = "xl/worksheets/sheet1.xml"
TEXT_STYLE = 1
DATES = frozenset({"source_date", "valid_from", "valid_to"})
_INK = "1F3A5F"

# Excel reads `_x0041_` in a cell as «A»; ECMA-376 part 1, 22.9.2.19.
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_FRENCH_DATE = re.compile(r"(\d\d)/(\d\d)/(\d{4})")


def read(stream: IO[bytes], complaints: Complaints) -> Iterator[Placed]:
    """Yield the good rows of the first sheet that has our columns, in file order.

    Raises InvalidFile at once where the file is no workbook, could do harm or
    lacks a column.
    """
    with extra("xlsx", "xlsx"):
        from openpyxl import load_workbook
    _refuse_bombs(stream)
    try:
        with warnings.catch_warnings():
            # What openpyxl does not know of Excel's extras is no concern of ours.
            warnings.simplefilter("ignore")
            book: Any = load_workbook(stream, read_only=True, data_only=False, keep_links=False)
        sheet: Any = book[SHEET] if SHEET in book.sheetnames else book.worksheets[0]
        with sheet._get_source() as source:
            rows = read_rows(source, sheet._shared_strings, partial(_number, book))
            columns = _header(rows, complaints)
            for number, cells in rows:
                yield from _place(number, cells, columns, complaints)
    except (InvalidFile, TooLarge):
        raise
    except Exception as error:
        # openpyxl and the XML parsers raise what comes: KeyError, ValueError, ParseError …
        raise InvalidFile(
            f"the workbook cannot be read ({type(error).__name__}: {str(error)[:200]})"
        ) from error


def _number(book: Any, text: str, style: int) -> Any:
    """Make a number or, where its style is that of a date, a date."""
    from openpyxl.utils.datetime import from_excel

    value = float(text)
    if style in book._date_formats:
        return from_excel(value, book.epoch, timedelta=style in book._timedelta_formats)
    return value


def write(terms: Iterable[Term], stream: IO[bytes], edition: Edition = UNSTATED) -> None:
    """Write terms in the order given, a row at a time."""
    with TemporaryFile() as rows, TemporaryFile() as bare:
        cells = (_cells(to_row(term)) for term in terms)
        last = write_rows(cells, rows, first=2, style=TEXT_STYLE)
        _write_bare(bare, last, edition)
        rows.seek(0)
        _join(bare, rows, stream, last)


def _write_bare(stream: IO[bytes], last: int, edition: Edition) -> None:
    """Write the workbook as an office wants it, with its titles and no term."""
    with extra("xlsx", "xlsx"):
        from openpyxl import Workbook
    book = Workbook(write_only=True)
    sheet = book.create_sheet(SHEET)
    _dress(sheet)
    sheet.append(_titles(sheet))
    sheet.auto_filter.ref = f"A1:{column_letters(len(COLUMNS))}{last}"
    _offer_lists(sheet)
    _write_help(book, edition)
    book.properties.title = "Glossaire En clair"
    book.properties.creator = "En clair"
    book.save(stream)


def _join(bare: IO[bytes], rows: IO[bytes], stream: IO[bytes], last: int) -> None:
    """Put the rows into the first sheet of the bare workbook."""
    with ZipFile(bare) as source, ZipFile(stream, "w", ZIP_DEFLATED, compresslevel=6) as target:
        for part in source.infolist():
            data = source.read(part)
            with target.open(part.filename, "w", force_zip64=True) as into:
                if part.filename == SHEET_PART:
                    head, found, tail = data.partition(b"</sheetData>")
                    size = f'<dimension ref="A1:{column_letters(len(COLUMNS))}{last}"/>'.encode()
                    into.write(head.replace(b"<sheetViews>", size + b"<sheetViews>", 1))
                    copyfileobj(rows, into, CHUNK)
                    data = found + tail
                into.write(data)


def _refuse_bombs(stream: IO[bytes]) -> None:
    try:
        with ZipFile(stream) as archive:
            parts = archive.infolist()
            _check_size(parts)
            for part in parts:
                if part.filename.endswith((".xml", ".rels", ".vml")):
                    with archive.open(part) as inside:
                        _refuse_doctype(part.filename, inside)
    except (BadZipFile, OSError, RuntimeError, NotImplementedError, ZlibError) as error:
        raise InvalidFile("the file is no XLSX workbook; save it as «Classeur Excel (.xlsx)»") from error
    stream.seek(0)


def _check_size(parts: list[ZipInfo]) -> None:
    size = sum(part.file_size for part in parts)
    packed = sum(part.compress_size for part in parts) or 1
    if size > MAX_UNPACKED or (size > SMALL and size / packed > MAX_RATIO):
        raise TooLarge("the unpacked workbook", limit=min(MAX_UNPACKED, packed * MAX_RATIO), unit="bytes")


def _refuse_doctype(name: str, inside: IO[bytes]) -> None:
    """Refuse what no office program writes: entities need a DOCTYPE, wherever it is hidden."""
    tail = b""
    while chunk := inside.read(CHUNK):
        # UTF-16 puts a zero between the letters.
        if DOCTYPE in (tail + chunk).replace(b"\x00", b""):
            raise InvalidFile(
                [Problem(name, "declares a DOCTYPE, which could do harm; save the file again with Excel")]
            )
        tail = chunk[-2 * len(DOCTYPE) :]


def _header(rows: Iterator[tuple[int, Any]], complaints: Complaints) -> dict[str, int]:
    _, cells = next(rows, (1, ()))
    names = [str(cell.value or "").strip().lower() for cell in cells]
    for name in COLUMNS:
        if name not in names:
            complaints.add("row 1", f"column {name} is missing; the columns are {', '.join(COLUMNS)}")
        elif names.count(name) > 1:
            complaints.add("row 1", f"column {name} stands twice")
    for position, name in enumerate(names, 1):
        if name and name not in COLUMNS:
            complaints.add(f"cell {column_letters(position)}1", "unknown column", name)
    if {name for name in names if name} != set(COLUMNS):
        complaints.raise_all()
    return {name: names.index(name) for name in COLUMNS}


def _place(number: int, cells: Any, columns: dict[str, int], complaints: Complaints) -> Iterator[Placed]:
    where = f"row {number}"
    if not any(cell.value is not None and cell.value != "" for cell in cells):
        return
    row = {}
    is_good = True
    for name, position in columns.items():
        cell = cells[position] if position < len(cells) else None
        if cell is not None and cell.data_type in ("f", "e"):
            what = "is a formula" if cell.data_type == "f" else "is an error of Excel"
            complaints.add(f"{where}, column {name}", f"{what}; put its text in its place", str(cell.value))
            is_good = False
        row[name] = _text(cell.value if cell is not None else None, name)
    if not is_good:
        return
    yield from complaints.placed(where, from_row, row)


def _text(value: object, name: str) -> str:
    """Give a cell as text, as the office sees it."""
    if isinstance(value, str):
        return _typed(value, name)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "VRAI" if value else "FAUX"
    if isinstance(value, datetime | date):
        return value.strftime("%Y-%m-%d")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, time | int | float):
        return str(value)
    return _typed(str(value), name)


def _typed(text: str, name: str) -> str:
    if "_x" in text:
        text = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
    text = unguard(text)
    match = _FRENCH_DATE.fullmatch(text) if name in DATES else None
    return f"{match[3]}-{match[2]}-{match[1]}" if match else text


def _cells(row: dict[str, str]) -> list[str]:
    return [_ESCAPE.sub("_x005F_", guard(value)) if value else "" for value in row.values()]


def _cell(sheet: "Worksheet", value: str, *, format: str) -> Any:
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(sheet, value=_ESCAPE.sub("_x005F_", guard(value)))
    cell.data_type = "s"
    if format:
        cell.number_format = format
    return cell


def _dress(sheet: Any) -> None:
    """Freeze the titles, set widths, and make new cells text."""
    from openpyxl.worksheet.dimensions import ColumnDimension

    sheet.freeze_panes = "C2"
    for position, name in enumerate(COLUMNS, 1):
        letter = column_letters(position)
        column = ColumnDimension(sheet, index=letter, width=GUIDE[name][0], customWidth=True)
        column.number_format = TEXT
        sheet.column_dimensions[letter] = column
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = _fitting()
    sheet.sheet_properties.tabColor = _INK


def _fitting() -> Any:
    from openpyxl.worksheet.properties import PageSetupProperties

    return PageSetupProperties(fitToPage=True)


def _titles(sheet: "Worksheet", names: Iterable[str] = COLUMNS) -> list[Any]:
    from openpyxl.styles import Alignment, Font, PatternFill

    cells = []
    for name in names:
        cell = _cell(sheet, name, format=TEXT)
        cell.font = Font(bold=True, color="FFFFFF")
        cell.fill = PatternFill("solid", fgColor=_INK)
        cell.alignment = Alignment(vertical="center")
        cells.append(cell)
    return cells


def _offer_lists(sheet: Any) -> None:
    """Offer the words that a column takes, and say what each column is for."""
    from openpyxl.worksheet.datavalidation import DataValidation, DataValidationList

    sheet.data_validations = DataValidationList()
    for position, name in enumerate(COLUMNS, 1):
        rule = (
            DataValidation(type="list", formula1=f'"{",".join(LISTS[name])}"', allow_blank=False)
            if (name in LISTS)
            else DataValidation()
        )
        rule.promptTitle, rule.prompt, rule.showInputMessage = name, GUIDE[name][1], True
        if name in LISTS:
            rule.errorTitle, rule.error = "Valeur inconnue", f"Choisissez : {', '.join(LISTS[name])}."[:225]
            rule.showErrorMessage = True
        letter = column_letters(position)
        rule.add(f"{letter}2:{letter}{LAST_ROW}")
        sheet.data_validations.append(rule)


def _write_help(book: Any, edition: Edition) -> None:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font

    sheet = book.create_sheet(HELP_SHEET)
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 18, 100
    title = WriteOnlyCell(sheet, value="Glossaire En clair")
    title.font = Font(bold=True, size=16, color=_INK)
    sheet.append([title])
    sheet.append([", ".join(part for part in (*edition, "données libres (CC0)") if part)])
    sheet.append(["Modifiez la feuille Glossaire, enregistrez, puis importez le fichier : rien n'est perdu."])
    sheet.append(
        ["Une apostrophe devant =, +, - ou @ empêche Excel d'y voir une formule ; l'import l'enlève."]
    )
    sheet.append([])
    sheet.append(_titles(sheet, ("Colonne", "À quoi elle sert")))
    for name in COLUMNS:
        text = WriteOnlyCell(sheet, value=GUIDE[name][1])
        text.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.append([name, text])
