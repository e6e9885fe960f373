"""Hold the time of use of each meaning against the document's date and the years it names."""

import re

from glossary.mentions import Evidence
from glossary.resolve.cases import Case, Found, Place
from glossary.resolve.dates import is_before

_YEAR = re.compile(r"(?<![\d/.\-])(?:19[3-9]|20[0-4])\d(?![\d/]|[.,]\d| ?(?:€|euros))")

# A meaning not yet or no longer in use at the document's date.
NOT_YET = -5.0
# A past meaning in a document years later: the text must be plain about it. The
# development sentences cannot tell (-2.5 to -4 alike); minutes of 2024 that say
# «transmises par API» took it for an allowance of before 2009 at -2.5.
NO_LONGER = -3.5
# A year that the passage itself names says as much of the time it speaks of,
# but texts also look back and ahead: «le CHSCT, disparu en 2020».
YEAR_NOT_YET = -2.5
YEAR_NO_LONGER = -1.5
# A meaning of the past in a passage on its own time.
YEAR_IN_USE = 1.0
# Code points to either side in which a year counts.
YEAR_REACH = 120


def validity(case: Case) -> Found:
    """Hold the time of use against the document's date."""
    for number, term in enumerate(case.terms) if case.as_of else ():
        if is_before(case.as_of, term.valid_from):
            reason = f"en usage depuis {term.valid_from[:4]} seulement, le document est de {case.as_of[:4]}"
            yield number, Evidence(kind="validity", weight=NOT_YET, words=(case.as_of,), reason=reason)
        elif is_before(term.valid_to, case.as_of):
            reason = f"n'est plus en usage depuis {term.valid_to[:4]}, le document est de {case.as_of[:4]}"
            yield number, Evidence(kind="validity", weight=NO_LONGER, words=(case.as_of,), reason=reason)


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
