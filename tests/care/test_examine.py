"""Hold what each rule of care finds, and what it leaves alone."""

from datetime import date

import pytest

from glossary.care import RULES, examine
from glossary.model import Source
from tests.samples import term

TODAY = date(2026, 11, 3)


def found(rule, *terms):
    return [
        (remark.term, remark.column, remark.value)
        for remark in examine(terms, today=TODAY)
        if remark.rule == rule
    ]


def dated(day):
    return Source(name="Légifrance", url="https://www.legifrance.gouv.fr", date=day)


CASES = [
    ("order", [term("B", "Bien"), term("A", "Autre")], [("a", "id", "a")]),
    ("order", [term("A", "Autre"), term("B", "Bien")], []),
    ("double", [term("A", "Aide active"), term("A.", "aides actives", id="b")], [("b", "full_form", "aides actives")]),
    ("double", [term("A", "Aide"), term("A", "Autre", id="b")], []),
    ("double", [term("A", "Aide"), term("A", "Aide", id="b", status="withdrawn")], []),
    ("replacement", [term("A", "Aide", replaced_by="b")], [("a", "replaced_by", "b")]),
    ("replacement", [term("A", "Aide", replaced_by="b"), term("B", "Bien")], []),
    ("replacement", [term("A", "Aide", replaced_by="b"), term("B", "Bien", replaced_by="a")], [("a", "replaced_by", "b"), ("b", "replaced_by", "a")]),
    ("source", [term("A", "Aide", source=Source(name="On dit"))], [("a", "source", "On dit")]),
    ("source", [term("A", "Aide", source=Source(name="Loi", date="2020"))], []),
    ("source", [term("A", "Aide", source=None, status="to-check")], []),
    ("clash", [term("A", "Aide"), term("A.", "Autre", id="b", context=("mot",))], [("a", "context", "")]),
    ("clash", [term("A", "Aide"), term("B", "Bien")], []),
    ("unexplained", [term("A", "Aide", definition="Aide du ZQXT.")], [("a", "definition", "ZQXT")]),
    ("unexplained", [term("A", "Aide", definition="Aide du BRAC."), term("BRAC", "Bien")], []),
    ("twins", [term("A", "Aide active"), term("B", "Aides actives")], [("b", "full_form", "Aides actives")]),
    ("twins", [term("A", "Aide active"), term("B", "Aide passive")], []),
    ("variant", [term("A", "Aide", variants=("B.",)), term("B", "Bien")], [("a", "variants", "B.")]),
    ("variant", [term("A", "Aide", variants=("AA",)), term("B", "Bien")], []),
    ("stale", [term("A", "Aide", source=dated("2024-11-02"))], [("a", "source_date", "2024-11-02")]),
    ("stale", [term("A", "Aide", source=dated("2023"))], [("a", "source_date", "2023")]),
    ("stale", [term("A", "Aide", source=dated("2024-11-03")), term("B", "Bien", source=dated("2024"))], []),
    ("stale", [term("A", "Aide", source=dated("2001"), valid_to="2010")], []),
]  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "terms", "expected"),
    CASES,
    ids=[f"{rule}-{number}" for number, (rule, _, _) in enumerate(CASES)],
)
def test_a_rule_finds_what_it_should_and_no_more(rule, terms, expected):
    assert found(rule, *terms) == expected


def test_every_rule_has_texts_it_flags_and_texts_it_leaves_alone():
    for rule in RULES:
        assert {bool(expected) for name, _, expected in CASES if name == rule.name} == {True, False}


def test_every_remark_belongs_to_a_rule():
    names = {rule.name for rule in RULES}
    assert all(remark.rule in names for _, terms, _ in CASES for remark in examine(terms, today=TODAY))
