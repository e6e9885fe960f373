"""Hold that notes and list are added to a PDF, and that nothing else changes."""

import io
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pypdf
import pypdfium2
import pytest
from pypdf.generic import DictionaryObject

from glossary import documents
from glossary.annotate import Options, annotate
from glossary.documents import Document
from glossary.documents.pdf.proof import prove
from glossary.documents.pdf.update import Update, flate
from glossary.errors import InvalidFile
from glossary.mentions import Candidate, Mark, Resolution
from tests.documents.marking import marks_of
from tests.documents.pdf.making import drawn
from tests.documents.pdf.test_hostile import document_of, protected
from tests.documents.pdf.test_reading import CORPUS, FILES
from tests.samples import LEXICON

LINES = [(40, 350, "Le CSE, le CNFPT et l'ARE."), (40, 338, "Le CSE encore.")]


def opened(name: str) -> tuple[bytes, Document, list[Mark]]:
    """Read a file of the corpus, and mark it."""
    data = (CORPUS / name).read_bytes()
    document = documents.read(data)
    return data, document, marks_of(document, first_only=True)


def reader(data: bytes) -> pypdf.PdfReader:
    """Open what was written with another program."""
    return pypdf.PdfReader(io.BytesIO(data), strict=True)


def notes(data: bytes, page: int = 0) -> list[DictionaryObject]:
    """Give the highlights of a page."""
    held = (note.get_object() for note in reader(data).pages[page].get("/Annots", ()))
    return [note for note in held if note["/Subtype"] == "/Highlight"]


@pytest.mark.parametrize("style", ["expand", "abbr", "list", "none"])
@pytest.mark.parametrize("name", FILES)
def test_nothing_but_notes_and_pages_is_added(name: str, style: str) -> None:
    data, document, marks = opened(name)
    output = documents.write(document, marks, style=style)
    proof = prove(data, output, document)
    assert proof.differences == ()
    assert proof.insertions == {"none": 0, "list": 1}.get(style, len(marks) + 1) * bool(marks)


@pytest.mark.skipif(not shutil.which("qpdf"), reason="qpdf is not installed")
@pytest.mark.parametrize("name", FILES)
def test_what_was_written_passes_qpdf(name: str, tmp_path: Path) -> None:
    _, document, marks = opened(name)
    path = tmp_path / name
    path.write_bytes(documents.write(document, marks))
    run = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True, timeout=60, check=False)
    assert (run.returncode, run.stderr) == (0, "")


def test_notes_say_what_a_form_means_where_it_stands() -> None:
    _, document, marks = opened("bulletin.pdf")
    output = documents.write(document, marks)
    found = {str(note["/Contents"]): note["/Rect"] for note in notes(output)}
    (contents,) = (words for words in found if words.startswith("CNFPT"))
    assert contents == "CNFPT : Centre national de la fonction publique territoriale — Définition de CNFPT."
    page = pypdfium2.PdfDocument(output)[0]
    assert page.get_textpage().get_text_bounded(*map(float, found[contents])).strip() == "CNFPT"


def test_every_note_has_what_readers_and_pdf_a_ask_for() -> None:
    output = documents.write(*opened("tableaux.pdf")[1:])
    for note in notes(output):
        assert note["/F"] == 4
        assert note["/AP"]["/N"].get_object()["/Subtype"] == "/Form"
        assert len(note["/QuadPoints"]) % 8 == 0
        assert note["/P"]["/Type"] == "/Page"
    assert len({str(note["/NM"]) for note in notes(output)}) == len(notes(output))


def test_links_outlines_and_metadata_stay() -> None:
    data, document, marks = opened("avis.pdf")
    before, after = reader(data), reader(documents.write(document, marks))
    kinds = [note.get_object()["/Subtype"] for note in after.pages[0]["/Annots"]]
    held = [note.get_object()["/Subtype"] for note in before.pages[0]["/Annots"]]
    assert kinds[-2:] == held == ["/Link", "/Link"]
    assert after.metadata == before.metadata
    assert after.outline == before.outline
    assert sorted(after.root_object) == sorted(before.root_object)


def test_the_list_is_set_in_an_embedded_font() -> None:
    _, document, marks = opened("bulletin.pdf")
    page = reader(documents.write(document, marks)).pages[-1]
    assert "Sigles utilisés" in page.extract_text()
    for font in page["/Resources"]["/Font"].values():
        assert "DejaVuSansCondensed" in font["/BaseFont"]
        assert "/FontFile2" in font["/FontDescriptor"]


def test_writing_twice_changes_nothing() -> None:
    _, document, marks = opened("bulletin.pdf")
    once = documents.write(document, marks)
    again = documents.read(once)
    assert again.text == document.text
    assert documents.write(again, marks_of(again, first_only=True)) == once


def test_new_marks_join_those_that_stand_there() -> None:
    document = documents.read(drawn(LINES))
    first = [mark for mark in marks_of(document) if mark.surface == "CSE"]
    once = documents.write(document, first)
    again = documents.read(once)
    twice = documents.write(again, marks_of(again))
    assert len(notes(twice)) == len(marks_of(again))
    assert twice.startswith(once)
    assert "CNFPT" in reader(twice).pages[-1].extract_text()
    assert "CSE" not in reader(twice).pages[-1].extract_text()


