"""Hold how PDFs are read: order, blocks, and places on the pages."""

import io
from pathlib import Path

import pypdf
import pypdfium2
import pytest

from glossary import documents
from glossary.documents import Document
from glossary.documents.pdf import PdfSource
from glossary.documents.places import Places
from tests.documents.pdf.making import drawn, scanned

CORPUS = Path(__file__).parents[2] / "corpus"
FILES = ("avis.pdf", "bulletin.pdf", "fontconfig.pdf", "tableaux.pdf")


def opened(name: str) -> Document:
    """Read a file of the corpus."""
    return documents.read((CORPUS / name).read_bytes(), name=name)


def blocks(document: Document, *kinds: str, page: int = 0) -> list[str]:
    """Give the texts of the blocks of some kinds, each in one line."""
    return [
        document.text[block.start : block.end].replace("\n", " ")
        for block in document.blocks
        if block.kind in kinds and page in (0, block.page)
    ]


def source(document: Document) -> PdfSource:
    """Give what the document keeps to be written back."""
    assert isinstance(document.source, PdfSource)
    return document.source


def test_columns_are_read_one_after_the_other() -> None:
    paragraphs = blocks(opened("bulletin.pdf"), "paragraph", page=1)
    assert paragraphs[1].startswith(
        "La formation des agents relève du plan annuel. Le CNFPT organise les stages de"
    )
    assert paragraphs[1].endswith("faute de quoi les inscriptions sont closes.")
    assert paragraphs[7] == paragraphs[1]


def test_a_column_that_cuts_a_word_does_not_part_the_paragraph() -> None:
    document = opened("bulletin.pdf")
    cut = "peuvent rejoindre ces sessions. L’ARE reste versée"
    assert any(cut in paragraph for paragraph in blocks(document, "paragraph", page=1)[12:])
    assert "\x02" not in document.text
    assert "fi" in document.text
    assert "\ufb01" not in document.text


def test_lines_end_where_they_end_on_the_page_but_never_inside_a_word() -> None:
    document = opened("bulletin.pdf")
    lines = "La formation des agents relève du plan annuel.\nLe CNFPT organise les stages de préparation\n"
    assert lines in document.text
    assert Places(document).at(document.text.index("CNFPT")).french == "page 1, ligne 7"


def test_headers_and_footers_count_once() -> None:
    document = opened("bulletin.pdf")
    assert blocks(document, "header") == ["Bulletin de la formation — Comité social et économique (CSE)"]
    assert blocks(document, "footer") == ["Direction des ressources humaines — page 1 sur 2"]
    assert document.text.count("Direction des ressources") == 1


def test_headings_notes_and_items_are_told_apart() -> None:
    document = opened("bulletin.pdf")
    assert blocks(document, "heading") == [
        "Bulletin de la formation",
        "Bilan du plan de formation",
        "Accompagnement et insertion",
        "Points soumis au vote",
    ]
    assert [block.level for block in document.blocks if block.kind == "heading"] == [1, 2, 2, 2]
    assert blocks(document, "note") == [
        "1 Le CSEC réunit les élus de tous les établissements ; voir aussi la BDESE."
    ]
    assert len(blocks(document, "list-item")) == 3


def test_the_call_of_a_note_does_not_stick_to_the_sigle() -> None:
    assert "économique central (CSEC) 1 et des\nsuites" in opened("bulletin.pdf").text
    assert "demandes de RQTH 2 et transmet" in opened("avis.pdf").text


def test_cells_of_a_ruled_table_are_blocks_of_their_own() -> None:
    document = opened("tableaux.pdf")
    assert blocks(document, "cell", page=1)[4:8] == [
        "AFPR",
        "Formation préalable au recrutement, 400 heures au plus",
        "Agence de Nancy, pôle entreprises",
        "30 juin",
    ]
    assert blocks(document, "cell", page=2)[-1] == "ZRR : exonération maintenue"


def test_the_head_of_a_table_is_no_heading() -> None:
    assert "Question" in blocks(opened("avis.pdf"), "paragraph")


