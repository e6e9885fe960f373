"""Write «Sigles utilisés» as a heading and a table of Word."""

from glossary.documents.legend import TITLE, Entry
from glossary.documents.xmlparts import quoted, words_of

_COLUMNS = ("Sigle", "Signification")
# In fiftieths of a percent, as Word counts the widths of a table.
_WIDTHS = (1000, 4000)
_LINE = b'w:val="single" w:sz="4" w:space="0" w:color="808080"'
_BORDERS = b"".join(
    b"<w:%s %s/>" % (side, _LINE) for side in (b"top", b"left", b"bottom", b"right", b"insideH", b"insideV")
)


def table(rows: bytes, *, heading: str, bookmark: str, number: int, space: bytes) -> bytes:
    """Write the whole list: heading, table, and the paragraph that Word wants behind it.

    Two ids from `number` on are taken.
    """
    style = b"<w:pPr><w:pStyle w:val=%s/></w:pPr>" % quoted(heading) if heading else b""
    bold = b"" if heading else b"<w:rPr><w:b/></w:rPr>"
    title = b"<w:p%s>%s%s<w:r>%s<w:t>%s</w:t></w:r></w:p>" % (
        space,
        style,
        _mark(bookmark, number),
        bold,
        words_of(TITLE),
    )
    properties = (
        b'<w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>%s</w:tblBorders></w:tblPr>' % _BORDERS
    )
    grid = b"<w:tblGrid>%s</w:tblGrid>" % b"".join(
        b'<w:gridCol w:w="%d"/>' % (2 * width) for width in _WIDTHS
    )
    names = [_mark(f"{bookmark}_titres", number + 1) + _bold(_COLUMNS[0]), _bold(_COLUMNS[1])]
    head = _row(names, b"<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>")
    return b"%s<w:tbl%s>%s%s%s%s</w:tbl><w:p%s/>" % (title, space, properties, grid, head, rows, space)


def row(entry: Entry, bookmark: str, number: int) -> bytes:
    """Write one entry, known again by its bookmark."""
    short = _mark(bookmark, number) + _bold(entry.short)
    meaning = " — ".join(filter(None, (entry.meaning, entry.detail)))
    return _row([short, _run(meaning)], b"<w:trPr><w:cantSplit/></w:trPr>")


def _row(cells: list[bytes], properties: bytes) -> bytes:
    done = [
        b'<w:tc><w:tcPr><w:tcW w:w="%d" w:type="pct"/></w:tcPr><w:p>%s</w:p></w:tc>' % (width, cell)
        for width, cell in zip(_WIDTHS, cells, strict=True)
    ]
    return b"<w:tr>%s%s</w:tr>" % (properties, b"".join(done))


def _run(words: str) -> bytes:
    return b'<w:r><w:t xml:space="preserve">%s</w:t></w:r>' % words_of(words)


def _bold(words: str) -> bytes:
    return b'<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">%s</w:t></w:r>' % words_of(words)


def _mark(name: str, number: int) -> bytes:
    return b'<w:bookmarkStart w:id="%d" w:name=%s/><w:bookmarkEnd w:id="%d"/>' % (
        number,
        quoted(name),
        number,
    )
