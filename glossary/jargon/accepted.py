"""Read which forms a project accepts, and which places an author sets apart."""

from bisect import bisect_right
from collections.abc import Iterable

from glossary.documents.instructions import find_instructions
from glossary.documents.places import Places
from glossary.documents.types import Document
from glossary.errors import InvalidFile, Problem
from glossary.jargon.explained import sigle_key
from glossary.text import Span

IGNORE = frozenset(["ignorer", "ignore"])

# Longer lines are no form but another kind of file.
MAX_FORM = 60
MAX_SIZE = 1_000_000


def read_accepted(data: bytes) -> frozenset[str]:
    """Read a list of accepted forms: one a line, `#` starts a remark.

    Raises InvalidFile with every line that is no form.
    """
    try:
        lines = data[:MAX_SIZE].decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise InvalidFile("the list of accepted forms is not UTF-8; save it as UTF-8") from error
    problems, forms = [], []
    for number, line in enumerate(lines, start=1):
        form = line.split("#", 1)[0].strip()
        if len(form) > MAX_FORM or (form and not sigle_key(form)):
            problems.append(Problem(f"line {number}", "expected one form a line, such as CSE", form))
        elif form:
            forms.append(form)
    if problems:
        raise InvalidFile(problems)
    return accepted_keys(forms)


def accepted_keys(forms: Iterable[str]) -> frozenset[str]:
    """Fold accepted forms, so that case, dots and plural do not matter."""
    return frozenset(filter(None, map(sigle_key, forms)))


class Exceptions:
    """Hold what a document's own comments set apart.

    `<!-- en-clair: ignorer -->` stands for the block in which it stands, or
    the next one where it stands alone; `ignorer CSE, in-title` for a sigle or
    a rule in the whole document.
    """

    def __init__(self, document: Document, places: Places) -> None:
        """Read the comments of a document."""
        self._spans: list[Span] = []
        names: set[str] = set()
        starts = [block.start for block in document.blocks]
        for at, words in find_instructions(document):
            if not words or words[0].lower() not in IGNORE:
                continue
            if len(words) > 1:
                names.update(words[1:])
                continue
            block = places.block_at(at)
            if block is None or _stands_alone(document.text[block.start : block.end]):
                number = bisect_right(starts, at)
                block = document.blocks[number] if number < len(document.blocks) else None
            if block is not None:
                self._spans.append(Span(block.start, block.end))
        self.rules = frozenset(name for name in names if name.islower())
        self.sigles = accepted_keys(name for name in names if not name.islower())

    def hold(self, position: int) -> bool:
        """Say whether a place is set apart."""
        return any(span.start <= position < span.end for span in self._spans)


def _stands_alone(block: str) -> bool:
    return block.startswith("<!--") and block.rstrip().endswith("-->") and "\n" not in block.strip()
