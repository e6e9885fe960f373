"""Test the words for codes."""

import pytest
from flask import Flask

from glossary.model import DOMAINS, KINDS, STATUSES, USAGES
from glossary.web import labels


def test_every_code_of_the_model_has_words() -> None:
    assert tuple(labels.DOMAINS) == DOMAINS
    assert set(labels.KINDS) == set(KINDS)
    assert set(labels.USAGES) == set(USAGES)
    assert set(labels.STATUSES) == set(STATUSES)


@pytest.mark.parametrize(
    ("text", "french", "english"),
    [
        ("", "", ""),
        ("2024", "2024", "2024"),
        ("2024-04", "avril 2024", "April 2024"),
        ("2024-04-05", "5 avril 2024", "5 April 2024"),
        ("2024-04-01", "1er avril 2024", "1 April 2024"),
        ("2024-04-11", "11 avril 2024", "11 April 2024"),
    ],
)
def test_dates_are_written_as_people_do(app: Flask, text: str, french: str, english: str) -> None:
    with app.test_request_context("/"):
        assert labels.day(text) == french
    with app.test_request_context("/?lang=en"):
        assert labels.day(text) == english


def test_confidence_is_said_in_words(app: Flask) -> None:
    with app.test_request_context("/"):
        assert labels.confidence(0.99) == "pratiquement sûr"
        assert labels.confidence(0.0) == "incertain, à vérifier"
