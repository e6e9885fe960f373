"""Hold how ODT documents are read, and that marks leave everything else."""

import io
import re
from collections.abc import Sequence
from pathlib import Path

import odfdo
import pytest

from glossary import documents
from glossary.documents.package import Package
from glossary.documents.proof import prove
from glossary.errors import InvalidFile
from glossary.mentions import Mark
from tests.documents.marking import MEANINGS, marks_of
from tests.documents.opendocuments import ODF, odt, p, parts_of
from tests.documents.words import archive

CORPUS = Path(__file__).parent.parent / "corpus"
NOTE = "<text:note><text:note-citation>1</text:note-citation><text:note-body>{}</text:note-body></text:note>"
BOX = "<draw:frame><draw:text-box>{}</draw:text-box></draw:frame>"


def texts(data: bytes) -> list[tuple[str, str]]:
    """Give kind and text of each block."""
    document = documents.read(data)
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks]


def closed(data: bytes) -> list[str]:
    """Give the text of each closed place."""
    document = documents.read(data)
    return [document.text[start:end] for start, end in document.opaque]


def marked(data: bytes, style: str, *, listed: bool = False) -> bytes:
    """Mark every known form, prove that nothing else changed, and give the file."""
    document = documents.read(data)
    marks = marks_of(document)
    in_list: Sequence[Mark] = marks if listed else ()
    output = documents.write(document, marks, style=style, listed=in_list)
    edits = documents.edits(document, marks, style=style, listed=in_list)
    proof = prove(data, output, document, edits, marks if style == "expand" else ())
    assert proof.differences == ()
    return output


def body(data: bytes) -> str:
    """Give the XML of the text."""
    xml = Package(data).part("content.xml").decode()
    return xml.partition("<office:text>")[2].partition("</office:text>")[0]


def test_blocks_have_their_kinds_in_reading_order() -> None:
    cell = f"<table:table><table:table-row><table:table-cell>{p('CSE')}</table:table-cell></table:table-row></table:table>"
    item = f"<text:list><text:list-item>{p('Point')}</text:list-item></text:list>"
    heading = '<text:h text:outline-level="2">Titre</text:h>'
    data = odt(
        heading + p("Le CSE" + NOTE.format(p("Note"))) + item + cell,
        master=f"<style:header>{p('En-tête')}</style:header><style:footer>{p('Pied')}</style:footer>",
    )
    assert texts(data) == [
        ("heading", "Titre"),
        ("paragraph", "Le CSE"),
        ("note", "Note"),
        ("list-item", "Point"),
        ("cell", "CSE"),
        ("header", "En-tête"),
        ("footer", "Pied"),
    ]


@pytest.mark.parametrize(
    "content",
    [
        "<office:annotation><text:p>CSE</text:p></office:annotation>",
        '<text:span text:style-name="Cache">CSE</text:span>',
        "<text:ruby><text:ruby-text>CSE</text:ruby-text></text:ruby>",
        f'<draw:frame><svg:title xmlns:svg="{ODF}:svg-compatible:1.0">CSE</svg:title></draw:frame>',
    ],
    ids=["annotation", "hidden", "phonetics", "title of a drawing"],
)
def test_what_no_reader_reads_is_no_text(content: str) -> None:
    assert texts(odt(p(f"a {content}b"))) == [("paragraph", "a b")]


def test_deleted_text_and_hidden_sections_are_no_text() -> None:
    deleted = (
        "<text:tracked-changes><text:changed-region><text:deletion>"
        f"{p('CSE')}</text:deletion></text:changed-region></text:tracked-changes>"
    )
    hidden = f'<text:section text:name="x" text:display="none">{p("RSA")}</text:section>'
    assert texts(odt(deleted + hidden + p("reste"))) == [("paragraph", "reste")]


@pytest.mark.parametrize(
    "content",
    [
        "<text:table-of-content><text:index-body>{}</text:index-body></text:table-of-content>".format(
            p("CSE")
        ),
        p("<text:user-defined>CSE</text:user-defined>"),
        p("<![CDATA[CSE]]>"),
    ],
    ids=["table of contents", "field", "CDATA"],
)
def test_what_the_program_computes_anew_is_closed(content: str) -> None:
    assert closed(odt(content + p("et le RSA"))) == ["CSE"]


def test_white_space_is_collapsed_as_the_standard_says() -> None:
    data = odt(
        p('\n  le \n <text:span> CSE</text:span>\tva<text:s text:c="2"/>bien<text:tab/>.<text:line-break/>!')
    )
    assert texts(data) == [("paragraph", "le CSE va  bien\t.\n!")]
    for style in ("expand", "abbr"):
        marked(data, style)


def test_expansion_stands_in_the_span_of_the_form() -> None:
    output = body(
        marked(odt(p('CN<text:span text:style-name="T1">FPT</text:span> &amp; l’A&#82;E.')), "expand")
    )
    assert f">FPT ({MEANINGS['CNFPT']})</text:span>" in output
    assert f"l’A&#82;E ({MEANINGS['ARE']})." in output


