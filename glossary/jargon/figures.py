"""Measure a document, judge it in one French sentence, and say what would help most."""

import re
from collections.abc import Sequence

from glossary.documents.types import Document
from glossary.jargon.sigles import Sigle
from glossary.jargon.types import Change, Figures, Finding, Wording
from glossary.text import WORD

CHANGES = 3

# Up to a quarter of the sigles unexplained, a reader still follows; beyond a
# half, the text is for those who know. Judged on the ten texts of the tests.
_JUDGEMENTS = (
    (0.25, "Texte plutôt clair", "Rather clear"),
    (0.5, "Texte exigeant", "Demanding"),
    (1.0, "Texte pour initiés", "For insiders"),
)

_ELIDED = re.compile(r"['’ʼ]")
# The rules that hide a meaning; mending them makes places clear.
_HIDING = ("unknown", "ambiguous", "never-defined", "defined-late", "nested", "in-title")


def measure(document: Document, sigles: Sequence[Sigle]) -> Figures:
    """Count words and sigles."""
    wanting = [sigle for sigle in sigles if not sigle.is_known]
    return Figures(
        words=count_words(document),
        sigles=len(sigles),
        uses=sum(len(sigle.uses) for sigle in sigles),
        known=len(sigles) - len(wanting),
        defined=sum(_is_defined_at_once(sigle) for sigle in wanting),
        obscure=sum(not sigle.explanations for sigle in wanting),
    )


def count_words(document: Document) -> int:
    """Count the words of a document; an elided article is part of its word."""
    text = document.text
    spans = [
        (block.start, block.end) for block in document.blocks if block.kind not in ("code", "front-matter")
    ]
    return sum(
        not _ELIDED.match(text, match.end()) or match.end() - match.start() > 2
        for start, end in spans
        for match in WORD.finditer(text, start, end)
    )


def _is_defined_at_once(sigle: Sigle) -> bool:
    first = sigle.running[0] if sigle.running else sigle.uses[0]
    given = first.explanation
    place = given.short.start if given else first.piece.start
    return given is not None or sigle.is_explained_before(place)


def judge(figures: Figures) -> Wording:
    """Say in one sentence how a newcomer would fare."""
    obscure, sigles = figures.obscure, figures.sigles
    if not sigles:
        return Wording(
            french="Aucun sigle : rien n'arrête le lecteur.",
            english="No acronym: nothing stops the reader.",
        )
    if not obscure:
        return Wording(
            french="Texte clair : chaque sigle est expliqué ou connu de tous.",
            english="Clear text: each acronym is explained or known to everybody.",
        )
    verb = "reste obscur" if obscure == 1 else "restent obscurs"
    french = f"{_count(obscure, 'sigle')} sur {sigles} {verb} pour un nouveau venu"
    verb = "stays" if obscure == 1 else "stay"
    english = f"{obscure} of {_count(sigles, 'acronym')} {verb} obscure to a newcomer"
    head, english_head = next(heads for limit, *heads in _JUDGEMENTS if figures.obscure_share <= limit)
    return Wording(french=f"{head} : {french}.", english=f"{english_head}: {english}.")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("s" if number > 1 else "")


def best_changes(sigles: Sequence[Sigle], findings: Sequence[Finding]) -> tuple[Change, ...]:
    """Choose the changes that make most places clear, best first."""
    by_start = {use.piece.start: sigle for sigle in sigles for use in sigle.uses}
    changes: dict[str, Change] = {}
    for finding in findings:
        sigle = by_start.get(finding.start)
        if finding.rule not in _HIDING or sigle is None or sigle.key in changes:
            continue
        changes[sigle.key] = Change(
            sigle=finding.surface,
            gain=_gain(sigle, finding),
            wording=finding.advice,
            place=finding.place,
        )
    return tuple(sorted(changes.values(), key=lambda change: -change.gain)[:CHANGES])


def _gain(sigle: Sigle, finding: Finding) -> int:
    """Count the places that a change makes clear: all, or those before the explanation."""
    told = [given.short.start for given in sigle.explanations]
    if finding.rule == "in-title":
        return 1
    return sum(not told or use.piece.start < min(told) for use in sigle.uses)
