"""Lay the glossary out for print: what stands on the page, in which order.

The HTML and the PDF show the same entries under the same letters.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby

from glossary.formats.types import Edition
from glossary.keys import compact
from glossary.model import Term
from glossary.paper.types import Cover, Entry, Section, bound, letter_of, rank

TITLE = "Glossaire En clair"
SUBTITLE = "Sigles et mots du service public de l'emploi"
LICENSE = "Données libres (licence CC0) : copiez, corrigez, partagez."
MONTHS = ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
          "novembre", "décembre")  # fmt: skip


def cover(edition: Edition) -> Cover:
    """Say what stands around the entries of the whole glossary."""
    return Cover(TITLE, SUBTITLE, stated(edition), LICENSE, "CC0", "Ce glossaire est vide.")


def letters(terms: Iterable[Term]) -> Iterator[Section]:
    """Yield each letter with its entries, digits first; withdrawn terms are left out."""
    used = [term for term in terms if not term.is_withdrawn]
    forms = {term.id: term.short_form for term in used}
    used.sort(
        key=lambda term: (
            rank(letter_of(term.short_form)),
            compact(term.short_form),
            term.full_form,
            term.id,
        )
    )
    for letter, group in groupby(used, key=lambda term: letter_of(term.short_form)):
        yield Section(letter, [_entry(term, forms) for term in group])


def stated(edition: Edition) -> str:
    """Say release and date in French; empty where neither is known.

    >>> stated(Edition("version 2026-11", "2026-11-01"))
    'version 2026-11, 1er novembre 2026'
    """
    parts = [edition.name]
    if edition.date:
        year, month, day = edition.date.split("-")
        shown = "1er" if day == "01" else str(int(day))
        parts.append(f"{shown} {MONTHS[int(month) - 1]} {year}")
    return ", ".join(part for part in parts if part)


def _entry(term: Term, forms: dict[str, str]) -> Entry:
    notes = []
    if term.variants:
        notes.append(f"S'écrit aussi : {', '.join(term.variants)}.")
    if term.valid_to:
        notes.append(f"Jusqu'en {term.valid_to[:4]}.")
    if term.replaced_by in forms:
        notes.append(f"Remplacé par : {forms[term.replaced_by]}.")
    if term.status == "to-check":
        notes.append("À vérifier.")
    form, full_form, definition = map(bound, (term.short_form, term.full_form, term.definition))
    return Entry(form, full_form, definition, tuple(map(bound, notes)))
