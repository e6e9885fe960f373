"""Weigh what speaks for and against each meaning, one small function a kind.

Weights are log-odds: 0.7 doubles the odds, 2.3 multiplies them by ten. Each
function gets a place and yields (number of the candidate, Evidence). The
engine in JavaScript holds the same functions with the same numbers.
"""

from collections.abc import Callable, Mapping, Sequence
from itertools import islice

from glossary.mentions import Evidence, Mention
from glossary.model import Term
from glossary.resolve.agreement import shown_at
from glossary.resolve.cases import Case, Found, Place
from glossary.resolve.context import REACH, context
from glossary.resolve.nouns import features_of
from glossary.resolve.times import validity, year_nearby
from glossary.resolve.words import stems_of

# The full form written out elsewhere says nearly all, short of a definition.
FULL_FORM = 4.0
# The reader chose domains: a wish, no proof.
CHOSEN_DOMAIN = 1.5
# Odds before any evidence: an occasional meaning is half as likely as the usual
# one, a rare one a quarter. Flatter than readers' habits, so that one sign in the
# text is enough; steeper priors lost 4 of 100 development sentences.
USAGE: Mapping[str, float] = {"usual": 0.0, "occasional": -0.7, "rare": -1.4}
# A verified meaning is somewhat likelier than one that nobody has checked.
TO_CHECK = -0.3

# Sigles around whose meaning is sure: each of the same domain adds this.
SAME_DOMAIN = 0.35
MOST_SAME_DOMAIN = 1.05
NEIGHBOURS = 4
# Two sigles in one enumeration with the same head noun are of one kind.
STANDS_TOGETHER = 2.2
# Code points between two members of an enumeration.
TOGETHER_GAP = 5

# Article or participle against the head noun; French is strict here, but
# writers slip, and sigles borrow genders. Held against 0.3 to 0.9 and -1.5 to -3
# on the development sentences: 40 of 1,444 not right against 43 and 41.
AGREES = 0.7
DISAGREES = -2.5
NUMBER_AGREES = 0.3
NUMBER_DISAGREES = -1.2


def usage(case: Case) -> Found:
    """Weigh how readers of this field use the form."""
    for number, term in enumerate(case.terms):
        weight = USAGE[term.usage]
        if weight:
            words = "peu courant" if term.usage == "rare" else "moins courant"
            yield number, Evidence(kind="usage", weight=weight, reason=f"sens {words} dans ce domaine")
        elif len(case.terms) > 1:
            yield number, Evidence(kind="usage", weight=0.0, reason="sens habituel dans ce domaine")


def status(case: Case) -> Found:
    """Put verified meanings before those to check."""
    for number, term in enumerate(case.terms):
        if term.status == "to-check":
            yield number, Evidence(kind="to-check", weight=TO_CHECK, reason="sens encore à vérifier")


def full_form(case: Case) -> Found:
    """Look for the full form written out elsewhere in the document."""
    for number, term in enumerate(case.terms):
        mention = case.full.get(term.id)
        if mention is not None:
            words = " ".join(mention.surface.split())
            yield (
                number,
                Evidence(
                    kind="full-form",
                    weight=FULL_FORM,
                    words=(words,),
                    reason=f"le document écrit « {words} »",
                ),
            )


def chosen_domain(case: Case) -> Found:
    """Favour the domains that the reader chose."""
    for number, term in enumerate(case.terms):
        if term.domain in case.domains:
            reason = f"domaine choisi : {term.domain}"
            yield number, Evidence(kind="domain", weight=CHOSEN_DOMAIN, words=(term.domain,), reason=reason)


def same_domain(place: Place) -> Found:
    """Weigh the domains of the sigles around whose meaning is sure."""
    around: dict[str, list[str]] = {}
    for mention in place.near:
        if len(mention.terms) == 1 and mention.key != place.mention.key:
            term = place.case.lexicon.by_id(mention.terms[0])
            around.setdefault(term.domain, []).append(mention.surface)
    for number, term in enumerate(place.case.terms):
        if surfaces := around.get(term.domain):
            words = tuple(dict.fromkeys(surfaces))
            weight = min(SAME_DOMAIN * len(words), MOST_SAME_DOMAIN)
            reason = f"même domaine que {', '.join(words)}"
            yield number, Evidence(kind="same-domain", weight=weight, words=words, reason=reason)


def stands_together(place: Place) -> Found:
    """Look for a sigle of the same kind in the same enumeration: «CDE, CDDE»."""
    start, end = place.mention.start, place.mention.end
    for mention in place.near:
        distance = max(start - mention.end, mention.start - end)
        if distance > TOGETHER_GAP or mention.key == place.mention.key:
            continue
        heads = {_head(place.case.lexicon.by_id(term_id)) for term_id in mention.terms} - {""}
        for number, term in enumerate(place.case.terms):
            if _head(term) in heads:
                reason = f"figure à côté de {mention.surface}, du même genre"
                yield (
                    number,
                    Evidence(
                        kind="neighbour", weight=STANDS_TOGETHER, words=(mention.surface,), reason=reason
                    ),
                )


def _head(term: Term) -> str:
    words = stems_of(term.full_form)
    return words[0] if len(words) > 1 else ""


def agreement(place: Place) -> Found:
    """Hold article, adjective and participle against the head noun."""
    shown = shown_at(place.reader.text, place.mention.start, place.mention.end)
    if not shown.gender and not shown.number:
        return
    for number, term in enumerate(place.case.terms):
        own = features_of(term)
        weight, said = 0.0, []
        if shown.gender and own.gender:
            weight += AGREES if shown.gender == own.gender else DISAGREES
            said.append("féminin" if shown.gender == "f" else "masculin")
        if shown.number and own.number and (own.number == "p" or shown.number == "p"):
            weight += NUMBER_AGREES if shown.number == own.number else _number_clash(own.number)
            said.append("pluriel" if shown.number == "p" else "singulier")
        if weight:
            verb = "s'accorde" if weight > 0 else "ne s'accorde pas"
            reason = f"« {' '.join(shown.words) or place.mention.surface} » : {' '.join(said)}, {verb}"
            yield number, Evidence(kind="agreement", weight=weight, words=shown.words, reason=reason)


def _number_clash(own: str) -> float:
    """A singular noun may well be counted («les CSE»); a plural one is never single."""
    return 0.0 if own == "s" else NUMBER_DISAGREES


DOCUMENT_EVIDENCE: tuple[Callable[[Case], Found], ...] = (usage, status, full_form, validity, chosen_domain)
PLACE_EVIDENCE: tuple[Callable[[Place], Found], ...] = (
    context,
    year_nearby,
    same_domain,
    stands_together,
    agreement,
)


def neighbours(mentions: Sequence[Mention], number: int) -> list[Mention]:
    """List the mentions around one, near enough to tell something."""
    mention = mentions[number]
    before = islice(reversed(mentions[max(0, number - NEIGHBOURS) : number]), NEIGHBOURS)
    left = [other for other in before if mention.start - other.end <= REACH]
    right = [
        other
        for other in mentions[number + 1 : number + 1 + NEIGHBOURS]
        if other.start - mention.end <= REACH
    ]
    return [*reversed(left), *right]
