"""Hold how Word documents are read, and that marks leave everything else."""

import io
from collections.abc import Sequence
from pathlib import Path

import docx
import pytest

from glossary import documents
from glossary.documents.package import Package
from glossary.documents.proof import prove
from glossary.errors import InvalidFile
from glossary.mentions import Mark
from tests.documents.marking import MEANINGS, marks_of
from tests.documents.words import W, archive, field, p, parts_of, r, root, word

CORPUS = Path(__file__).parent.parent / "corpus"
BOX = (
    "<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>{}</w:txbxContent></w:drawing></mc:Choice>"
    "<mc:Fallback><w:pict><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></w:pict></mc:Fallback>"
    "</mc:AlternateContent></w:r>"
)


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
    """Give the XML of the body without its root and end."""
    xml = Package(data).part("word/document.xml").decode()
    return xml.partition("<w:body>")[2].rpartition("<w:sectPr/>")[0]


def test_blocks_have_their_kinds_in_reading_order() -> None:
    notes = '<w:footnote w:id="1">{}</w:footnote>'.format(p(r("Note sur le RSA")))
    reference = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    cell = f"<w:tbl><w:tr><w:tc>{p(r('CSE'))}</w:tc></w:tr></w:tbl>"
    data = word(
        p(r("Titre"), "Annexe") + p(r("Le ") + r("CSE") + reference) + p(r("Point"), "Puce") + cell,
        footnotes=root("footnotes", notes),
        header1=root("hdr", p(r("En-tête"))),
        footer1=root("ftr", p(r("Pied"))),
    )
    assert texts(data) == [
        ("heading", "Titre"),
        ("paragraph", "Le CSE"),
        ("note", "Note sur le RSA"),
        ("list-item", "Point"),
        ("cell", "CSE"),
        ("header", "En-tête"),
        ("footer", "Pied"),
    ]


@pytest.mark.parametrize(
    "content",
    [
        f"<w:del>{r('CSE').replace('w:t', 'w:delText')}</w:del>",
        f"<w:moveFrom>{r('CSE')}</w:moveFrom>",
        r("CSE", "<w:vanish/>"),
        "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>CSE</w:instrText></w:r>"
        "<w:r><w:fldChar w:fldCharType='end'/></w:r>",
        "<w:r><w:ruby><w:rt><w:r><w:t>CSE</w:t></w:r></w:rt></w:ruby></w:r>",
    ],
    ids=["deleted", "moved away", "hidden", "instruction of a field", "phonetics"],
)
def test_what_no_reader_reads_is_no_text(content: str) -> None:
    assert texts(word(p(r("a ") + content + r("b")))) == [("paragraph", "a b")]


@pytest.mark.parametrize(
    "content",
    [
        f"<w:ins>{r('CSE')}</w:ins>",
        f"<w:moveTo>{r('CSE')}</w:moveTo>",
        f"<w:hyperlink>{r('CSE')}</w:hyperlink>",
        r("C", "<w:b/>") + r("SE"),
        r("CSE", '<w:vanish w:val="0"/>'),
        r("CSE", "<w:b/><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>"),
        field(' HYPERLINK "https://example.fr" ', r("CSE")),
        "<w:r><w:t>C&#83;E</w:t></w:r>",
    ],
    ids=["inserted", "moved here", "link", "cut", "shown again", "once hidden", "link field", "reference"],
)
def test_what_a_reader_reads_is_text(content: str) -> None:
    data = word(p(r("le ") + content + r(" est")))
    assert texts(data) == [("paragraph", "le CSE est")]
    assert closed(data) == []
    for style in ("expand", "abbr"):
        marked(data, style)


@pytest.mark.parametrize(
    "content",
    [
        field(" TOC ", r("CSE")),
        f"<w:fldSimple w:instr=' REF x '>{r('CSE')}</w:fldSimple>",
        f"<w:sdt><w:sdtPr><w:dataBinding/></w:sdtPr><w:sdtContent>{r('CSE')}</w:sdtContent></w:sdt>",
        "<w:r><w:t><![CDATA[CSE]]></w:t></w:r>",
    ],
    ids=["table of contents", "cross-reference", "control filled from data", "CDATA"],
)
def test_what_word_computes_anew_is_closed(content: str) -> None:
    assert closed(word(p(content + r(" et le RSA")))) == ["CSE"]


