"""Write notes and the list «Sigles utilisés» into a PDF, behind its end."""

import re
from collections.abc import Iterator, Sequence
from typing import cast

from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

from glossary.documents.legend import identity
from glossary.documents.pdf.appendix import LIST_KEY, appendix
from glossary.documents.pdf.highlights import PREFIX, Pens, highlight
from glossary.documents.pdf.source import PdfSource
from glossary.documents.pdf.update import DAMAGED, READING_ERRORS, Update
from glossary.errors import InvalidFile
from glossary.mentions import Mark

# PDF/A-1 forbids transparency (ISO 19005-1, 6.4); its number stands in the metadata.
_FIRST_ARCHIVE = re.compile(rb"pdfaid:part(?:>|=[\"'])\s*1\b")


def write_marks(source: PdfSource, marks: Sequence[Mark], *, style: str) -> bytes:
    """Give the file with its notes and its list, which style `list` writes alone.

    Raises InvalidFile where the file may not or cannot be added to.
    """
    if not marks or style == "none":
        return source.data
    update = Update(source.data)
    try:
        if style != "list":
            _pin(update, source, marks)
        _append(update, marks)
    except READING_ERRORS as error:
        raise InvalidFile(DAMAGED) from error
    return update.data()


def _pin(update: Update, source: PdfSource, marks: Sequence[Mark]) -> None:
    """Pin each mark to its place; a note that stands there already is left alone."""
    pens = Pens(update, is_opaque=_forbids_transparency(update))
    by_page: dict[int, list[DictionaryObject]] = {}
    for mark in marks:
        places = list(source.places.rectangles(mark.start, mark.end))
        if places:
            page = _reference(update, places[0].page)
            by_page.setdefault(places[0].page, []).append(highlight(mark, places, page, pens))
    for number, notes in by_page.items():
        _add_notes(update, number, notes)


def _forbids_transparency(update: Update) -> bool:
    metadata = update.reader.root_object.get("/Metadata")
    data = metadata.get_object().get_data() if metadata is not None else b""
    return _FIRST_ARCHIVE.search(data) is not None


def _reference(update: Update, number: int) -> IndirectObject:
    reference = update.reader.pages[number - 1].indirect_reference
    if reference is None:
        raise InvalidFile(DAMAGED)
    return reference


def _add_notes(update: Update, number: int, notes: Sequence[DictionaryObject]) -> None:
    """Add notes to a page, behind those that it has."""
    reference = _reference(update, number)
    page = update.reader.pages[number - 1]
    held = page.raw_get("/Annots") if "/Annots" in page else ArrayObject()
    there = cast(ArrayObject, held.get_object())
    names = {str(note.get_object().get("/NM")) for note in there}
    fresh = [note for note in notes if note["/NM"] not in names]
    if not fresh:
        return
    longer = ArrayObject([*there, *(update.add(note) for note in fresh)])
    if isinstance(held, IndirectObject):
        update.put(held, longer)
    else:
        changed = DictionaryObject(page)
        changed[NameObject("/Annots")] = longer
        update.put(reference, changed)


def listed(update: Update) -> set[str]:
    """Give the entries that lists of ours in a file hold already."""
    return {str(name) for page in update.reader.pages for name in page.get(LIST_KEY, ())}


def _append(update: Update, marks: Sequence[Mark]) -> None:
    """Append pages that list what is not listed yet."""
    known = listed(update)
    fresh = [mark for mark in marks if entry_name(mark) not in known]
    if not fresh:
        return
    root = cast(IndirectObject, update.reader.root_object.raw_get("/Pages"))
    tree = cast(DictionaryObject, root.get_object())
    names = ArrayObject(TextStringObject(name) for name in sorted({entry_name(mark) for mark in fresh}))
    pages = list(_copied(update, root, fresh, names))
    changed = DictionaryObject(tree)
    changed[NameObject("/Kids")] = ArrayObject([*cast(ArrayObject, tree["/Kids"]), *pages])
    changed[NameObject("/Count")] = NumberObject(len(update.reader.pages) + len(pages))
    update.put(root, changed)


def entry_name(mark: Mark) -> str:
    """Name an entry of the list."""
    return PREFIX + "|".join(identity(mark.resolution))


def _copied(
    update: Update, parent: IndirectObject, marks: Sequence[Mark], names: ArrayObject
) -> Iterator[IndirectObject]:
    done: dict[int, IndirectObject] = {}
    for page in appendix(marks):
        entries = DictionaryObject(
            {
                NameObject(key): update.copy(page.raw_get(key), done)
                for key in ("/Type", "/MediaBox", "/Resources", "/Contents")
            }
        )
        entries[NameObject("/Parent")] = parent
        # The tree above may turn its pages.
        entries[NameObject("/Rotate")] = NumberObject(0)
        entries[NameObject("/CropBox")] = entries["/MediaBox"]
        entries[NameObject(LIST_KEY)] = names
        yield update.add(entries)
