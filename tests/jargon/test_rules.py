"""Hold each rule to the texts that it must and must not flag."""

from pathlib import Path

import pytest

from glossary.documents import from_text
from glossary.jargon import RULES, Settings, report
from glossary.jargon.check import CHECKS
from glossary.lexicon import Lexicon
from tests.samples import TERMS, term

SETTINGS = Settings(today="2026-11-27")
LEXICON = Lexicon(
    (
        *TERMS,
        term("ANPE", "Agence nationale pour l'emploi", valid_to="2008-12-18", replaced_by="ft"),
        term("FT", "France Travail", valid_from="2024-01-01"),
        term("CE", "Comité d'entreprise", valid_to="2019-12-31", replaced_by="cse"),
    )
)
EXAMPLES = [(rule.name, example) for rule in RULES for example in rule.examples]


def flagged(rule, text, format="text"):
    found = report(from_text(text, format), LEXICON, SETTINGS).findings
    return tuple(finding.surface for finding in found if finding.rule == rule)


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=[f"{r}: {e.text[:40]}" for r, e in EXAMPLES])
def test_a_rule_flags_what_it_must_and_no_more(rule, example):
    assert flagged(rule, example.text, example.format) == example.flags


def test_every_rule_has_texts_it_flags_and_texts_it_leaves_alone():
    for rule in RULES:
        assert {bool(example.flags) for example in rule.examples} == {True, False}


def test_every_rule_is_found_by_one_check():
    assert [rule.name for rule in RULES] == list(CHECKS)
    for rule in RULES:
        assert "" in rule.advice


def test_every_rule_stands_in_the_documentation_with_its_level():
    page = (Path(__file__).parents[2] / "docs" / "jargon.md").read_text("utf-8")
    for rule in RULES:
        assert f"| `{rule.name}` | {rule.severity} |" in page
