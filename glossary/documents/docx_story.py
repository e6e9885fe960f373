"""Hold what is known of the parts of a Word document once they are read."""

from dataclasses import dataclass, field

from glossary.documents.docx_parts import WORDS, Parts, Style
from glossary.documents.package import Package
from glossary.documents.paragraphs import Gathered, Paragraph


@dataclass(slots=True, eq=False)
class Run:
    """Hold one run: a stretch of letters with one formatting."""

    start: int
    depth: int
    part: str
    outer: "Run | None" = None
    """The run in which its text box is anchored."""
    tag_end: int = 0
    properties: tuple[int, int] = (0, 0)
    """Place of its formatting, in bytes; empty where it has none."""
    end: int = 0
    is_hidden: bool = False


@dataclass(slots=True, eq=False)
class Letters:
    """Hold one text element of a run."""

    run: Run
    start: int
    format: bytes


@dataclass(slots=True)
class Field:
    """Hold a field while it is read: its instruction, then its result."""

    instruction: str = ""
    is_result: bool = False

    @property
    def is_kept(self) -> bool:
        """Say whether its result stays: Word computes all others anew, but links."""
        return self.instruction.split()[:1] in ([], ["HYPERLINK"])


@dataclass(slots=True)
class Story:
    """Hold what one part told."""

    part: str
    data: bytes
    prefixes: dict[str, set[str]] = field(default_factory=dict)
    words: str = WORDS[0]
    """Namespace of its vocabulary."""
    paragraphs: list[Paragraph] = field(default_factory=list)
    notes: dict[str, list[Paragraph]] = field(default_factory=dict)
    """Paragraphs of each foot- or endnote, by its id."""
    references: dict[tuple[str, str], tuple[Paragraph, Run, bool]] = field(default_factory=dict)
    """Where each note is referred to, by kind and id, and whether a comment of ours stands there."""
    bookmarks: set[str] = field(default_factory=set)
    """Names of our bookmarks."""
    highest_id: int = 0
    """Highest id of a bookmark or comment."""
    body_end: int = 0
    """Where a paragraph may be added at the end."""
    list_end: int = -1
    """Where a row may be added to our list; -1 where there is none."""


@dataclass(slots=True)
class DocxSource:
    """Hold what writing back needs."""

    package: Package
    parts: Parts
    styles: dict[str, Style] = field(default_factory=dict)
    ours: frozenset[str] = frozenset()
    """Ids of the comments that we wrote."""
    stories: dict[str, Story] = field(default_factory=dict)
    """What each part told, by its name."""
    gathered: Gathered = field(default_factory=lambda: Gathered(()))
