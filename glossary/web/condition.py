"""Gather what there is to know about the health of the base: figures and remarks."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from glossary.care import RULES, Remark, Rule, examine
from glossary.keys import compact
from glossary.lexicon import Lexicon

# In a database rows are always in order.
SHOWN_RULES = tuple(rule for rule in RULES if rule.name != "order")


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Count what the base holds."""

    meanings: int
    """Terms in use."""
    forms: int
    """Short forms, each counted once however it is written."""
    ambiguous: int
    """Short forms with several meanings."""
    verified: int
    past: int
    """Meanings that are no longer in use in the world, kept for older texts."""
    withdrawn: int
    domains: tuple[tuple[str, int], ...]
    """Code of each domain with its meanings, the largest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """Hold the health of one state of the base."""

    figures: Figures
    remarks: tuple[tuple[Rule, tuple[Remark, ...]], ...]
    """Every rule that can fail in a database, with what it found."""


@lru_cache(maxsize=1)
def condition_of(lexicon: Lexicon, today: date) -> Condition:
    """Examine a base; it takes seconds, and is done once a day and state."""
    found = examine(lexicon.terms, today=today)
    return Condition(
        figures=_figures(lexicon), remarks=tuple((rule, _of(rule, found)) for rule in SHOWN_RULES)
    )


def _of(rule: Rule, remarks: Sequence[Remark]) -> tuple[Remark, ...]:
    return tuple(remark for remark in remarks if remark.rule == rule.name)


def _figures(lexicon: Lexicon) -> Figures:
    in_use = [term for term in lexicon.terms if not term.is_withdrawn]
    forms = Counter(compact(term.short_form) for term in in_use)
    return Figures(
        meanings=len(in_use),
        forms=len(forms),
        ambiguous=sum(count > 1 for count in forms.values()),
        verified=sum(term.status == "verified" for term in in_use),
        past=sum(bool(term.valid_to) for term in in_use),
        withdrawn=len(lexicon) - len(in_use),
        domains=tuple(Counter(term.domain for term in in_use).most_common()),
    )
