"""Hold what a reading sheet lists, and in which order."""

from glossary import documents
from glossary.annotate import Options, annotate
from glossary.sheet import Line, Sheet, make_sheet
from tests.samples import LEXICON


def sheet_of(**texts: str) -> Sheet:
    """Make the sheet of Markdown texts, named by keyword."""
    options = Options(style="none")
    return make_sheet(
        (f"{name}.md", annotate(documents.from_text(text, "markdown"), LEXICON, options))
        for name, text in texts.items()
    )


def line_of(sheet: Sheet, form: str) -> Line:
    """Give the only line of a form."""
    (line,) = [line for line in sheet.lines if line.form == form]
    return line


def test_forms_stand_in_alphabetical_order_whatever_their_accents_and_case() -> None:
    text = "Énergie zéro (EZ). Le RSA, l’ARE, Pix, le CNFPT et l'ÉCU : Étude du coût unitaire (ÉCU)."
    forms = [line.form for line in sheet_of(a=text).lines]
    assert forms == sorted(forms, key=lambda form: form.replace("É", "E").casefold())
    assert len(forms) >= 5


def test_a_line_says_what_a_form_means_and_where_it_is_met_first() -> None:
    sheet = sheet_of(a="# Bilan\n\nLe CNFPT forme.\n\n# Suite\n\nLe CNFPT recrute.\n")
    line = line_of(sheet, "CNFPT")
    assert (line.state, line.meaning) == ("known", "Centre national de la fonction publique territoriale")
    (met,) = line.met
    assert (met.file, met.place, met.heading) == ("a.md", "ligne 3", "Bilan")


def test_each_file_has_its_first_place() -> None:
    sheet = sheet_of(a="Le CNFPT.", b="Rien.", c="\n\nLe CNFPT, le CNFPT.")
    assert [(met.file, met.place) for met in line_of(sheet, "CNFPT").met] == [
        ("a.md", "ligne 1"),
        ("c.md", "ligne 3"),
    ]
    assert [file.forms for file in sheet.files] == [1, 0, 1]


def test_what_nobody_explains_is_unknown() -> None:
    sheet = sheet_of(a="Le ZQRT évolue. Le CNFPT aussi.")
    assert line_of(sheet, "ZQRT").state == "unknown"
    assert sheet.forms("unknown") == ("ZQRT",)


def test_a_meaning_that_changes_between_files_is_said_on_both_lines() -> None:
    own = "Le Comité supérieur électrique (CSE) se réunit. Le CSE vote."
    sheet = sheet_of(a="Le CSE vote.", b=own)
    lines = [line for line in sheet.lines if line.form == "CSE"]
    assert [line.others for line in lines] == [("Comité supérieur électrique",), (lines[0].meaning,)]
    assert [[met.file for met in line.met] for line in lines] == [["a.md"], ["b.md"]]
    assert sheet.changing == ("CSE",)


def test_full_forms_are_no_lines() -> None:
    assert sheet_of(a="Le revenu de solidarité active est versé.").lines == ()


def test_dotted_and_plain_spelling_are_one_line() -> None:
    assert len(sheet_of(a="Le C.N.F.P.T. et le CNFPT.").lines) == 1


def test_a_bundle_may_be_empty() -> None:
    assert make_sheet([]) == Sheet(files=(), lines=())
