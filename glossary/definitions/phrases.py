"""Say how far a long form may reach: a sentence, a cell, a list item, no more."""

import re

from glossary.text import SPACES

# No long form of French administration is longer; a wider look only costs.
REACH = 260

OPENING = '«“"<‹„*_'
CLOSING = '»”"›>*_'

_S = rf"[{SPACES}]"
_LINES = rf"\n{_S}*\r?\n|\n{_S}*(?:[\-*•–—>#|✓]{_S}|[0-9]+[.)]{_S})|[\f\v\t]"
_HARD = rf"{_LINES}|(?<=[^\W_][^\W_])[.!?…]+[»”\"]?(?:\s|$)|[;|()\[\]{{}}=«»“”\"]|<<|>>"
_EDGE_BEFORE = re.compile(rf"{_HARD}|:\s")
_EDGE_AFTER = re.compile(rf"{_HARD}|\s(?=[^\W_][\w.&/\-]{{0,12}}\s?=)|$")
_STOP = re.compile(r"[,:\n]|\s[–—-]\s|$")


def window_before(text: str, stop: int) -> int:
    """Say how far back a long form that ends at a place may start."""
    low = max(0, stop - REACH)
    for match in _EDGE_BEFORE.finditer(text, low, stop):
        low = match.end()
    return low


def window_after(text: str, start: int) -> int:
    """Say how far on a long form that starts at a place may end."""
    match = _EDGE_AFTER.search(text, start, min(len(text), start + REACH))
    return match.start() if match else start


def stops(text: str, start: int, end: int) -> list[int]:
    """List where a long form may end inside its window, nearest first."""
    return [match.start() for match in _STOP.finditer(text, start, end)]


def before_quotes(text: str, stop: int) -> int:
    """Step back over spaces and closing quotes, to the end of a word."""
    low = max(0, stop - 8)
    while stop > low and (text[stop - 1].isspace() or text[stop - 1] in CLOSING):
        stop -= 1
    return stop
