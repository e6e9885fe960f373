"""Hold the words and numbers that several kinds of report share."""

import hashlib
import re
from typing import NamedTuple

from glossary.documents.places import Place
from glossary.jargon.types import Figures, Finding, Report

_PARAGRAPH = re.compile(r"\n[ \t\r]*\n|\f")
_BEFORE_SIGN = re.compile(r"(?<=«) | (?=[»:;?!%](?:\s|$))")
_SPACES = re.compile(r"[ \t\r\n]+")

LEVELS = {
    "fr": {"error": "erreur", "warning": "alerte", "note": "remarque"},
    "en": {"error": "error", "warning": "warning", "note": "note"},
}


def place_told(place: Place, lang: str) -> str:
    """Say where something stands; empty where nothing is known."""
    if lang != "en":
        return place.french
    parts = (("page", place.page), ("line", place.line), ("paragraph", place.paragraph))
    return ", ".join(f"{name} {number}" for name, number in parts if number)


def gain_told(gain: int, lang: str) -> str:
    """Say how many places a change makes clear."""
    if lang == "en":
        return f"({gain} {'place becomes' if gain == 1 else 'places become'} clear)"
    return f"({gain} {'endroit devient clair' if gain < 2 else 'endroits deviennent clairs'})"


def figures_told(figures: Figures, lang: str) -> str:
    """Put the figures into one line."""
    density = f"{figures.density:.1f}"
    defined, obscure = percent(figures.defined_share, lang), percent(figures.obscure_share, lang)
    if lang == "en":
        counts = f"{count(figures.words, 'word')}, {count(figures.sigles, 'acronym')} in {count(figures.uses, 'place')}"
        return f"{counts}: {density} per 100 words; {defined} defined at first use; {obscure} obscure to a newcomer."
    counts = (
        f"{count(figures.words, 'mot')}, {count(figures.sigles, 'sigle')} à {count(figures.uses, 'endroit')}"
    )
    density = density.replace(".", ",")
    return (
        f"{counts} : {density} pour 100 mots ; {defined} expliqués à la première mention ; "
        f"{obscure} obscurs pour un nouveau venu."
    )


def count(number: int, noun: str) -> str:
    """Write a number with its noun; from two on it is a plural."""
    return f"{number} {noun}" + ("s" if number > 1 else "")


def percent(share: float, lang: str) -> str:
    """Write a share as whole per cents."""
    return f"{100 * share:.0f}%" if lang == "en" else f"{100 * share:.0f}\u00a0%"


class Excerpt(NamedTuple):
    """Hold a finding with the words around it, on one line."""

    before: str
    surface: str
    after: str


def excerpt(report: Report, finding: Finding, *, reach: int = 60) -> Excerpt:
    """Cut the words around a finding, at most `reach` signs on each side, inside its paragraph."""
    text = report.document.text
    before = text[max(0, finding.start - reach) : finding.start]
    after = text[finding.end : finding.end + reach]
    before = _PARAGRAPH.split(before)[-1]
    after = _PARAGRAPH.split(after)[0]
    if finding.start - len(before) > 0 and len(before) == reach:
        before = "…" + before.split(" ", 1)[-1]
    if len(after) == reach:
        after = after.rsplit(" ", 1)[0] + "…"
    return Excerpt(_flat(before).lstrip(), _flat(finding.surface), _flat(after).rstrip())


def _flat(words: str) -> str:
    return _SPACES.sub(" ", words)


def fingerprint(report: Report, finding: Finding) -> str:
    """Name a finding so that it stays the same when lines above it change."""
    around = excerpt(report, finding, reach=20)
    told = "\0".join((report.name, finding.rule, *around))
    return hashlib.sha256(told.encode("utf-8", "backslashreplace")).hexdigest()[:32]


def french_spaces(words: str) -> str:
    """Put non-breaking spaces inside quotes and before double signs."""
    return _BEFORE_SIGN.sub("\u00a0", words)
