"""Find names that were out of use when a document was written."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from glossary.annotate import Annotated
from glossary.jargon.sigles import Sigle
from glossary.keys import compact
from glossary.lexicon import Lexicon
from glossary.mentions import Mention, Piece
from glossary.model import Term
from glossary.resolve.display import successors
from glossary.scan import find_full_forms

# Below it the author may well mean something else, which is still in use.
SURE = 0.9

_SENTENCE_END = re.compile(r"[.!?…](?=\s|$)|\n\s*\n")
# What says that the author speaks of the past, or says what it is called today.
_PAST = re.compile(
    r"\b(?:ancien(?:ne)?s?|anciennement|autrefois|jadis|auparavant|jusqu['’ ](?:en|à|au|alors)|à l['’]époque|historique\w*"
    r"|ex\b|feue?s?\b|deven(?:ue?s?|ait|ir)|remplac\w+|succéd\w+|supprim\w+|dissou\w+|fusionn\w+|absorb\w+|rebaptis\w+"
    r"|renomm\w+|transform\w+|disparu\w*|fut|furent)",
    re.IGNORECASE,
)
# The imperfect tense tells of the past; nouns in -ait do not.
_IMPERFECT = re.compile(r"\b\w+(?:aient|(?<!r)ait)\b", re.IGNORECASE)
_NO_VERBS = frozenset(
    [
        "attrait",
        "bienfait",
        "extrait",
        "fait",
        "forfait",
        "lait",
        "parfait",
        "portrait",
        "retrait",
        "souhait",
        "trait",
    ]
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outdated:
    """Hold one name that was out of use."""

    piece: Piece
    """Where it first stands without a word that sets it in the past."""
    sigle: Sigle | None
    """None for a name or a full form."""
    long: str
    since: str
    """Year in which it went out of use; empty where unknown."""
    today: str
    """What is said today; empty where nothing took its place."""


def find_outdated(
    annotated: Annotated, lexicon: Lexicon, sigles: Sequence[Sigle], *, today: str
) -> list[Outdated]:
    """Find each outdated name once, in text order.

    The document's own date counts where it has one: minutes of 2005 may speak
    of the ANPE.
    """
    text, written = annotated.document.text, annotated.as_of or today
    found: dict[str, Outdated] = {}
    for piece, sigle, term in sorted(_named(annotated, lexicon, sigles), key=lambda item: item[0].start):
        if term.id in found or not _is_gone(term, written):
            continue
        chain = successors(term, lexicon)
        if not _is_past(_sentence(text, piece), term, chain):
            found[term.id] = Outdated(
                piece=piece,
                sigle=sigle,
                long=term.full_form or term.definition,
                since=term.valid_to[:4],
                today=_named_today(chain),
            )
    return list(found.values())


def _named(
    annotated: Annotated, lexicon: Lexicon, sigles: Sequence[Sigle]
) -> Iterator[tuple[Piece, Sigle | None, Term]]:
    """Yield every place of a name with its one meaning."""
    by_place = {use.piece.start: sigle for sigle in sigles for use in sigle.uses}
    for resolution in annotated.mentions:
        if resolution.term is not None and resolution.confidence >= SURE:
            sigle = by_place.get(resolution.mention.start)
            yield resolution.mention, sigle, lexicon.by_id(resolution.term)
    withdrawn = lexicon.derived(_withdrawn)
    for piece in annotated.unknown:
        if compact(piece.surface) in withdrawn:
            yield piece, by_place.get(piece.start), withdrawn[compact(piece.surface)]
    document = annotated.document
    for mention in find_full_forms(document.text, lexicon, opaque=document.opaque):
        term = _one_meaning(mention, lexicon)
        if term is not None:
            yield mention, None, term


def _one_meaning(mention: Mention, lexicon: Lexicon) -> Term | None:
    """Give the meaning of a full form; None where it may still be in use."""
    terms = [lexicon.by_id(term) for term in mention.terms]
    return terms[0] if all(term.valid_to or term.replaced_by for term in terms) else None


def _withdrawn(lexicon: Lexicon) -> dict[str, Term]:
    """Map the short forms of withdrawn terms that another one replaces."""
    return {
        compact(term.short_form): term
        for term in lexicon.terms
        if term.is_withdrawn and term.replaced_by in lexicon
    }


def _is_gone(term: Term, written: str) -> bool:
    if term.is_withdrawn:
        return True
    if term.valid_to:
        size = min(len(term.valid_to), len(written))
        return term.valid_to[:size] < written[:size]
    return False


def _named_today(chain: Sequence[Term]) -> str:
    if not chain:
        return ""
    last = chain[-1]
    return f"{last.full_form} ({last.short_form})" if last.full_form else last.short_form


def _sentence(text: str, piece: Piece) -> str:
    """Give the sentence around a place, cut at 300 signs on each side."""
    low, high = max(0, piece.start - 300), piece.end + 300
    start = max((match.end() for match in _SENTENCE_END.finditer(text, low, piece.start)), default=low)
    end = _SENTENCE_END.search(text, piece.end, high)
    return text[start : end.start() if end else high]


def _is_past(sentence: str, term: Term, chain: Sequence[Term]) -> bool:
    """Say whether a sentence sets the name in the past, or gives today's name beside it."""
    if _PAST.search(sentence) or any(word.lower() not in _NO_VERBS for word in _IMPERFECT.findall(sentence)):
        return True
    if any(year <= (term.valid_to or "0")[:4] for year in _YEAR.findall(sentence)):
        return True
    told = compact(sentence)
    return any(
        compact(name) in told
        for later in chain
        for name in (later.full_form, later.short_form)
        if len(name) > 3
    )
