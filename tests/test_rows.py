"""Hold that rows and objects give back the term they were made of."""

import pytest

from glossary.errors import InvalidTerm
from glossary.rows import COLUMNS, differences, from_checked, from_object, from_row, to_object, to_row
from tests.samples import TERMS, term


@pytest.mark.parametrize("sample", TERMS, ids=lambda sample: sample.id)
def test_a_term_is_the_same_after_row_and_object(sample):
    assert tuple(to_row(sample)) == COLUMNS
    assert from_row(to_row(sample)) == sample
    assert from_checked(tuple(to_row(sample).values())) == sample
    assert from_object(to_object(sample)) == sample


def test_an_object_takes_defaults_for_what_it_does_not_say():
    assert (
        from_object({"id": "neo", "short_form": "NEO", "kind": "name", "definition": "Un outil."}).lang
        == "fr"
    )


def test_an_object_tells_every_problem_at_once():
    with pytest.raises(InvalidTerm) as caught:
        from_object({"short": "X", "variants": "a|b", "source": {"url": 3, "who": ""}})
    assert {problem.where for problem in caught.value.problems} == {
        "short", "variants", "source.url", "source", "source.name", "id", "short_form",
    }  # fmt: skip


def test_an_object_may_be_a_rest_answer():
    values = to_object(term("RSA", "Revenu de solidarité active")) | {"collection": ""}
    values["source"]["link"] = "https://example.org"
    assert from_object(values) == term("RSA", "Revenu de solidarité active")


@pytest.mark.parametrize("values", [None, [], "RSA", 3], ids=repr)
def test_an_object_that_is_none_is_refused(values):
    with pytest.raises(InvalidTerm, match="expected an object"):
        from_object(values)


def test_differences_name_the_columns_in_order():
    old, new = to_row(term("RSA", "Revenu")), to_row(term("RSA", "Revenu de", usage="rare"))
    assert differences(old, new) == ("full_form", "usage")
