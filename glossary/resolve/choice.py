"""Choose a meaning for each mention, or say honestly that nobody can tell."""

from collections.abc import Iterable, Sequence
from itertools import chain
from math import exp, log

from glossary.lexicon import Lexicon
from glossary.mentions import Candidate, Evidence, LocalDefinition, Mention, Resolution
from glossary.model import Term
from glossary.resolve.cases import Case, Place
from glossary.resolve.dates import find_date
from glossary.resolve.display import note
from glossary.resolve.evidence import DOCUMENT_EVIDENCE, PLACE_EVIDENCE, neighbours
from glossary.resolve.local import LocalDefinitions, best_match
from glossary.resolve.profiles import profiles_of
from glossary.resolve.words import Reader

# Below this probability nobody can say: undecided. At 0.65 twice as many wrong
# meanings on the development sentences, at 0.71 a fifth more left undecided.
MARGIN = 0.68
# The chance that a meaning stands outside the glossary, as log-odds against
# the usual meaning of a form.
OTHER = -3.6
OTHER_OF_COLLECTION = -0.2
# A document's own definition leaves little doubt.
DEFINED = 0.99
# What the other mentions of a form say, against what stands beside this one:
# one sense a document, unless the place itself says otherwise.
FROM_ELSEWHERE = 0.6
# With 1.2 a report on training took its one «DE d'accompagnant» for a job seeker.
MOST_FROM_ELSEWHERE = 0.8
# From this many mentions of a form on, the rest follow the document's sense:
# the evidence is in, and time stays linear in the text.
MOST_EXAMINED = 300

Weighed = list[list[Evidence]]


def resolve(
    text: str,
    mentions: Sequence[Mention],
    definitions: Sequence[LocalDefinition],
    lexicon: Lexicon,
    *,
    full: Sequence[Mention] = (),
    as_of: str = "",
    domains: Sequence[str] = (),
) -> list[Resolution]:
    """Say what each mention means; one Resolution a mention, in order.

    `full` are the full forms found in the text, `as_of` a date of any
    precision; without one, the date in the document's head counts. Time is
    linear in mentions; a mention with one meaning costs next to nothing.
    """
    return _Resolver(
        text, mentions, definitions, lexicon, full, as_of or find_date(text), domains
    ).resolutions()


