"""Test the jargon report by REST."""

from typing import Any

import pytest
from flask.testing import FlaskClient

from glossary.web import report_schemas
from tests.web.api.contract import conform, problem

TEXT = "😀 Le CNFPT forme, le CNFPT recrute. Le ZQRT.\n"


def post(client: FlaskClient, **body: Any) -> Any:
    return conform(client.post("/api/v1/jargon", json=body), report_schemas.JargonReport)


def test_findings_stand_where_the_text_has_them(client: FlaskClient) -> None:
    body = post(client, text=TEXT)
    assert [found["rule"] for found in body["findings"]] == ["never-defined", "unknown"]
    for found in body["findings"]:
        assert TEXT[found["start"] : found["end"]] == found["surface"]
    assert body["findings"][0]["place"]["line"] == 1
    assert body["figures"]["obscure"] == 2
    assert body["changes"][0]["sigle"] == "CNFPT"


def test_places_in_a_page_count_in_its_source(client: FlaskClient) -> None:
    source = "<p>C&eacute;l&eacute;brer le <b>CNFPT</b>.</p>"
    found = post(client, text=source, format="html")["findings"][0]
    assert source[found["start"] : found["end"]] == found["surface"] == "CNFPT"


def test_wishes_are_heard(client: FlaskClient) -> None:
    body = post(client, text=TEXT, accept=["C.N.F.P.T."], severities={"unknown": "off"})
    assert body["findings"] == []


def test_the_report_is_kept_by_no_cache(client: FlaskClient) -> None:
    answer = client.post("/api/v1/jargon", json={"text": TEXT})
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("body", "where"),
    [
        ({"text": " "}, "text"),
        ({"text": "CSE", "max_new": 0}, "max_new"),
        ({"text": "CSE", "accept": ["x" * 61]}, "accept.0"),
        ({"text": "CSE", "as_of": "hier"}, "as_of"),
    ],
)
def test_a_bad_wish_is_refused_with_its_field(client: FlaskClient, body: Any, where: str) -> None:
    assert problem(client.post("/api/v1/jargon", json=body), 422)["errors"][0]["where"] == where


def test_an_unknown_rule_is_refused(client: FlaskClient) -> None:
    answer = client.post("/api/v1/jargon", json={"text": "CSE", "severities": {"unknwon": "off"}})
    assert "severities" in problem(answer, 422)["errors"][0]["where"]


def test_an_unknown_format_is_refused(client: FlaskClient) -> None:
    problem(client.post("/api/v1/jargon", json={"text": "CSE", "format": "pdf"}), 415)
