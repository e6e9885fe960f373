"""Read Word documents by the bytes of their parts, and splice marks into them.

The text is what a reader sees: the body with its tables, text boxes and notes,
then each part with a header or footer once. Deleted text is no text, inserted text is.
Comments are talk about the document; they are kept and not read.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import cast

from glossary.documents.docx_marks import Marking
from glossary.documents.docx_parts import SIGNATURES, find_parts, read_styles
from glossary.documents.docx_reading import Reading
from glossary.documents.docx_story import DocxSource, Story
from glossary.documents.edits import Edit
from glossary.documents.officemarks import SIGNED
from glossary.documents.package import Package
from glossary.documents.paragraphs import Gathered, Paragraph
from glossary.documents.types import BlockKind, Document
from glossary.mentions import Mark


def read(data: bytes) -> Document:
    """Read a Word document.

    Raises InvalidFile for what is damaged or could do harm, and TooLarge.
    """
    reader = _Reader(Package(data))
    source, paragraphs = reader.source, list(reader.paragraphs())
    source.gathered = gathered = Gathered(paragraphs)
    is_signed = any(name.startswith(SIGNATURES) for name in source.package.names)
    return Document(
        text=gathered.text,
        format="docx",
        blocks=tuple(gathered.blocks),
        opaque=gathered.spans("is_closed"),
        source=source,
        notes=(SIGNED,) if is_signed else (),
    )


def edits(document: Document, marks: Sequence[Mark], *, style: str) -> list[Edit]:
    """Say what a style adds to the parts of a document, and where."""
    return Marking(cast(DocxSource, document.source), marks).edits(style)


def write(document: Document, marks: Sequence[Mark], *, style: str) -> bytes:
    """Write the document with its marks; parts without one are copied as they lie."""
    return rewrite(document, edits(document, marks, style=style))


def formats(document: Document) -> Iterator[tuple[int, object]]:
    """Yield where each stretch of one formatting starts in the text, with the formatting."""
    return cast(DocxSource, document.source).gathered.formats("format")


def rewrite(document: Document, edits: Iterable[Edit]) -> bytes:
    """Write the document with edits."""
    return cast(DocxSource, document.source).package.write(edits)


class _Reader:
    """Read the parts of one document in the order of its text."""

    def __init__(self, package: Package) -> None:
        self.source = DocxSource(package, find_parts(package))
        parts = self.source.parts
        self.source.styles = read_styles(package, parts.styles)
        comments = self._story(parts.comments)
        self.source.ours = frozenset(comments.bookmarks) if comments else frozenset()
        self.body = self._story(parts.main)

    def _story(self, name: str, kind: BlockKind = "paragraph") -> Story | None:
        if not name:
            return None
        source = self.source
        reading = Reading(name, source.package.part(name), kind=kind, styles=source.styles, ours=source.ours)
        source.stories[name] = story = reading.read()
        return story

    def paragraphs(self) -> Iterator[Paragraph]:
        """Yield every paragraph in text order."""
        parts = self.source.parts
        for kind, name in (("footnotes", parts.footnotes), ("endnotes", parts.endnotes)):
            self._anchor(kind, self._story(name, "note"))
        for paragraph in self.body.paragraphs if self.body else ():
            yield from paragraph.flat()
        sides: tuple[tuple[BlockKind, tuple[str, ...]], ...] = (
            ("header", parts.headers),
            ("footer", parts.footers),
        )
        for side, names in sides:
            for name in names:
                story = self._story(name, side)
                for paragraph in story.paragraphs if story else ():
                    yield from paragraph.flat()

    def _anchor(self, kind: str, story: Story | None) -> None:
        """Let notes follow the paragraph that refers to them; others are left from deleted text."""
        if story is None or self.body is None:
            return
        for number, paragraphs in story.notes.items():
            if (place := self.body.references.get((kind, number))) is not None:
                owner, run, is_marked = place
                for paragraph in paragraphs:
                    paragraph.anchor = run
                    paragraph.pieces = [piece._replace(is_marked=is_marked) for piece in paragraph.pieces]
                owner.inside += paragraphs