class _Resolver:
    """Hold one text while its mentions are resolved."""

    def __init__(
        self,
        text: str,
        mentions: Sequence[Mention],
        definitions: Sequence[LocalDefinition],
        lexicon: Lexicon,
        full: Sequence[Mention],
        as_of: str,
        domains: Sequence[str],
    ) -> None:
        self.mentions = mentions
        self.lexicon = lexicon
        self.local = LocalDefinitions(definitions)
        self.full = {term_id: mention for mention in reversed(full) for term_id in mention.terms}
        self.as_of = as_of
        self.domains = domains
        self.reader = Reader(text)
        self._only: dict[str, Resolution] = {}

    def resolutions(self) -> list[Resolution]:
        chosen: dict[int, Resolution] = {}
        open_forms: dict[tuple[str, ...], list[int]] = {}
        for number, mention in enumerate(self.mentions):
            definition = self.local.for_mention(mention)
            terms = self._candidates(mention)
            if definition:
                chosen[number] = self._defined(mention, terms, definition[0])
            elif len(terms) == 1 and not terms[0].collection:
                chosen[number] = self._only_meaning(mention, terms[0])
            else:
                open_forms.setdefault(tuple(term.id for term in terms), []).append(number)
        for ids, numbers in open_forms.items():
            chosen.update(self._weigh_form([self.lexicon.by_id(term_id) for term_id in ids], numbers))
        return [chosen[number] for number in range(len(self.mentions))]

    def _candidates(self, mention: Mention) -> list[Term]:
        """Give the terms of a mention; a collection answers only where the base does not."""
        terms = [self.lexicon.by_id(term_id) for term_id in mention.terms]
        return [term for term in terms if not term.collection] or terms

    def _only_meaning(self, mention: Mention, term: Term) -> Resolution:
        known = self._only.get(term.id)
        if known is None:
            evidence = Evidence(kind="only-meaning", weight=-OTHER, reason="seul sens connu du glossaire")
            score = _probabilities([0.0], OTHER)[0]
            known = self._only[term.id] = self._chosen(mention, term, (_candidate(term, score, [evidence]),))
        if known.mention is mention:
            return known
        return Resolution(
            mention=mention,
            decision="named" if mention.kind == "full" else known.decision,
            term=term.id,
            full_form=None if mention.kind == "full" else known.full_form,
            definition=known.definition,
            confidence=known.confidence,
            candidates=known.candidates,
            note=known.note,
        )

    def _chosen(
        self,
        mention: Mention,
        term: Term,
        candidates: tuple[Candidate, ...],
        *,
        definition: LocalDefinition | None = None,
    ) -> Resolution:
        is_named = term.kind != "acronym" or mention.kind == "full"
        return Resolution(
            mention=mention,
            decision="named" if is_named else "resolved",
            term=term.id,
            full_form=None if is_named else term.full_form,
            definition=term.definition or None,
            origin=f"collection:{term.collection}" if term.collection else "glossary",
            confidence=candidates[0].score,
            candidates=candidates,
            defined_at=definition,
            note=note(term, self.lexicon, definition=definition),
        )

    def _defined(self, mention: Mention, terms: list[Term], definition: LocalDefinition) -> Resolution:
        """Take the document at its word; the glossary's term where both say the same."""
        written = " ".join(definition.long.surface.split())
        evidence = Evidence(
            kind="document-definition",
            weight=log(DEFINED / (1 - DEFINED)),
            words=(written,),
            reason=f"le document le définit : « {written} »",
        )
        match = best_match(written, terms)
        others = [
            _candidate(term, (1 - DEFINED) / max(1, len(terms)), []) for term in terms if term not in match
        ]
        if match:
            candidates = (_candidate(match[0], DEFINED, [evidence]), *others)
            return self._chosen(mention, match[0], candidates, definition=definition)
        own = Candidate(term="", full_form=written, score=DEFINED, evidence=(evidence,))
        return Resolution(
            mention=mention,
            decision="resolved",
            full_form=written,
            origin="document",
            confidence=DEFINED,
            candidates=(own, *others),
            defined_at=definition,
        )

    def _weigh_form(self, terms: list[Term], numbers: list[int]) -> Iterable[tuple[int, Resolution]]:
        """Resolve the mentions of one form together: one sense a document."""
        if not terms:
            return [
                (number, Resolution(mention=self.mentions[number], decision="undecided"))
                for number in numbers
            ]
        case = Case(
            profile=profiles_of(self.lexicon).of_form(terms),
            lexicon=self.lexicon,
            full=self.full,
            as_of=self.as_of,
            domains=self.domains,
        )
        whole = _gather(chain.from_iterable(weigh(case) for weigh in DOCUMENT_EVIDENCE), len(terms))
        examined = [self._weigh_place(case, number) for number in numbers[:MOST_EXAMINED]]
        sums = [[_sum(pieces) for pieces in weighed] for weighed in examined]
        found = []
        totals = [sum(column) for column in zip(*sums, strict=True)]
        for own, (position, number) in zip(sums, enumerate(numbers[:MOST_EXAMINED]), strict=True):
            elsewhere = _from_elsewhere(totals, len(sums) - 1, own)
            pieces = [a + b + c for a, b, c in zip(whole, examined[position], elsewhere, strict=True)]
            found.append((number, self._decide(self.mentions[number], terms, pieces)))
        if len(numbers) > MOST_EXAMINED:
            pieces = [a + b for a, b in zip(whole, _from_elsewhere(totals, len(sums)), strict=True)]
            sense = self._decide(self.mentions[numbers[MOST_EXAMINED]], terms, pieces)
            found += [(number, _same(sense, self.mentions[number])) for number in numbers[MOST_EXAMINED:]]
        return found

    def _weigh_place(self, case: Case, number: int) -> Weighed:
        place = Place(
            case=case,
            mention=self.mentions[number],
            reader=self.reader,
            near=neighbours(self.mentions, number),
        )
        return _gather(chain.from_iterable(weigh(place) for weigh in PLACE_EVIDENCE), len(case.terms))

    def _decide(self, mention: Mention, terms: list[Term], weighed: Weighed) -> Resolution:
        other = OTHER if any(not term.collection for term in terms) else OTHER_OF_COLLECTION
        scores = _probabilities([_sum(pieces) for pieces in weighed], other)
        candidates = tuple(
            sorted(
                (
                    _candidate(term, score, pieces)
                    for term, score, pieces in zip(terms, scores, weighed, strict=True)
                ),
                key=lambda candidate: (-candidate.score, candidate.term),
            )
        )
        if candidates[0].score < MARGIN:
            return Resolution(
                mention=mention, decision="undecided", confidence=candidates[0].score, candidates=candidates
            )
        return self._chosen(mention, self.lexicon.by_id(candidates[0].term), candidates)


def _gather(found: Iterable[tuple[int, Evidence]], width: int) -> Weighed:
    weighed: Weighed = [[] for _ in range(width)]
    for number, evidence in found:
        weighed[number].append(evidence)
    return weighed


def _sum(pieces: Iterable[Evidence]) -> float:
    return sum(piece.weight for piece in pieces)


def _from_elsewhere(totals: list[float], count: int, own: Sequence[float] = ()) -> Weighed:
    """Weigh what the other mentions of the form say, on average; none where there is one only.

    `totals` are the sums over all mentions, `own` what is to be left out.
    """
    width = len(totals)
    if not count:
        return [[] for _ in range(width)]
    means = [(total - left) / count for total, left in zip(totals, own or [0.0] * width, strict=True)]
    middle = sum(means) / width
    weights = [FROM_ELSEWHERE * min(count, 3) * (mean - middle) for mean in means]
    return [
        [
            Evidence(
                kind="elsewhere",
                weight=max(-MOST_FROM_ELSEWHERE, min(MOST_FROM_ELSEWHERE, weight)),
                reason="ailleurs dans le document, le texte va "
                + ("dans ce sens" if weight > 0 else "contre ce sens"),
            )
        ]
        if abs(weight) > 0.01
        else []
        for weight in weights
    ]


def _probabilities(scores: Sequence[float], other: float) -> list[float]:
    """Turn log-odds into probabilities, beside a meaning that nobody listed."""
    top = max(*scores, other)
    powers = [exp(score - top) for score in scores]
    total = sum(powers) + exp(other - top)
    return [power / total for power in powers]


def _candidate(term: Term, score: float, pieces: Sequence[Evidence]) -> Candidate:
    ranked = sorted(pieces, key=lambda piece: -abs(piece.weight))
    return Candidate(term=term.id, full_form=term.full_form, score=score, evidence=tuple(ranked))


def _same(sense: Resolution, mention: Mention) -> Resolution:
    return Resolution(
        mention=mention,
        decision=sense.decision,
        term=sense.term,
        full_form=sense.full_form,
        definition=sense.definition,
        origin=sense.origin,
        confidence=sense.confidence,
        candidates=sense.candidates,
        note=sense.note,
    )
