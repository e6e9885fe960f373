"""Weigh what speaks for and against each meaning, one small function a kind.

Weights are log-odds: 0.7 doubles the odds, 2.3 multiplies them by ten. Each
function gets a place and yields (number of the candidate, Evidence). The
engine in JavaScript holds the same functions with the same numbers.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from math import exp

from glossary.lexicon import Lexicon
from glossary.mentions import Evidence, Mention
from glossary.model import Term
from glossary.resolve.agreement import shown_at
from glossary.resolve.dates import is_before
from glossary.resolve.nouns import features_of
from glossary.resolve.profiles import FormProfile
from glossary.resolve.words import Reader, stems_of

_YEAR = re.compile(r"(?<![\d/.\-])(?:19[3-9]|20[0-4])\d(?![\d/]|[.,]\d| ?(?:€|euros))")

Found = Iterator[tuple[int, Evidence]]

# The full form written out elsewhere says nearly all, short of a definition.
FULL_FORM = 4.0
# A meaning not yet or no longer in use at the document's date.
NOT_YET = -5.0
# A past meaning in a document years later: the text must be plain about it.
NO_LONGER = -3.5
# A year that the passage itself names says as much of the time it speaks of,
# but texts also look back and ahead: «le CHSCT, disparu en 2020».
YEAR_NOT_YET = -2.5
YEAR_NO_LONGER = -1.5
# A meaning of the past in a passage on its own time.
YEAR_IN_USE = 1.0
# Code points to either side in which a year counts.
YEAR_REACH = 120
# The reader chose domains: a wish, no proof.
CHOSEN_DOMAIN = 1.5
# Odds before any evidence: an occasional meaning is half as likely as the usual
# one, a rare one a quarter. Flatter than readers' habits, so that one sign in the
# text is enough; steeper priors lost 4 of 100 development sentences.
USAGE: Mapping[str, float] = {"usual": 0.0, "occasional": -0.7, "rare": -1.4}
# A verified meaning is somewhat likelier than one that nobody has checked.
TO_CHECK = -0.3

# Words further off say less: half at this many code points.
HALF_AT = 160
# How far words are read on either side, in code points.
REACH = 360
# A word of another sentence is often about something else, of another paragraph
# more often than not.
OTHER_SENTENCE = 0.6
OTHER_PARAGRAPH = 0.35
SENTENCE_ENDS = (". ", "! ", "? ", ".\n", "\n\n")
PARAGRAPH_ENDS = ("\n\n",)
# One telling word beside the sigle, as rare as can be. On the development
# sentences 3.5 left 61 of 1,444 not right and 5 wrong meanings, 4.5 42 and 6,
# 6.0 39 and 9.
CONTEXT = 4.5
# All words together never outweigh a definition or a date by themselves.
MOST_CONTEXT = 16.0
# Words of the text quoted in a reason.
MOST_WORDS = 4

# Sigles around whose meaning is sure: each of the same domain adds this.
SAME_DOMAIN = 0.35
MOST_SAME_DOMAIN = 1.05
NEIGHBOURS = 4
# Their full forms speak as words of the text do, but more softly.
NEIGHBOUR_WORDS = 0.5
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Hold what is the same for every mention of a form in one document."""

    profile: FormProfile
    lexicon: Lexicon
    full: Mapping[str, Mention]
    """First mention of a full form by term id."""
    as_of: str
    """Date of the document; empty where unknown."""
    domains: Sequence[str]
    """Domains that the reader chose."""

    @property
    def terms(self) -> tuple[Term, ...]:
        """Give the candidates."""
        return self.profile.terms


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Hold one mention with what stands around it."""

    case: Case
    mention: Mention
    reader: Reader
    near: Sequence[Mention]
    """The mentions around, in text order, without this one."""


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


def validity(case: Case) -> Found:
    """Hold the time of use against the document's date."""
    for number, term in enumerate(case.terms) if case.as_of else ():
        if is_before(case.as_of, term.valid_from):
            reason = f"en usage depuis {term.valid_from[:4]} seulement, le document est de {case.as_of[:4]}"
            yield number, Evidence(kind="validity", weight=NOT_YET, words=(case.as_of,), reason=reason)
        elif is_before(term.valid_to, case.as_of):
            reason = f"n'est plus en usage depuis {term.valid_to[:4]}, le document est de {case.as_of[:4]}"
            yield number, Evidence(kind="validity", weight=NO_LONGER, words=(case.as_of,), reason=reason)


def chosen_domain(case: Case) -> Found:
    """Favour the domains that the reader chose."""
    for number, term in enumerate(case.terms):
        if term.domain in case.domains:
            reason = f"domaine choisi : {term.domain}"
            yield number, Evidence(kind="domain", weight=CHOSEN_DOMAIN, words=(term.domain,), reason=reason)


