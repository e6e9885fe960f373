"""Read the parts of an ODT document into paragraphs, with the places of their bytes.

Names and white space follow OpenDocument 1.3, part 3 (6.1.2: white space is
collapsed, `text:s` stands for what must stay).
"""

import re
from dataclasses import dataclass, field

from glossary.documents.officemarks import BOOKMARK
from glossary.documents.paragraphs import Paragraph, Piece
from glossary.documents.types import BlockKind
from glossary.documents.xmlparts import Walk, tag_end

_ODF = "urn:oasis:names:tc:opendocument:xmlns"
TEXT, OFFICE, TABLE = f"{_ODF}:text:1.0", f"{_ODF}:office:1.0", f"{_ODF}:table:1.0"
STYLE, DRAW, FORMAT = f"{_ODF}:style:1.0", f"{_ODF}:drawing:1.0", f"{_ODF}:xsl-fo-compatible:1.0"
DUBLIN = "http://purl.org/dc/elements/1.1/"

# Names by which what we wrote is known again.
ANNOTATION = "en-clair-"
SECTION = "EnClairSigles"
# What stands around and inside the words of a paragraph; anything else in one is a field.
_PLAIN = frozenset(
    [
        *("p", "h", "span", "a", "meta", "ruby", "ruby-base", "note", "note-body", "section"),
        *("list", "list-item", "list-header", "numbered-paragraph"),
        *("s", "tab", "line-break", "soft-page-break"),
    ]
)
_INDEXES = frozenset(
    [
        *("table-of-content", "alphabetical-index", "bibliography"),
        *("illustration-index", "table-index", "object-index", "user-index"),
    ]
)
_LEFT_OUT = frozenset(
    [f"{TEXT} {name}" for name in ("tracked-changes", "note-citation", "ruby-text", "script")]
    + [f"{OFFICE} {name}" for name in ("annotation", "forms", "scripts", "event-listeners")]
    + [f"{_ODF}:svg-compatible:1.0 {name}" for name in ("title", "desc")]
)
_WHICH = ("", "-left", "-first")
_SIDES: dict[str, BlockKind] = {
    **{f"{STYLE} header{which}": "header" for which in _WHICH},
    **{f"{STYLE} footer{which}": "footer" for which in _WHICH},
}
_SPACES = re.compile(r"[ \t\r\n]+")
# `text:c` counts spaces; nobody writes more, and a bomb would.
_MAX_SPACES = 200


@dataclass(frozen=True, slots=True)
class Letters:
    """Hold the formatting of a stretch of letters."""

    format: tuple[str, ...]
    """Names of the styles around it, outermost first."""


@dataclass(slots=True)
class Box:
    """Hold a drawing with text that is anchored in a paragraph."""

    start: int
    depth: int
    end: int = 0


@dataclass(slots=True)
class Frame:
    """Hold what an open element says of the words inside."""

    kind: BlockKind = "paragraph"
    letters: Letters = Letters(())
    is_closed: bool = False
    is_text: bool = False
    """Whether paragraphs in it belong to the document."""


@dataclass(slots=True)
class Story:
    """Hold what one part told."""

    part: str
    data: bytes
    prefixes: dict[str, set[str]] = field(default_factory=dict)
    paragraphs: list[Paragraph] = field(default_factory=list)
    hidden: set[str] = field(default_factory=set)
    """Names of the styles that hide their words."""
    styles: set[str] = field(default_factory=set)
    """Names of all styles that the part defines."""
    names: set[str] = field(default_factory=set)
    """Names of our bookmarks and annotations."""
    has_text: bool = False
    text_end: int = -1
    """Where the text of the document ends."""
    list_end: int = -1
    """Where a row may be added to our list; -1 where there is none."""
    styles_at: tuple[int, int] = (-1, -1)
    """Place of the end of the automatic styles; of `/>` where there are none."""


