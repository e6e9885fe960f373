"""Hold how pages are read, and that marks leave every other byte."""

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary import documents
from glossary.documents.html_reading import MAX_NESTING
from glossary.errors import TooLarge
from tests.documents.marking import MEANINGS, marks_of

PAGE = """<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><title>Le CSE</title>
<script>var CSE = "<b>CSE</b>";</script></head>
<body><h2>Le CSE</h2>
<p>L&#39;ARE et <b>le RSA</b>,
   selon <a href="?CSE">le CNFPT</a>.</p>
<ul><li>CSE<li>RSA</ul>
<table><tr><th>CSE</th><td>RSA</td></tr></table>
</body></html>
"""


def opened(page: str) -> documents.Document:
    """Read a page from its text."""
    return documents.from_text(page, "html")


def texts(document: documents.Document) -> list[tuple[str, str]]:
    """Give kind and text of each block."""
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks]


def closed(document: documents.Document) -> list[str]:
    """Give the text of each closed place."""
    return [document.text[start:end] for start, end in document.opaque]


def styled(page: str, style: str) -> str:
    """Mark every known form of a page in a style."""
    document = opened(page)
    return documents.write_text(document, marks_of(document), style=style)


def errors_of(page: str) -> list[str]:
    """Parse a whole page strictly and name what is wrong with it."""
    parser = html5lib.HTMLParser()
    parser.parse(page)
    return sorted(code for _, code, _ in parser.errors)


def test_blocks_have_their_kinds_and_readable_text() -> None:
    assert texts(opened(PAGE)) == [
        ("heading", "Le CSE"),
        ("paragraph", "L'ARE et le RSA, selon le CNFPT."),
        ("list-item", "CSE"),
        ("list-item", "RSA"),
        ("cell", "CSE"),
        ("cell", "RSA"),
    ]


def test_places_lead_back_to_the_source() -> None:
    document = opened(PAGE)
    for surface in ("ARE", "CNFPT"):
        start = document.text.index(surface)
        span = documents.original_span(document, start, start + len(surface))
        assert PAGE[span.start : span.end] == surface


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ('<p class="a noglossary">CSE <b>RSA</b></p>ARE', ["CSE RSA"]),
        ('<p translate="no">CSE', ["CSE"]),
        ("<div contenteditable>CSE</div>", ["CSE"]),
        ('<div contenteditable="false">CSE</div>', []),
        ('<abbr title="Comité">CSE</abbr> <abbr>RSA</abbr>', ["CSE"]),
        ("a <code>CSE</code> b <pre>RSA</pre> <kbd>ARE</kbd> <samp>ARE</samp>", ["CSE", "RSA", "ARE", "ARE"]),
        ('<p lang="en">CSE <i lang="fr">RSA</i></p>', ["CSE "]),
        ('<html lang="en"><p>CSE', []),
        ('<p class="noglossary">CSE<p>RSA', ["CSE"]),
    ],
)
def test_what_asks_to_be_left_alone_is_closed(page: str, expected: list[str]) -> None:
    assert closed(opened(page)) == expected


@pytest.mark.parametrize(
    "page",
    [
        "<textarea>CSE</textarea>",
        "<select><option>CSE</select>",
        "<style>CSE</style>",
        "<svg><text>CSE</text></svg>",
        "<p hidden>CSE</p>",
        "<template>CSE</template>",
        "<title>CSE</title>",
        "<!-- CSE -->",
        '<p title="CSE">',
    ],
)
def test_what_no_reader_reads_is_left_out(page: str) -> None:
    document = opened(f"<p>a</p>{page}<p>b</p>")
    assert "CSE" not in document.text
    assert document.text.split() == ["a", "b"]


def test_language_of_the_page_is_reported_when_it_is_not_french() -> None:
    (note,) = opened('<html lang="en-US"><p>Le CSE').notes
    assert "« en-US »" in note


def test_expansion_stands_behind_the_form_and_keeps_the_rest() -> None:
    output = styled(PAGE, "expand")
    assert "<b>le RSA (Revenu de solidarité active)</b>," in output
    assert "L&#39;ARE (Allocation" in output
    for meaning in MEANINGS.values():
        output = output.replace(f" ({meaning})", "")
    assert output == PAGE


@pytest.mark.parametrize("style", ["expand", "abbr", "list"])
def test_marked_page_is_as_valid_as_it_was(style: str) -> None:
    assert errors_of(styled(PAGE, style)) == errors_of(PAGE)


