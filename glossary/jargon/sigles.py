"""Gather the sigles of a document: where each stands, and how it is explained."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from glossary.annotate import Annotated
from glossary.definitions.shorts import bare, is_sigle
from glossary.documents.places import Places
from glossary.documents.types import Block, Document
from glossary.jargon.common import is_common
from glossary.jargon.explained import find_explanations, sigle_key
from glossary.jargon.types import Explanation
from glossary.keys import key
from glossary.lexicon import Lexicon
from glossary.mentions import Mention, Piece, Resolution
from glossary.text import Span

_ASIDE = frozenset(["heading", "header", "footer", "contents"])
_MAX_HEADING = 200
# Around the words of a heading in a table of contents: its number and that of the page.
_NUMBERS = re.compile(r"^[\W\d]+|[\W\d]+$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """Hold one place where a sigle stands in running text or a heading."""

    piece: Piece
    resolution: Resolution | None
    """None for a form that nobody knows."""
    block: Block | None
    is_inside: bool
    """Whether it stands inside the long form of another sigle."""
    explanation: Explanation | None
    """The explanation that is given at this very place."""

    kind: str
    """The kind of its block; `contents` for a line of a table of contents."""

    @property
    def is_running(self) -> bool:
        """Say whether a reader meets it in the text itself, not in a title or an explanation."""
        return self.kind not in _ASIDE and not self.is_inside


@dataclass(frozen=True, slots=True, kw_only=True)
class Sigle:
    """Hold one sigle of a document with all its places."""

    key: str
    uses: tuple[Use, ...]
    """Every place in text order, lists of sigles left out; at least one."""
    explanations: tuple[Explanation, ...]
    """In text order, wherever they stand."""
    is_known: bool
    """Whether everybody knows it, or the project accepts it."""

    @property
    def surface(self) -> str:
        """Give the sigle as first written."""
        return self.uses[0].piece.surface

    @property
    def running(self) -> tuple[Use, ...]:
        """Give the uses in running text, in order."""
        return tuple(use for use in self.uses if use.is_running)

    @property
    def in_text(self) -> tuple[Explanation, ...]:
        """Give the explanations that stand in running text, in order."""
        return tuple(given for given in self.explanations if given.kind == "text")

    def is_explained_before(self, position: int) -> bool:
        """Say whether a reader knows it by a place; a list or the page's markup counts everywhere."""
        return any(given.kind != "text" or given.short.start <= position for given in self.explanations)


def gather(annotated: Annotated, lexicon: Lexicon, places: Places, *, accepted: Iterable[str]) -> list[Sigle]:
    """Gather the sigles of a document, in the order in which they first stand there."""
    explanations = find_explanations(annotated, lexicon)
    accepted = frozenset(accepted)
    by_key: dict[str, list[Use]] = {}
    kinds = _Kinds(annotated.document)
    for use in _uses(annotated, places, explanations, kinds):
        by_key.setdefault(_key(use), []).append(use)
    given: dict[str, list[Explanation]] = {}
    for explanation in explanations:
        given.setdefault(explanation.key, []).append(explanation)
    return [
        Sigle(
            key=key,
            uses=tuple(uses),
            explanations=tuple(given.get(key, ())),
            is_known=key in accepted or all(_is_common(use) for use in uses),
        )
        for key, uses in by_key.items()
    ]


class _Kinds:
    """Name the kinds of a document's blocks; what repeats a heading is a table of contents."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self._headings = {self._words(block) for block in document.blocks if block.kind == "heading"} - {""}

    def of(self, block: Block | None) -> str:
        if block is None:
            return "paragraph"
        is_heading = block.kind in _ASIDE
        return "contents" if not is_heading and self._words(block) in self._headings else block.kind

    def _words(self, block: Block) -> str:
        # Longer blocks are no headings.
        if block.end - block.start > _MAX_HEADING:
            return ""
        return key(_NUMBERS.sub("", self._text[block.start : block.end]))


def _uses(
    annotated: Annotated, places: Places, explanations: Sequence[Explanation], kinds: _Kinds
) -> Iterator[Use]:
    """Yield every place of a sigle in order, but for those in lists of sigles and on closed places."""
    by_start = {given.short.start: given for given in explanations}
    longs = sorted(Span(given.long.start, given.long.end) for given in explanations if given.kind != "markup")
    for piece, resolution in _pieces(annotated):
        explanation = by_start.get(piece.start)
        if explanation is not None and explanation.kind != "text":
            continue
        block = places.block_at(piece.start)
        yield Use(
            piece=piece,
            resolution=resolution,
            block=block,
            kind=kinds.of(block),
            is_inside=explanation is None and _is_inside(piece, longs),
            explanation=explanation,
        )


def _pieces(annotated: Annotated) -> list[tuple[Piece, Resolution | None]]:
    known: list[tuple[Piece, Resolution | None]] = [
        (found.mention, found) for found in annotated.mentions if _is_written_as_sigle(found)
    ]
    unknown: list[tuple[Piece, Resolution | None]] = [(piece, None) for piece in annotated.unknown]
    return sorted(known + unknown, key=lambda pair: pair[0].start)


def _is_written_as_sigle(resolution: Resolution) -> bool:
    """Say whether a mention is a sigle on paper; `expé` and «allocation chômage» are not."""
    mention = resolution.mention
    if mention.kind != "acronym" or resolution.decision == "named":
        return False
    words = mention.surface.split()
    is_spoken = len(words) == 1 and words[0][0].isupper()
    return is_spoken or any(is_sigle(bare(word)) for word in words)


def _is_inside(piece: Piece, longs: Sequence[Span]) -> bool:
    number = bisect_right(longs, Span(piece.start, len(longs) and longs[-1].end + 1)) - 1
    return number >= 0 and longs[number].start <= piece.start and piece.end <= longs[number].end


def _key(use: Use) -> str:
    """Give the sigle that a use counts for: «CSE central» is a use of CSE."""
    words = use.piece.surface.split()
    if len(words) > 1 and any(len(word) > 3 and word.islower() for word in words):
        return sigle_key(words[0])
    if isinstance(use.piece, Mention) and not use.piece.terms:
        return sigle_key(use.piece.surface)
    return use.piece.key if isinstance(use.piece, Mention) else sigle_key(use.piece.surface)


def _is_common(use: Use) -> bool:
    term = use.resolution.term if use.resolution else None
    return is_common(sigle_key(use.piece.surface), term or "")
