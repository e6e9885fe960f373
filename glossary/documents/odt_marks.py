"""Say what the styles add to an ODT document: words, annotations, a table at its end."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from glossary.documents.edits import Edit
from glossary.documents.legend import TITLE, Entry, entry_of
from glossary.documents.odt_reading import (
    ANNOTATION,
    DUBLIN,
    FORMAT,
    OFFICE,
    SECTION,
    STYLE,
    TABLE,
    TEXT,
    Box,
    Story,
)
from glossary.documents.officemarks import AUTHOR, expansions, rows_wanted
from glossary.documents.package import Package
from glossary.documents.paragraphs import Gathered, Place
from glossary.documents.xmlparts import declarations, quoted, tag_name, words_of
from glossary.mentions import Mark

_SPACES = (("text", TEXT), ("office", OFFICE), ("table", TABLE))
_HEADING = "Heading_20_1"
# Names of the automatic styles that we add: a cell, bold letters, the two columns.
_CELL, _BOLD, _NARROW, _WIDE = "EnClairCase", "EnClairGras", "EnClairSigle", "EnClairSens"
_STYLES = (
    f'<style:style style:name="{_CELL}" style:family="table-cell"><style:table-cell-properties'
    ' fo:padding="0.1cm" fo:border="0.5pt solid #808080"/></style:style>'
    f'<style:style style:name="{_BOLD}" style:family="text"><style:text-properties fo:font-weight="bold"/>'
    "</style:style>"
    f'<style:style style:name="{_NARROW}" style:family="table-column"><style:table-column-properties'
    ' style:rel-column-width="20*"/></style:style>'
    f'<style:style style:name="{_WIDE}" style:family="table-column"><style:table-column-properties'
    ' style:rel-column-width="80*"/></style:style>'
)


@dataclass(slots=True)
class OdtSource:
    """Hold what writing back needs."""

    package: Package
    content: Story
    styles: Story | None
    """What the headers and footers told; None where the document has no styles."""
    gathered: Gathered = field(default_factory=lambda: Gathered(()))


class Marking:
    """Choose the edits that put marks into one document."""

    def __init__(self, source: OdtSource, marks: Sequence[Mark]) -> None:
        """Take the marks of one document, in text order."""
        self.source = source
        self.marks = marks
        self.content = source.content

    def edits(self, style: str) -> list[Edit]:
        """Give the edits of a style."""
        if style == "expand":
            return expansions(self.source.gathered, self.marks)
        if style == "abbr":
            return self._annotations()
        return self._list() if style == "list" else []

    def _annotations(self) -> list[Edit]:
        """Put an annotation around each form that has none; headers and footers take none."""
        found: list[Edit] = []
        marked = self.source.gathered.spans("is_marked")
        number = 0
        for mark in self.marks:
            start, end = self._ends(mark)
            is_done = any(span.start < mark.end and mark.start < span.end for span in marked)
            if is_done or start.part != self.content.part:
                continue
            number += 1
            while (name := f"{ANNOTATION}{number}") in self.content.names:
                number += 1
            found.append(Edit(*start, self._annotation(name, entry_of(mark.resolution))))
            space = declarations(self.content.prefixes, [("office", OFFICE)])
            found.append(Edit(*end, b"<office:annotation-end%s office:name=%s/>" % (space, quoted(name))))
        return found

    def _ends(self, mark: Mark) -> tuple[Place, Place]:
        """Give where an annotation begins and ends: at the form, or around the drawing that holds it."""
        gathered = self.source.gathered
        _, paragraph = gathered.piece_at(mark.start)
        if isinstance(box := paragraph.anchor, Box):
            return Place(paragraph.part, box.start), Place(paragraph.part, box.end)
        return gathered.before(mark.start), gathered.behind(mark.end)

    def _annotation(self, name: str, entry: Entry) -> bytes:
        space = declarations(self.content.prefixes, [("office", OFFICE), ("dc", DUBLIN), ("text", TEXT)])
        return (
            b"<office:annotation%s office:name=%s><dc:creator>%s</dc:creator><text:p>%s</text:p>"
            b"</office:annotation>" % (space, quoted(name), words_of(AUTHOR), words_of(entry.line))
        )

    def _list(self) -> list[Edit]:
        """Add «Sigles utilisés» at the end, or rows to the one that stands there."""
        wanted = rows_wanted(self.marks, self.content.names)
        if not wanted:
            return []
        space = declarations(self.content.prefixes, _SPACES)
        if self.content.list_end >= 0:
            rows = [_row(entry_of(resolution), name, space) for name, resolution in wanted.items()]
            return [Edit(self.content.part, self.content.list_end, b"".join(rows))]
        rows = [_row(entry_of(resolution), name, b"") for name, resolution in wanted.items()]
        whole = _section(b"".join(rows), space, has_heading=self._has_heading())
        return [*self._styles(), Edit(self.content.part, self.content.text_end, whole)]

    def _has_heading(self) -> bool:
        """Say whether the document has the style of a first heading."""
        styles = self.source.styles
        return styles is not None and _HEADING in styles.styles

    def _styles(self) -> list[Edit]:
        """Add the automatic styles of the table; without a place for them it goes without."""
        start, end = self.content.styles_at
        if start < 0 or _CELL in self.content.styles:
            return []
        space = declarations(self.content.prefixes, [("style", STYLE), ("fo", FORMAT)])
        words = _STYLES.encode().replace(b"<style:style ", b"<style:style%s " % space)
        if start == end:
            return [Edit(self.content.part, start, words)]
        data = self.content.data
        name = tag_name(data, data.rfind(b"<", 0, start))
        return [Edit(self.content.part, start, b">%s</%s>" % (words, name), data[start:end])]


def _section(rows: bytes, space: bytes, *, has_heading: bool) -> bytes:
    style = b" text:style-name=%s" % quoted(_HEADING) if has_heading else b""
    heading = b'<text:h%s text:outline-level="1">%s</text:h>' % (style, words_of(TITLE))
    columns = b"".join(
        b"<table:table-column table:style-name=%s/>" % quoted(name) for name in (_NARROW, _WIDE)
    )
    titles = b"".join(_cell(_bold(name)) for name in ("Sigle", "Signification"))
    head = (
        b"<table:table-header-rows><table:table-row>%s</table:table-row></table:table-header-rows>" % titles
    )
    table = b"<table:table table:name=%s>%s%s%s</table:table>" % (quoted(SECTION), columns, head, rows)
    return b"<text:section%s text:name=%s>%s%s</text:section>" % (space, quoted(SECTION), heading, table)


def _row(entry: Entry, name: str, space: bytes) -> bytes:
    bookmark = b"<text:bookmark text:name=%s/>" % quoted(name)
    meaning = " — ".join(filter(None, (entry.meaning, entry.detail)))
    cells = _cell(bookmark + _bold(entry.short)) + _cell(words_of(meaning))
    return b"<table:table-row%s>%s</table:table-row>" % (space, cells)


def _cell(words: bytes) -> bytes:
    return (
        b'<table:table-cell table:style-name=%s office:value-type="string"><text:p>%s</text:p>'
        b"</table:table-cell>" % (quoted(_CELL), words)
    )


def _bold(words: str) -> bytes:
    return b"<text:span text:style-name=%s>%s</text:span>" % (quoted(_BOLD), words_of(words))