def test_each_page_marks_the_first_mention_of_a_form() -> None:
    document = documents.read(drawn(LINES, [(40, 300, "Le CSE donne son avis.")]))
    annotated = annotate(document, LEXICON, Options())
    assert [mark.surface for mark in annotated.marks].count("CSE") == 2
    output = documents.write(document, annotated.marks)
    assert [len(notes(output, page)) for page in (0, 1)] == [3, 1]


def test_an_undecided_meaning_is_shown_in_another_colour() -> None:
    document = documents.read(drawn(LINES))
    first, second, *_ = marks_of(document)
    candidates = tuple(Candidate(term=form, full_form=form, score=0.5) for form in ("Un sens", "Un autre"))
    resolution = Resolution(mention=first.resolution.mention, decision="undecided", candidates=candidates)
    written = notes(documents.write(document, [replace(first, resolution=resolution), second]))
    assert written[0]["/Contents"] == "CSE : plusieurs sens possibles : Un sens ; Un autre"
    assert written[0]["/C"] != written[1]["/C"]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_highlights_follow_the_text_of_a_turned_page(turn: int) -> None:
    document = documents.read(drawn(LINES, turn=turn))
    output = documents.write(document, marks_of(document))
    page = pypdfium2.PdfDocument(output)[0]
    for note in notes(output):
        shown = page.get_textpage().get_text_bounded(*map(float, note["/Rect"])).strip(" '.,")
        assert str(note["/Contents"]).startswith(f"{shown} : ")


def test_an_archive_that_forbids_transparency_gets_lines() -> None:
    data = drawn(LINES)
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    writer.xmp_metadata = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'><pdfaid:part>1</pdfaid:part></x:xmpmeta>"
    stream = io.BytesIO()
    writer.write(stream)
    document = documents.read(stream.getvalue())
    for note in notes(documents.write(document, marks_of(document))):
        drawing = note["/AP"]["/N"].get_object()
        assert "/ExtGState" not in drawing["/Resources"]
        assert b"gs" not in drawing.get_data()


def test_a_protected_file_is_read_but_not_written() -> None:
    document = documents.read(protected(user="", owner="secret"))
    assert documents.write(document, marks_of(document), style="none").startswith(b"%PDF-")
    with pytest.raises(InvalidFile, match="protected against changes; remove its protection"):
        documents.write(document, marks_of(document))


def test_a_file_without_a_sound_table_is_read_but_not_written() -> None:
    data = drawn(LINES)
    document = documents.read(data.replace(b"startxref\n", b"startxref\n1"))
    with pytest.raises(InvalidFile, match="its structure is damaged; save it again"):
        documents.write(document, marks_of(document))


def test_meaning_cannot_break_out_of_a_note() -> None:
    document = documents.read(drawn(LINES))
    (mark, *_) = marks_of(document)
    hostile = ") >> endobj \\ <script> \u202e 😀 (("
    resolution = Resolution(mention=mark.resolution.mention, decision="resolved", full_form=hostile)
    bad = replace(mark, resolution=resolution)
    (note,) = notes(documents.write(document, [bad]))
    assert note["/Contents"] == f"CSE : {hostile}"


def test_a_proof_says_what_has_changed() -> None:
    data, document, marks = opened("avis.pdf")
    output = documents.write(document, marks)
    shorter = output.replace(b"%%EOF", b"%%EO", 1)
    assert (
        prove(data, shorter, document).differences[0]
        == "Le fichier reçu n'est pas le début du fichier écrit."
    )
    foreign = output.replace(b"/NM (en", b"/NM (zz")
    assert any("note étrangère" in words for words in prove(data, foreign, document).differences)
    assert prove(data, b"%PDF-", document).differences[1:] == ("Le fichier écrit ne se relit pas.",)


def test_a_proof_says_what_was_drawn_over() -> None:
    data, document, _ = opened("avis.pdf")
    update = Update(data)
    content = update.reader.pages[0].raw_get("/Contents")
    update.put(content, flate(content.get_object().get_data() + b" ", DictionaryObject()))
    (drawn_over, replaced) = prove(data, update.data(), document).differences
    assert drawn_over == "Ce que dessine la page 1 a changé."
    assert replaced == f"L'objet {content.idnum} a été remplacé."


def test_what_a_page_inherits_is_read_and_left_where_it_stands() -> None:
    content = b"BT /F 10 Tf 40 820 Td (Le CSE se reunit.) Tj ET"
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    data = document_of(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count 1 /Kids [3 0 R] /MediaBox [0 0 595 842] /Resources << /Font << /F %s >> >> >>"
        % font,
        b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
    )
    document = documents.read(data)
    assert document.text == "Le CSE se reunit."
    output = documents.write(document, marks_of(document))
    assert prove(data, output, document).differences == ()
    (page, *_) = re.findall(rb"^3 0 obj\n(.*?)endobj", output[len(data) :], re.DOTALL | re.MULTILINE)
    assert b"/Annots" in page
    assert b"MediaBox" not in page
