"""Hold the counting of right answers to small sums done by hand."""

import pytest

from benchmarks.scores import NOTHING, Score, macro_f1, score, score_choices


def test_exact_answers_count_once() -> None:
    assert score([(0, 3), (0, 3), (5, 8)], [(0, 3), (4, 8)]) == Score(given=2, expected=2, right=1)


def test_precision_recall_and_f1_follow_from_the_counts() -> None:
    found = Score(given=4, expected=8, right=2)
    assert (found.precision, found.recall) == (0.5, 0.25)
    assert found.f1 == pytest.approx(1 / 3)


def test_nothing_given_and_nothing_expected_is_no_division_by_zero() -> None:
    assert (NOTHING.precision, NOTHING.recall, NOTHING.f1, macro_f1([NOTHING])) == (0.0, 0.0, 0.0, 0.0)


def test_counts_of_several_texts_add_up() -> None:
    assert Score(1, 2, 1).plus(Score(3, 1, 0)) == Score(4, 3, 1)


def test_macro_f1_is_that_of_the_mean_precision_and_recall() -> None:
    """Precision 1 and 0.5, recall 0.5 and 0.5: means 0.75 and 0.5."""
    assert macro_f1([Score(1, 2, 1), Score(2, 2, 1)]) == pytest.approx(0.6)


def test_choices_are_counted_by_meaning() -> None:
    """Of «a» both recall and precision are 1, «b» is never answered: precision 1, recall 0."""
    found = score_choices(["a", "a", "c"], ["a", "a", "b"])
    assert found.accuracy == pytest.approx(2 / 3)
    assert found.macro_f1 == pytest.approx(2 * 1.0 * 0.5 / 1.5)


def test_no_choices_at_all_give_zero() -> None:
    assert score_choices([], []) == (0.0, 0.0)
