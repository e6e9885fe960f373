"""Lead a text through the whole engine and write the meanings into it."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from glossary import documents
from glossary.annotate import Annotated, Options, annotate
from glossary.documents import Document
from tests.samples import LEXICON

# The traps of a real report, on a text of our own: a masthead in capitals,
# surnames, addresses, a heading, an unknown sigle, an ambiguous one.
REPORT = """ENSEMBLE, UTILE,
SOLIDAIRE !

CSEC

RÉUNION DU 12 MARS 2024

Vos élus CSEC

Isabeau DE MONTFORT

prenom.nom@exemple.fr

Paul PINCHON DE KERVADEC

section.CSE@exemple.fr

Ordre du jour

1. Le programme « Former ensemble » et les XP ARSA
2. La CDE et la CDDE (CDE, CDDE, etc.)

La direction rappelle que les DE (et les entreprises) gardent un conseiller.
EX : une offre faite à un DE qui a retrouvé un travail. Le CNFPT forme aussi
les agents. L'Agefiph suit. Le ZQRT n'est pas expliqué ; Pix non plus, ni NEO.

Le Revenu de solidarité active (RSA) est versé par la CAF. Le RSA évolue.
"""


def annotated(text: str, format: str = "text", **options: object) -> Annotated:
    return annotate(documents.from_text(text, format), LEXICON, Options(**options))  # type: ignore[arg-type]


def written(text: str, format: str = "text", **options: object) -> str:
    result = annotated(text, format, **options)
    return documents.write_text(result.document, result.marks, style="expand")


def test_the_traps_of_a_report_hold() -> None:
    result = annotated(REPORT)
    surfaces = [resolution.mention.surface for resolution in result.mentions]
    assert surfaces.count("DE") == 2
    assert {"CSEC", "XP ARSA", "CDE", "CDDE", "CNFPT", "Agefiph", "RSA", "Pix", "NEO"} <= set(surfaces)
    assert not {"DU", "CSE", "KERVADEC"} & set(surfaces)
    assert {piece.surface for piece in result.unknown} == {"ZQRT", "CAF"}


def test_the_date_of_the_head_counts() -> None:
    assert annotated(REPORT).as_of == "2024-03-12"
    assert annotated(REPORT, as_of="2025").as_of == "2025"


def test_the_first_mention_is_expanded_and_no_other() -> None:
    assert written("Le CNFPT et le CNFPT.") == (
        "Le CNFPT (Centre national de la fonction publique territoriale) et le CNFPT."
    )


def test_all_mentions_are_expanded_on_request() -> None:
    assert written("CDD, CDD", occurrences="all").count("(Contrat à durée déterminée)") == 2


def test_the_first_of_each_section_is_expanded_on_request() -> None:
    text = "# Un\n\nCDD CDD\n\n# Deux\n\nCDD CDD\n"
    assert written(text, "markdown", occurrences="section").count("(Contrat") == 2


def test_the_long_form_may_come_first() -> None:
    assert written("un CDD", long_first=True) == "un Contrat à durée déterminée (CDD)"


def test_square_brackets_inside_a_parenthesis() -> None:
    assert (
        written("les contrats (CDD et autres)") == "les contrats (CDD [Contrat à durée déterminée] et autres)"
    )


def test_what_the_document_explains_is_left_alone() -> None:
    text = "Le Revenu de solidarité active (RSA) et le RSA."
    assert written(text) == text


def test_a_name_and_an_undecided_form_are_never_inserted() -> None:
    text = "Voir Pix, NEO et la liste : CDE."
    assert written(text) == text
    decisions = {r.mention.surface: r.decision for r in annotated(text).mentions}
    assert decisions == {"Pix": "named", "NEO": "named", "CDE": "undecided"}


def test_no_mark_inside_a_compound() -> None:
    assert written("le CDD-test puis le CDD") == "le CDD-test puis le CDD (Contrat à durée déterminée)"


def test_headings_can_be_left_alone() -> None:
    text = "# Le CDD\n\nUn CDD.\n"
    assert written(text, "markdown", headings=False) == "# Le CDD\n\nUn CDD (Contrat à durée déterminée).\n"


def test_style_none_marks_nothing() -> None:
    assert annotated("un CDD", style="none").marks == ()


def test_a_form_of_the_document_alone_is_resolved_by_it() -> None:
    result = annotated("La Zone de quête du renard timide (ZQRT) ouvre. La ZQRT ferme.")
    last = result.mentions[-1]
    assert (last.origin, last.full_form, last.term) == ("document", "Zone de quête du renard timide", None)
    assert result.unknown == ()


def test_every_byte_outside_the_insertions_is_unchanged() -> None:
    result = annotated(REPORT)
    text = written(REPORT)
    for mark in result.marks:
        text = text.replace(mark.insertion, "", 1) if mark.insertion else text
    assert text == REPORT


@pytest.mark.parametrize("occurrences", ["first", "section", "all"])
@pytest.mark.parametrize("format", ["text", "markdown"])
def test_annotating_the_result_again_changes_nothing(format: str, occurrences: str) -> None:
    once = written(REPORT, format, occurrences=occurrences)
    assert once != REPORT
    assert written(once, format, occurrences=occurrences) == once


PIECES = st.sampled_from(
    [
        "CSE",
        "CSEC",
        "RSA",
        "XP_ARSA",
        "CDE",
        "CDDE",
        "CDD",
        "DE",
        "(DE)",
        "(CDE,",
        "le",
        "la",
        "les",
        "conseiller",
        "comité",
        "entreprise",
        "département",
        "emploi",
        "Contrat_à_durée_déterminée_(CDD)",
        ")",
        ".",
        ",",
        "\n",
        "\n\n",
        "Pix",
        "ZQRT",
        "#",
        "-",
        "*",
        "RÉUNION",
        "Claire",
        "MONTFORT",
        "N+1",
        "AC!",
    ]
).map(lambda piece: piece.replace("_", " "))


@given(st.lists(PIECES, max_size=30).map(" ".join), st.sampled_from(["text", "markdown"]))
@example("RÉUNION (DE) AC!", "text")
@example("AC! (DE) RÉUNION", "text")
@example("DE (DE) DE", "markdown")
@settings(max_examples=150, deadline=None)
def test_annotation_is_idempotent(text: str, format: str) -> None:
    once = written(text, format)
    assert written(once, format) == once


@given(st.text())
@settings(deadline=None)
def test_no_text_raises(text: str) -> None:
    result = annotated(text)
    assert all(text[r.mention.start : r.mention.end] == r.mention.surface for r in result.mentions)


def test_the_answer_names_its_document() -> None:
    result = annotated("CDD")
    assert isinstance(result.document, Document)
    assert result.index_version == LEXICON.version
