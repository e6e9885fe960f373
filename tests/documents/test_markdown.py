"""Hold how Markdown is read, and that its syntax survives the marks."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary import documents
from glossary.documents.markdown import skeleton
from tests.documents.marking import MEANINGS, marks_of

PAGE = """---
title: CSE
---

# Le **CSE** et `CNFPT`

Le [RSA](http://x.fr/RSA "RSA"), ![RSA](a.png), <b>ARE</b> <http://rsa.fr>.
Suite de `code
sur RSA` ligne[^1].

> Le CSE
> du RSA

- item ARE

| a | b |
|---|---|
| CSE \\| x | CNFPT |

[CSE]: http://cse.fr

[^1]: Note sur le CSE.

```
CSE
```

<div>CSE</div>
"""


def expanded(text: str) -> str:
    """Expand every known form of a Markdown text."""
    document = documents.from_text(text, "markdown")
    return documents.write_text(document, marks_of(document))


def test_blocks_have_their_kinds() -> None:
    document = documents.from_text(PAGE, "markdown")
    assert [(block.kind, block.level) for block in document.blocks] == [
        ("front-matter", 0),
        ("heading", 1),
        ("paragraph", 0),
        ("paragraph", 0),
        ("list-item", 0),
        *[("cell", 0)] * 4,
        ("note", 0),
        ("code", 0),
    ]
    texts = [document.text[block.start : block.end] for block in document.blocks]
    assert texts[3] == "Le CSE\n> du RSA"
    assert texts[7:9] == ["CSE \\| x", "CNFPT"]


def test_code_links_images_html_and_definitions_are_closed() -> None:
    document = documents.from_text(PAGE, "markdown")
    closed = [document.text[start:end] for start, end in document.opaque]
    assert closed == [
        "---\ntitle: CSE\n---",
        "`CNFPT`",
        "[",
        '](http://x.fr/RSA "RSA")',
        "![RSA](a.png)",
        "<b>",
        "</b>",
        "<http://rsa.fr>",
        "`code\nsur RSA`",
        "[^1]",
        "|---|---|",
        "[CSE]: http://cse.fr",
        "```\nCSE\n```",
        "<div>CSE</div>",
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_stay(end: str) -> None:
    text = PAGE.replace("\n", end)
    document = documents.from_text(text, "markdown")
    assert documents.write_text(document, [], style="expand") == text
    assert [block.kind for block in document.blocks].count("cell") == 4
    assert document.blocks[0].kind == "front-matter"


@pytest.mark.parametrize(
    ("text", "output"),
    [
        ("Le **CSE** siège.", "Le **CSE (Comité social et économique)** siège."),
        ("Les **CSE**s.", "Les **CSE**s (Comité social et économique)."),
        ("[CSE](http://x.fr)", "[CSE (Comité social et économique)](http://x.fr)"),
        ("[CSE]\n\n[CSE]: /x\n", "[CSE] (Comité social et économique)\n\n[CSE]: /x\n"),
        ("[CSE][]\n\n[CSE]: /x\n", "[CSE][] (Comité social et économique)\n\n[CSE]: /x\n"),
        ("| CSE |\n|---|\n| a |", "| CSE (Comité social et économique) |\n|---|\n| a |"),
        ("CSE\n===", "CSE (Comité social et économique)\n==="),
        ("`CSE`", "`CSE`"),
    ],
)
def test_expansion_stands_where_it_keeps_the_syntax(text: str, output: str) -> None:
    assert expanded(text) == output


def test_list_is_a_section_at_the_end() -> None:
    document = documents.from_text("Le CSE.\n", "markdown")
    assert documents.write_text(document, marks_of(document), style="list") == (
        "Le CSE.\n\n## Sigles utilisés\n\n- **CSE** : Comité social et économique — Définition de CSE.\n"
    )


SIGNS = [
    "**",
    "*",
    "_",
    "`",
    "[",
    "]",
    "(",
    ")",
    "](/x)",
    "|",
    "#",
    ">",
    "-",
    "a",
    "<b>",
    "~~",
    "\\",
    "!",
    "[^1]",
    "&amp;",
    "$",
]
LINES = ["\n", "\n\n", "\r\n", "    ", " ", "> ", "- ", "# ", "|---|---|\n", "---\n"]
pieces = st.sampled_from([*MEANINGS, *SIGNS, *LINES])


@settings(max_examples=100, deadline=None)
@given(st.lists(pieces, max_size=30).map("".join))
def test_syntax_survives_expansion_in_any_text(text: str) -> None:
    assert skeleton(expanded(text)) == skeleton(text)


@settings(max_examples=100, deadline=None)
@given(st.lists(pieces, max_size=30).map("".join))
def test_blocks_are_ordered_and_inside_the_text(text: str) -> None:
    document = documents.from_text(text, "markdown")
    ends = [0, *(block.end for block in document.blocks)]
    assert all(end <= block.start for end, block in zip(ends, document.blocks, strict=False))
    assert ends[-1] <= len(text)
