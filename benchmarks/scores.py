"""Count right, wrong and missing answers, and say precision, recall and F1.

Spans count only when exact, as in the SDU@AAAI-22 tasks. Acronyms and long
forms are counted over all texts together (micro); the tasks' macro F1 is that
of the means over the two kinds, and over the meanings for disambiguation.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from typing import NamedTuple


class Score(NamedTuple):
    """Hold how many answers were given, expected, and right."""

    given: int
    expected: int
    right: int

    @property
    def precision(self) -> float:
        """Give the share of the given answers that are right; 0 where none is given."""
        return self.right / self.given if self.given else 0.0

    @property
    def recall(self) -> float:
        """Give the share of the expected answers that were found; 0 where none is expected."""
        return self.right / self.expected if self.expected else 0.0

    @property
    def f1(self) -> float:
        """Give the harmonic mean of both.

        >>> Score(given=4, expected=2, right=2).f1
        0.6666666666666666
        """
        return 2 * self.right / (self.given + self.expected) if self.given + self.expected else 0.0

    def plus(self, other: "Score") -> "Score":
        """Add the counts of another stretch."""
        return Score(self.given + other.given, self.expected + other.expected, self.right + other.right)


NOTHING = Score(0, 0, 0)


def score(given: Iterable[Hashable], expected: Iterable[Hashable]) -> Score:
    """Count answers of one text; one given twice counts once."""
    answers, wanted = set(given), set(expected)
    return Score(len(answers), len(wanted), len(answers & wanted))


def macro_f1(scores: Sequence[Score]) -> float:
    """Give the F1 of the mean precision and mean recall, as the tasks' scorer does."""
    precision, recall = (
        sum(values) / len(values)
        for values in ([one.precision for one in scores], [one.recall for one in scores])
    )
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


class Choices(NamedTuple):
    """Hold how meanings were chosen: the share right, and the task's macro F1."""

    accuracy: float
    macro_f1: float
    """Harmonic mean of the mean precision and the mean recall over the meanings expected."""


def score_choices(given: Sequence[str], expected: Sequence[str]) -> Choices:
    """Compare chosen meanings one by one, as the scorer of SDU@AAAI-22 task 2 does.

    An empty answer is an abstention: never right, and no meaning's precision
    suffers for it. A meaning that is never answered counts as precise.

    >>> score_choices(["a", "b", ""], ["a", "a", "b"])
    Choices(accuracy=0.3333333333333333, macro_f1=0.3333333333333333)
    """
    right = Counter(answer for answer, wanted in zip(given, expected, strict=True) if answer == wanted)
    answered, wanted_often = Counter(given), Counter(expected)
    precisions = [right[name] / answered[name] if answered[name] else 1.0 for name in wanted_often]
    recalls = [right[name] / count for name, count in wanted_often.items()]
    precision, recall = (sum(values) / len(values) if values else 0.0 for values in (precisions, recalls))
    total = precision + recall
    accuracy = sum(right.values()) / len(expected) if expected else 0.0
    return Choices(accuracy, 2 * precision * recall / total if total else 0.0)
