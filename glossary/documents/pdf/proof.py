"""Prove that nothing in a PDF has changed but what was added.

Three proofs that know nothing of each other: the file as it was is the
beginning of what was written; nothing behind it takes the place of anything but
lists of notes and the list of pages; and read anew the text is the same.
"""

import io
import re
from collections.abc import Iterator
from typing import cast

from pypdf import PageObject, PdfReader
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    PdfObject,
    StreamObject,
)

from glossary.documents import read
from glossary.documents.pdf.appendix import LIST_KEY
from glossary.documents.pdf.highlights import PREFIX
from glossary.documents.pdf.update import READING_ERRORS
from glossary.documents.proof import Proof
from glossary.documents.types import Document
from glossary.errors import InvalidFile

_OBJECT = re.compile(rb"^(\d{1,10}) \d{1,5} obj$", re.M)


def prove(data: bytes, output: bytes, document: Document) -> Proof:
    """Compare a file with what was written of it."""
    before = PdfReader(io.BytesIO(data))
    differences: list[str] = []
    if not output.startswith(data):
        differences.append("Le fichier reçu n'est pas le début du fichier écrit.")
    insertions = 0
    try:
        after = PdfReader(io.BytesIO(output))
        insertions = _additions(after) - _additions(before)
        differences += _differing(before, after)
        differences += _replaced(before, output[len(data) :])
        if read(output, format="pdf").text != document.text:
            differences.append("Le texte relu diffère.")
    except (*READING_ERRORS, InvalidFile):
        differences.append("Le fichier écrit ne se relit pas.")
    return Proof(
        insertions=insertions,
        signs=len(document.text),
        stretches=0,
        parts=0,
        pages=len(before.pages),
        differences=tuple(differences),
    )


def _additions(reader: PdfReader) -> int:
    """Count what we add: notes and pages."""
    return sum(1 + len(_notes(page)) for page in reader.pages)


def _notes(page: PageObject) -> list[PdfObject]:
    return list(cast(ArrayObject, page["/Annots"])) if "/Annots" in page else []


def _differing(before: PdfReader, after: PdfReader) -> Iterator[str]:
    """Compare page by page: what is drawn, the notes that were there, all other entries."""
    if len(after.pages) < len(before.pages):
        yield "Des pages manquent."
        return
    for number, (page, now) in enumerate(zip(before.pages, after.pages, strict=False), 1):
        if _drawn(page) != _drawn(now):
            yield f"Ce que dessine la page {number} a changé."
        if _entries(page) != _entries(now):
            yield f"Les attributs de la page {number} ont changé."
        yield from _differing_notes(number, page, now)
    for page in after.pages[len(before.pages) :]:
        if LIST_KEY not in page:
            yield "Une page ajoutée n'est pas une liste."
    for key in ("/Root", "/Info"):
        if _written(_raw(before.trailer, key)) != _written(_raw(after.trailer, key)):
            yield f"L'entrée {key} du fichier a changé."


def _differing_notes(number: int, page: PageObject, now: PageObject) -> Iterator[str]:
    held, found = _notes(page), _notes(now)
    added = max(0, len(found) - len(held))
    if list(map(_written, found[added:])) != list(map(_written, held)):
        yield f"Les notes que portait la page {number} ont changé."
    for note in found[:added]:
        name = str(cast(DictionaryObject, note.get_object()).get("/NM"))
        if not name.startswith(PREFIX):
            yield f"La page {number} porte une note étrangère."


def _drawn(page: PageObject) -> list[bytes]:
    """Give the content of a page as its streams hold it."""
    content = page.get("/Contents")
    found = content.get_object() if content is not None else ArrayObject()
    streams = [found] if isinstance(found, StreamObject) else [part.get_object() for part in found]
    return [stream.get_data() for stream in streams]


def _entries(page: PageObject) -> dict[str, bytes]:
    return {key: _written(page.raw_get(key)) for key in page if key != "/Annots"}


def _written(item: PdfObject | None) -> bytes:
    """Give an object as a file holds it; what it refers to stays a reference."""
    stream = io.BytesIO()
    if item is not None:
        item.write_to_stream(stream)
    return stream.getvalue()


def _raw(entries: DictionaryObject, key: str) -> PdfObject | None:
    return entries.raw_get(key) if key in entries else None


def _replaced(before: PdfReader, added: bytes) -> Iterator[str]:
    """Look for objects that take the place of others than pages and lists of notes."""
    size = int(cast(int, before.trailer["/Size"]))
    allowed = {cast(IndirectObject, before.root_object.raw_get("/Pages")).idnum}
    for page in before.pages:
        notes = _raw(page, "/Annots")
        allowed |= {
            part.idnum for part in (page.indirect_reference, notes) if isinstance(part, IndirectObject)
        }
    for number in sorted({int(match[1]) for match in _OBJECT.finditer(added)}):
        if number < size and number not in allowed:
            yield f"L'objet {number} a été remplacé."
