"""Hold laws of the report on any text, and that it stays quick on a long one."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.documents import from_text
from glossary.jargon import RULES, Settings, report, writing
from tests.samples import LEXICON

SETTINGS = Settings(today="2026-11-27")
PIECES = st.sampled_from(
    [
        *("le CNFPT", "l’ARE", "(CSE)", "Comité social et économique", "ZQRT", "(ZQRT)", "CSE :", "XP ARSA"),
        *(
            " ",
            "\n",
            "\n\n",
            "# ",
            "- ",
            ". ",
            " (",
            ")",
            ", ",
            "😀",
            "e\u0301",
            "\u00a0",
            "*[CSE]: a b\n",
            "| CSE |",
        ),
        *(
            "<!-- en-clair: ignorer -->",
            "<!-- en-clair: ignorer CSE -->",
            "<p>",
            "<abbr title=x>CSE</abbr>",
            "\r\n",
            "\f",
        ),
    ]
)
TEXTS = st.lists(PIECES, max_size=25).map("".join)


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.sampled_from(["text", "markdown", "html"]))
def test_findings_say_what_stands_there(text, format):
    made = report(from_text(text, format), LEXICON, SETTINGS)
    for finding in made.findings:
        assert made.document.text[finding.start : finding.end] == finding.surface != ""
        assert finding.place.line >= 1
        assert finding.place.column >= 1
        assert "{" not in finding.in_language("fr") + finding.in_language("en")
    places = [(finding.rule, finding.start) for finding in made.findings]
    assert len(set(places)) == len(places)
    figures = made.figures
    assert figures.known + figures.defined + figures.obscure <= figures.sigles
    assert 0 <= figures.defined_share <= 1
    assert 0 <= figures.obscure_share <= 1


@settings(max_examples=40, deadline=None)
@given(TEXTS, st.sampled_from(["text", "markdown", "html"]), st.sampled_from(writing.NAMES))
def test_every_kind_of_report_is_written_for_any_text(text, format, kind):
    made = report(from_text(text, format), LEXICON, SETTINGS, name="a.txt")
    for lang in ("fr", "en"):
        assert isinstance(writing.write([made], kind, lang=lang), str)


def test_a_finding_has_a_rule_of_the_list():
    names = {rule.name for rule in RULES}
    made = report(from_text("Le CNFPT, l'ARE, le CSE, le ZQRT et l'Agefiph."), LEXICON, SETTINGS)
    assert {finding.rule for finding in made.findings} <= names


@pytest.mark.parametrize(
    "piece",
    [
        "Le CNFPT et le ZQ{n}RT votent.\n\n",
        "Le comité social et économique (CSE) du ZQ{n}RT (CSE).\n",
        "CSE : Comité social et économique\n",
        "(CSE) ((CSE (CSE) ",
    ],
    ids=["sigles", "explanations", "list", "brackets"],
)
def test_time_is_linear(piece):
    """Four times the text may take eight times as long, not sixteen."""

    def seconds(count):
        text = "".join(piece.replace("{n}", chr(65 + n % 26) + chr(65 + n // 26 % 26)) for n in range(count))
        document = from_text(text)
        return min(_timed(document) for _ in range(2))

    def _timed(document):
        began = time.process_time()
        report(document, LEXICON, SETTINGS)
        return time.process_time() - began

    assert seconds(2000) < 8 * seconds(500) + 0.1
