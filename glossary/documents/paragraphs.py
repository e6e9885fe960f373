"""Gather the paragraphs of a package's parts into one text with its places."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from glossary.documents.types import Block, BlockKind, merged
from glossary.text import Span


class Place(NamedTuple):
    """Hold a place in the bytes of a part."""

    part: str
    at: int


class Piece(NamedTuple):
    """Hold a stretch of text that stands in one run of bytes."""

    words: str
    at: int
    """Where it starts in its part, in bytes; -1 for a sign that an element stands for."""
    end: int
    """Where it ends."""
    holder: object
    """What the format needs to know of the run it stands in."""
    is_closed: bool = False
    """Whether nothing is recognised in it."""
    is_marked: bool = False
    """Whether a mark of ours stands there already."""

    def length_of(self, signs: int) -> int:
        """Count the bytes of its first signs."""
        return len(self.words[:signs].encode("utf-8"))

    @property
    def is_whole(self) -> bool:
        """Say whether it cannot be cut: `&amp;` is one sign of text, and so is a line end."""
        return self.end - self.at != self.length_of(len(self.words))


@dataclass(slots=True)
class Paragraph:
    """Hold one paragraph while it is read, and what is anchored in it."""

    part: str
    kind: BlockKind = "paragraph"
    level: int = 0
    pieces: list[Piece] = field(default_factory=list)
    inside: list["Paragraph"] = field(default_factory=list)
    """Paragraphs of text boxes and notes anchored in it; they follow it in the text."""
    anchor: object = None
    """Where a comment on it may stand, if not at the words themselves."""

    @property
    def text(self) -> str:
        """Give its text."""
        return "".join(piece.words for piece in self.pieces)

    def flat(self) -> Iterator["Paragraph"]:
        """Yield it, then what is anchored in it."""
        yield self
        for paragraph in self.inside:
            yield from paragraph.flat()


class Gathered:
    """Hold the text of a document and lead from its places to those of the parts."""

    def __init__(self, paragraphs: Iterable[Paragraph]) -> None:
        """Set the paragraphs one after the other, parted by blank lines."""
        self.blocks: list[Block] = []
        self._starts: list[int] = []
        self._pieces: list[Piece] = []
        self._paragraphs: list[Paragraph] = []
        words: list[str] = []
        length = 0
        for paragraph in paragraphs:
            text = paragraph.text
            if not text.strip():
                continue
            start = length + len(text) - len(text.lstrip())
            end = length + len(text.rstrip())
            self.blocks.append(Block(start=start, end=end, kind=paragraph.kind, level=paragraph.level))
            for piece in paragraph.pieces:
                self._starts.append(length)
                self._pieces.append(piece)
                self._paragraphs.append(paragraph)
                words.append(piece.words)
                length += len(piece.words)
            words.append("\n\n")
            length += 2
        self.text = "".join(words)

    def spans(self, claim: str) -> tuple[Span, ...]:
        """Give where pieces are `is_closed` or `is_marked`, sorted and disjoint."""
        return merged(
            [
                Span(start, start + len(piece.words))
                for start, piece in zip(self._starts, self._pieces, strict=True)
                if getattr(piece, claim)
            ]
        )

    def formats(self, key: str) -> Iterator[tuple[int, object]]:
        """Yield where each piece starts with what its holder says under a name."""
        for start, piece in zip(self._starts, self._pieces, strict=True):
            yield start, getattr(piece.holder, key, None)

    def before(self, offset: int) -> Place:
        """Give the place where the sign at an offset starts."""
        number = bisect_right(self._starts, offset) - 1
        within = offset - self._starts[number]
        while self._pieces[number].at < 0 and number + 1 < len(self._pieces):
            number, within = number + 1, 0
        piece = self._pieces[number]
        return self._place(number, piece.at if piece.is_whole else piece.at + piece.length_of(within))

    def behind(self, offset: int) -> Place:
        """Give the place where the sign before an offset ends."""
        number = bisect_right(self._starts, offset - 1) - 1
        within = offset - self._starts[number]
        while self._pieces[number].at < 0 and number > 0:
            number -= 1
            within = len(self._pieces[number].words)
        piece = self._pieces[number]
        return self._place(number, piece.end if piece.is_whole else piece.at + piece.length_of(within))

    def piece_at(self, offset: int) -> tuple[Piece, Paragraph]:
        """Give the piece that holds the sign at an offset, and its paragraph."""
        number = bisect_right(self._starts, offset) - 1
        return self._pieces[number], self._paragraphs[number]

    def _place(self, number: int, at: int) -> Place:
        return Place(self._paragraphs[number].part, at)
