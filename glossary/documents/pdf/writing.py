"""Write notes and the list «Sigles utilisés» into a PDF, behind its end."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple, cast

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
from glossary.documents.pdf.highlights import PREFIX, Pens, highlight, name_of
from glossary.documents.pdf.places import Rectangle
from glossary.documents.pdf.source import PdfSource
from glossary.documents.pdf.update import DAMAGED, READING_ERRORS, Update
from glossary.errors import InvalidFile
from glossary.mentions import Mark

# PDF/A-1 forbids transparency (ISO 19005-1, 6.4); its number stands in the metadata.
_FIRST_ARCHIVE = re.compile(rb"pdfaid:part(?:>|=[\"'])\s*1\b")


def write_notes(source: PdfSource, marks: Sequence[Mark], listed: Sequence[Mark]) -> bytes:
    """Give the file with notes at marks, and a list behind its last page.

    Raises InvalidFile where the file may not or cannot be added to.
    """
    if not marks and not listed:
        return source.data
    update = Update(source.data)
    try:
        _pin(update, source, marks)
        _append(update, listed)
    except READING_ERRORS as error:
        raise InvalidFile(DAMAGED) from error
    return update.data()


class _Pin(NamedTuple):
    """Hold a mark and where on its page it stands."""

    mark: Mark
    places: list[Rectangle]

    @property
    def name(self) -> str:
        return name_of(self.mark, self.places)


def _pin(update: Update, source: PdfSource, marks: Sequence[Mark]) -> None:
    """Pin each mark to its place; a note that stands there already is left alone."""
    pens = Pens(update, is_opaque=_forbids_transparency(update))
    by_page: dict[int, list[_Pin]] = {}
    for mark in marks:
        pin = _Pin(mark, list(source.places.rectangles(mark.start, mark.end)))
        if pin.places:
            by_page.setdefault(pin.places[0].page, []).append(pin)
    for number, pins in by_page.items():
        _add_notes(update, number, pins, pens)


def _forbids_transparency(update: Update) -> bool:
    metadata = update.reader.root_object.get("/Metadata")
    data = metadata.get_object().get_data() if metadata is not None else b""
    return _FIRST_ARCHIVE.search(data) is not None


def _reference(update: Update, number: int) -> IndirectObject:
    reference = update.reader.pages[number - 1].indirect_reference
    if reference is None:
        raise InvalidFile(DAMAGED)
    return reference


def _add_notes(update: Update, number: int, pins: Sequence[_Pin], pens: Pens) -> None:
    """Add notes to a page, below those that it has: a link stays on top, and works."""
    reference = _reference(update, number)
    page = update.reader.pages[number - 1]
    held = page.raw_get("/Annots") if "/Annots" in page else ArrayObject()
    there = cast(ArrayObject, held.get_object())
    names = {str(cast(DictionaryObject, note.get_object()).get("/NM")) for note in there}
    fresh = [pin for pin in pins if pin.name not in names]
    if not fresh:
        return
    notes = [update.add(highlight(pin.mark, pin.places, reference, pens)) for pin in fresh]
    longer = ArrayObject([*notes, *there])
    if isinstance(held, IndirectObject):
        update.put(held, longer)
    else:
        changed = update.original(reference)
        changed[NameObject("/Annots")] = longer
        update.put(reference, changed)


def _listed(update: Update) -> set[str]:
    """Give the entries that lists of ours in a file hold already."""
    return {str(name) for page in update.reader.pages for name in page.get(LIST_KEY, ())}


def _append(update: Update, marks: Sequence[Mark]) -> None:
    """Append pages that list what is not listed yet."""
    known = _listed(update)
    fresh = [mark for mark in marks if _entry_name(mark) not in known]
    if not fresh:
        return
    root = cast(IndirectObject, update.reader.root_object.raw_get("/Pages"))
    tree = cast(DictionaryObject, root.get_object())
    names = ArrayObject(TextStringObject(name) for name in sorted({_entry_name(mark) for mark in fresh}))
    pages = list(_copied(update, root, fresh, names))
    changed = update.original(root)
    changed[NameObject("/Kids")] = ArrayObject([*cast(ArrayObject, tree["/Kids"]), *pages])
    changed[NameObject("/Count")] = NumberObject(len(update.reader.pages) + len(pages))
    update.put(root, changed)


def _entry_name(mark: Mark) -> str:
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