@pytest.mark.parametrize("name", FILES)
def test_blocks_stand_in_order_and_cover_all_text(name: str) -> None:
    document = opened(name)
    ends = [-2, *(block.end for block in document.blocks)]
    assert all(block.start == end + 2 for end, block in zip(ends, document.blocks, strict=False))
    assert "\n\n".join(document.text[block.start : block.end] for block in document.blocks) == document.text


@pytest.mark.parametrize("name", FILES)
def test_rectangles_hold_the_words_they_stand_for(name: str) -> None:
    document = opened(name)
    found = pypdfium2.PdfDocument((CORPUS / name).read_bytes())
    words = [(at, word) for at, word in _words(document.text) if word.isalpha() and len(word) > 2]
    for at, word in words[:: max(1, len(words) // 120)]:
        shown = ""
        for place in source(document).places.rectangles(at, at + len(word)):
            text = found[place.page - 1].get_textpage()
            shown += text.get_text_bounded(place.left, place.bottom, place.right, place.top).strip(
                "\x02\ufffe- \r\n"
            )
        assert word in shown.replace("\ufb01", "fi"), (word, shown)
    found.close()


def _words(text: str) -> list[tuple[int, str]]:
    found, at = [], 0
    for word in text.replace("\n", " ").split(" "):
        found.append((at, word))
        at += len(word) + 1
    return found


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_turned_page_reads_as_it_shows(turn: int) -> None:
    lines = [(40, 350, "Le CSE se reunit lundi avec tous"), (40, 338, "les elus du CNFPT.")]
    document = documents.read(drawn(lines, turn=turn))
    assert document.text == "Le CSE se reunit lundi avec tous\nles elus du CNFPT."
    (place,) = source(document).places.rectangles(3, 6)
    assert place.direction == turn
    across, along = sorted(
        (place.right - place.left, place.top - place.bottom), key=lambda side: abs(side - 10)
    )
    assert across == pytest.approx(10)
    assert along == pytest.approx(20.6, abs=1)


def test_lines_count_on_their_page_in_reading_order() -> None:
    document = documents.read(
        drawn([(40, 350, "Un"), (40, 300, "Deux")], [(40, 350, "Trois"), (40, 300, "le CSE")])
    )
    found = Places(document).at(document.text.index("CSE"))
    assert (found.page, found.line, found.column) == (2, 2, 4)


def test_text_beyond_the_edge_and_across_the_page_is_left_out() -> None:
    document = documents.read(drawn([(40, 350, "Le CSE"), (600, 350, "hors page")]))
    assert document.text == "Le CSE"


def test_apostrophes_spaces_and_accents_stay_as_the_file_has_them() -> None:
    document = documents.read(drawn([(40, 350, "L’ARE et l'ASS : 5\u00a0%, été, cœur")]))
    assert document.text == "L’ARE et l'ASS : 5 %, été, cœur"


def test_pages_without_text_and_signatures_are_told() -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(drawn([(40, 350, "Le CSE")])))
    writer.append(io.BytesIO(scanned()))
    stream = io.BytesIO()
    writer.write(stream)
    document = documents.read(stream.getvalue() + b"% /ByteRange [0 10 20 30]\n")
    assert document.text == "Le CSE"
    assert [note.split(" : ")[0] for note in document.notes] == [
        "1 page(s) sur 2 sans texte, en image seulement",
        "Le PDF est signé",
    ]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_that_is_only_shown_turned_reads_the_same(turn: int) -> None:
    writer = pypdf.PdfWriter(clone_from=CORPUS / "tableaux.pdf")
    for page in writer.pages:
        page.rotate(turn)
    stream = io.BytesIO()
    writer.write(stream)
    turned, upright = documents.read(stream.getvalue()), opened("tableaux.pdf")
    assert turned.text == upright.text
    at = turned.text.index("PMSMP")
    assert list(source(turned).places.rectangles(at, at + 5)) == list(
        source(upright).places.rectangles(at, at + 5)
    )
