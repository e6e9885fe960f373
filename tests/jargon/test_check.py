"""Hold how findings get on with each other, beyond what each rule's own texts show."""

import pytest

from glossary.documents import from_text
from glossary.jargon import Settings, report
from glossary.lexicon import Lexicon
from tests.samples import TERMS, term

LEXICON = Lexicon(
    (
        *TERMS,
        term("VXQT", "Ancien dispositif", id="vxqt", status="withdrawn", replaced_by="cse"),
        term("PHP", "Hypertext preprocessor", lang="en"),
        term("ANPE", "Agence nationale pour l'emploi", valid_to="2008-12-18"),
    )
)


def findings(text, format="text", **chosen):
    return report(from_text(text, format), LEXICON, Settings(today="2026-11-27", **chosen)).findings


def rules(text, format="text"):
    return [(found.rule, found.surface) for found in findings(text, format)]


def advice(text):
    return [found.advice.french for found in findings(text)]


def test_a_withdrawn_name_is_told_with_todays_and_only_so():
    found = findings("Le VXQT sert encore.")
    assert [finding.rule for finding in found] == ["outdated"]
    assert found[0].advice.french == "Écrivez le nom d'aujourd'hui : Comité social et économique (CSE)."


def test_a_name_that_nothing_replaced_is_told_too():
    assert advice("Voyez l'ANPE.") == ["Vérifiez s'il faut garder ce nom."]


def test_several_meanings_are_admitted():
    text = "Le DE signe sa fiche de demandeur d'emploi."
    assert "si c'est le sens voulu" in advice(text)[0]
    assert "si c'est le sens voulu" in advice(f"{text} Le DE revient.")[0]


def test_english_is_to_be_said_in_french():
    assert advice("Un serveur PHP.")[0].startswith("Dites en français ce que c'est")


@pytest.mark.parametrize(
    ("text", "format"),
    [
        ("| CSE | Comité social et économique |\n|---|---|\n| DARES | autre |\n\nLe CSE vote.", "markdown"),
        ("<table><tr><td>CSE<td>Comité social et économique</table><p>Le CSE vote.", "html"),
        ("- CSE : comité social et économique\n- XP : expérimentation\n\nLe CSE vote.", "markdown"),
    ],
    ids=["Markdown table", "HTML table", "list"],
)
def test_a_list_of_sigles_explains_them(text, format):
    assert "CSE" not in [surface for _, surface in rules(text, format)]


def test_a_variant_of_several_words_counts_for_its_sigle():
    text = "Le comité social et économique (CSE) vote. Le CSE central aussi."
    assert rules(text) == []


def test_a_severity_of_off_silences_a_rule():
    assert findings("Le CNFPT forme.", severities={"never-defined": "off"}) == ()


def test_the_documents_date_counts_before_today():
    assert rules("Inscrivez-vous à l'ANPE.") == [("outdated", "ANPE")]
    assert "outdated" not in [found.rule for found in findings("Inscrivez-vous à l'ANPE.", as_of="2005")]
