"""Test the retelling of English errors."""

import pytest
from flask import Flask

from glossary.errors import InvalidTerm
from glossary.model import Term
from glossary.web.sentences import retell


def test_every_complaint_of_the_model_is_retold(app: Flask) -> None:
    with pytest.raises(InvalidTerm, match="id") as caught:
        Term(
            id="É", short_form=" x" * 400, kind="verb", valid_from="hier", valid_to="2020", status="verified",
            replaced_by="É", variants=("", *["a"] * 70), definition="\u202e\0",
        )  # type: ignore[arg-type]  # fmt: skip
    assert len(caught.value.problems) > 8
    with app.test_request_context("/"):
        for problem in caught.value.problems:
            assert retell(problem.what) != problem.what
    with app.test_request_context("/?lang=en"):
        for problem in caught.value.problems:
            assert retell(problem.what) == problem.what


def test_values_are_kept(app: Flask) -> None:
    with app.test_request_context("/"):
        assert retell("there is a term 'cse' already") == "il existe déjà un terme 'cse'"
        assert retell("something new") == "something new"