def context(place: Place) -> Found:
    """Weigh the words around that betray a meaning, nearer and rarer ones more."""
    known = place.case.profile.words
    heard: list[dict[str, tuple[float, str]]] = [{} for _ in place.case.terms]
    for word, strength, surface in (*_words_around(place), *_words_of_neighbours(place)):
        for number, weight in known[word]:
            value = weight * strength
            own = heard[number]
            # Of two equally strong ones, the first in the text is quoted.
            if word not in own or value > own[word][0]:
                own[word] = value, surface
    for number, words in enumerate(heard):
        if words:
            yield number, _heard(sorted([(-value, surface) for value, surface in words.values()]))


def _heard(words: Sequence[tuple[float, str]]) -> Evidence:
    """Sum up what was heard for one meaning: minus the weights and the words, best first."""
    total = CONTEXT * -sum([value for value, _ in reversed(words)])
    quoted = tuple(dict.fromkeys([surface for _, surface in words]))[:MOST_WORDS]
    return Evidence(
        kind="context",
        weight=MOST_CONTEXT * (1 - exp(-total / MOST_CONTEXT)),
        words=quoted,
        reason="le texte parle de " + ", ".join([f"« {word} »" for word in quoted]),
    )


def _words_around(place: Place) -> list[tuple[str, float, str]]:
    """List each stem, or its root where only that is known, with strength and surface, in text order."""
    known = place.case.profile.words
    text = place.reader.text
    start, end = place.mention.start, place.mention.end
    low, high = start - REACH, end + REACH
    sentence = _bounds(text, start, end, SENTENCE_ENDS)
    paragraph = _bounds(text, start, end, PARAGRAPH_ENDS)
    found = []
    for first, last, stem, root in zip(*place.reader.between(low, high), strict=True):
        if stem in known:
            word = stem
        elif root in known:
            word = root
        else:
            continue
        if low <= first and last <= start:
            strength = HALF_AT / (HALF_AT + start - last)
        elif end <= first < high:
            strength = HALF_AT / (HALF_AT + first - end)
        else:
            continue
        if not paragraph[0] <= first < paragraph[1]:
            strength *= OTHER_PARAGRAPH
        elif not sentence[0] <= first < sentence[1]:
            strength *= OTHER_SENTENCE
        found.append((word, strength, text[first:last]))
    return found


def _words_of_neighbours(place: Place) -> Iterator[tuple[str, float, str]]:
    """Yield the words of the full forms of sigles around whose meaning is sure."""
    known = place.case.profile.words
    start, end = place.mention.start, place.mention.end
    for mention in place.near:
        if len(mention.terms) == 1:
            term = place.case.lexicon.by_id(mention.terms[0])
            distance = max(start - mention.end, mention.start - end, 0)
            strength = NEIGHBOUR_WORDS * HALF_AT / (HALF_AT + distance)
            for stem in stems_of(term.full_form):
                word = stem if stem in known else stem[:6] + "*"
                if word in known:
                    yield word, strength, mention.surface


def _bounds(text: str, start: int, end: int, marks: Sequence[str]) -> tuple[int, int]:
    """Give the nearest marks around a place, as far as words are read."""
    low, high = max(0, start - REACH), end + REACH
    before = max(text.rfind(mark, low, start) for mark in marks)
    after = [place for mark in marks if (place := text.find(mark, end, high)) >= 0]
    return max(before, low), min(after, default=high)


def year_nearby(place: Place) -> Found:
    """Hold the time of use against the year that the passage names."""
    terms = place.case.terms
    if not any(term.valid_from or term.valid_to for term in terms):
        return
    year = _nearest_year(place)
    for number, term in enumerate(terms) if year else ():
        weight = 0.0
        if is_before(year, term.valid_from):
            weight, reason = (
                YEAR_NOT_YET,
                f"le passage parle de {year}, en usage depuis {term.valid_from[:4]}",
            )
        elif is_before(term.valid_to, year):
            weight, reason = (
                YEAR_NO_LONGER,
                f"le passage parle de {year}, plus en usage depuis {term.valid_to[:4]}",
            )
        elif term.valid_to:
            weight, reason = YEAR_IN_USE, f"le passage parle de {year}, en usage jusqu'en {term.valid_to[:4]}"
        if weight:
            yield number, Evidence(kind="year", weight=weight, words=(year,), reason=reason)


def _nearest_year(place: Place) -> str:
    start, end = place.mention.start, place.mention.end
    text = place.reader.text
    found = [
        (max(match.start() - end, start - match.end()), match.group())
        for match in _YEAR.finditer(text, max(0, start - YEAR_REACH), min(len(text), end + YEAR_REACH))
        if "\n" not in text[min(match.end(), end) : max(match.start(), start)]
    ]
    return min(found, default=(0, ""))[1]


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
