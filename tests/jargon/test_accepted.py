"""Hold what a project and an author may set apart."""

import pytest

from glossary.documents import from_text
from glossary.errors import InvalidFile
from glossary.jargon import Settings, read_accepted, report
from tests.samples import LEXICON


def rules(text, format="markdown"):
    found = report(from_text(text, format), LEXICON, Settings(today="2026-11-27")).findings
    return [(finding.rule, finding.surface) for finding in found]


def test_accepted_forms_are_read_with_remarks_and_blank_lines():
    assert read_accepted("\ufeffC.S.E.\n\n# rien\nRSA # connu\r\n".encode()) == {"cse", "rsa"}


@pytest.mark.parametrize(
    "data", [b"\xff\xfe\x00", b"CSE\n---\n", b"x" * 99], ids=["no UTF-8", "no form", "too long"]
)
def test_what_is_no_list_of_forms_is_refused(data):
    with pytest.raises(InvalidFile, match="form"):
        read_accepted(data)


def test_a_comment_sets_its_own_block_apart():
    assert rules("Le CNFPT. <!-- en-clair: ignorer -->\n\nLe CSE, le CSE.\n") == [("never-defined", "CSE")]


def test_a_comment_that_stands_alone_sets_the_next_block_apart():
    text = "<!-- en-clair: ignorer -->\n\nLe CNFPT.\n\nLe CSE, le CSE.\n"
    assert rules(text) == [("never-defined", "CSE")]


def test_a_comment_may_name_sigles_and_rules():
    assert rules("<!-- en-clair: ignorer CNFPT, in-title -->\n\n# Le CSE\n\nLe CNFPT.\n") == []


def test_comments_of_a_page_count_too():
    page = "<p>Le CNFPT.<!-- en-clair: ignorer --></p><!-- en-clair: ignorer --><p>Le CSE.</p><p>Le RSA.</p>"
    assert rules(page, "html") == [("never-defined", "RSA")]


def test_other_comments_say_nothing():
    assert rules("Le CNFPT. <!-- en-clair: bravo -->\n") == [("never-defined", "CNFPT")]
