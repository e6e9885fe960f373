"""Test that answers can be asked as of a release."""

import io
from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from glossary import formats
from glossary.store import Store
from glossary.web import editing, schemas
from tests.samples import term
from tests.web.api.contract import conform, problem

Header = dict[str, str]
OLD, NEW = "Revenu de solidarité active", "Revenu de solidarité d’aujourd’hui"


@pytest.fixture
def frozen(own_client: FlaskClient, own_store: Store, token: Header) -> FlaskClient:
    """Freeze the base, then change a term."""
    answer = own_client.post(
        "/api/v1/releases", json={"name": "2026-11", "note": "La première"}, headers=token
    )
    assert conform(answer, editing.Release)["by"] == "anne"
    own_store.save([term("RSA", NEW)], by="anne")
    own_client.application.extensions["glossary"].renew()
    return own_client


def test_releases_are_listed_newest_first(frozen: FlaskClient, token: Header) -> None:
    frozen.post("/api/v1/releases", json={"name": "2026-12"}, headers=token)
    body = conform(frozen.get("/api/v1/releases"), editing.Releases)
    assert [release["name"] for release in body["releases"]] == ["2026-12", "2026-11"]
    assert body["releases"][1]["note"] == "La première"


Call = Callable[[FlaskClient, str], TestResponse]
CALLS: dict[str, Call] = {
    "lookup": lambda client, name: client.get(f"/api/v1/lookup?q=RSA&release={name}"),
    "terms": lambda client, name: client.get(f"/api/v1/terms?letter=R&release={name}"),
    "term": lambda client, name: client.get(f"/api/v1/terms/rsa?release={name}"),
    "annotate": lambda client, name: client.post(
        "/api/v1/annotate", json={"text": "Le RSA", "release": name}
    ),
    "export": lambda client, name: client.get(f"/api/v1/export?format=json&release={name}"),
}


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
def test_an_answer_is_given_as_of_a_release(frozen: FlaskClient, call: Call) -> None:
    now, then = (call(frozen, name).get_data(as_text=True) for name in ("", "2026-11"))
    assert NEW in now
    assert OLD not in now
    assert OLD in then
    assert NEW not in then


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
def test_an_unknown_release_is_told_with_those_that_exist(frozen: FlaskClient, call: Call) -> None:
    body = problem(call(frozen, "2020-01"), 404)
    assert body["near"] == ["2026-11"]
    assert "2020-01" in body["detail"]


@pytest.mark.parametrize("name", ["lookup", "terms", "annotate"])
def test_an_answer_says_of_which_state_it_is(frozen: FlaskClient, own_store: Store, name: str) -> None:
    assert CALLS[name](frozen, "2026-11").get_json()["revision"] == "2026-11"
    assert CALLS[name](frozen, "").get_json()["revision"] == str(own_store.revision)


def test_a_file_says_of_which_state_it_is(frozen: FlaskClient, own_store: Store) -> None:
    then = frozen.get("/api/v1/export?format=skos&release=2026-11")
    assert "filename=en-clair-2026-11.ttl" in then.headers["Content-Disposition"]
    assert "version 2026-11" in then.get_data(as_text=True)
    now = frozen.get("/api/v1/export?format=csv")
    assert f"filename=en-clair-r{own_store.revision}.csv" in now.headers["Content-Disposition"]
    assert len(list(formats.read(io.BytesIO(now.data), "csv"))) == len(list(own_store.terms()))


def test_a_release_is_never_changed_and_needs_a_good_name(frozen: FlaskClient, token: Header) -> None:
    problem(frozen.post("/api/v1/releases", json={"name": "2026-11"}, headers=token), 409)
    problem(frozen.post("/api/v1/releases", json={"name": "../x"}, headers=token), 422)
    problem(frozen.post("/api/v1/releases", json={"name": "2027-01"}), 401)


def test_the_schema_of_a_term_holds_as_of_a_release(frozen: FlaskClient) -> None:
    assert conform(frozen.get("/api/v1/terms/rsa?release=2026-11"), schemas.Term)["full_form"] == OLD


def test_the_page_of_a_form_is_shown_as_of_a_release(frozen: FlaskClient) -> None:
    then = frozen.get("/sigle/RSA?version=2026-11").get_data(as_text=True)
    assert OLD in then
    assert "version 2026-11" in then
    assert NEW not in then
    assert frozen.get("/sigle/RSA?version=2020-01").status_code == 404


def test_a_pasted_text_is_annotated_as_of_a_release(frozen: FlaskClient) -> None:
    assert 'value="2026-11"' in frozen.get("/annoter").get_data(as_text=True)
    page = frozen.post("/annoter", data={"text": "Le RSA.", "release": "2026-11"}).get_data(as_text=True)
    assert f"<ins> ({OLD})</ins>" in page
    assert "Glossaire\u00a0: version 2026-11." in page