def test_text_box_is_read_once_behind_its_paragraph() -> None:
    data = word(p(r("avant ") + BOX.format(p(r("CSE")), p(r("CSE"))) + r("après")))
    assert texts(data) == [("paragraph", "avant après"), ("paragraph", "CSE")]


def test_expansion_stands_in_the_run_of_the_form() -> None:
    data = word(p(r("Le ") + r("CN", "<w:b/>") + r("FPT", "<w:i/>") + r(" et l’A&#82;E.")))
    output = body(marked(data, "expand"))
    assert f"FPT ({MEANINGS['CNFPT']})</w:t></w:r>" in output
    assert f"l’A&#82;E ({MEANINGS['ARE']}).</w:t>" in output


def test_comment_parts_the_run_and_keeps_its_formatting() -> None:
    output = body(marked(word(p("<w:r><w:rPr><w:b/></w:rPr><w:t>Le CSE va</w:t></w:r>")), "abbr"))
    run = '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">'
    assert output == p(
        f'{run}Le </w:t></w:r><w:commentRangeStart w:id="1"/>{run}CSE</w:t></w:r><w:commentRangeEnd w:id="1"/>'
        f'<w:r><w:commentReference w:id="1"/></w:r>{run} va</w:t></w:r>'
    )


def test_comments_stand_around_the_anchor_of_a_box_or_note() -> None:
    notes = '<w:footnote w:id="7">{}</w:footnote>'.format(p(r("RSA")))
    reference = '<w:r><w:footnoteReference w:id="7"/></w:r>'
    box = BOX.format(p(r("CSE")), p(r("CSE")))
    data = word(p(r("a") + box + reference), footnotes=root("footnotes", notes))
    output = body(marked(data, "abbr"))
    assert f'<w:commentRangeStart w:id="1"/>{box}<w:commentRangeEnd w:id="1"/>' in output
    assert f'<w:commentRangeStart w:id="2"/>{reference}<w:commentRangeEnd w:id="2"/>' in output


def test_spaces_that_word_hides_stay_hidden() -> None:
    """A run whose outer spaces do not count is not parted: its comment stands around it."""
    output = body(marked(word(p("<w:r><w:t> Le CSE va </w:t></w:r>")), "abbr"))
    assert "<w:t> Le CSE va </w:t></w:r><w:commentRangeEnd" in output


def test_comments_join_those_that_stand_there() -> None:
    comments = root("comments", '<w:comment w:id="4" w:author="Ève"><w:p/></w:comment>')
    output = marked(word(p(r("Le CSE")), comments=comments), "abbr")
    xml = Package(output).part("word/comments.xml").decode()
    assert '<w:comment w:id="5" w:author="En clair" w:initials="EC">' in xml
    assert xml.startswith(comments.removesuffix("</w:comments>"))


def test_comments_join_a_part_without_any() -> None:
    output = marked(word(p(r("Le CSE")), comments=f'<w:comments xmlns:w="{W}"/>'), "abbr")
    assert len(list(docx.Document(io.BytesIO(output)).comments)) == 1


@pytest.mark.parametrize("style", ["abbr", "list"])
def test_marking_twice_changes_nothing(style: str) -> None:
    notes = '<w:footnote w:id="7">{}</w:footnote>'.format(p(r("RSA")))
    reference = '<w:r><w:footnoteReference w:id="7"/></w:r>'
    data = word(
        p(r("Le CSE") + reference + BOX.format(p(r("ARE")), p(r("ARE")))), footnotes=root("footnotes", notes)
    )
    once = marked(data, style)
    assert marked(once, style) == once


def test_new_rows_join_the_list_that_stands_there() -> None:
    data = word(p(r("Le CSE et le RSA.")))
    document = documents.read(data)
    first = documents.write(document, marks_of(document)[:1], style="list")
    (table,) = docx.Document(io.BytesIO(marked(first, "list"))).tables
    assert [row.cells[0].text for row in table.rows] == ["Sigle", "CSE", "RSA"]


