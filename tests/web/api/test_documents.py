"""Test the annotation of files by REST."""

import io
import tempfile
import time
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import docx
import pytest
from flask.testing import FlaskClient
from pypdf import PdfReader
from werkzeug.datastructures import FileStorage
from werkzeug.test import TestResponse, encode_multipart

from glossary.web import report_schemas, schemas
from glossary.web.files import MAX_FILE
from tests.documents.pdf.making import scanned
from tests.documents.words import archive, p, parts_of, r, word
from tests.web.api.contract import conform, problem

CORPUS = Path(__file__).parents[2] / "corpus"
LONG = "Centre national de la fonction publique territoriale"


def send(client: FlaskClient, data: bytes, name: str, **query: Any) -> TestResponse:
    """Send a file as a browser does."""
    boundary, body = encode_multipart({"file": FileStorage(io.BytesIO(data), name)})
    media = f'multipart/form-data; boundary="{boundary}"'
    return client.post("/api/v1/documents", query_string=query, data=body, content_type=media)


def test_word_document_comes_back_annotated_under_its_name(client: FlaskClient) -> None:
    answer = send(client, (CORPUS / "compte-rendu.docx").read_bytes(), "Réunion.docx")
    assert answer.status_code == 200
    assert answer.mimetype.endswith("wordprocessingml.document")
    assert "R%C3%A9union-en-clair.docx" in answer.headers["Content-Disposition"]
    assert answer.headers["Cache-Control"] == "no-store"
    assert "ETag" not in answer.headers
    assert f"CNFPT ({LONG}) propose" in docx.Document(io.BytesIO(answer.data)).paragraphs[1].text


def test_style_and_table_are_heard(client: FlaskClient) -> None:
    answer = send(client, word(p(r("Le CNFPT"))), "a.docx", style="abbr", table="true")
    opened = docx.Document(io.BytesIO(answer.data))
    assert opened.paragraphs[0].text == "Le CNFPT"
    assert len(list(opened.comments)) == 1
    assert opened.tables[0].rows[1].cells[0].text == "CNFPT"


def test_pdf_comes_back_with_notes_behind_its_end(client: FlaskClient) -> None:
    data = (CORPUS / "bulletin.pdf").read_bytes()
    answer = send(client, data, "Bulletin.pdf")
    assert (answer.status_code, answer.mimetype) == (200, "application/pdf")
    assert answer.data.startswith(data)
    notes = [
        str(note.get_object().get("/Contents"))
        for note in PdfReader(io.BytesIO(answer.data)).pages[0]["/Annots"]
    ]
    assert any(note.startswith(f"CNFPT : {LONG}") for note in notes)


@pytest.mark.parametrize(
    ("sheet", "start"),
    [("html", b"<!DOCTYPE"), ("pdf", b"%PDF-"), ("docx", b"PK"), ("csv", b"\xef\xbb\xbfsigle")],
)
def test_sheet_of_a_pdf_is_made_in_each_format(client: FlaskClient, sheet: str, start: bytes) -> None:
    answer = send(client, (CORPUS / "avis.pdf").read_bytes(), "avis.pdf", want="sheet", sheet=sheet)
    assert answer.data.startswith(start)
    assert f"avis-en-clair-fiche.{sheet}" in answer.headers["Content-Disposition"]


def test_scan_is_refused_in_one_sentence(client: FlaskClient) -> None:
    detail = problem(send(client, scanned(), "a.pdf"), 422)["detail"]
    assert "OCR" in detail


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"Le CNFPT et le ZQRT.", "a.txt"),
        (b"<p>Le CNFPT et le ZQRT.</p>", "a.html"),
        (word(p(r("Le CNFPT et le ZQRT."))), "a.docx"),
        ((CORPUS / "compte-rendu.odt").read_bytes(), "a.odt"),
    ],
    ids=["text", "page", "Word", "ODT"],
)
def test_what_was_found_is_told(client: FlaskClient, data: bytes, name: str) -> None:
    answer = conform(send(client, data, name, want="json"), schemas.Annotation)
    assert "CNFPT" in [mention["surface"] for mention in answer["mentions"]]
    assert (answer["output"] is None) == (not name.endswith((".txt", ".html")))


