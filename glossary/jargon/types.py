"""Hold what the jargon report is made of: rules, findings, figures."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from glossary.documents.places import Place
from glossary.documents.types import Document
from glossary.mentions import Piece

Severity = Literal["error", "warning", "note"]
ExplanationKind = Literal["text", "list", "markup"]
SEVERITIES: tuple[str, ...] = get_args(Severity)
"""Worst first."""

# More new sigles in one paragraph than a reader keeps in mind while reading on.
MAX_NEW = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """Hold a sentence in both languages; `{sigle}` and other names stand for values."""

    french: str
    english: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """Hold a text that a rule flags, or one that it leaves alone."""

    text: str
    flags: tuple[str, ...] = ()
    """What the rule flags, in order; empty where it must flag nothing."""
    format: str = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """Hold one rule as data; `examples` say what it does and does not."""

    name: str
    """For programs and for lists of exceptions: `never-defined`."""
    title: Wording
    """A few words for a heading."""
    says: Wording
    """What is the matter, with places for values."""
    advice: Mapping[str, Wording]
    """What to do, by case; the case `""` exists always."""
    why: Wording
    """Why it hinders a reader."""
    asks: str = ""
    """The same as a courteous French question to the author; empty where a reader would not ask."""
    severity: Severity
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Hold a place where a document says what a sigle stands for."""

    key: str
    """The sigle, folded."""
    short: Piece
    long: Piece
    """The same as `short` where the page's markup holds the long form."""
    kind: ExplanationKind
    """`text` in running text; `list` in a list or table of sigles; `markup` in an `abbr` element."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Hold one place where a rule finds something."""

    rule: str
    severity: Severity
    start: int
    end: int
    surface: str
    """`text[start:end]`."""
    sigle: str
    """The sigle it is about, as first written; empty where it is about several."""
    message: Wording
    advice: Wording
    asks: str
    """A courteous French question to the author; empty where a reader would not ask."""
    place: Place

    def in_language(self, lang: str) -> str:
        """Give message and advice as one or two sentences."""
        pair = (self.message, self.advice)
        return " ".join(wording.english if lang == "en" else wording.french for wording in pair)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Measure a document."""

    words: int
    sigles: int
    """Distinct sigles, accepted and widely known ones included."""
    uses: int
    """Places where a sigle stands."""
    known: int
    """Distinct sigles that everybody knows or the project accepts."""
    defined: int
    """Distinct sigles, of the others, that are explained where they first stand."""
    obscure: int
    """Distinct sigles, of the others, that the document explains nowhere."""

    @property
    def density(self) -> float:
        """Give the sigles per 100 words; 0 for an empty text."""
        return 100 * self.uses / self.words if self.words else 0.0

    @property
    def defined_share(self) -> float:
        """Give the share of the sigles that want a definition which have it at first use, 0 to 1."""
        wanting = self.sigles - self.known
        return self.defined / wanting if wanting else 1.0

    @property
    def obscure_share(self) -> float:
        """Give the share of all sigles that a newcomer would not understand, 0 to 1."""
        return self.obscure / self.sigles if self.sigles else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Hold one change that would help, with what it would bring."""

    sigle: str
    gain: int
    """Number of places that become clear."""
    wording: Wording
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Hold the jargon report of one document."""

    name: str
    """Name of the file; empty for a text in hand."""
    document: Document
    findings: tuple[Finding, ...]
    """In text order; at one place the worst first."""
    figures: Figures
    verdict: Wording
    changes: tuple[Change, ...]
    """The changes that would help most, best first; three at most."""
    index_version: str
    revision: str
    """Release or revision of the base that answered; empty where it has none."""
    as_of: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Say how a report is made."""

    today: str
    """`YYYY-MM-DD`: names out of use by then are outdated, unless the document has an earlier date."""
    accepted: frozenset[str] = frozenset()
    """Compact keys of forms that the project accepts."""
    max_new: int = MAX_NEW
    """New sigles that a paragraph may have."""
    severities: Mapping[str, Severity | Literal["off"]] = field(default_factory=dict)
    """Severity by name of the rule, where it differs from the rule's own."""
    as_of: str = ""
    """Date of the document; empty to look for it in its head."""
    domains: tuple[str, ...] = ()
