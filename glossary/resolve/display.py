"""Say in a note what a reader should know beside the meaning itself."""

import re

from glossary.keys import key
from glossary.lexicon import Lexicon
from glossary.mentions import LocalDefinition
from glossary.model import Term
from glossary.resolve.dates import show_year

# A chain of names longer than this is an error of the base.
LONGEST_CHAIN = 5
_SIGLE = re.compile(r"(?<![^\W_])[A-ZÀ-Ý][A-ZÀ-Ý0-9.&\-]*[A-ZÀ-Ý0-9](?![^\W_])")


def successors(term: Term, lexicon: Lexicon) -> list[Term]:
    """List what took a term's place, one after the other; ends at a loop."""
    chain: list[Term] = []
    seen = {term.id}
    while term.replaced_by and term.replaced_by in lexicon and len(chain) < LONGEST_CHAIN:
        term = lexicon.by_id(term.replaced_by)
        if term.id in seen:
            break
        seen.add(term.id)
        chain.append(term)
    return chain


def became(term: Term, lexicon: Lexicon) -> str:
    """Say what a term became: «devenu CSE en 2020»; empty while it is in use."""
    parts: list[str] = []
    for later in successors(term, lexicon):
        year = _year_of_change(term.valid_to, later.valid_from)
        verb = "puis" if parts else "devenu"
        parts.append(f"{verb} {later.short_form}" + (f" en {year}" if year else ""))
        term = later
    return ", ".join(parts)


def _year_of_change(last: str, first: str) -> str:
    """Give the year of a change: what ends on 31 December is followed in the next year, unless its successor came before."""
    if last.endswith("-12-31") and show_year(first) != show_year(last):
        return str(int(show_year(last)) + 1)
    return show_year(last or first)


def unfolded(term: Term, lexicon: Lexicon) -> str:
    """Spell out the sigles inside a full form, one level: «RSA : revenu de solidarité active»."""
    parts = []
    for sigle in dict.fromkeys(_SIGLE.findall(term.full_form)):
        inner = [other for other in lexicon.by_key(sigle) if other.full_form and other.id != term.id]
        usual = [other for other in inner if other.usage == "usual"] or inner
        # Two usual meanings, or a full form that leads back, explain nothing.
        if len(usual) == 1 and term.short_form not in usual[0].full_form:
            parts.append(f"{sigle} : {usual[0].full_form}")
    return " ; ".join(parts)


def written_otherwise(term: Term, definition: LocalDefinition) -> str:
    """Quote the document where it words the full form differently."""
    written = " ".join(definition.long.surface.split())
    return "" if key(written) == key(term.full_form) else f"le document écrit « {written} »"


def note(term: Term, lexicon: Lexicon, *, definition: LocalDefinition | None = None) -> str:
    """Join every remark on a chosen term; empty where there is none."""
    parts = [
        written_otherwise(term, definition) if definition is not None else "",
        became(term, lexicon),
        unfolded(term, lexicon),
    ]
    return " ; ".join(filter(None, parts))