def test_every_link_of_a_mark_leads_to_an_entry_and_back() -> None:
    tree = html5lib.parse(styled(PAGE, "abbr"), namespaceHTMLElements=False)
    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    links = [element.get("href")[1:] for element in tree.iter("a") if element.get("href").startswith("#")]
    assert len(set(ids)) == len(ids)
    assert set(links) <= set(ids)
    assert len(links) > 6


def test_no_link_stands_inside_a_link() -> None:
    output = styled('<a href="/x">Le CSE</a>', "abbr")
    assert '<abbr class="en-clair" title="Comité social et économique">CSE</abbr></a>' in output


def test_form_cut_by_tags_is_marked_up_to_the_tag() -> None:
    output = styled("Le C<b>SE</b>.", "abbr")
    assert ">C</a><b>SE</b>." in output
    assert errors_of(f"<!DOCTYPE html><title>x</title>{output}") == []


@pytest.mark.parametrize("style", ["abbr", "list"])
def test_marking_twice_changes_nothing(style: str) -> None:
    once = styled(PAGE, style)
    assert styled(once, style) == once


def test_new_terms_join_the_list_that_stands_there() -> None:
    document = opened(PAGE)
    first = [mark for mark in marks_of(document) if mark.surface == "CSE"]
    output = styled(documents.write_text(document, first, style="abbr"), "abbr")
    assert output.count("<section") == 1
    assert output.count("<dt ") == 4
    assert errors_of(output) == []


def test_meaning_cannot_break_out_of_the_page() -> None:
    document = opened("<p>CSE</p>")
    (mark,) = marks_of(document)
    hostile = '"><script>alert(1)</script>&'
    resolution = type(mark.resolution)(
        mention=mark.resolution.mention, decision="resolved", full_form=hostile, definition=hostile
    )
    bad = type(mark)(start=mark.start, end=mark.end, surface="CSE", insertion=hostile, resolution=resolution)
    for style in ("expand", "abbr", "list"):
        output = documents.write_text(document, [bad], style=style)
        tree = html5lib.parse(output, namespaceHTMLElements=False)
        assert next(tree.iter("script"), None) is None


def test_page_in_an_old_encoding_keeps_it() -> None:
    data = b'<meta charset="iso-8859-1"><p>\xe9t\xe9 \x81 ARE</p>'
    document = documents.read(data, name="a.html")
    output = documents.write(document, marks_of(document))
    assert output == data.replace(b"ARE", b"ARE (Allocation d\x92aide au retour \xe0 l\x92emploi)")
    assert document.notes == ("Encodage reconnu : Windows-1252.",)


def test_sign_that_the_encoding_lacks_becomes_a_reference() -> None:
    document = documents.read(b'<meta charset="windows-1250"><p>CSE</p>', name="a.html")
    assert b"&#8617;" in documents.write(document, marks_of(document), style="abbr")


def test_elements_nested_too_deep_are_refused() -> None:
    with pytest.raises(TooLarge, match="10,000 levels"):
        opened("<b>" * (MAX_NESTING + 1))


pieces = st.sampled_from(
    [
        *MEANINGS,
        *[
            "<p>",
            "</p>",
            "<b>",
            "</b>",
            "<a>",
            "</a>",
            "<td>",
            "</td>",
            "<table>",
            "</table>",
            "<li>",
            "<ul>",
            "</ul>",
            "<br>",
            "<pre>",
            "<!--",
            "-->",
        ],
        "<script>",
        "</script>",
        "<head>",
        "</head>",
        "<body>",
        "</body>",
        "</html>",
        "&amp;",
        "&nbsp",
        "<",
        '"',
        " ",
        "\n",
        "<svg/>",
        '<a class="en-clair">',
        "<textarea>",
        "</textarea>",
        "<p lang=en>",
        "été",
    ]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(pieces, max_size=40).map("".join))
def test_any_page_is_cut_into_ordered_blocks_and_comes_back(page: str) -> None:
    document = opened(page)
    ends = [0, *(block.end for block in document.blocks)]
    assert all(end <= block.start < block.end for end, block in zip(ends, document.blocks, strict=False))
    assert documents.write_text(document, [], style="abbr") == page
    output = documents.write_text(document, marks_of(document), style="expand")
    for meaning in MEANINGS.values():
        output = output.replace(f" ({meaning})", "")
    assert output == page
