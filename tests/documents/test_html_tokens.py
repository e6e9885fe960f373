"""Hold that pages are cut as browsers cut them, in time linear in their length."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.documents.html_tokens import attributes_of, tokens


def kinds(page: str) -> list[tuple[str, str]]:
    """Give kind and source of each token."""
    return [(token.kind, page[token.start : token.end]) for token in tokens(page)]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ('<a title="a>b">x</a>', [("open", '<a title="a>b">'), ("text", "x"), ("close", "</a>")]),
        ("a<!-- <b> -->c", [("text", "a"), ("other", "<!-- <b> -->"), ("text", "c")]),
        ("<!--x--!>y", [("other", "<!--x--!>"), ("text", "y")]),
        ("<!-->y", [("other", "<!-->"), ("text", "y")]),
        ("<!--x", [("other", "<!--x")]),
        (
            "<script>a<b</script >",
            [("open", "<script>"), ("raw", "a<b"), ("close", "</script >")],
        ),
        (
            "1 < 2 &amp; 3",
            [("text", "1 "), ("text", "<"), ("text", " 2 "), ("entity", "&amp;"), ("text", " 3")],
        ),
        ('<p x="', [("open", '<p x="')]),
        ("<title><b></title>", [("open", "<title>"), ("raw", "<b>"), ("close", "</title>")]),
        ("<?php a ?>x", [("other", "<?php a ?>"), ("text", "x")]),
    ],
)
def test_page_is_cut(page: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(page) == expected


def test_attributes_are_read_in_every_notation() -> None:
    (token, *_) = tokens("<p A=1 b='2' c=\"&eacute;\" d a=3 e = f>")
    assert attributes_of(token) == {"a": "1", "b": "2", "c": "é", "d": "", "e": "f"}


signs = st.sampled_from(
    [*list("<>/!-\"'=&;#ax "), "<!--", "-->", "<script>", "</script>", "<p ", "<![CDATA["]
)


@given(st.lists(signs).map("".join))
def test_tokens_cover_the_page_exactly(page: str) -> None:
    assert "".join(page[token.start : token.end] for token in tokens(page)) == page


@pytest.mark.parametrize(
    "piece",
    [
        "<!--",
        '<a "',
        '<a x="',
        "<",
        "</",
        "<![CDATA[",
        "<script>",
        "<title>x</titl",
        "&",
        "&a",
        "<a ",
        "<a x= ",
    ],
)
def test_no_page_takes_more_than_linear_time(piece: str) -> None:
    page = piece * (300_000 // len(piece))
    start = time.process_time()
    assert sum(token.end - token.start for token in tokens(page)) == len(page)
    assert time.process_time() - start < 3
