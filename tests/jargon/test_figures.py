"""Hold what is counted, how it is judged, and what would help most."""

import pytest

from glossary.documents import from_text
from glossary.jargon import Settings, report
from tests.samples import LEXICON


def made(text, format="text", **settings):
    return report(from_text(text, format), LEXICON, Settings(today="2026-11-27", **settings))


def test_words_and_sigles_are_counted():
    figures = made("L’ARE, un CDD, le ZQRT.\n\nLe comité social et économique (CSE) et l'ARE.").figures
    assert (figures.words, figures.sigles, figures.uses) == (13, 4, 5)
    assert (figures.known, figures.defined, figures.obscure) == (1, 1, 2)
    assert figures.density == pytest.approx(100 * 5 / 13)
    assert figures.defined_share == pytest.approx(1 / 3)
    assert figures.obscure_share == pytest.approx(2 / 4)


def test_code_and_front_matter_are_no_words():
    assert made("---\ntitle: CNFPT\n---\n\nUn mot.\n\n    CNFPT\n", "markdown").figures.words == 2


def test_an_empty_text_has_no_shares():
    figures = made("").figures
    assert (figures.words, figures.density, figures.obscure_share, figures.defined_share) == (0, 0, 0, 1)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Bonjour.", "Aucun sigle"),
        ("Un CDD.", "Texte clair"),
        (
            "Un CDD et le comité social et économique (CSE). Le CSE, le ZQRT. La direction (XP).",
            "Texte exigeant",
        ),
        ("L'ARE et le ZQRT.", "Texte pour initiés : 2 sigles sur 2 restent obscurs"),
        ("L'ARE.", "Texte pour initiés : 1 sigle sur 1 reste obscur"),
    ],
)
def test_a_text_is_judged_in_one_sentence(text, verdict):
    assert made(text).verdict.french.startswith(verdict)


def test_the_changes_that_make_most_places_clear_come_first():
    changes = made("L'ARE. Le ZQRT. Le CSE, le CSE, le CSE. Le CNFPT et le CNFPT.").changes
    assert [(change.sigle, change.gain) for change in changes] == [("CSE", 3), ("CNFPT", 2), ("ARE", 1)]


def test_accepted_forms_count_as_known():
    assert made("L'ARE.", accepted=frozenset(["are"])).figures.known == 1


def test_more_new_sigles_a_paragraph_may_be_allowed():
    text = "Le CNFPT, le CSE, la DARES et l'Agefiph."
    assert [found.rule for found in made(text).findings].count("too-many") == 1
    assert "too-many" not in [found.rule for found in made(text, max_new=4).findings]
