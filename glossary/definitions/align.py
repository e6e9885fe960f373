"""Fit the letters of a sigle to the words of a long form, at the least cost.

After Schwartz and Hearst (2003): the letters are found in order, the first
one starts the long form. Where they take the shortest phrase that fits, every
departure from «each letter starts a word» has a price here, and the cheapest
phrase wins. A fit that costs more than its letters can vouch for is chance.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from glossary.definitions.french import BODIES, NUMBERS
from glossary.definitions.reading import Word

# A word that gives no letter; a number is passed over more lightly.
SKIPPED_WORD = 1.0
SKIPPED_NUMBER = 0.5
# A letter of a small word, as the P of ANPE, «Agence nationale pour l'emploi».
SMALL_LETTER = 0.2
# More letters of one word: the next one as in «EHPad», one further on as in «TV».
NEXT_LETTER = 0.3
LATER_LETTER = 0.6
# A letter inside a word whose first letter is not taken: nearly always chance.
INNER_LETTER = 2.0

# Where a long form starts in the middle of something: a name («Association |
# internationale»), a noun and its adjective, a preposition («sans domicile fixe»).
START_IN_NAME = 4.0
START_IN_TITLE = 0.8
START_AFTER_NOUN = 0.5
START_WITH_SMALL = 1.3

# In brackets right behind a body whose name its capital opens, a sigle is hardly
# ever another's: worth as much as one word without a letter.
WORTH_OF_A_BODY = 1.0

# A sigle of another language; each letter that no word has, each word without.
OTHER_ORDER = 1.0
MISSING_LETTER = 0.6
OTHER_WORD = 0.4
LEAST_LETTERS_OF_OTHER_ORDER = 3

# Each letter after the first vouches for this much; a little for rounding.
WORTH_OF_A_LETTER = 0.75
SLACK = 0.1
# Where only a comma or «ou» joins, nearly every letter must start a word.
STRICT_WORTH = 0.2
# Any word has most letters somewhere: one word alone must be long, as
# «tétrahydrocannabinol» (THC), for each letter to mean a part of it.
SIGNS_A_LETTER = 5
LEAST_LETTERS_OF_ONE_WORD = 3

IMPOSSIBLE = 99.0


class Fit(NamedTuple):
    """Hold at which word a long form starts or ends, and its cost."""

    place: int
    cost: float


def limit(letters: int) -> float:
    """Give the cost up to which a fit is no chance."""
    return WORTH_OF_A_LETTER * (letters - 1) + SLACK


def strict_limit(letters: int) -> float:
    """Give the same where little else says that this is a definition."""
    return STRICT_WORTH * (letters - 2) + SLACK


def most_words(letters: int) -> int:
    """Say how many words that count a long form may have."""
    return 2 * letters + 2


def start_fits(units: Sequence[str], words: Sequence[Word], *, body: float = 0.0) -> Iterator[Fit]:
    """Yield where a long form that ends with the last word may start.

    `body` is what it is worth that the name of a body starts it.
    """
    if words and _is_open(words[-1]):
        return
    row = [IMPOSSIBLE] * len(units) + [0.0]
    foreign = _Foreign(units)
    count = longest = 0
    for place in range(len(words) - 1, -1, -1):
        word = words[place]
        foreign.add(word)
        count, longest = count + _counts(words, place), max(longest, len(word.folded))
        start = _start_cost(words, place)
        if start < IMPOSSIBLE and _is_enough(units, count, longest):
            costs = [price + row[stop] for stop, price in _first_prices(units, word)]
            yield Fit(place, start - body * _is_body(word) + min([*costs, foreign.cost_from(word)]))
        foreign.cross(word.gap)
        row = _earlier(units, row, word)


def end_fits(units: Sequence[str], words: Sequence[Word], *, body: float = 0.0) -> Iterator[Fit]:
    """Yield where a long form that starts with the first word may end; `body` as above."""
    if not words or _start_cost(words, 0) == IMPOSSIBLE:
        return
    first = words[0]
    row = [IMPOSSIBLE] * (len(units) + 1)
    for stop, price in _first_prices(units, first):
        row[stop] = min(row[stop], price)
    foreign = _Foreign(units)
    start = _start_cost(words, 0) - body * _is_body(first)
    count = longest = 0
    for place, word in enumerate(words):
        if place:
            foreign.cross(word.gap)
            row = _later(units, row, word)
        foreign.add(word)
        count, longest = count + _counts(words, place), max(longest, len(word.folded))
        is_end = place + 1 == len(words) or words[place + 1].is_after_stop
        if is_end and not _is_open(word) and _is_enough(units, count, longest):
            yield Fit(place, start + min(row[-1], foreign.cost_from(first)))


def _is_open(word: Word) -> bool:
    """Say whether a phrase goes on after a word: «comité social et»."""
    return word.is_small and not word.is_capital


def _is_enough(units: Sequence[str], count: int, longest: int) -> bool:
    """Say whether words can hold so many letters: one alone must be long."""
    return count > 1 or (len(units) >= LEAST_LETTERS_OF_ONE_WORD and longest >= SIGNS_A_LETTER * len(units))


def _is_body(word: Word) -> bool:
    """Say whether it opens the name of an organisation, a treaty, a programme."""
    return word.is_capital and word.folded in BODIES


def _counts(words: Sequence[Word], place: int) -> bool:
    return not words[place].is_article or _is_title(words, place)


def _start_cost(words: Sequence[Word], place: int) -> float:
    """Price a start by what stands before it."""
    word = words[place]
    if word.is_article and not _is_title(words, place):
        return IMPOSSIBLE
    before = words[place - 1] if place else None
    if before and (word.is_joined or before.is_pronoun):
        return IMPOSSIBLE
    if word.is_small:
        is_part = place + 1 < len(words) and words[place + 1].is_joined
        return 0.0 if word.is_article or is_part else START_WITH_SMALL
    if not before or word.gap or before.is_small:
        return 0.0
    if before.is_capital:
        return START_IN_TITLE if word.is_capital else START_IN_NAME
    return 0.0 if word.is_capital else START_AFTER_NOUN


def _is_title(words: Sequence[Word], place: int) -> bool:
    """Say whether an article is part of a name: «Les Républicains»."""
    return words[place].is_capital and place + 1 < len(words) and words[place + 1].is_capital


def _first_prices(units: Sequence[str], word: Word) -> list[tuple[int, float]]:
    """List what a word may give that starts the long form with the first letter."""
    if word.folded[0] != units[0][0] and not units[0][0].isdigit():
        return []
    return _prices(units, 0, word)


def _skip(word: Word) -> float:
    return 0.0 if word.is_small else SKIPPED_NUMBER if word.folded.isdigit() else SKIPPED_WORD


def _earlier(units: Sequence[str], row: list[float], word: Word) -> list[float]:
    """Give the least costs from a word on, by the letter that comes first."""
    skip = _skip(word) + word.gap
    fresh = [cost + skip for cost in row]
    for place in range(len(units)):
        for stop, price in _prices(units, place, word):
            fresh[place] = min(fresh[place], price + row[stop] + word.gap)
    return fresh


def _later(units: Sequence[str], row: list[float], word: Word) -> list[float]:
    """Give the least costs up to a word, by how many letters are placed."""
    skip = _skip(word) + word.gap
    fresh = [cost + skip for cost in row]
    for place in range(len(units)):
        if row[place] < IMPOSSIBLE:
            for stop, price in _prices(units, place, word):
                fresh[stop] = min(fresh[stop], row[place] + price + word.gap)
    return fresh


def _prices(units: Sequence[str], place: int, word: Word) -> list[tuple[int, float]]:
    """List up to which letter a word can serve from a place on, and its price."""
    folded, unit = word.folded, units[place]
    if unit[0].isdigit():
        is_read = folded == unit or folded.startswith(NUMBERS.get(unit, "\0"))
        return [(place + 1, 0.0)] if is_read else []
    at = folded.find(unit)
    if at < 0:
        return []
    if word.is_small:
        return [] if at else [(place + 1, SMALL_LETTER)]
    price = INNER_LETTER if at else 0.0
    found = [(place + 1, price)]
    for stop in range(place + 1, len(units)):
        after = folded.find(units[stop], at + 1)
        if after < 0:
            break
        price += NEXT_LETTER if after == at + 1 else LATER_LETTER
        at = after
        found.append((stop + 1, price))
    return found


class _Foreign:
    """Price the letters in another order: the sigle of a translation, WIPO.

    Only for what may bear one: an organisation, a treaty, a programme.
    """

    def __init__(self, units: Sequence[str]) -> None:
        self.left = list(units)
        self.cost = 0.0 if len(units) >= LEAST_LETTERS_OF_OTHER_ORDER else IMPOSSIBLE
        self.most_missing = len(units) // 2

    def add(self, word: Word) -> None:
        """Take a word in."""
        if word.is_small:
            return
        if word.folded[0] in self.left:
            self.left.remove(word.folded[0])
        else:
            self.cost += OTHER_WORD

    def cross(self, gap: float) -> None:
        """Take a comma or dash in."""
        self.cost += gap

    def cost_from(self, first: Word) -> float:
        """Give the cost of all words taken in, where such a word starts them."""
        if len(self.left) > self.most_missing or not _is_body(first):
            return IMPOSSIBLE
        return self.cost + OTHER_ORDER + MISSING_LETTER * len(self.left)