def test_list_stands_before_the_last_section_with_its_heading() -> None:
    opened = docx.Document(io.BytesIO(marked(word(p(r("Le CSE."))), "expand", listed=True)))
    assert [paragraph.text for paragraph in opened.paragraphs[:2]] == [
        f"Le CSE ({MEANINGS['CSE']}).",
        "Sigles utilisés",
    ]
    assert opened.paragraphs[1].style is not None
    assert opened.paragraphs[1].style.name == "Heading 1"
    assert opened.tables[0].rows[1].cells[1].text == f"{MEANINGS['CSE']} — Définition de CSE."


def test_other_prefix_for_the_vocabulary_is_met() -> None:
    """Some programs write `<x:p>`: what we add names its own vocabulary."""
    parts = parts_of(p(r("Le CSE")))
    xml = str(parts["word/document.xml"]).replace("w:", "x:").replace("xmlns:w=", "xmlns:x=")
    data = archive({**parts, "word/document.xml": xml})
    for style in ("expand", "abbr", "list"):
        assert docx.Document(io.BytesIO(marked(data, style))).paragraphs[0].text.startswith("Le CSE")


def test_strict_vocabulary_is_met() -> None:
    strict = {"http://purl.oclc.org/ooxml/wordprocessingml/main": W}
    parts = {
        name: str(content).replace(W, next(iter(strict)))
        for name, content in parts_of(p(r("Le CSE"))).items()
    }
    relations = Package(marked(archive(parts), "abbr")).part("word/_rels/document.xml.rels").decode()
    assert 'Type="http://purl.oclc.org/ooxml/officeDocument/relationships/comments"' in relations


def test_parts_without_a_mark_are_copied_as_they_lie() -> None:
    parts = parts_of(p(r("Le CSE")))
    data = archive({**parts, "word/vbaProject.bin": b"\xd0\xcf macro", "word/média.png": b"\x89PNG"})
    before, after = Package(data), Package(marked(data, "abbr"))
    assert after.names == [*before.names, "word/comments.xml"]
    for name in ("word/vbaProject.bin", "word/média.png", "word/styles.xml"):
        assert after.raw(name) == before.raw(name)


def test_signed_document_says_that_its_signature_ends() -> None:
    parts = parts_of(p(r("Le CSE")))
    (note,) = documents.read(archive({**parts, "_xmlsignatures/sig1.xml": "<a/>"})).notes
    assert "signature" in note


@pytest.mark.parametrize(
    ("xml", "match"),
    [
        ('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "declares a DOCTYPE"),
        ("<a><b></a>", "is damaged at line 1"),
        ('<?xml version="1.0" encoding="ISO-8859-1"?><a/>', "is in ISO-8859-1, not in UTF-8"),
        ("\ufeff<a/>".encode("utf-16-le"), "is in UTF-16"),
    ],
    ids=["entity", "not well-formed", "Latin-1", "UTF-16"],
)
@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "word/_rels/document.xml.rels"])
def test_part_that_could_do_harm_is_refused(part: str, xml: str | bytes, match: str) -> None:
    with pytest.raises(InvalidFile, match=match):
        documents.read(archive({**parts_of(p(r("Le CSE"))), part: xml}))


@pytest.mark.parametrize("style", ["expand", "abbr", "list"])
def test_document_of_an_office_program_keeps_all_but_the_marks(style: str) -> None:
    data = (CORPUS / "compte-rendu.docx").read_bytes()
    opened = docx.Document(io.BytesIO(marked(data, style)))
    before = docx.Document(io.BytesIO(data))
    assert len(opened.tables) == len(before.tables) + (style == "list")
    assert len(list(opened.comments)) == (5 if style == "abbr" else 0)


def test_text_of_an_office_program_is_what_a_reader_sees() -> None:
    document = documents.read((CORPUS / "compte-rendu.docx").read_bytes())
    assert "Le CNFPT propose" in document.text
    assert "avec le RSA selon" in document.text
    assert "😀" in document.text
    assert [word for word in ("OPCA", "SMIC") if word in document.text] == []
    assert document.text.count("À savoir") == 1
