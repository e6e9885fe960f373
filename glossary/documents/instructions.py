"""Read what an author tells us in comments: `<!-- en-clair: ignorer -->`.

Comments exist in Markdown and HTML; in plain text the same words count too.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple, cast

from glossary.documents.html import HtmlSource
from glossary.documents.html_reading import Page
from glossary.documents.types import Document

_COMMENT = re.compile(r"<!--[ \t\n]{0,9}en-clair[ \t]{0,9}:[ \t]{0,9}([^<>\n]{1,300}?)[ \t\n]{0,9}-->")

# Enough to see a tag; without a limit a long page would be read once a block.
_LOOK = 200


class Instruction(NamedTuple):
    """Hold one comment addressed to us."""

    at: int
    """Where it stands: an offset in the document's text; in HTML that of the text that follows."""
    words: tuple[str, ...]
    """What it says, cut at spaces and commas."""


def find_instructions(document: Document) -> Iterator[Instruction]:
    """Yield the comments addressed to us, in order."""
    if document.format == "html":
        yield from _in_page(document)
    elif document.format in ("markdown", "text"):
        for match in _COMMENT.finditer(document.text):
            yield Instruction(match.start(), _words(match[1]))


def _in_page(document: Document) -> Iterator[Instruction]:
    page = cast(HtmlSource, document.source).page
    number = 0
    for match in _COMMENT.finditer(page.source):
        # A comment right behind the text of a block belongs to that block.
        while number < len(page.blocks) and _has_more(page, number, match.start()):
            number += 1
        at = page.blocks[number].start if number < len(page.blocks) else len(page.text)
        yield Instruction(at, _words(match[1]))


def _has_more(page: Page, number: int, stop: int) -> bool:
    """Say whether more than space stands between the text of a block and a place in the source."""
    end = page.places.end_of(page.blocks[number].end)
    return bool(page.source[end : min(stop, end + _LOOK)].strip())


def _words(said: str) -> tuple[str, ...]:
    return tuple(said.replace(",", " ").split())
