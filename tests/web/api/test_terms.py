"""Test the terms by REST."""

from flask.testing import FlaskClient

from glossary.web import schemas
from tests.web.api.contract import conform, problem
from tests.web.conftest import OWN_TERMS


def test_pages_give_every_term_once_in_order(client: FlaskClient) -> None:
    seen: list[str] = []
    cursor = ""
    while True:
        query = {"limit": 7, "cursor": cursor}
        body = conform(client.get("/api/v1/terms", query_string=query), schemas.Terms)
        seen += [term["id"] for term in body["terms"]]
        cursor = body["next"]
        if not cursor:
            break
    assert sorted(seen) == sorted(term.id for term in OWN_TERMS)
    assert body["total"] == len(OWN_TERMS)
    assert seen.index("rsa") < seen.index("rsa-socle")


def test_letter_domain_and_status_choose(client: FlaskClient) -> None:
    body = conform(client.get("/api/v1/terms?letter=d&domain=numerique&status=verified"), schemas.Terms)
    assert [term["id"] for term in body["terms"]] == ["de-en"]
    body = conform(client.get("/api/v1/terms?status=withdrawn"), schemas.Terms)
    assert [term["id"] for term in body["terms"]] == ["old"]


def test_one_term_is_read_by_its_id(client: FlaskClient) -> None:
    body = conform(client.get("/api/v1/terms/ce-comite"), schemas.Term)
    assert body["replaced_by"] == "cse"
    assert body["source"]["link"].startswith("https://")


def test_an_unknown_id_gets_near_ids(client: FlaskClient) -> None:
    body = problem(client.get("/api/v1/terms/cnftp", headers={"Accept-Language": "fr"}), 404)
    assert "cnfpt" in body["near"]
    assert "terme" in body["detail"]


def test_what_has_not_changed_is_not_sent_again(client: FlaskClient) -> None:
    first = client.get("/api/v1/terms/cse")
    again = client.get("/api/v1/terms/cse", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    other = client.get("/api/v1/terms/csec", headers={"If-None-Match": first.headers["ETag"]})
    assert other.status_code == 200
