"""Hold what each kind of report looks like."""

import json

import html5lib
import jsonschema
import pytest

from glossary.documents import Document, from_text
from glossary.documents.types import Block
from glossary.errors import UnknownFormat
from glossary.jargon import RULES, Settings, report, writing
from tests.jargon.writing.sarif_schema import SCHEMA
from tests.samples import LEXICON

SETTINGS = Settings(today="2026-11-27")
TEXT = "# Réunion\n\nLe CNFPT forme <b>100 %</b>, le CNFPT aussi.\n\n😀 L’ARE, et le ZQRT.\n"


def written(kind, text=TEXT, name="notes/a b.md", format="markdown", **options):
    return writing.write([report(from_text(text, format), LEXICON, SETTINGS, name=name)], kind, **options)


def paged(kind, **options):
    """Report on a document of two pages."""
    text = "Un\nDeux\n\nTrois\nLe CNFPT\n"
    blocks = (
        Block(start=0, end=7, kind="paragraph", page=1),
        Block(start=9, end=23, kind="paragraph", page=2),
    )
    document = Document(text=text, format="pdf", blocks=blocks)
    return writing.write([report(document, LEXICON, SETTINGS, name="a.pdf")], kind, **options)


def test_text_names_file_line_and_column():
    lines = written("text").splitlines()
    assert lines[0].startswith("notes/a b.md:3:4: alerte [never-defined]")
    assert lines[2].startswith("notes/a b.md:5:16: erreur [unknown]")


def test_text_speaks_english_on_request():
    assert "warning [never-defined] CNFPT is explained nowhere." in written("text", lang="en")


def test_text_names_the_page_where_lines_are_not_those_of_the_file():
    assert paged("text").startswith("a.pdf:page 2, ligne 2: alerte")


def test_sarif_keeps_the_structure_of_the_standard():
    log = json.loads(written("sarif"))
    jsonschema.validate(log, SCHEMA)
    run = log["runs"][0]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == [rule.name for rule in RULES]
    result = run["results"][0]
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    location = result["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"] == "notes/a%20b.md"
    assert location["region"] == {"startLine": 3, "startColumn": 4, "endColumn": 9}


@pytest.mark.parametrize("name", ["", "/tmp/é.md", "a:b.md"])
def test_sarif_holds_for_any_name(name):
    jsonschema.validate(json.loads(written("sarif", name=name)), SCHEMA)


def test_sarif_gives_no_region_where_the_file_has_no_lines():
    log = json.loads(paged("sarif"))
    jsonschema.validate(log, SCHEMA)
    result = log["runs"][0]["results"][0]
    assert "region" not in result["locations"][0]["physicalLocation"]
    assert result["message"]["text"].startswith("page 2, ligne 2 : ")


def test_github_commands_are_escaped():
    line = written("github", name="a,b:100%.md").splitlines()[0]
    assert line.startswith(
        "::warning file=a%2Cb%3A100%25.md,line=3,col=4,title=Sigle jamais expliqué::Le sigle"
    )
    assert "::error " in written("github")


def test_gitlab_issues_have_distinct_fingerprints_that_outlive_new_lines():
    issues = json.loads(written("gitlab"))
    prints = [issue["fingerprint"] for issue in issues]
    assert len(set(prints)) == len(prints) == 3
    assert issues[0]["location"] == {"path": "notes/a b.md", "lines": {"begin": 3}}
    assert issues[0]["severity"] == "minor"
    moved = json.loads(written("gitlab", text=TEXT.replace("# Réunion\n", "# Réunion\n\nBonjour.\n")))
    assert [issue["fingerprint"] for issue in moved] == prints


def test_html_is_valid_and_shows_markup_as_text():
    page = written("html")
    html5lib.HTMLParser(strict=True).parse(page)
    assert "&lt;b&gt;100 %&lt;/b&gt;" in page
    assert "<mark>CNFPT</mark>" in page
    assert '<html lang="fr">' in page


def test_html_says_so_where_there_is_nothing():
    page = written("html", text="Bonjour.\n")
    html5lib.HTMLParser(strict=True).parse(page)
    assert "Rien à signaler." in page


def test_a_letter_quotes_page_and_line_and_is_signed():
    letter = paged("letter", signed="Le comité de lecture")
    assert "– Page 2, ligne 2\u00a0: «\u00a0Trois Le CNFPT\u00a0»" in letter
    assert "Que veut dire CNFPT\u00a0? S'agit-il de «\u00a0Centre national" in letter
    assert letter.rstrip().endswith("Le comité de lecture")


def test_a_letter_names_the_document_by_its_title():
    assert written("letter").startswith("Objet : les sigles de « Réunion »\n\nMadame, Monsieur,")


def test_a_letter_thanks_where_all_is_clear():
    letter = written("letter", text="Bonjour.\n")
    assert "merci de penser à" in " ".join(letter.split())


def test_a_letter_asks_no_more_than_a_reader_would():
    text = "\n\n".join(f"Le ZQ{chr(65 + number)}X vote." for number in range(20))
    letter = written("letter", text=text)
    assert letter.count("Que veut dire") == 12
    assert "Et 8 autres du même ordre." in letter


def test_an_unknown_kind_is_refused():
    with pytest.raises(UnknownFormat, match="expected one of text, json"):
        written("xml")
