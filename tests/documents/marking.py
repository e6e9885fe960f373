"""Make marks by hand for the tests of the writers."""

import re

from glossary.documents import Document
from glossary.mentions import Mark, Mention, Resolution

MEANINGS = {
    "CNFPT": "Centre national de la fonction publique territoriale",
    "CSE": "Comité social et économique",
    "RSA": "Revenu de solidarité active",
    "ARE": "Allocation d’aide au retour à l’emploi",
}
_FORM = re.compile(rf"\b({'|'.join(MEANINGS)})\b")


def mark_at(text: str, start: int, end: int) -> Mark:
    """Mark a form of `MEANINGS` at a place."""
    surface = text[start:end]
    mention = Mention(
        start=start, end=end, surface=surface, key=surface.lower(), kind="acronym", terms=(surface.lower(),)
    )
    resolution = Resolution(
        mention=mention,
        decision="resolved",
        term=surface.lower(),
        full_form=MEANINGS[surface],
        definition=f"Définition de {surface}.",
        confidence=0.99,
    )
    return Mark(
        start=start, end=end, surface=surface, insertion=f" ({MEANINGS[surface]})", resolution=resolution
    )


def marks_of(document: Document, *, first_only: bool = False) -> list[Mark]:
    """Mark every known form outside the closed places, or only the first of each."""
    found = [mark_at(document.text, *match.span()) for match in _FORM.finditer(document.text)]
    kept = [
        mark
        for mark in found
        if not any(span.start < mark.end and mark.start < span.end for span in document.opaque)
    ]
    if first_only:
        kept = list({mark.surface: mark for mark in reversed(kept)}.values())[::-1]
    return kept
