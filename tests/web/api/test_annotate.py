"""Test the annotation by REST."""

import json
from typing import Any

import pytest
from flask.testing import FlaskClient

from glossary.web import schemas
from tests.web.api.contract import conform, problem


def post(client: FlaskClient, **body: Any) -> Any:
    return conform(client.post("/api/v1/annotate", json=body), schemas.Annotation)


def test_a_text_is_annotated_where_forms_first_stand(client: FlaskClient) -> None:
    text = "😀 Le CNFPT et l’ARE ; le CNFPT, ZQRT."
    body = post(client, text=text)
    assert [mention["surface"] for mention in body["mentions"]] == ["CNFPT", "ARE", "CNFPT"]
    for piece in (*body["mentions"], *body["unknown"]):
        assert text[piece["start"] : piece["end"]] == piece["surface"]
    assert body["output"].count("(Centre national de la fonction publique territoriale)") == 1
    assert [piece["surface"] for piece in body["unknown"]] == ["ZQRT"]
    assert body["text_length"] == len(text)


def test_a_name_is_named_with_its_definition(client: FlaskClient) -> None:
    mention = post(client, text="La certification Pix est gratuite.")["mentions"][0]
    assert (mention["decision"], mention["full_form"]) == ("named", None)
    assert mention["definition"]


def test_nothing_is_written_where_nothing_is_asked(client: FlaskClient) -> None:
    text = "Le CNFPT forme.\r\n"
    assert post(client, text=text, style="none")["output"] == text


def test_an_annotated_text_is_kept_by_no_cache(client: FlaskClient) -> None:
    answer = client.post("/api/v1/annotate", json={"text": "Le CSE"})
    assert answer.headers["Cache-Control"] == "no-store"
    assert "ETag" not in answer.headers


@pytest.mark.parametrize(
    ("body", "status", "where"),
    [
        ({"text": ""}, 422, "text"),
        ({"text": " \n"}, 422, "text"),
        ({"text": "a\0b"}, 422, "text"),
        ({}, 422, "text"),
        ({"text": 3}, 422, "text"),
        ({"text": "CSE", "occurences": "all"}, 422, "occurences"),
        ({"text": "CSE", "occurrences": "twice"}, 422, "occurrences"),
        ({"text": "CSE", "as_of": "2024-13-01"}, 422, "as_of"),
        ({"text": "CSE", "as_of": "hier"}, 422, "as_of"),
        ({"text": "CSE", "domains": ["emploi", "cuisine"]}, 422, "domains.1"),
        ([], 422, ""),
        ("CSE", 422, ""),
    ],
)
def test_a_bad_body_is_told_field_by_field(client: FlaskClient, body: Any, status: int, where: str) -> None:
    told = problem(client.post("/api/v1/annotate", json=body), status)
    assert [error["where"] for error in told.get("errors", [])] == ([where] if where else [])


def test_an_unknown_format_is_415(client: FlaskClient) -> None:
    body = problem(client.post("/api/v1/annotate", json={"text": "CSE", "format": "docx2"}), 415)
    assert "markdown" in body["detail"]


@pytest.mark.parametrize(
    ("data", "media", "status"),
    [
        (b'{"text": "\\ud83d CSE"}', "application/json", 422),
        (b'{"text": "\xff"}', "application/json", 400),
        (b'{"text": ', "application/json", 400),
        (b"[" * 100_000, "application/json", 400),
        (b"text=CSE", "application/x-www-form-urlencoded", 415),
        (b"", "application/json", 400),
    ],
    ids=["lone surrogate", "not UTF-8", "broken JSON", "nested too deeply", "a form", "empty"],
)
def test_what_is_no_json_text_is_refused(client: FlaskClient, data: bytes, media: str, status: int) -> None:
    problem(client.post("/api/v1/annotate", data=data, content_type=media), status)


def test_five_megabytes_are_too_large(client: FlaskClient) -> None:
    data = json.dumps({"text": "a " * 2_500_000})
    problem(client.post("/api/v1/annotate", data=data, content_type="application/json"), 413)
    body = problem(client.post("/api/v1/annotate", json={"text": "a" * 2_000_001}), 413)
    assert "2\u202f000\u202f000" in body["detail"]
