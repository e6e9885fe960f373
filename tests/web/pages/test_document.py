"""Test the page that annotates a document, without scripts."""

import base64
import io
import re
from pathlib import Path
from typing import Any

import docx
import pytest
from flask.testing import FlaskClient

from tests.documents.words import p, r, word

CORPUS = Path(__file__).parents[2] / "corpus"
LONG = "Centre national de la fonction publique territoriale"


def drop(client: FlaskClient, data: bytes, name: str, **fields: str) -> Any:
    """Send the form as a browser does."""
    return client.post("/document", data={"file": (io.BytesIO(data), name), **fields})


def saved(page: str, name: str) -> bytes:
    """Give the file that a link of the page saves."""
    match = re.search(rf'href="data:[^"]*;base64,([^"]*)" download="{re.escape(name)}"', page)
    assert match is not None
    return base64.b64decode(match[1])


def test_document_is_handed_back_with_what_was_found(client: FlaskClient) -> None:
    answer = drop(client, word(p(r("Le CNFPT, les CDE et le ZQRT."))), "Compte rendu.docx")
    page = answer.get_data(as_text=True)
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"
    output = docx.Document(io.BytesIO(saved(page, "Compte rendu-en-clair.docx")))
    assert output.paragraphs[0].text == f"Le CNFPT ({LONG}), les CDE et le ZQRT."
    assert LONG.encode() in saved(page, "Compte rendu-en-clair-fiche.html")
    assert "Comité départemental pour l&#39;emploi" in page
    assert "<b>ZQRT</b>" in page


def test_wishes_are_heard_and_kept_in_the_form(client: FlaskClient) -> None:
    data = word(p(r("Le CNFPT.")))
    page = drop(client, data, "a.docx", style="none", table="1", as_of="2020-01-02").get_data(as_text=True)
    output = docx.Document(io.BytesIO(saved(page, "a-en-clair.docx")))
    assert output.paragraphs[0].text == "Le CNFPT."
    assert output.tables[0].rows[1].cells[0].text == "CNFPT"
    assert '<input type="radio" name="style" value="none" checked>' in page
    assert 'value="2020-01-02"' in page


@pytest.mark.parametrize(
    ("data", "name", "status", "told"),
    [
        (b"PK\x03\x04", "a.docx", 422, "le fichier est abîmé ou incomplet"),
        (b"x", "a.xlsx", 415, "« xlsx »".replace(" ", "\u00a0")),
        (b" ", "a.txt", 422, "le document ne contient pas de texte"),
        (b"<b>" * 20_000, "a.html", 413, "10\u202f000 niveaux"),
        (b"", "", 400, "Il n’y a pas de fichier"),
    ],
    ids=["damaged", "unknown format", "no text", "nested", "no file"],
)
def test_what_cannot_be_read_is_told_in_french(
    client: FlaskClient, data: bytes, name: str, status: int, told: str
) -> None:
    answer = drop(client, data, name)
    assert answer.status_code == status
    assert told in answer.get_data(as_text=True)


def test_notes_on_the_document_are_shown(client: FlaskClient) -> None:
    page = drop(client, "Le CNFPT à l’été".encode("cp1252"), "a.txt").get_data(as_text=True)
    assert "Encodage reconnu : Windows-1252." in page


def test_name_of_a_file_cannot_break_the_page(client: FlaskClient) -> None:
    page = drop(client, b"Le CNFPT", '"><script>alert(1)</script>.txt').get_data(as_text=True)
    assert "<script>alert" not in page