def test_annotation_reaches_from_end_to_end_of_the_form() -> None:
    output = body(marked(odt(p("Le CSE va.")), "abbr"))
    assert output.startswith("<text:p>Le <office:annotation")
    assert "<text:p>CSE : Comité social et économique — Définition de CSE.</text:p>" in output
    assert output.endswith(
        '</office:annotation>CSE<office:annotation-end office:name="en-clair-1"/> va.</text:p>'
    )


def test_annotation_on_a_form_in_a_drawing_stands_around_it() -> None:
    box = BOX.format(p("CSE"))
    output = body(marked(odt(p(f"a{box}b")), "abbr"))
    assert f'</office:annotation>{box}<office:annotation-end office:name="en-clair-1"/>b' in output


def test_header_gets_no_annotation_but_a_row() -> None:
    data = odt(p("x"), master=f"<style:header>{p('CSE')}</style:header>")
    assert marked(data, "abbr") == data
    assert "Comité social" in body(marked(data, "list"))


@pytest.mark.parametrize("style", ["abbr", "list"])
def test_marking_twice_changes_nothing(style: str) -> None:
    data = odt(p("Le CSE" + NOTE.format(p("RSA")) + BOX.format(p("ARE"))))
    once = marked(data, style)
    assert marked(once, style) == once


def test_annotation_that_lost_its_end_closes_its_paragraph_only() -> None:
    lost = '<office:annotation office:name="en-clair-1"><text:p>x</text:p></office:annotation>'
    output = body(marked(odt(p(f"{lost}CSE") + p("RSA")), "abbr"))
    assert output.count("<office:annotation ") == 2
    assert 'office:name="en-clair-2"/></text:p>' in output


def test_new_rows_join_the_list_that_stands_there() -> None:
    document = documents.read(odt(p("Le CSE et le RSA.")))
    first = documents.write(document, marks_of(document)[:1], style="list")
    opened = odfdo.Document(io.BytesIO(marked(first, "list")))
    (table,) = opened.body.tables
    assert [row[0] for row in table.get_values()] == ["Sigle", "CSE", "RSA"]


@pytest.mark.parametrize(
    "styles",
    [
        "<office:automatic-styles/>",
        "<office:automatic-styles></office:automatic-styles>",
        "<office:scripts/>",
    ],
    ids=["no style", "an empty list", "no place for styles"],
)
def test_list_brings_its_styles_where_it_can(styles: str) -> None:
    output = marked(odt(p("Le CSE."), styles=styles), "expand", listed=True)
    xml = Package(output).part("content.xml").decode()
    assert xml.count('style:name="EnClairCase"') == int("automatic" in styles)
    assert '<text:h text:style-name="Heading_20_1" text:outline-level="1">Sigles utilisés</text:h>' in xml


def test_other_prefixes_for_the_vocabularies_are_met() -> None:
    parts = dict(parts_of(p("Le CSE")))
    for prefix in ("text", "office", "style"):
        pattern = rf"((?:<|</| ){prefix}(?=:)|xmlns:{prefix}(?==))"
        parts["content.xml"] = re.sub(pattern, r"\1x", parts["content.xml"])
    for style in ("expand", "abbr", "list"):
        output = marked(archive(parts), style)
        assert odfdo.Document(io.BytesIO(output)).body.get_elements("//text:p")


def test_first_part_stays_the_media_type_unpacked() -> None:
    data = (CORPUS / "guide.odt").read_bytes()
    for style in ("expand", "abbr", "list"):
        assert marked(data, style)[30:77] == b"mimetypeapplication/vnd.oasis.opendocument.text"


@pytest.mark.parametrize(
    ("part", "content", "match"),
    [
        ("content.xml", '<!DOCTYPE a [<!ENTITY b "c">]><a/>', "declares a DOCTYPE"),
        ("styles.xml", "<!DOCTYPE a><a/>", "declares a DOCTYPE"),
        ("META-INF/manifest.xml", "<!DOCTYPE a><a/>", "declares a DOCTYPE"),
        ("META-INF/manifest.xml", '<a xmlns="m"><encryption-data/></a>', "protected by a password"),
        ("content.xml", "<a/>", "holds no text document"),
    ],
)
def test_document_that_could_do_harm_or_holds_none_is_refused(part: str, content: str, match: str) -> None:
    with pytest.raises(InvalidFile, match=match):
        documents.read(archive({**parts_of(p("Le CSE")), part: content}))


@pytest.mark.parametrize("name", ["compte-rendu.odt", "guide.odt"])
@pytest.mark.parametrize("style", ["expand", "abbr", "list"])
def test_document_of_an_office_program_keeps_all_but_the_marks(name: str, style: str) -> None:
    data = (CORPUS / name).read_bytes()
    before, opened = (odfdo.Document(io.BytesIO(file)) for file in (data, marked(data, style)))
    assert len(opened.body.tables) == len(before.body.tables) + (style == "list")


def test_signed_document_says_that_its_signature_ends() -> None:
    (note,) = documents.read(archive({**parts_of(p("x")), "META-INF/documentsignatures.xml": "<a/>"})).notes
    assert "signature" in note
