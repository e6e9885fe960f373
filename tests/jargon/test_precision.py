"""Hold the report to what a person judged, finding by finding, on ten documents.

`judged.csv` lists every finding with the judgement of an editor who read it in
its document. The shipped glossary answers, so a row of it may add or take away
a finding: what is not in the list counts as unjust until somebody has read it.
"""

import csv
from collections import Counter
from pathlib import Path

import pytest

from glossary.documents import read
from glossary.formats import shipped_terms
from glossary.jargon import RULES, Settings, report
from glossary.lexicon import Lexicon

CORPUS = Path(__file__).parents[1] / "corpus" / "jargon"
DOCUMENTS = sorted(path for path in CORPUS.iterdir() if path.suffix in (".txt", ".md", ".html"))
JUST_OF_100 = 90


@pytest.fixture(scope="module")
def judged():
    with (CORPUS / "judged.csv").open(encoding="utf-8", newline="") as stream:
        return {
            (row["document"], row["line"], row["rule"], row["surface"]): row["just"]
            for row in csv.DictReader(stream)
        }


@pytest.fixture(scope="module")
def found():
    lexicon = Lexicon(shipped_terms())
    settings = Settings(today="2026-11-27")
    return {
        (path.name, str(finding.place.line), finding.rule, finding.surface)
        for path in DOCUMENTS
        for finding in report(
            read(path.read_bytes(), name=path.name), lexicon, settings, name=path.name
        ).findings
    }


def test_ten_documents_are_judged(judged):
    assert len(DOCUMENTS) == 10
    assert {path.name for path in DOCUMENTS} == {document for document, *_ in judged}


def test_ninety_of_a_hundred_findings_are_just(judged, found):
    just = sum(judged.get(finding) == "yes" for finding in found)
    assert len(found) >= 100
    assert 100 * just >= JUST_OF_100 * len(found)


def test_what_was_judged_just_is_still_found(judged, found):
    just = [finding for finding, judgement in judged.items() if judgement == "yes"]
    missing = [finding for finding in just if finding not in found]
    assert 10 * len(missing) <= len(just), missing


def test_most_rules_are_met_in_the_documents(judged):
    met = Counter(rule for _, _, rule, _ in judged)
    assert len(met) >= len(RULES) - 4
