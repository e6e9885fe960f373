"""Find what each rule of the jargon report speaks of.

One function a rule, all alike: a `Case` comes in, what was found goes out.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from glossary.annotate import Annotated
from glossary.documents.places import Places
from glossary.jargon.explained import SMALL
from glossary.jargon.history import Outdated
from glossary.jargon.paragraphs import paragraph_starts
from glossary.jargon.sigles import Sigle, Use
from glossary.jargon.types import Explanation
from glossary.lexicon import Lexicon, phrase_key
from glossary.mentions import Piece
from glossary.text import tokenize

# Farther apart, an explanation is worth repeating: some three pages.
REPEAT_AFTER = 900
# No page has longer words on average, so that a longer stretch need not be counted.
LONGEST = 15
# Of the meanings of an ambiguous sigle so many are told.
MEANINGS = 3
# What bears a name of its own, often in capitals; nothing is abbreviated there.
_TRADE = re.compile(
    r"\b(?:cabinet|société|groupe|entreprise|éditeur|prestataire|marque|bailleur|enseigne)s?\s$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Hold a document with everything that the rules look at."""

    annotated: Annotated
    lexicon: Lexicon
    places: Places
    sigles: Sequence[Sigle]
    outdated: Sequence[Outdated]
    max_new: int

    @property
    def wanting(self) -> list[Sigle]:
        """Give the sigles that want an explanation: neither known to everybody nor accepted."""
        return [sigle for sigle in self.sigles if not sigle.is_known]

    @property
    def gone(self) -> set[str]:
        """Give the keys of sigles that are out of use; today's name is advice enough."""
        return {found.sigle.key for found in self.outdated if found.sigle}


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Hold what a rule found, before it is put into words."""

    piece: Piece
    sigle: str
    values: dict[str, str] = field(default_factory=dict)
    case: str = ""
    """Which advice fits."""


def check_unknown(case: Case) -> Iterator[Found]:
    """Find sigles that neither the document nor the glossary explains."""
    text = case.annotated.document.text
    for sigle, use in _unexplained(case):
        if use.resolution is None and sigle.key not in case.gone and not _is_trade_name(text, use.piece):
            yield _at(use, sigle, case=_once(sigle))


def check_ambiguous(case: Case) -> Iterator[Found]:
    """Find sigles of several meanings that the document does not tell apart."""
    for sigle, use in _unexplained(case):
        if use.resolution is not None and use.resolution.decision == "undecided":
            names = dict.fromkeys(
                f"« {found.full_form} »" for found in use.resolution.candidates if found.full_form
            )
            if len(names) > 1:
                shown = ", ".join(list(names)[:MEANINGS]) + (", …" if len(names) > MEANINGS else "")
                yield _at(use, sigle, case=_once(sigle), meanings=shown)


def check_never_defined(case: Case) -> Iterator[Found]:
    """Find sigles whose meaning only the glossary knows."""
    for sigle, use in _unexplained(case):
        long = use.resolution.full_form if use.resolution else None
        if long and sigle.key not in case.gone:
            yield _at(use, sigle, case=_doubt(case, sigle, use), long=long)


def check_defined_late(case: Case) -> Iterator[Found]:
    """Find sigles that stand in the text before they are explained."""
    for sigle in case.wanting:
        if not sigle.running or len(sigle.in_text) < len(sigle.explanations) or not sigle.in_text:
            continue
        use, given = sigle.running[0], sigle.in_text[0]
        if use.explanation is None and use.piece.start < min(given.short.start, given.long.start):
            yield _at(use, sigle, long=_flat(given.long), where=_where(case, given.short))


def check_two_long_forms(case: Case) -> Iterator[Found]:
    """Find sigles that are explained in two ways."""
    for sigle in case.sigles:
        for given in _told(sigle)[1:]:
            first = _told(sigle)[0]
            if not _is_same(first.long.surface, given.long.surface):
                yield Found(
                    piece=given.short,
                    sigle=given.short.surface,
                    values={
                        "first": _flat(first.long),
                        "long": _flat(given.long),
                        "where": _where(case, first.short),
                    },
                )
                break


def check_defined_twice(case: Case) -> Iterator[Found]:
    """Find explanations that were given shortly before."""
    for sigle in case.sigles:
        told = [given for given in sigle.in_text if not _is_aside(case, given.short)]
        for first, again in pairwise(told):
            between = case.annotated.document.text[first.short.end : again.short.start]
            is_near = (
                len(between) < LONGEST * REPEAT_AFTER and sum(1 for _ in tokenize(between)) <= REPEAT_AFTER
            )
            if is_near and _is_same(first.long.surface, again.long.surface):
                yield Found(
                    piece=again.short, sigle=again.short.surface, values={"where": _where(case, first.short)}
                )
                break


def check_two_sigles(case: Case) -> Iterator[Found]:
    """Find sigles that stand for what another one stands for already."""
    first: dict[str, Sigle] = {}
    for sigle in case.sigles:
        for meaning, long in _meanings(sigle):
            other = first.setdefault(meaning, sigle)
            if other.key != sigle.key and not sigle.is_known:
                use = sigle.uses[0]
                values = {"other": other.surface, "long": long, "where": _where(case, other.uses[0].piece)}
                yield Found(piece=use.piece, sigle=sigle.surface, values=values)
                break


def check_outdated(case: Case) -> Iterator[Found]:
    """Find names that were out of use when the document was written."""
    for found in case.outdated:
        if found.sigle is None or not found.sigle.is_known:
            yield Found(
                piece=found.piece,
                sigle=found.piece.surface,
                values={
                    "long": found.long,
                    "today": found.today,
                    "since": f" depuis {found.since}" if found.since else "",
                    "since_english": f" since {found.since}" if found.since else "",
                },
                case="replaced" if found.today else "",
            )


def check_nested(case: Case) -> Iterator[Found]:
    """Find explanations that hold a sigle which is explained nowhere."""
    owners = [(given, sigle) for sigle in case.sigles for given in _told(sigle)]
    for sigle in case.wanting:
        inside = [use for use in sigle.uses if use.is_inside]
        # Where it also stands in the text, the other rules speak of it.
        if not inside or sigle.running or sigle.is_explained_before(inside[0].piece.start):
            continue
        use = inside[0]
        for given, owner in owners:
            if given.long.start <= use.piece.start < given.long.end and owner.key != sigle.key:
                yield _known(use, sigle, other=given.short.surface)
                break


def check_in_title(case: Case) -> Iterator[Found]:
    """Find sigles in headings that nothing above them explains."""
    for sigle in case.wanting:
        for use in sigle.uses:
            if use.kind == "heading" and not _is_told_in(sigle, use) and not _is_guess(case, use):
                if not sigle.is_explained_before(use.piece.start):
                    yield _known(use, sigle)
                break


def check_too_many(case: Case) -> Iterator[Found]:
    """Find paragraphs that bring more new sigles than a reader keeps in mind."""
    starts = paragraph_starts(case.annotated.document)
    news = (
        sorted(
            (sigle.running[0].piece.start, sigle)
            for sigle in case.wanting
            if sigle.running and sigle.running[0].kind in ("paragraph", "list-item")
        )
        if case.wanting
        else []
    )
    for _, group in groupby(news, key=lambda pair: starts.at(pair[0])):
        new = [sigle for _, sigle in group]
        if len(new) > case.max_new:
            last = new[case.max_new].running[0]
            values = {
                "count": str(len(new)),
                "sigles": ", ".join(sigle.running[0].piece.surface for sigle in new),
            }
            yield Found(piece=last.piece, sigle="", values=values)


def check_used_once(case: Case) -> Iterator[Found]:
    """Find sigles that are given in brackets and never used."""
    for sigle in case.wanting:
        if len(sigle.explanations) == 1 and len(sigle.uses) == 1 and len(sigle.in_text) == 1:
            given = sigle.in_text[0]
            if given.long.start < given.short.start:
                yield Found(piece=given.short, sigle=given.short.surface, values={"long": _flat(given.long)})


CHECKS: dict[str, Callable[[Case], Iterator[Found]]] = {
    "unknown": check_unknown,
    "ambiguous": check_ambiguous,
    "never-defined": check_never_defined,
    "defined-late": check_defined_late,
    "two-long-forms": check_two_long_forms,
    "defined-twice": check_defined_twice,
    "two-sigles": check_two_sigles,
    "outdated": check_outdated,
    "nested": check_nested,
    "in-title": check_in_title,
    "too-many": check_too_many,
    "used-once": check_used_once,
}
"""How the rule of each name is found."""


def _unexplained(case: Case) -> Iterator[tuple[Sigle, Use]]:
    """Yield the sigles that stand in the text and are explained nowhere, with their first place."""
    for sigle in case.wanting:
        if sigle.running and not sigle.explanations:
            yield sigle, sigle.running[0]


def _told(sigle: Sigle) -> list[Explanation]:
    return [given for given in sigle.explanations if given.kind != "markup"]


def _once(sigle: Sigle) -> str:
    return "once" if len(sigle.uses) == 1 else ""


def _doubt(case: Case, sigle: Sigle, use: Use) -> str:
    """Choose the advice: the author alone knows which of several meanings is meant."""
    found = use.resolution
    if found is None or found.term is None:
        return _once(sigle)
    if case.lexicon.by_id(found.term).lang == "en":
        return "foreign"
    if len(found.candidates) > 1:
        return "several-once" if _once(sigle) else "several"
    return _once(sigle)


def _is_trade_name(text: str, piece: Piece) -> bool:
    """Say whether the word before makes it the name of a firm or product: «le cabinet ALIXIO»."""
    return _TRADE.search(text[max(0, piece.start - 20) : piece.start]) is not None


def _at(use: Use, sigle: Sigle, *, case: str = "", **values: str) -> Found:
    return Found(piece=use.piece, sigle=use.piece.surface, values=values, case=case)


def _known(use: Use, sigle: Sigle, **values: str) -> Found:
    """Give the long form where the document or the glossary has one."""
    long = use.resolution.full_form if use.resolution else None
    if sigle.explanations and not long:
        long = _flat(sigle.explanations[0].long)
    return _at(use, sigle, case="known" if long else "", long=long or "", **values)


def _where(case: Case, piece: Piece) -> str:
    return case.places.at(piece.start).french


def _flat(piece: Piece) -> str:
    return " ".join(piece.surface.split())


def _is_aside(case: Case, piece: Piece) -> bool:
    """Say whether a place is a title or a running head, which stand apart from the text."""
    block = case.places.block_at(piece.start)
    return block is not None and block.kind in ("heading", "header", "footer", "cell", "note")


def _is_same(one: str, other: str) -> bool:
    """Say whether two wordings are one long form: small words, plural and an added tail are free."""
    first, second = (_content(phrase) for phrase in (one, other))
    return first <= second or second <= first


def _content(phrase: str) -> set[str]:
    return {word[:5] for word in phrase_key(phrase).split() if word not in SMALL}


def _meanings(sigle: Sigle) -> Iterator[tuple[str, str]]:
    """Yield what a sigle stands for in this document: a key and the long form."""
    for given in _told(sigle):
        yield phrase_key(given.long.surface), _flat(given.long)
    for use in sigle.uses:
        found = use.resolution
        if found is not None and found.full_form and not sigle.explanations:
            yield phrase_key(found.full_form), found.full_form


def _is_guess(case: Case, use: Use) -> bool:
    """Say whether it may as well be a rare word: unknown, in a heading that is all capitals."""
    block = use.block
    return (
        use.resolution is None
        and block is not None
        and case.annotated.document.text[block.start : block.end].isupper()
    )


def _is_told_in(sigle: Sigle, use: Use) -> bool:
    """Say whether the heading itself explains the sigle."""
    block = use.block
    return block is not None and any(
        block.start <= given.short.start < block.end for given in sigle.explanations
    )
