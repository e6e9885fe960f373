"""Test what protects readers: headers, silence, no cookies."""

import logging
import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from glossary.web import base

PAGES = (
    "/",
    "/?q=cse",
    "/sigle/CSE",
    "/glossaire",
    "/annoter",
    "/docs",
    "/nulle-part",
    "/proposer?terme=rsa",
    "/curation/entrer",
    "/sante",
    "/api/v1/lookup?q=cse",
)


@pytest.mark.parametrize("path", PAGES)
def test_every_answer_is_protected(client: FlaskClient, path: str) -> None:
    headers = client.get(path).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "require-trusted-types-for 'script'" in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"


@pytest.mark.parametrize("path", PAGES)
def test_readers_get_no_cookie_and_nothing_from_outside(client: FlaskClient, path: str) -> None:
    answer = client.get(path)
    assert "Set-Cookie" not in answer.headers
    page = answer.get_data(as_text=True)
    for tag, address in re.findall(
        r"<(script|link|img|iframe|form)[^>]*?(?:src|href|action)=\"([^\"]+)\"", page
    ):
        assert address.startswith(("/", "http://localhost/")), (tag, address)
    assert "style=" not in page


@pytest.mark.parametrize("path", ["/sigle/PHP", "/?q=PHP", "/glossaire?lettre=P", "/sigle/%3Cscript%3E"])
def test_hostile_terms_and_forms_do_no_harm(client: FlaskClient, path: str) -> None:
    page = client.get(path).get_data(as_text=True)
    assert "<script>alert" not in page
    assert "<img" not in page
    assert "<script>" not in page


def test_hostile_text_is_shown_as_text(client: FlaskClient) -> None:
    page = client.post("/annoter", data={"text": "<script>alert(1)</script> </textarea><b>Le CSE"}).get_data(
        as_text=True
    )
    assert "<script>alert" not in page
    assert "</textarea><b>" not in page


def test_an_error_of_ours_is_noted_without_what_was_sent(
    app: Flask, client: FlaskClient, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(self: object) -> None:
        raise RuntimeError("".join(["sec", "ret"]))

    monkeypatch.setattr(base.Base, "lexicon", property(fail))
    with caplog.at_level(logging.DEBUG):
        answer = client.get("/api/v1/lookup?q=secretquery")
    assert answer.status_code == 500
    assert "RuntimeError in api.lookup" in caplog.text
    assert "secret" not in caplog.text + answer.get_data(as_text=True)


def test_a_look_up_is_logged_nowhere(client: FlaskClient, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        client.get("/api/v1/lookup?q=secretquery")
        client.post("/api/v1/annotate", json={"text": "secret"})
    assert caplog.text == ""
