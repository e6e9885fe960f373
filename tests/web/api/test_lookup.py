"""Test the look-up by REST."""

import pytest
from flask.testing import FlaskClient

from glossary.web import schemas
from tests.web.api.contract import conform, problem


@pytest.mark.parametrize("query", ["CNFPT", "cnftp", "C.N.F.P.T", "centre national fonction publique"])
def test_a_look_up_finds_the_term_first(client: FlaskClient, query: str) -> None:
    body = conform(client.get("/api/v1/lookup", query_string={"q": query}), schemas.Hits)
    assert body["query"] == query
    assert body["hits"][0]["term"]["id"] == "cnfpt"
    assert body["hits"][0]["why"]


def test_limit_and_domain_narrow_a_look_up(client: FlaskClient) -> None:
    body = conform(client.get("/api/v1/lookup?q=DE&domain=numerique&limit=1"), schemas.Hits)
    assert [hit["term"]["id"] for hit in body["hits"]] == ["de-en"]


def test_nothing_found_is_an_empty_list(client: FlaskClient) -> None:
    assert conform(client.get("/api/v1/lookup?q=zzzzqqqq"), schemas.Hits)["hits"] == []


@pytest.mark.parametrize(
    ("query", "fields"),
    [
        ("", ["q"]),
        ("q=", ["q"]),
        ("q=%20", ["q"]),
        ("q=a%00b", ["q"]),
        ("q=CSE&limit=-1", ["limit"]),
        ("q=CSE&limit=0", ["limit"]),
        ("q=CSE&limit=dix", ["limit"]),
        ("q=CSE&limit=51", ["limit"]),
        ("q=CSE&domain=cuisine", ["domain"]),
        ("q=CSE&domian=emploi", ["domian"]),
        ("limit=0&domain=cuisine", ["q", "limit", "domain"]),
        ("q=" + "a" * 301, ["q"]),
    ],
)
def test_bad_parameters_are_all_named(client: FlaskClient, query: str, fields: list[str]) -> None:
    body = problem(client.get(f"/api/v1/lookup?{query}"), 422)
    assert [error["where"] for error in body["errors"]] == fields


def test_an_address_that_is_no_utf_8_is_refused(client: FlaskClient) -> None:
    assert "UTF-8" in problem(client.get("/api/v1/lookup?q=%FF"), 400)["detail"]
