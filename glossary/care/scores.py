"""Count how well the engine answers the example sentences."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from glossary.care.examples import NONE, UNDECIDED, Outcome

# Bounds of the bands in which confidence is held against the share of right
# answers; the highest is the one that readers rely on.
BANDS = (0.0, 0.7, 0.8, 0.9, 0.95, 0.99, 1.0)
SURE = 0.9


class Score(NamedTuple):
    """Count the answers to some examples."""

    tried: int
    right: int
    """The right meaning, or rightly undecided or not recognised."""
    wrong: int
    """A meaning that an editor would not give."""

    @property
    def right_share(self) -> float:
        """Tell the share of right answers, 0 to 1."""
        return self.right / max(1, self.tried)

    @property
    def wrong_share(self) -> float:
        """Tell the share of wrong meanings, 0 to 1."""
        return self.wrong / max(1, self.tried)


class Band(NamedTuple):
    """Count the meanings given with a confidence between two bounds."""

    low: float
    high: float
    """Excluded, but for 1."""
    given: int
    right: int
    confidence: float
    """The mean of what the engine said of itself."""


def score(outcomes: Iterable[Outcome]) -> Score:
    """Count right answers and wrong meanings.

    >>> score([])
    Score(tried=0, right=0, wrong=0)
    """
    found = list(outcomes)
    return Score(
        tried=len(found),
        right=sum(outcome.is_right for outcome in found),
        wrong=sum(outcome.is_wrong_meaning for outcome in found),
    )


def reliability(outcomes: Iterable[Outcome], bands: Sequence[float] = BANDS) -> list[Band]:
    """Hold confidence against truth, band by band, for the meanings given.

    Bands without any are left out. Reliability as in calibration of
    classifiers (DeGroot and Fienberg 1983).
    """
    given = [outcome for outcome in outcomes if outcome.answered not in (UNDECIDED, NONE)]
    found = []
    for low, high in pairwise(bands):
        inside = [
            outcome
            for outcome in given
            if low <= outcome.confidence < high or high == 1 == outcome.confidence
        ]
        if inside:
            mean = sum(outcome.confidence for outcome in inside) / len(inside)
            found.append(Band(low, high, len(inside), sum(outcome.is_right for outcome in inside), mean))
    return found


def sure_answers(outcomes: Iterable[Outcome]) -> Score:
    """Count the meanings given with a confidence of 0.9 and more."""
    return score(
        outcome
        for outcome in outcomes
        if outcome.confidence >= SURE and outcome.answered not in (UNDECIDED, NONE)
    )
