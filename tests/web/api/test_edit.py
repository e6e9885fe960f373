"""Test how editors change terms by REST."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from glossary.store import Store
from glossary.web import editing, schemas
from tests.web.api.contract import conform, problem

Header = dict[str, str]
NEW = {"short_form": "ZFE", "full_form": "Zone à faibles émissions", "source": {"name": "Légifrance"}}


def tag(client: FlaskClient, term_id: str = "rsa") -> Header:
    """Give the header that says in which state a term was read."""
    return {"If-Match": client.get(f"/api/v1/terms/{term_id}").headers["ETag"]}


def test_a_new_term_is_found_at_once(own_client: FlaskClient, token: Header) -> None:
    answer = own_client.post("/api/v1/terms", json=NEW, headers=token)
    assert answer.status_code == 201
    assert conform(answer, schemas.Term)["id"] == "zfe"
    read = own_client.get(answer.headers["Location"])
    assert read.headers["ETag"] == answer.headers["ETag"]
    assert own_client.get("/api/v1/lookup?q=zfe").get_json()["hits"][0]["term"]["id"] == "zfe"


def test_an_answer_can_be_changed_and_sent_back(own_client: FlaskClient, token: Header) -> None:
    body = own_client.get("/api/v1/terms/rsa").get_json() | {"definition": "Un revenu minimum."}
    answer = own_client.put("/api/v1/terms/rsa", json=body, headers=token | tag(own_client))
    assert conform(answer, schemas.Term) == body


def test_nobody_s_change_is_lost(own_client: FlaskClient, token: Header) -> None:
    old = token | tag(own_client)
    first = own_client.put("/api/v1/terms/rsa", json=NEW | {"definition": "La première."}, headers=old)
    assert first.status_code == 200
    body = problem(own_client.put("/api/v1/terms/rsa", json=NEW, headers=old), 412)
    assert "entre-temps" in body["title"]
    assert own_client.get("/api/v1/terms/rsa").get_json()["definition"] == "La première."


def test_a_tag_that_compression_made_weak_is_as_good(own_client: FlaskClient, token: Header) -> None:
    weak = {"If-Match": "W/" + tag(own_client)["If-Match"]}
    assert own_client.put("/api/v1/terms/rsa", json=NEW, headers=token | weak).status_code == 200


def test_a_change_without_condition_is_refused(own_client: FlaskClient, token: Header) -> None:
    for method in (own_client.put, own_client.delete):
        assert "If-Match" in problem(method("/api/v1/terms/rsa", json=NEW, headers=token), 428)["detail"]


def test_a_withdrawn_term_keeps_its_id_and_history(own_client: FlaskClient, token: Header) -> None:
    answer = own_client.delete("/api/v1/terms/rsa", headers=token | tag(own_client))
    assert conform(answer, schemas.Term)["status"] == "withdrawn"
    assert own_client.get("/sigle/RSA").status_code == 404
    history = conform(own_client.get("/api/v1/terms/rsa/history"), editing.History)
    assert [(change["action"], change["by"], change["columns"]) for change in history["changes"]] == [
        ("withdrawn", "anne", ["status"]),
        ("added", "glossary", []),
    ]


def test_any_version_comes_back(own_client: FlaskClient, token: Header) -> None:
    own_client.delete("/api/v1/terms/rsa", headers=token | tag(own_client))
    first = own_client.get("/api/v1/terms/rsa/history").get_json()["changes"][-1]
    path = f"/api/v1/terms/rsa/history/{first['number']}/restore"
    answer = own_client.post(path, headers=token | tag(own_client))
    assert conform(answer, schemas.Term) == first["term"]
    assert own_client.get("/sigle/RSA").status_code == 200


@pytest.mark.parametrize("number", ["0", "1", "99999", "-1", "x"])
def test_a_change_of_another_term_is_not_found(own_client: FlaskClient, token: Header, number: str) -> None:
    path = f"/api/v1/terms/rsa/history/{number}/restore"
    problem(own_client.post(path, headers=token | tag(own_client)), 404)


Call = Callable[[FlaskClient, Header], TestResponse]
CALLS: dict[str, Call] = {
    "create": lambda client, headers: client.post("/api/v1/terms", json=NEW, headers=headers),
    "change": lambda client, headers: client.put("/api/v1/terms/rsa", json=NEW, headers=headers),
    "withdraw": lambda client, headers: client.delete("/api/v1/terms/rsa", headers=headers),
    "restore": lambda client, headers: client.post("/api/v1/terms/rsa/history/1/restore", headers=headers),
}


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
def test_nothing_is_written_without_a_good_token(
    own_client: FlaskClient, own_store: Store, call: Call
) -> None:
    secret = own_store.tokens.create("karim")
    own_store.tokens.revoke("karim")
    assert "jeton" in problem(call(own_client, {}), 401)["detail"]
    for sent in (f"Bearer {secret}", "Bearer nonsense", "Bearer", "Basic YTpi"):
        problem(call(own_client, {"Authorization": sent}), 403)
    assert own_store.revision == 1


def test_what_is_not_there_is_not_changed(own_client: FlaskClient, token: Header) -> None:
    paths = ("/api/v1/terms/nope", "/api/v1/terms/nope/history/1/restore")
    headers = token | {"If-Match": '"x"'}
    problem(own_client.put(paths[0], json=NEW, headers=headers), 404)
    problem(own_client.delete(paths[0], headers=headers), 404)
    problem(own_client.post(paths[1], headers=headers), 404)


def test_every_bad_field_is_told(own_client: FlaskClient, token: Header) -> None:
    bad = {
        "short_form": " ",
        "domain": "cuisine",
        "definition": "a\u202eb",
        "variants": [""],
        "source": {"name": ""},
    }
    body = problem(own_client.post("/api/v1/terms", json=bad, headers=token), 422)
    assert {error["where"] for error in body["errors"]} >= {
        "domain",
        "definition",
        "variants",
        "source",
        "full_form",
    }
    assert all(error["what"] for error in body["errors"])


def test_an_id_is_given_once_and_stays(own_client: FlaskClient, token: Header) -> None:
    problem(own_client.post("/api/v1/terms", json=NEW | {"id": "rsa"}, headers=token), 409)
    headers = token | tag(own_client)
    body = problem(own_client.put("/api/v1/terms/rsa", json=NEW | {"id": "autre"}, headers=headers), 422)
    assert body["errors"][0]["where"] == "id"


def test_a_term_is_read_as_another_worker_left_it(
    own_client: FlaskClient, own_store: Store, token: Header
) -> None:
    own_store.update(replace(own_store.by_id("rsa"), usage="rare"), seen=own_store.by_id("rsa"), by="anne")
    read = own_client.get("/api/v1/terms/rsa")
    assert read.get_json()["usage"] == "rare"
    headers = token | {"If-Match": read.headers["ETag"]}
    assert own_client.delete("/api/v1/terms/rsa", headers=headers).status_code == 200