def test_report_and_sheet_are_made_of_a_file(client: FlaskClient) -> None:
    data = word(p(r("Le CNFPT et le ZQRT.")))
    conform(send(client, data, "a.docx", want="report"), report_schemas.JargonReport)
    sheet = send(client, data, "a.docx", want="sheet", sheet="csv")
    assert (sheet.status_code, sheet.mimetype) == (200, "text/csv")
    assert LONG in sheet.get_data(as_text=True)
    problem(send(client, data, "a.docx", want="sheet", sheet="xyz"), 415)


@pytest.mark.parametrize(
    ("data", "name", "status"),
    [
        (b"Le CSE", "a.xlsx", 415),
        (b"x", "a.docx", 422),
        (b"PK\x03\x04", "a.docx", 422),
        (bytes.fromhex("d0cf11e0a1b11ae1"), "a.doc", 422),
        (b"%PDF-1.4", "a.docx", 422),
        (b" \n", "a.txt", 422),
        (archive({**parts_of(""), "word/styles.xml": "<!DOCTYPE a><a/>"}), "a.docx", 422),
        (archive({f"a{number}": "" for number in range(10_000)}), "a.zip", 422),
        (archive({**parts_of(""), **{f"a{number}": "" for number in range(10_000)}}), "a.docx", 413),
        (archive({**parts_of(""), "word/document.xml": b" " * 60_000_001}), "a.docx", 413),
        (b"<b>" * 20_000, "a.html", 413),
    ],
    ids=[
        *("unknown format", "no Word", "cut off", "old Office", "wrong suffix", "no text", "DOCTYPE"),
        *("no document", "ten thousand entries", "bomb", "nested"),
    ],
)
def test_hostile_or_broken_file_is_refused(client: FlaskClient, data: bytes, name: str, status: int) -> None:
    body = problem(send(client, data, name), status)
    assert "reader fail" not in body["detail"]


def test_file_over_the_limit_is_refused(client: FlaskClient) -> None:
    body = problem(send(client, b"a" * (MAX_FILE + 1), "a.txt"), 413)
    assert "20\u202f000\u202f000" in body["detail"]


def test_request_over_every_limit_is_refused(client: FlaskClient) -> None:
    problem(send(client, b"a" * (MAX_FILE + 200_000), "a.txt"), 413)


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ({"json": {}}, 415),
        ({"data": {"other": "x"}, "content_type": "multipart/form-data"}, 400),
        ({"data": b"--x", "content_type": "multipart/form-data; boundary=x"}, 400),
    ],
    ids=["JSON", "another field", "no parts"],
)
def test_request_without_a_file_is_refused(client: FlaskClient, sent: dict[str, Any], status: int) -> None:
    problem(client.post("/api/v1/documents", **sent), status)


def test_wish_that_nobody_knows_is_refused(client: FlaskClient) -> None:
    assert problem(send(client, b"Le CSE", "a.txt", want="song"), 422)["errors"][0]["where"] == "want"
    assert problem(send(client, b"Le CSE", "a.txt", domains="emploi,x"), 422)


def test_no_file_is_left_on_disk(
    client: FlaskClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(tempfile, "TemporaryFile", None)
    send(client, b"Le CSE. " * 200_000, "a.txt")
    assert list(tmp_path.iterdir()) == []


def sent_to(address: str, data: bytes, name: str) -> int:
    """Send a file to a running server until it has time, and give the status of its answer."""
    boundary, body = encode_multipart({"file": FileStorage(io.BytesIO(data), name)})
    media = {"Content-Type": f'multipart/form-data; boundary="{boundary}"'}
    asked = urllib.request.Request(f"{address}/api/v1/documents?want=json", body, media)
    for _ in range(600):
        try:
            with urllib.request.urlopen(asked, timeout=60) as answer:
                return int(answer.status)
        except urllib.error.HTTPError as error:
            error.close()
            if error.code != 503:
                return error.code
        time.sleep(0.1)
    return 503


def test_server_goes_on_answering_while_hostile_files_come(address: str) -> None:
    bomb = archive({**parts_of(""), "word/document.xml": b" " * 60_000_001})
    files = [(word(p(r("Le CNFPT"))), 200), (bomb, 413), (b"PK\x03\x04", 422)] * 3
    with ThreadPoolExecutor(len(files) + 1) as pool:
        sent = [pool.submit(sent_to, address, data, "a.docx") for data, _ in files]
        with urllib.request.urlopen(f"{address}/health", timeout=20) as health:
            assert health.status == 200
        assert [answer.result() for answer in sent] == [status for _, status in files]
