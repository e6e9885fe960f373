"""Find what an editor should see beside a proposal: doubles and rivals."""

from collections.abc import Sequence

from glossary.keys import compact
from glossary.lexicon import Lexicon, phrase_key
from glossary.model import Term
from glossary.store import Proposal


def doubles_of(full_form: str, lexicon: Lexicon, *, but: str = "") -> list[Term]:
    """Give the terms that mean the same already, by id; none for an empty full form."""
    same = lexicon.full_forms.get(phrase_key(full_form), ()) if full_form else ()
    return [term for term in same if term.id != but]


def rivals_of(proposal: Proposal, waiting: Sequence[Proposal]) -> list[Proposal]:
    """Give the other open proposals about the same form, in the order given."""
    key = compact(proposal.form)
    return [other for other in waiting if other.number != proposal.number and compact(other.form) == key]
