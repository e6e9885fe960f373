"""Hold what readers propose, and what became of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, get_args

from glossary.errors import InvalidInput, Problem
from glossary.keys import compact
from glossary.model import MAX_FORM, MAX_TEXT, check_text
from glossary.rows import COLUMNS

Kind = Literal["unknown", "term", "correction"]
State = Literal["open", "accepted", "rejected"]
KINDS: tuple[str, ...] = get_args(Kind)

# What a reader may say of a term; status and id are the editors'.
PROPOSABLE = tuple(name for name in COLUMNS if name not in ("id", "status", "replaced_by"))
MAX_CONTEXT = 300
MAX_CONTEXTS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Hold what a reader proposes; checked when made."""

    kind: Kind
    """`unknown`: «ce sigle m'est incompréhensible»; `term`: a new meaning; `correction` of a term."""
    form: str
    term: str = ""
    """Id of the term to be corrected."""
    values: Mapping[str, str] = field(default_factory=dict)
    """Columns of the term with the values proposed; a reader need not know them all."""
    comment: str = ""
    context: str = ""
    """A few words around the form, only where the reader agreed to send them."""

    def __post_init__(self) -> None:
        """Refuse bad values, all at once; raise InvalidInput."""
        problems = [
            *check_text("form", self.form, limit=MAX_FORM),
            *check_text("comment", " ".join(self.comment.split()), limit=MAX_TEXT),
            *check_text("context", " ".join(self.context.split()), limit=MAX_CONTEXT),
            *(p for name, value in self.values.items() for p in check_text(name, value, limit=MAX_TEXT)),
            *(Problem(name, "cannot be proposed") for name in self.values if name not in PROPOSABLE),
        ]
        if self.kind not in KINDS:
            problems.append(Problem("kind", f"expected one of {', '.join(KINDS)}", self.kind))
        if not compact(self.form):
            problems.append(Problem("form", "a form needs a letter or a digit", self.form))
        if (self.kind == "correction") != bool(self.term):
            problems.append(Problem("term", "a correction, and nothing else, names its term", self.term))
        if problems:
            raise InvalidInput(problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """Hold a proposal with what became of it."""

    number: int
    kind: Kind
    form: str
    term: str
    """Id of the term to be corrected, or of the one that came out of it; else empty."""
    values: Mapping[str, str]
    comment: str
    contexts: tuple[str, ...]
    readers: int
    """How many readers proposed this very thing."""
    asked: int
    """How many readers asked for the form in any way, while open."""
    state: State
    reason: str
    first_at: str
    last_at: str
    decided_at: str
    decided_by: str


class Exclusion(NamedTuple):
    """Name a form that is never to be proposed again."""

    key: str
    """The form as `keys.compact` folds it."""
    form: str
    at: str
    by: str
    reason: str
