"""Hold that abbreviations carry every form and every meaning, and nothing harmful."""

import io

import pytest
from hypothesis import given, settings
from markdown_it import MarkdownIt

from glossary import formats
from glossary.errors import InvalidFile
from tests.samples import TERMS, term
from tests.strategies import lists_of_terms


def read(data):
    return list(
        formats.read(io.BytesIO(data if isinstance(data, bytes) else data.encode("utf-8")), "markdown")
    )


def write(terms):
    stream = io.BytesIO()
    formats.write(terms, stream, "markdown")
    return stream.getvalue()


def carried(terms):
    """Give the pairs of form and meaning that abbreviations can carry."""
    return {
        (form, found.full_form)
        for found in terms
        for form in (found.short_form, *found.variants)
        if found.full_form and not found.is_withdrawn and form != found.full_form
    }


@settings(max_examples=80, deadline=None)
@given(lists_of_terms())
def test_every_form_and_meaning_is_read_back(terms):
    terms = [found for found in terms if found.short_form != found.full_form]
    terms = [found for found in terms if found.full_form not in found.variants]
    assert carried(read(write(terms))) == carried(terms)


def test_every_shipped_meaning_is_read_back():
    terms = list(formats.shipped_terms())
    assert carried(read(write(terms))) == carried(terms)


def test_all_meanings_of_a_form_stand_on_one_line():
    """A renderer takes one line a form: it must not show one meaning for sure."""
    assert "*[DE]: Demandeur d'emploi | Diplôme d'État\n" in write(TERMS).decode()


def test_a_form_with_a_vertical_bar_is_a_term_of_its_own():
    found = read("*[CSE]: Comité\n*[C|E]: Comité\n*[C.S.E.]: Comité\n")
    assert [(term.short_form, term.variants) for term in found] == [("CSE", ("C.S.E.",)), ("C|E", ())]


def test_forms_of_one_meaning_are_variants():
    [found] = read("*[CSE]: Comité social et économique\n*[C.S.E.]: Comité social et économique\n")
    assert (found.id, found.short_form, found.variants) == (
        "abbr-cse-comite-social-et-economique", "CSE", ("C.S.E.",)
    )  # fmt: skip


def test_the_text_around_is_passed_over():
    assert len(read("# Titre\r\n\r\nLe CSE.\r\n\r\n*[CSE]: Comité social et économique\r\n")) == 1


def test_a_renderer_without_abbreviations_runs_nothing():
    data = write([term("X", '"><script>alert(1)</script>', id="x")]).decode()
    assert "<script" not in MarkdownIt("commonmark").render(data)


@pytest.mark.parametrize(
    ("data", "match"),
    [
        ("\n*[CSE] Comité\n", r"line 2: expected an abbreviation"),
        (b"*[CSE]: Comit\xe9\n", "line 1: is not UTF-8"),
        ("*[A]: " + "x" * 1_000_000, "line 1.*full_form: longer"),
        (
            "*[A]: a\u202eb\n*[B]: a\x00b",
            "line 1, column full_form: .*bidi.*line 2, column full_form: .*control",
        ),
    ],
    ids=["no colon", "Latin-1", "1 MB", "bidi and NUL"],
)
def test_a_hostile_file_is_refused_with_its_place(data, match):
    with pytest.raises(InvalidFile, match=match):
        read(data)
