"""Hold what a text yields on its way: mentions, definitions, meanings, marks.

Values only. Offsets are half-open, in code points of the text they were found
in, and `text[start:end] == surface` always.
"""

from dataclasses import dataclass
from typing import Literal

Decision = Literal["resolved", "undecided", "named"]
MentionKind = Literal["acronym", "name", "term", "full"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Hold a stretch of a text with what it says."""

    start: int
    end: int
    surface: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention(Piece):
    """Hold a place where a known form stands."""

    key: str
    """The folded form in one run, as `keys.compact` gives it: equal for every way to write one form."""
    kind: MentionKind
    """`full` for a full form, else the kind of its terms; `acronym` wins in a mix."""
    terms: tuple[str, ...]
    """Ids of every term that the form may mean, sorted; at least one, unless only the document defines it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalDefinition:
    """Hold a definition that the document itself gives."""

    short: Piece
    long: Piece


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Hold one reason for or against a meaning."""

    kind: str
    """Name of the rule: `only-meaning`, `document-definition`, `context`, `agreement`…"""
    weight: float
    """What it adds to the score, in log-odds; negative speaks against."""
    words: tuple[str, ...] = ()
    """The words of the text it rests on."""
    reason: str = ""
    """The same in French, for a reader."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Hold one possible meaning with its reasons."""

    term: str
    """Id of the term; empty for a meaning that only the document gives."""
    full_form: str
    score: float
    """Probability of this meaning among the candidates, 0 to 1."""
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """Hold what a mention was taken to mean, or that nobody can say."""

    mention: Mention
    decision: Decision
    term: str | None = None
    """Id of the chosen term; None when undecided or known to the document only."""
    full_form: str | None = None
    """None when undecided, and for a name or jargon term."""
    definition: str | None = None
    origin: str = "glossary"
    """`glossary`, `document`, or `collection:` and the name of a list below the glossary."""
    confidence: float = 0.0
    """Probability that the choice is right, 0 to 1."""
    candidates: tuple[Candidate, ...] = ()
    """Every candidate, best first."""
    defined_at: LocalDefinition | None = None
    """Where the document gives the meaning; None when it does not."""
    note: str = ""
    """A remark for display: «devenu CSE en 2020», a sigle inside unfolded; empty where none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Hold one annotation to be written into a document at a place of its text."""

    start: int
    end: int
    surface: str
    before: str = ""
    """Text to stand right before `start`: `Comité… (`; empty unless the long form comes first."""
    insertion: str
    """Text to stand right after `end` in style expand, with its space: ` (Comité…)`; empty to insert none."""
    resolution: Resolution
