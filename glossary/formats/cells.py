"""Keep spreadsheets from taking a cell for a formula, without loss.

A cell that starts with `=`, `+`, `-` or `@` is run by Excel and LibreOffice
(OWASP, «CSV Injection»). Such a cell is written with an apostrophe before it,
as a person would type it, and read without. A cell that had the apostrophe
already gets one more, so that reading gives back what was written.
"""

import re

# Excel takes the full-width signs for the plain ones.
_SIGNS = "=+-@＝＋－＠"
_FORMULA = re.compile(f"'*[{re.escape(_SIGNS)}]")
_FIRST = frozenset(_SIGNS + "'")


def guard(cell: str) -> str:
    """Make a cell harmless.

    >>> guard("=1+1"), guard("'=1+1"), guard("CSE")
    ("'=1+1", "''=1+1", 'CSE')
    """
    # The first sign decides for nearly every cell, without a search.
    return f"'{cell}" if cell[:1] in _FIRST and _FORMULA.match(cell) else cell


def unguard(cell: str) -> str:
    """Give a cell as it was before `guard`; one that never was guarded stays."""
    return cell[1:] if cell[:1] == "'" and _FORMULA.match(cell) else cell
