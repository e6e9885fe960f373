"""Hold the rows of a term base against each other."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise

from glossary.care.types import Remark
from glossary.keys import compact
from glossary.lexicon import Lexicon, phrase_key
from glossary.model import Term
from glossary.scan import scan
from glossary.text import Span
from glossary.unknown import find_unknown

# A source is read again after so many years, unless the meaning is past.
REVERIFY_YEARS = 2


def examine(terms: Iterable[Term], *, today: date, years: int = REVERIFY_YEARS) -> list[Remark]:
    """Give every remark on a base, in the order of `RULES`, then of the terms given."""
    given = list(terms)
    in_use = [term for term in given if not term.is_withdrawn]
    return [
        *_out_of_order(given),
        *_doubles(in_use),
        *_replacements(given),
        *_without_source(in_use),
        *_clashes(in_use),
        *_unexplained(in_use),
        *_twins(in_use),
        *_variants(in_use),
        *_stale(in_use, today=today, years=years),
    ]


def _out_of_order(terms: Sequence[Term]) -> Iterator[Remark]:
    for before, term in pairwise(terms):
        if term.id < before.id:
            yield Remark(
                "order", term.id, "id", f"rows are sorted by id; this one stands after {before.id}", term.id
            )


def _doubles(terms: Sequence[Term]) -> Iterator[Remark]:
    seen: dict[tuple[str, str], str] = {}
    for term in terms:
        meaning = phrase_key(term.full_form or term.definition)
        first = seen.setdefault((compact(term.short_form), meaning), term.id)
        if first != term.id:
            yield Remark(
                "double",
                term.id,
                "full_form",
                f"{first} has the same form and the same meaning",
                term.full_form,
            )


def _replacements(terms: Sequence[Term]) -> Iterator[Remark]:
    by_id = {term.id: term for term in terms}
    for term in terms:
        if term.replaced_by and term.replaced_by not in by_id:
            yield Remark(
                "replacement", term.id, "replaced_by", "there is no term of that id", term.replaced_by
            )
        elif _is_circular(term, by_id):
            yield Remark(
                "replacement", term.id, "replaced_by", "the replacements go round in a loop", term.replaced_by
            )


def _is_circular(term: Term, by_id: dict[str, Term]) -> bool:
    passed = {term.id}
    while term.replaced_by in by_id:
        term = by_id[term.replaced_by]
        if term.id in passed:
            return True
        passed.add(term.id)
    return False


def _without_source(terms: Sequence[Term]) -> Iterator[Remark]:
    for term in terms:
        if term.status == "verified" and (term.source is None or not (term.source.url or term.source.date)):
            name = term.source.name if term.source else ""
            yield Remark(
                "source",
                term.id,
                "source",
                "a verified term needs a source that can be opened or dated",
                name,
            )


def _short_forms(term: Term) -> set[str]:
    return {compact(form.text) for form in term.forms if form.role != "full"} - {""}


def _clashes(terms: Sequence[Term]) -> Iterator[Remark]:
    by_form = defaultdict(list)
    for term in terms:
        for form in _short_forms(term):
            by_form[form].append(term)
    for term in terms:
        others = sorted({other.id for form in _short_forms(term) for other in by_form[form]} - {term.id})
        if others and not term.context:
            yield Remark(
                "clash",
                term.id,
                "context",
                f"shares its form with {', '.join(others)}; context words tell them apart",
            )


def _unexplained(terms: Sequence[Term]) -> Iterator[Remark]:
    lexicon = Lexicon(terms)
    for term in terms:
        text = term.definition
        taken = [Span(mention.start, mention.end) for mention in scan(text, lexicon)]
        for piece in find_unknown(text, lexicon, taken=taken):
            yield Remark(
                "unexplained",
                term.id,
                "definition",
                "explains by a sigle that the base does not know",
                piece.surface,
            )


def _twins(terms: Sequence[Term]) -> Iterator[Remark]:
    first: dict[str, Term] = {}
    for term in terms:
        if term.full_form:
            twin = first.setdefault(phrase_key(term.full_form), term)
            if twin is not term and compact(twin.short_form) != compact(term.short_form):
                yield Remark(
                    "twins",
                    term.id,
                    "full_form",
                    f"{twin.id} has the same full form but for case or plural",
                    term.full_form,
                )


def _variants(terms: Sequence[Term]) -> Iterator[Remark]:
    owners: dict[str, str] = {}
    for term in terms:
        owners.setdefault(compact(term.short_form), term.id)
    for term in terms:
        for variant in term.variants:
            owner = owners.get(compact(variant), term.id)
            if owner != term.id and compact(variant) != compact(term.short_form):
                yield Remark("variant", term.id, "variants", f"is also the form of {owner}", variant)


def _stale(terms: Sequence[Term], *, today: date, years: int) -> Iterator[Remark]:
    limit = f"{today.year - years:04}-{today.month:02}-{today.day:02}"
    for term in terms:
        day = term.source.date if term.source else ""
        if term.status == "verified" and day and day < limit[: len(day)] and not term.valid_to:
            yield Remark("stale", term.id, "source_date", f"was read more than {years} years ago", day)
