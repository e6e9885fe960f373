"""Hold how plain text is cut into blocks and written back."""

from glossary import documents
from tests.documents.marking import marks_of

TEXT = "RÉUNION DU CSE\r\n\r\nLe CNFPT propose\r\nun plan.\r\n- le RSA ;\r\n- l'ARE.\r\n"


def test_blocks_are_paragraphs_items_and_headings() -> None:
    document = documents.from_text(TEXT)
    assert [(block.kind, document.text[block.start : block.end]) for block in document.blocks] == [
        ("heading", "RÉUNION DU CSE"),
        ("paragraph", "Le CNFPT propose\r\nun plan."),
        ("list-item", "- le RSA ;"),
        ("list-item", "- l'ARE."),
    ]


def test_form_feed_starts_a_page() -> None:
    document = documents.from_text("Un.\n\fDeux.\n")
    assert [block.page for block in document.blocks] == [1, 2]


def test_expansion_keeps_every_other_byte_and_the_encoding() -> None:
    data = "Le CSE été.\r\nFin".encode("latin-1")
    document = documents.read(data, name="note.txt")
    assert document.notes == ("Encodage reconnu : Latin-1 (ISO-8859-1).",)
    output = documents.write(document, marks_of(document))
    assert output == "Le CSE (Comité social et économique) été.\r\nFin".encode("latin-1")


def test_list_stands_at_the_end_in_alphabetical_order() -> None:
    document = documents.from_text("Le RSA et le CSE, le CSE.")
    assert documents.write_text(document, marks_of(document), style="list") == (
        "Le RSA et le CSE, le CSE.\n\nSigles utilisés\n\n"
        "CSE : Comité social et économique — Définition de CSE.\n"
        "RSA : Revenu de solidarité active — Définition de RSA.\n"
    )


def test_style_none_gives_the_file_back() -> None:
    document = documents.read(TEXT.encode("utf-16"), name="a.txt")
    assert documents.write(document, marks_of(document), style="none") == TEXT.encode("utf-16")
