"""Read the parts of a Word document into paragraphs, with the places of their bytes."""

from collections.abc import Callable, Mapping

from glossary.documents.docx_parts import WORDS, Style
from glossary.documents.docx_story import Field, Letters, Run, Story
from glossary.documents.officemarks import AUTHOR, BOOKMARK
from glossary.documents.paragraphs import Paragraph, Piece
from glossary.documents.types import BlockKind
from glossary.documents.xmlparts import Walk, tag_end

# Elements whose text no reader reads: what is deleted or moved away, phonetics,
# formulas, and the copy of a text box for Word 2007.
_LEFT_OUT = frozenset(["del", "moveFrom", "rt", "delText", "instrText", "delInstrText"])
_FALLBACK = "http://schemas.openxmlformats.org/markup-compatibility/2006 Fallback"
_FORMULAS = "http://schemas.openxmlformats.org/officeDocument/2006/math "
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_NO = frozenset(["0", "false", "off"])


class Reading:
    """Walk one part once."""

    def __init__(
        self,
        part: str,
        data: bytes,
        *,
        kind: BlockKind = "paragraph",
        styles: Mapping[str, Style] | None = None,
        ours: frozenset[str] = frozenset(),
    ) -> None:
        """Take a part; `ours` are the ids of the comments that we wrote."""
        self.story = Story(part, data)
        self.kind = kind
        self.styles = styles or {}
        self.ours = ours
        self.walk = Walk(part, data)
        self.left_out = 0
        self.paragraphs: list[tuple[Paragraph, int]] = []
        self.runs: list[Run] = []
        self.letters: Letters | None = None
        self.instruction = False
        self.fields: list[Field] = []
        self.controls: list[bool] = []
        self.rows: list[tuple[int, bool]] = []
        self.tables: list[bool] = []
        self.open_marks: set[str] = set()
        self.note = ""
        self.body_depth = 0
        self._starts = self._handlers("_start_")
        self._ends = self._handlers("_end_")
        self._signs = {f"{space} {name}": sign for space in WORDS for name, sign in _SIGNS.items()}
        self._outs = {f"{space} {name}" for space in WORDS for name in _LEFT_OUT} | {_FALLBACK}

    def _handlers(self, prefix: str) -> dict[str, Callable[..., None]]:
        """Find the methods that are named for an element of Word."""
        names = [name.removeprefix(prefix) for name in dir(self) if name.startswith(prefix)]
        return {f"{space} {name}": getattr(self, prefix + name) for space in WORDS for name in names}

    def read(self) -> Story:
        """Read the part whole."""
        self.walk.run(self._start, self._end, self._text)
        self.story.prefixes = self.walk.prefixes
        return self.story

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if self.walk.depth == 1:
            self.story.words = name.rpartition(" ")[0]
        if self.left_out:
            self._pass_over(name, attributes)
            return
        if name in self._outs or name.startswith(_FORMULAS):
            self.left_out = self.walk.depth
        if (handler := self._starts.get(name)) is not None:
            handler(attributes)
        elif name in self._signs and self.runs and self.runs[-1].depth + 1 == self.walk.depth:
            self._add(self._signs[name], -1, None)

    def _pass_over(self, name: str, attributes: dict[str, str]) -> None:
        """Count ids and fields even where the text is left out."""
        if name.endswith((" bookmarkStart", " fldChar")) and name in self._starts:
            self._starts[name](attributes)

    def _end(self, name: str) -> None:
        if self.left_out:
            if self.walk.depth == self.left_out:
                self.left_out = 0
            if self.left_out or name not in self._ends:
                return
        if (handler := self._ends.get(name)) is not None:
            handler()

    def _text(self, words: str) -> None:
        if self.instruction:
            self.fields[-1].instruction += words
        elif self.letters is not None and not self.left_out:
            self._add(words, self.walk.at, self.letters)

    def _add(self, words: str, at: int, letters: Letters | None) -> None:
        """Add letters to the innermost paragraph, unless no reader sees them."""
        is_unseen = any(not field.is_result for field in self.fields)
        if not self.paragraphs or is_unseen or (self.runs and self.runs[-1].is_hidden):
            return
        is_closed = (
            self.walk.is_cdata or any(self.controls) or any(not field.is_kept for field in self.fields)
        )
        end = at if at < 0 else self.walk.end_of(words, at)
        piece = Piece(words, at, end, letters, is_closed, bool(self.open_marks))
        self.paragraphs[-1][0].pieces.append(piece)

    def _start_body(self, attributes: dict[str, str]) -> None:
        self.body_depth = self.walk.depth

    def _end_body(self) -> None:
        self.story.body_end = self.story.body_end or self.walk.at

    def _start_sectPr(self, attributes: dict[str, str]) -> None:
        if self.walk.depth == self.body_depth + 1:
            self.story.body_end = self.walk.at

    def _start_p(self, attributes: dict[str, str]) -> None:
        kind = "cell" if self.kind == "paragraph" and self.tables else self.kind
        self.paragraphs.append((Paragraph(self.story.part, kind), self.walk.depth))

    def _end_p(self) -> None:
        paragraph, _ = self.paragraphs.pop()
        if self.paragraphs:
            self.paragraphs[-1][0].inside.append(paragraph)
        elif paragraph.anchor != BOOKMARK:
            self.story.paragraphs.append(paragraph)
            if self.note:
                self.story.notes.setdefault(self.note, []).append(paragraph)

    def _is_property(self) -> bool:
        """Say whether an element stands in the properties of the paragraph, now and not of old."""
        return bool(self.paragraphs) and self.walk.depth == self.paragraphs[-1][1] + 2

    def _start_pStyle(self, attributes: dict[str, str]) -> None:
        if self._is_property():
            style = self.styles.get(_value(attributes), Style())
            self._set_kind(style.level, is_list=style.is_list)

    def _start_outlineLvl(self, attributes: dict[str, str]) -> None:
        value = _value(attributes)
        if self._is_property() and value.isdecimal() and int(value) < 9:
            self._set_kind(int(value) + 1, is_list=False)

    def _start_numPr(self, attributes: dict[str, str]) -> None:
        if self._is_property():
            self._set_kind(0, is_list=True)

    def _set_kind(self, level: int, *, is_list: bool) -> None:
        paragraph = self.paragraphs[-1][0]
        if self.kind != "paragraph":
            return
        if level:
            paragraph.kind, paragraph.level = "heading", level
        elif is_list and paragraph.kind == "paragraph":
            paragraph.kind = "list-item"

    def _start_r(self, attributes: dict[str, str]) -> None:
        outer = self.runs[0] if self.runs else None
        run = Run(self.walk.at, self.walk.depth, self.story.part, outer)
        run.tag_end = tag_end(self.story.data, run.start)
        self.runs.append(run)

    def _end_r(self) -> None:
        run = self.runs.pop()
        at = self.walk.at
        # An element without content starts where it ends.
        run.end = run.tag_end if at == run.start else tag_end(self.story.data, at)

    def _start_rPr(self, attributes: dict[str, str]) -> None:
        if self.runs and self.walk.depth == self.runs[-1].depth + 1:
            self.runs[-1].properties = (self.walk.at, 0)

    def _end_rPr(self) -> None:
        if self.runs and self.walk.depth == self.runs[-1].depth + 1:
            run, at = self.runs[-1], self.walk.at
            run.properties = (run.properties[0], tag_end(self.story.data, at))

    def _start_vanish(self, attributes: dict[str, str]) -> None:
        if self.runs and self.walk.depth == self.runs[-1].depth + 2:
            self.runs[-1].is_hidden = _value(attributes) not in _NO

    def _start_t(self, attributes: dict[str, str]) -> None:
        if self.runs and self.walk.depth == self.runs[-1].depth + 1:
            run = self.runs[-1]
            self.letters = Letters(run, self.walk.at, self.story.data[slice(*run.properties)])

    def _end_t(self) -> None:
        self.letters = None

    def _start_fldChar(self, attributes: dict[str, str]) -> None:
        kind = _value(attributes, "fldCharType")
        if kind == "begin":
            self.fields.append(Field())
        elif kind == "separate" and self.fields:
            self.fields[-1].is_result = True
        elif kind == "end" and self.fields:
            self.fields.pop()

    def _start_fldSimple(self, attributes: dict[str, str]) -> None:
        self.fields.append(Field(_value(attributes, "instr"), is_result=True))

    def _end_fldSimple(self) -> None:
        if self.fields:
            self.fields.pop()

    def _start_instrText(self, attributes: dict[str, str]) -> None:
        self.instruction = bool(self.fields)

    def _end_instrText(self) -> None:
        self.instruction = False

    def _start_sdt(self, attributes: dict[str, str]) -> None:
        self.controls.append(False)

    def _end_sdt(self) -> None:
        self.controls.pop()

    def _close_control(self, attributes: dict[str, str]) -> None:
        if self.controls:
            self.controls[-1] = True

    # Word fills these controls in anew, from a list or from data.
    _start_dataBinding = _start_dropDownList = _start_comboBox = _start_date = _close_control

    def _start_lock(self, attributes: dict[str, str]) -> None:
        if _value(attributes) in ("contentLocked", "sdtContentLocked"):
            self._close_control(attributes)

    def _start_tbl(self, attributes: dict[str, str]) -> None:
        self.tables.append(False)

    def _end_tbl(self) -> None:
        if self.tables.pop():
            self.story.list_end = self.walk.at

    def _start_tr(self, attributes: dict[str, str]) -> None:
        self.rows.append((len(self.story.paragraphs), False))

    def _end_tr(self) -> None:
        count, is_ours = self.rows.pop()
        if is_ours:
            del self.story.paragraphs[count:]

    def _start_bookmarkStart(self, attributes: dict[str, str]) -> None:
        self._count_id(attributes)
        name = _value(attributes, "name")
        if not name.startswith(BOOKMARK) or self.left_out:
            return
        self.story.bookmarks.add(name)
        if self.rows:
            self.rows[-1] = (self.rows[-1][0], True)
            self.tables[-1:] = [True]
        elif self.paragraphs:
            self.paragraphs[-1][0].anchor = BOOKMARK

    def _start_comment(self, attributes: dict[str, str]) -> None:
        self._count_id(attributes)
        if _value(attributes, "author") == AUTHOR:
            self.story.bookmarks.add(_value(attributes, "id"))

    def _count_id(self, attributes: dict[str, str]) -> None:
        value = _value(attributes, "id")
        if value.isdecimal():
            self.story.highest_id = max(self.story.highest_id, int(value))

    def _start_commentRangeStart(self, attributes: dict[str, str]) -> None:
        if _value(attributes, "id") in self.ours:
            self.open_marks.add(_value(attributes, "id"))

    def _start_commentRangeEnd(self, attributes: dict[str, str]) -> None:
        self.open_marks.discard(_value(attributes, "id"))

    def _start_footnote(self, attributes: dict[str, str]) -> None:
        self.note = _value(attributes, "id")

    def _end_footnote(self) -> None:
        self.note = ""

    _start_endnote, _end_endnote = _start_footnote, _end_footnote

    def _start_footnoteReference(self, attributes: dict[str, str]) -> None:
        self._refer("footnotes", attributes)

    def _start_endnoteReference(self, attributes: dict[str, str]) -> None:
        self._refer("endnotes", attributes)

    def _refer(self, kind: str, attributes: dict[str, str]) -> None:
        if self.paragraphs and self.runs:
            place = self.paragraphs[-1][0], self.runs[0], bool(self.open_marks)
            self.story.references[kind, _value(attributes, "id")] = place


def _value(attributes: dict[str, str], name: str = "val") -> str:
    """Give an attribute by its local name; empty where it is missing."""
    for space in WORDS:
        if (value := attributes.get(f"{space} {name}")) is not None:
            return value
    return attributes.get(name, "")