class Reading:
    """Walk one part once."""

    def __init__(self, part: str, data: bytes, *, hidden: set[str] | None = None) -> None:
        """Take a part; `hidden` names styles that hide their words, of other parts."""
        self.story = Story(part, data, hidden=set(hidden or ()))
        self.walk = Walk(part, data)
        self.frames = [Frame()]
        self.paragraphs: list[Paragraph] = []
        self.left_out = 0
        self.is_list = False
        self.style = ""
        self.styles_start = 0
        self.open_marks: set[str] = set()
        self.box: Box | None = None

    def read(self) -> Story:
        """Read the part whole."""
        self.walk.run(self._start, self._end, self._text)
        self.story.prefixes = self.walk.prefixes
        return self.story

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, local = name.partition(" ")
        self._note_names(space, local, attributes)
        if self.left_out:
            return
        parent = self.frames[-1]
        frame = Frame(parent.kind, parent.letters, parent.is_closed, parent.is_text)
        self.frames.append(frame)
        if name in _LEFT_OUT or self._is_hidden(space, local, attributes):
            self.left_out = self.walk.depth
        elif space == TEXT:
            self._start_text(local, attributes, frame)
        elif space == DRAW and self.box is None and self.paragraphs:
            self.box = Box(self.walk.at, self.walk.depth)
        elif space == TABLE and local == "table-cell" and frame.kind == "paragraph":
            frame.kind = "cell"
        elif space == OFFICE and local == "text":
            frame.is_text = self.story.has_text = True
        elif name in _SIDES:
            frame.kind, frame.is_text = _SIDES[name], True
        elif space in (STYLE, OFFICE):
            self._start_style(space, local, attributes)

    def _is_hidden(self, space: str, local: str, attributes: dict[str, str]) -> bool:
        """Say whether an element hides its words, or is our own list."""
        if space != TEXT:
            return False
        if local == "section":
            name = attributes.get(f"{TEXT} name")
            self.is_list = self.is_list or name == SECTION
            return name == SECTION or attributes.get(f"{TEXT} display") == "none"
        return attributes.get(f"{TEXT} style-name") in self.story.hidden and local in ("span", "p", "h")

    def _start_text(self, local: str, attributes: dict[str, str], frame: Frame) -> None:
        if local in ("p", "h"):
            self._start_paragraph(local, attributes, frame)
        elif local == "list-item" and frame.kind == "paragraph":
            frame.kind = "list-item"
        elif local == "note-body" and frame.kind in ("paragraph", "cell", "list-item"):
            frame.kind = "note"
        elif local in _INDEXES:
            frame.is_closed = True
        elif local == "span":
            style = attributes.get(f"{TEXT} style-name", "")
            frame.letters = Letters((*frame.letters.format, style))
        elif self.paragraphs and local in ("s", "tab", "line-break"):
            self._start_sign(local, attributes, frame)
        elif self.paragraphs and local not in _PLAIN:
            frame.is_closed = True

    def _start_paragraph(self, local: str, attributes: dict[str, str], frame: Frame) -> None:
        level = attributes.get(f"{TEXT} outline-level", "1")
        is_heading = local == "h" and frame.kind in ("paragraph", "cell", "list-item")
        paragraph = Paragraph(self.story.part, "heading" if is_heading else frame.kind)
        paragraph.level = int(level) if is_heading and level.isdecimal() else 0
        paragraph.anchor = self.box
        frame.letters = Letters((attributes.get(f"{TEXT} style-name", ""),))
        self.paragraphs.append(paragraph)

    def _start_sign(self, local: str, attributes: dict[str, str], frame: Frame) -> None:
        count = attributes.get(f"{TEXT} c", "1")
        spaces = min(int(count), _MAX_SPACES) if count.isdecimal() else 1
        words = {"s": " " * spaces, "tab": "\t"}.get(local, "\n")
        self._add(words, -1, -1, frame)

    def _start_style(self, space: str, local: str, attributes: dict[str, str]) -> None:
        if local == "style":
            self.style = attributes.get(f"{STYLE} name", "")
            self.story.styles.add(self.style)
        elif local == "text-properties" and attributes.get(f"{TEXT} display") == "none":
            self.story.hidden.add(self.style)
        elif space == OFFICE and local == "automatic-styles":
            self.styles_start = self.walk.at

    def _note_names(self, space: str, local: str, attributes: dict[str, str]) -> None:
        """Remember the names of what we wrote, and where our annotations reach."""
        if space == OFFICE and local in ("annotation", "annotation-end"):
            name = attributes.get(f"{OFFICE} name", "")
            if name.startswith(ANNOTATION):
                self.story.names.add(name)
                (self.open_marks.add if local == "annotation" else self.open_marks.discard)(name)
        elif space == TEXT and local.startswith("bookmark"):
            name = attributes.get(f"{TEXT} name", "")
            if name.startswith(BOOKMARK):
                self.story.names.add(name)

    def _end(self, name: str) -> None:
        space, _, local = name.partition(" ")
        if self.is_list and name == f"{TABLE} table":
            self.story.list_end = self.walk.at
        if self.left_out:
            if self.walk.depth != self.left_out:
                return
            self.left_out = 0
            self.is_list = False
            self.frames.pop()
            return
        frame = self.frames.pop()
        if self.box is not None and self.box.depth == self.walk.depth:
            self.box.end = self._behind_end()
            self.box = None
        elif space == TEXT and local in ("p", "h"):
            self._end_paragraph(frame)
        elif name == f"{OFFICE} text":
            self.story.text_end = self.walk.at
        elif name == f"{OFFICE} automatic-styles":
            at = self.walk.at
            end = self._behind_end()
            # An element without content starts where it ends.
            self.story.styles_at = (end - 2, end) if at == self.styles_start else (at, at)

    def _behind_end(self) -> int:
        """Give the place behind the end of the element that ends."""
        return tag_end(self.story.data, self.walk.at)

    def _end_paragraph(self, frame: Frame) -> None:
        paragraph = self.paragraphs.pop()
        if self.paragraphs:
            self.paragraphs[-1].inside.append(paragraph)
            return
        # An annotation of ours that lost its end reaches no further.
        self.open_marks.clear()
        if frame.is_text:
            self.story.paragraphs.append(paragraph)

    def _text(self, words: str) -> None:
        if self.left_out or not self.paragraphs:
            return
        frame, at = self.frames[-1], self.walk.at
        if self.walk.is_cdata or self.story.data[at : at + 1] == b"&":
            self._add(words, at, self.walk.end_of(words, at), frame)
            return
        done = 0
        place = at
        for match in _SPACES.finditer(words):
            place = self._add_words(words[done : match.start()], place, frame)
            end = self.walk.end_of(match.group(), place)
            if not self._ends_in_space():
                self._add(" ", place, end, frame)
            done, place = match.end(), end
        self._add_words(words[done:], place, frame)

    def _add_words(self, words: str, at: int, frame: Frame) -> int:
        """Add words without spaces to collapse; give where they end."""
        end = at + len(words.encode("utf-8"))
        if words:
            self._add(words, at, end, frame)
        return end

    def _ends_in_space(self) -> bool:
        """Say whether more white space would show nothing: at the start, and after a space."""
        pieces = self.paragraphs[-1].pieces
        return not pieces or (pieces[-1].words == " " and pieces[-1].at >= 0)

    def _add(self, words: str, at: int, end: int, frame: Frame) -> None:
        is_closed = frame.is_closed or self.walk.is_cdata
        piece = Piece(words, at, end, frame.letters, is_closed, bool(self.open_marks))
        self.paragraphs[-1].pieces.append(piece)
