"""Know the sigles that need no explanation: CDI, CV, SMS.

`common.csv` says for each why; where it names a term, only that meaning is
known to everybody (`JO` for the games, not for the Journal officiel).
"""

import csv
from functools import cache
from importlib import resources

from glossary.keys import compact


@cache
def _meanings() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    table = resources.files("glossary.jargon").joinpath("common.csv")
    for row in csv.DictReader(table.read_text("utf-8").splitlines()):
        form = compact(row["form"])
        found[form] = found.get(form, frozenset()) | {row["term"]}
    return found


def is_common(form: str, term: str = "") -> bool:
    """Say whether everybody knows a form, in the meaning of a term where one is chosen.

    >>> is_common("CDI", "cdi"), is_common("SMS"), is_common("JO", "jo")
    (True, True, False)
    """
    meanings = _meanings().get(compact(form), frozenset())
    return bool(meanings) and (not term or "" in meanings or term in meanings)
