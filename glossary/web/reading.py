"""Lay an annotated text out for reading: pieces in order, and lists beside it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from glossary.annotate import Annotated
from glossary.mentions import Candidate, Mark, Piece, Resolution
from glossary.store.drafts import MAX_CONTEXT

# Words on either side: enough to recognise the field, too few to tell a story.
AROUND = 6
Kind = Literal["plain", "known", "named", "undecided", "unknown", "added"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """Hold a stretch of the text as it is shown."""

    text: str
    kind: Kind
    number: int = 0
    """Number of its line in the list beside; 0 for plain and added text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Hold one line of the lists: a form in one meaning, with its count."""

    number: int
    surface: str
    count: int
    resolution: Resolution | None
    """None for an unknown form."""
    context: str = ""
    """A few words around the first place of an unknown form, for whoever asks what it means."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Hold an annotated text ready to be shown."""

    segments: tuple[Segment, ...]
    lines: tuple[Line, ...]
    """In the order in which they first stand in the text."""

    def lines_of(self, *kinds: Kind) -> tuple[Line, ...]:
        """Give the lines of some kinds, in the order of the text."""
        return tuple(line for line in self.lines if kind_of(line.resolution) in kinds)


def read(annotated: Annotated) -> Reading:
    """Lay out text, mentions, insertions and unknown forms."""
    pieces: list[tuple[Piece, Resolution | None]] = [
        *((resolution.mention, resolution) for resolution in annotated.mentions),
        *((piece, None) for piece in annotated.unknown),
    ]
    pieces.sort(key=lambda pair: pair[0].start)
    lines = _lines(pieces, annotated.document.text)
    numbers = {_identity(line.surface, line.resolution): line.number for line in lines}
    segments = _segments(annotated.document.text, pieces, annotated.marks, numbers)
    return Reading(segments=tuple(segments), lines=lines)


def kind_of(resolution: Resolution | None) -> Kind:
    """Say how a piece is shown."""
    if resolution is None:
        return "unknown"
    return "known" if resolution.decision == "resolved" else resolution.decision


def reasons(candidate: Candidate) -> list[str]:
    """Give what speaks for a meaning, strongest first, as French sentences."""
    speaking = sorted(candidate.evidence, key=lambda evidence: -abs(evidence.weight))
    return [evidence.reason for evidence in speaking if evidence.reason]


def _identity(surface: str, resolution: Resolution | None) -> tuple[str, str, str]:
    if resolution is None:
        return surface, "", ""
    return resolution.mention.key, resolution.term or "", resolution.full_form or ""


def _lines(pieces: Sequence[tuple[Piece, Resolution | None]], text: str) -> tuple[Line, ...]:
    groups: dict[tuple[str, str, str], list[tuple[Piece, Resolution | None]]] = {}
    for piece, resolution in pieces:
        groups.setdefault(_identity(piece.surface, resolution), []).append((piece, resolution))
    return tuple(
        Line(
            number=number,
            surface=group[0][0].surface,
            count=len(group),
            resolution=group[0][1],
            context="" if group[0][1] else words_around(text, group[0][0]),
        )
        for number, group in enumerate(groups.values(), start=1)
    )


def words_around(text: str, piece: Piece) -> str:
    """Give a few whole words before and after a piece, from its own line.

    >>> words_around("Vu.\\nLa note du ZQRT est parue", Piece(start=15, end=19, surface="ZQRT"))
    'La note du ZQRT est parue'
    """
    before = text[: piece.start].rpartition("\n")[2].split(" ")[-AROUND - 1 :]
    after = text[piece.end :].partition("\n")[0].split(" ")[: AROUND + 1]
    return " ".join(f"{' '.join(before)}{piece.surface}{' '.join(after)}".split())[:MAX_CONTEXT].strip()


def _segments(
    text: str,
    pieces: Sequence[tuple[Piece, Resolution | None]],
    marks: Sequence[Mark],
    numbers: dict[tuple[str, str, str], int],
) -> Iterator[Segment]:
    before = {mark.start: mark.before for mark in marks if mark.before}
    after = {mark.end: mark.insertion for mark in marks if mark.insertion}
    place = 0
    for piece, resolution in pieces:
        if piece.start > place:
            yield Segment(text=text[place : piece.start], kind="plain")
        if piece.start in before:
            yield Segment(text=before[piece.start], kind="added")
        number = numbers[_identity(piece.surface, resolution)]
        yield Segment(text=text[piece.start : piece.end], kind=kind_of(resolution), number=number)
        place = piece.end
        if place in after:
            yield Segment(text=after[place], kind="added")
    if place < len(text):
        yield Segment(text=text[place:], kind="plain")
