"""Find a document's date in its head, and compare dates of any precision."""

import re
from collections.abc import Iterator

from glossary.keys import fold
from glossary.resolve.french import listed

# A document says its date at the top: title, letterhead, first lines.
HEAD = 2_000
# A date in a running sentence tells of something else.
LONGEST_LINE = 120

_SHORT = {"janv": 1, "fevr": 2, "avr": 4, "juil": 7, "sept": 9, "oct": 10, "nov": 11, "dec": 12}
_MONTH = r"(?P<month>[^\W\d_]{3,9})"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_WRITTEN = re.compile(
    rf"(?:(?<!\d)(?P<day>[0-3]?\d)(?:\s?(?:er|\^?\{{?er\}}?))?\s+|(?<![^\W_])(?<!\d )){_MONTH}\.?\s+{_YEAR}",
    re.IGNORECASE,
)
_NUMBERS = re.compile(rf"(?<![\d/.\-])(?P<day>[0-3]?\d)[/.\-](?P<month>[01]?\d)[/.\-]{_YEAR}")
_ISO = re.compile(rf"(?<![\d/.\-]){_YEAR}-(?P<month>[01]\d)(?:-(?P<day>[0-3]\d))?(?!\d)")

# A date after one of these is that of a law, a start or an end.
_OTHERS = re.compile(
    r"(?:lois?|décrets?|arrêtés?|ordonnances?|circulaires?|instructions?|délibérations?|directives?|règlements?|"
    r"accords?|conventions?|avenants?|articles?|n°|depuis|jusqu|avant|après|dès|compter|partir|d'ici|fin|début|"
    r"vigueur|échéance|née?|entre|jurisprudence|arrêt|cass|soc)\b[^\n.;:]{0,40}$",
    re.IGNORECASE,
)
# A line that carries one of these tells its own date even in a sentence.
_CUES = re.compile(
    r"réunion|séance|comité|compte[ -]rendu|procès[ -]verbal|relevé|note|bulletin|lettre|communiqué|publié|mise? à jour"
    r"|version|édition|date|ordre du jour|csec?\b|le\s*$",
    re.IGNORECASE,
)


def find_date(text: str) -> str:
    """Find the date that a document gives itself in its head.

    Gives `YYYY-MM-DD` or `YYYY-MM`; empty where the head tells none. Looks at
    the first 2,000 code points. Dates of laws, starts and ends do not count.

    >>> find_date("RÉUNION DU 5 AVRIL 2024")
    '2024-04-05'
    """
    found = [date for line in text[:HEAD].splitlines() for date in _dates_in(line)]
    return next((date for date in found if len(date) == len("2024-04-05")), found[0] if found else "")


def _dates_in(line: str) -> Iterator[str]:
    stripped = line.strip()
    sentence = len(stripped) > LONGEST_LINE or stripped.endswith((".", ";", ","))
    for pattern in (_WRITTEN, _NUMBERS, _ISO):
        for match in pattern.finditer(line):
            before = line[max(0, match.start() - 60) : match.start()]
            if _OTHERS.search(before) or (sentence and not _is_letterhead(stripped)):
                continue
            if _CUES.search(line[: match.start()]) or len(stripped) <= len(match.group()) + 40:
                yield from _iso(match)


def _is_letterhead(line: str) -> bool:
    return re.match(r"[^\W\d_][^\n,.]{1,40}, le \d", line) is not None and len(line) <= LONGEST_LINE


def _iso(match: re.Match[str]) -> Iterator[str]:
    month = _month_number(match["month"])
    day = int(match["day"] or 0)
    if month and day <= 31:
        yield f"{match['year']}-{month:02d}" + (f"-{day:02d}" if day else "")


def _month_number(word: str) -> int:
    if word.isdigit():
        return int(word) if 1 <= int(word) <= 12 else 0
    folded = fold(word)
    months = listed("months")
    return months.index(folded) + 1 if folded in months else _SHORT.get(folded, 0)


def is_before(date: str, other: str) -> bool:
    """Say whether a date surely lies before another; precision may differ.

    >>> is_before("2019", "2019-12-31"), is_before("2018-06", "2019")
    (False, True)
    """
    length = min(len(date), len(other))
    return bool(length) and date[:length] < other[:length]


def show_year(date: str) -> str:
    """Give the year of a date for a sentence."""
    return date[:4]
