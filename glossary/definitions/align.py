"""Fit the letters of a sigle to the words of a long form, at the least cost.

After Schwartz and Hearst (2003): the letters are found in order, the first
one starts the long form. Where they take the shortest phrase that fits, every
departure from «each letter starts a word» has a price here, and the cheapest
start wins: words without a letter, letters inside words, commas crossed.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from glossary.keys import fold
from glossary.text import WORD

# Small words are free; they give a letter where a sigle takes one of them.
SMALL = frozenset(
    [
        "a",
        "à",
        "au",
        "aux",
        "avec",
        "ce",
        "ces",
        "dans",
        "de",
        "des",
        "du",
        "en",
        "entre",
        "et",
        "l",
        "la",
        "le",
        "les",
        "leur",
        "leurs",
        "ou",
        "par",
        "pour",
        "s",
        "sa",
        "sans",
        "ses",
        "son",
        "sous",
        "sur",
        "un",
        "une",
        "d",
        "n",
        "qu",
        "the",
        "of",
        "and",
        "for",
        "in",
        "on",
        "to",
        "at",
        "an",
        "by",
        "with",
        "del",
        "el",
        "los",
        "las",
        "y",
        "e",
        "para",
        "von",
        "und",
        "der",
        "die",
        "das",
    ]
)
NUMBERS = {
    "2": ("deux", "bi", "double"),
    "3": ("trois", "tri", "triple"),
    "4": ("quatre",),
    "5": ("cinq",),
    "6": ("six",),
    "7": ("sept",),
    "8": ("huit",),
    "9": ("neuf",),
    "10": ("dix",),
    "20": ("vingt",),
}

SKIPPED_WORD = 1.0
SKIPPED_NUMBER = 0.5
NEXT_LETTER = 0.2
LATER_LETTER = 0.6
INNER_LETTER = 1.2
COMMA_COST = 0.4
DASH_COST = 1.0
START_IN_NAME = 2.5
START_IN_TITLE = 0.6
START_AFTER_NOUN = 0.3
OTHER_ORDER = 1.2
MISSING_LETTER = 0.7
OTHER_WORD = 0.4
HEAD_WITHOUT_LETTER = 0.9
NO_HEADS = frozenset(["nations", "unies", "europe", "afrique", "amerique", "asie", "etats"])
SMALL_START = 0.5
IMPOSSIBLE = 99.0
# Where a long form cannot be: more would be needed than any limit allows.
HOPELESS = 8.0


class Word(NamedTuple):
    """Hold a word of a phrase with what the fitting needs to know."""

    start: int
    end: int
    folded: str
    is_small: bool
    is_capital: bool
    """Whether it starts with a capital."""
    gap: float
    """What it costs to go on to the word after it: a comma, a dash."""


class Fit(NamedTuple):
    """Hold where a long form starts among the words, and its cost."""

    first: int
    cost: float


_COMMA = re.compile(r"[,/]")
_DASH = re.compile(r"\s[\-–—−]+\s")


def words_of(text: str, start: int, end: int) -> list[Word]:
    """Cut a stretch of a text into words, in order."""
    found: list[Word] = []
    matches = list(WORD.finditer(text, start, end))
    for number, match in enumerate(matches):
        gap = text[match.end() : matches[number + 1].start()] if number + 1 < len(matches) else ""
        folded = fold(match.group())
        if folded:
            found.append(
                Word(
                    match.start(),
                    match.end(),
                    folded,
                    folded in SMALL,
                    match.group()[0].isupper(),
                    _gap_cost(gap),
                )
            )
    return found


def _gap_cost(gap: str) -> float:
    if len(gap) < 2 and gap != "/":
        return 0.0
    return DASH_COST if _DASH.search(gap) else COMMA_COST if _COMMA.search(gap) else 0.0


def best_fit(units: Sequence[str], words: Sequence[Word]) -> Fit | None:
    """Find the cheapest start of a long form that ends with the last word."""
    return min(_fits(units, words), key=lambda fit: fit.cost, default=None)


def whole_cost(units: Sequence[str], words: Sequence[Word]) -> float:
    """Price a long form that starts with the first word and ends with the last."""
    return min((fit.cost for fit in _fits(units, words) if fit.first == 0), default=HOPELESS)


def _fits(units: Sequence[str], words: Sequence[Word]) -> Iterator[Fit]:
    """Yield each possible start with its cost, from the last word to the first."""
    row = [IMPOSSIBLE] * len(units) + [0.0]
    initials: list[str] = []
    for number in range(len(words) - 1, -1, -1):
        word = words[number]
        prices = [_prices(units, place, word) for place in range(len(units))]
        cost = IMPOSSIBLE
        if prices[0] and (word.folded[0] == units[0][0] or word.folded == units[0]):
            cost = word.gap + min(price + row[stop] for stop, price in prices[0])
        row = _before(row, prices, word)
        if not word.is_small:
            initials.append(word.folded[0])
            if word.is_capital and word.folded not in NO_HEADS:
                cost = min(cost, row[0] + HEAD_WITHOUT_LETTER, _shuffled(units, initials))
        if cost < HOPELESS:
            yield Fit(number, cost + _start_cost(words, number))


def _shuffled(units: Sequence[str], initials: Sequence[str]) -> float:
    """Price the letters in another order: the sigle of a translation, JICA, UNESCO."""
    left = list(initials)
    missing = 0
    for unit in units:
        if unit in left:
            left.remove(unit)
        else:
            missing += 1
    if 2 * missing > len(units):
        return IMPOSSIBLE
    return OTHER_ORDER + MISSING_LETTER * missing + OTHER_WORD * len(left)


def _start_cost(words: Sequence[Word], number: int) -> float:
    """Price a start in the middle of a name: «Association | internationale»."""
    word = words[number]
    if word.is_small:
        return SMALL_START
    if number == 0 or words[number - 1].is_small or words[number - 1].gap:
        return 0.0
    before = words[number - 1]
    if before.is_capital:
        return START_IN_TITLE if word.is_capital and word.folded not in NO_HEADS else START_IN_NAME
    return 0.0 if word.is_capital else START_AFTER_NOUN


def _before(row: list[float], prices: list[list[tuple[int, float]]], word: Word) -> list[float]:
    """Give the least costs from a word on, by the units already placed."""
    skip = 0.0 if word.is_small else SKIPPED_NUMBER if word.folded.isdigit() else SKIPPED_WORD
    fresh = [
        word.gap + min([skip + row[place], *(price + row[stop] for stop, price in options)])
        for place, options in enumerate(prices)
    ]
    return [*fresh, word.gap + skip + row[-1]]


def _prices(units: Sequence[str], place: int, word: Word) -> list[tuple[int, float]]:
    """List up to which unit a word can serve from a place on, and its price."""
    folded = word.folded
    unit = units[place]
    if unit[0].isdigit():
        fits = folded == unit or any(folded.startswith(name) for name in NUMBERS.get(unit, ()))
        return [(place + 1, 0.0)] if fits else []
    at = folded.find(unit)
    if at < 0 or (word.is_small and at > 0):
        return []
    price = 0.0 if at == 0 else INNER_LETTER
    found = [(place + 1, price)]
    if word.is_small:
        return found
    for stop in range(place + 1, len(units)):
        after = folded.find(units[stop], at + 1)
        if after < 0:
            break
        price += NEXT_LETTER if after == at + 1 else LATER_LETTER
        at = after
        found.append((stop + 1, price))
    return found
