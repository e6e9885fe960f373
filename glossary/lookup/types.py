"""Hold an answer of the look-up."""

from typing import Literal, NamedTuple

from glossary.model import Term

Matched = Literal["exact", "variant", "prefix", "fuzzy", "full_form", "part"]


class Hit(NamedTuple):
    """Hold one term found, and why."""

    term: Term
    form: str
    """The written form that matched."""
    score: float
    """How well it matched, 0 to 1; hits come best first."""
    matched: Matched
    why: str
    """The reason, one French sentence for the reader."""
