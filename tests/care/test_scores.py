"""Hold that answers are counted as a reader feels them."""

import pytest

from glossary.care import Band, Example, Outcome, Score, reliability, score, sure_answers


def outcome(expected, answered, confidence):
    return Outcome(Example(2, "RSA", expected, "Le RSA."), answered, confidence, "")


RIGHT = outcome("rsa", "rsa", 0.97)
ABSTAINED = outcome("rsa", "undecided", 0.6)
OVERLOOKED = outcome("rsa", "none", 1.0)
WRONG = outcome("rsa", "autre", 0.92)
INVENTED = outcome("none", "rsa", 1.0)


def test_abstaining_is_no_wrong_meaning():
    assert score([RIGHT, ABSTAINED, OVERLOOKED, WRONG, INVENTED]) == Score(tried=5, right=1, wrong=2)


def test_shares_of_nothing_are_nothing():
    assert (score([]).right_share, score([]).wrong_share) == (0, 0)


def test_only_meanings_given_count_as_sure():
    assert sure_answers([RIGHT, ABSTAINED, OVERLOOKED, WRONG]) == Score(tried=2, right=1, wrong=1)


def test_confidence_is_held_against_truth_band_by_band():
    found = reliability([RIGHT, ABSTAINED, OVERLOOKED, WRONG, INVENTED], (0.0, 0.9, 1.0))
    assert found == [Band(0.9, 1.0, 3, 1, pytest.approx((0.97 + 0.92 + 1.0) / 3))]
