"""Set a sheet as sections of entries, as HTML and PDF show it."""

from collections.abc import Iterator

from glossary.paper.types import Cover, Entry, Section, bound
from glossary.sheet.types import Line, Sheet
from glossary.sheet.words import EMPTY, TITLE, in_short, remark, subtitle, summary, told, where


def cover(sheet: Sheet) -> Cover:
    """Say what stands around the entries."""
    return Cover(TITLE, bound(subtitle(sheet)), bound(summary(sheet)), empty=EMPTY)


def sections(sheet: Sheet) -> Iterator[Section]:
    """Yield what asks for care, the list itself, and the files where there are several."""
    if cares := in_short(sheet):
        yield Section("En bref", [Entry(title, "", forms) for title, forms in cares], is_indexed=False)
    if sheet.lines:
        heading = "Sigles et mots" if cares or len(sheet.files) > 1 else ""
        yield Section(heading, [_entry(line, sheet) for line in sheet.lines])
    if len(sheet.files) > 1:
        files = [Entry(file.name, "", bound(told(file))) for file in sheet.files]
        yield Section("Documents", files, is_indexed=False)


def _entry(line: Line, sheet: Sheet) -> Entry:
    has_file = len(sheet.files) > 1
    places = " ; ".join(where(met, has_file=has_file) for met in line.met)
    notes = tuple(
        bound(note) for note in (remark(line), f"Première fois : {places}." if places else "") if note
    )
    if line.state == "undecided":
        return Entry(line.form, "", bound(line.meaning[:1].upper() + line.meaning[1:]), notes)
    return Entry(line.form, bound(line.meaning), bound(line.detail), notes)
