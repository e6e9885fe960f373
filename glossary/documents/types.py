"""Say what a document is once read: one text, its blocks and its closed places."""

from dataclasses import dataclass
from typing import Literal, get_args

from glossary.text import Span

BlockKind = Literal[
    "paragraph", "heading", "list-item", "cell", "note", "header", "footer", "code", "front-matter"
]
BLOCK_KINDS: tuple[str, ...] = get_args(BlockKind)

Style = Literal["expand", "abbr", "list", "none"]
STYLES: tuple[str, ...] = get_args(Style)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Hold one block of a document: a paragraph, a heading, a cell…"""

    start: int
    end: int
    """Half-open place in the document's text, in code points."""
    kind: BlockKind
    level: int = 0
    """Depth of a heading, 1 for the highest; 0 for anything else."""
    page: int = 0
    """Number of its page, from 1; 0 where the format has no pages."""
    lang: str = ""
    """Language tag where the document names one; empty where it does not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """Hold a document as the pipeline sees it."""

    text: str
    """The whole text, in which every offset counts. For text and Markdown the file's own."""
    format: str
    """Name of the format it was read from: `text`, `markdown`, `html`, `docx`, `odt`, `pdf`."""
    blocks: tuple[Block, ...] = ()
    """In text order, never overlapping."""
    opaque: tuple[Span, ...] = ()
    """Where nothing is recognised: sorted, disjoint."""
    source: object = None
    """What the format needs to write the document back; nobody else looks inside."""
    notes: tuple[str, ...] = ()
    """French sentences for the user: the encoding found, what was left out."""


def merged(spans: list[Span]) -> tuple[Span, ...]:
    """Sort spans and join those that touch, so that they are disjoint."""
    found: list[Span] = []
    for span in sorted(span for span in spans if span.end > span.start):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(span.end, found[-1].end))
        else:
            found.append(span)
    return tuple(found)
