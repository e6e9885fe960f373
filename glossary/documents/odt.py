"""Read ODT documents by the bytes of their parts, and splice marks into them.

The text is what a reader sees: the body with its tables, frames and notes,
then each header and footer once. Deleted text is no text, inserted text is.
Annotations are talk about the document; they are kept and not read.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import cast

from glossary.documents.edits import Edit
from glossary.documents.odt_marks import Marking, OdtSource
from glossary.documents.odt_reading import Reading, Story
from glossary.documents.officemarks import SIGNED
from glossary.documents.package import Package
from glossary.documents.paragraphs import Gathered
from glossary.documents.types import Document
from glossary.documents.xmlparts import elements
from glossary.errors import InvalidFile
from glossary.mentions import Mark

_MANIFEST = "META-INF/manifest.xml"
_SIGNATURES = "META-INF/documentsignatures.xml"


def read(data: bytes) -> Document:
    """Read an ODT document.

    Raises InvalidFile for what is damaged, protected or could do harm, and TooLarge.
    """
    package = Package(data)
    _refuse_password(package)
    styles = _story(package, "styles.xml")
    content = Reading(
        "content.xml", package.part("content.xml"), hidden=styles.hidden if styles else None
    ).read()
    if not content.has_text:
        raise InvalidFile("the OpenDocument file holds no text document; save it as ODT")
    gathered = Gathered(
        inner
        for story in (content, styles)
        for outer in (story.paragraphs if story else ())
        for inner in outer.flat()
    )
    return Document(
        text=gathered.text,
        format="odt",
        blocks=tuple(gathered.blocks),
        opaque=gathered.spans("is_closed"),
        source=OdtSource(package, content, styles, gathered),
        notes=(SIGNED,) if _SIGNATURES in package else (),
    )


def edits(document: Document, marks: Sequence[Mark], *, style: str) -> list[Edit]:
    """Say what a style adds to the parts of a document, and where."""
    return Marking(cast(OdtSource, document.source), marks).edits(style)


def write(document: Document, marks: Sequence[Mark], *, style: str) -> bytes:
    """Write the document with its marks; parts without one are copied as they lie."""
    return rewrite(document, edits(document, marks, style=style))


def rewrite(document: Document, edits: Iterable[Edit]) -> bytes:
    """Write the document with edits."""
    return cast(OdtSource, document.source).package.write(edits)


def formats(document: Document) -> Iterator[tuple[int, object]]:
    """Yield where each stretch of one formatting starts in the text, with the formatting."""
    return cast(OdtSource, document.source).gathered.formats("format")


def _story(package: Package, name: str) -> Story | None:
    return Reading(name, package.part(name)).read() if name in package else None


def _refuse_password(package: Package) -> None:
    for element in elements(_MANIFEST, package.part(_MANIFEST)):
        if element.name.endswith(" encryption-data"):
            raise InvalidFile(
                "the document is protected by a password; open it, save it without the password, and try again"
            )
