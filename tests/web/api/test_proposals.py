"""Test how readers propose by REST and editors decide."""

import pytest
from flask.testing import FlaskClient

from glossary.store import Store
from glossary.web import editing, schemas
from tests.web.api.contract import conform, problem

Header = dict[str, str]
NEW = {"full_form": "Zone à faibles émissions", "domain": "territoires"}


def propose(client: FlaskClient, form: str = "ZFE", **fields: object) -> editing.Receipt:
    """Send a proposal that must be taken."""
    answer = client.post("/api/v1/proposals", json={"form": form, **fields})
    assert answer.status_code == 201
    return editing.Receipt(**conform(answer, editing.Receipt))


def waiting(client: FlaskClient, token: Header) -> list[editing.Proposal]:
    """Read the open proposals as an editor."""
    body = conform(client.get("/api/v1/proposals", headers=token), editing.Proposals)
    return editing.Proposals(**body).proposals


def test_readers_of_one_form_are_counted(own_client: FlaskClient, token: Header) -> None:
    propose(own_client, "AAA")
    assert [propose(own_client, form).readers for form in ("ZFE", "Z.F.E.", "zfe")] == [1, 2, 3]
    assert [(found.form, found.asked) for found in waiting(own_client, token)] == [("ZFE", 3), ("AAA", 1)]


def test_a_receipt_tells_nothing_of_what_others_wrote(own_client: FlaskClient) -> None:
    propose(own_client, context="le secret de ZFE", comment="rien")
    answer = own_client.post("/api/v1/proposals", json={"form": "ZFE"})
    assert "secret" not in answer.get_data(as_text=True)
    assert answer.headers["Cache-Control"] == "no-store"


def test_other_sites_may_propose(own_client: FlaskClient) -> None:
    asked = {"Origin": "https://intranet.example", "Access-Control-Request-Method": "POST"}
    preflight = own_client.options("/api/v1/proposals", headers=asked)
    assert preflight.headers["Access-Control-Allow-Origin"] == "*"
    assert "POST" in preflight.headers["Access-Control-Allow-Methods"]
    assert preflight.headers["Access-Control-Allow-Headers"] == "Content-Type"
    answer = own_client.post("/api/v1/proposals", json={"form": "ZFE"}, headers=asked)
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Origin" not in own_client.options("/api/v1/exclusions").headers


def test_too_many_proposals_must_wait(own_client: FlaskClient, own_store: Store) -> None:
    for _ in range(60):
        propose(own_client)
    answer = own_client.post("/api/v1/proposals", json={"form": "ZFE"})
    assert "adresse" in problem(answer, 429)["detail"]
    assert 3000 < int(answer.headers["Retry-After"]) <= 3600
    assert own_store.proposals.open()[0].readers == 60


@pytest.mark.parametrize(
    ("fields", "where"),
    [
        ({"form": "!!"}, "form"),
        ({"form": "A" * 400}, "form"),
        ({"form": "A\0B"}, "form"),
        ({"form": "ZFE", "values": {"status": "verified"}}, "status"),
        ({"form": "ZFE", "values": {"definition": "a\u202eb"}}, "definition"),
        ({"form": "ZFE", "kind": "correction"}, "term"),
        ({"form": "ZFE", "context": "mot " * 100}, "context"),
        ({"form": "ZFE", "email": "a@b.fr"}, "email"),
    ],
)
def test_a_bad_proposal_is_told_what_is_wrong(own_client: FlaskClient, fields: object, where: str) -> None:
    body = problem(own_client.post("/api/v1/proposals", json=fields), 422)
    assert where in {error["where"] for error in body["errors"]}


def test_accepting_publishes_at_once(own_client: FlaskClient, token: Header) -> None:
    propose(own_client)
    propose(own_client, kind="term", values=NEW)
    (number,) = [found.number for found in waiting(own_client, token) if found.kind == "term"]
    answer = own_client.post(f"/api/v1/proposals/{number}/accept", json={}, headers=token)
    assert conform(answer, schemas.Term)["status"] == "to-check"
    assert "Zone à faibles émissions" in own_client.get("/sigle/ZFE").get_data(as_text=True)
    assert waiting(own_client, token) == []
    again = own_client.post(f"/api/v1/proposals/{number}/accept", json={}, headers=token)
    assert "anne" in problem(again, 409)["detail"]


def test_an_editor_edits_and_accepts(own_client: FlaskClient, token: Header) -> None:
    propose(own_client)
    number = waiting(own_client, token)[0].number
    path = f"/api/v1/proposals/{number}/accept"
    assert problem(own_client.post(path, json={}, headers=token), 422)["errors"][0]["where"] == "full_form"
    term = {"short_form": "ZFE", "full_form": "Zone à faibles émissions mobilité", "id": "zfe-mobilite"}
    answer = own_client.post(path, json={"term": term}, headers=token)
    assert conform(answer, schemas.Term)["id"] == "zfe-mobilite"


def test_an_edited_correction_needs_a_condition(own_client: FlaskClient, token: Header) -> None:
    propose(own_client, "RSA", kind="correction", term="rsa", values={"definition": "Un minimum."})
    path = f"/api/v1/proposals/{waiting(own_client, token)[0].number}/accept"
    read = own_client.get("/api/v1/terms/rsa")
    edited = {"term": read.get_json() | {"definition": "Le minimum."}}
    problem(own_client.post(path, json=edited, headers=token), 428)
    problem(own_client.post(path, json=edited, headers=token | {"If-Match": '"old"'}), 412)
    answer = own_client.post(path, json=edited, headers=token | {"If-Match": read.headers["ETag"]})
    assert conform(answer, schemas.Term)["definition"] == "Le minimum."


def test_rejecting_leaves_the_term_as_it_was(own_client: FlaskClient, token: Header) -> None:
    before = own_client.get("/api/v1/terms/rsa").data
    propose(own_client, "RSA", kind="correction", term="rsa", values={"definition": "Faux."})
    path = f"/api/v1/proposals/{waiting(own_client, token)[0].number}/reject"
    problem(own_client.post(path, json={"reason": ""}, headers=token), 422)
    problem(own_client.post(path, json={"reason": "Non", "exclude": True}, headers=token), 422)
    body = conform(
        own_client.post(path, json={"reason": "Ce n’est pas vrai."}, headers=token), editing.Proposal
    )
    assert (body["state"], body["reason"], body["decided_by"]) == ("rejected", "Ce n’est pas vrai.", "anne")
    assert own_client.get("/api/v1/terms/rsa").data == before
    decided = own_client.get("/api/v1/proposals?state=decided", headers=token).get_json()
    assert [found["form"] for found in decided["proposals"]] == ["RSA"]


def test_never_show_sticks_until_readmitted(own_client: FlaskClient, token: Header) -> None:
    propose(own_client, "CI/CD")
    path = f"/api/v1/proposals/{waiting(own_client, token)[0].number}/reject"
    answer = own_client.post(path, json={"reason": "Connu", "exclude": True}, headers=token)
    assert answer.status_code == 200
    refused = own_client.post("/api/v1/proposals", json={"form": "CI-CD"})
    assert "CI-CD" in problem(refused, 409)["detail"]
    listed = conform(own_client.get("/api/v1/exclusions", headers=token), editing.Exclusions)
    assert [(found["form"], found["by"]) for found in listed["exclusions"]] == [("CI/CD", "anne")]
    conform(own_client.delete("/api/v1/exclusions/cicd", headers=token), editing.Exclusions)
    propose(own_client, "CI/CD")


@pytest.mark.parametrize("number", ["0", "12", "x", "-1", "9" * 40, "²"])
@pytest.mark.parametrize("what", ["accept", "reject"])
def test_a_proposal_that_is_not_there_is_not_found(
    own_client: FlaskClient, token: Header, number: str, what: str
) -> None:
    body = {"reason": "Non"} if what == "reject" else {}
    problem(own_client.post(f"/api/v1/proposals/{number}/{what}", json=body, headers=token), 404)


@pytest.mark.parametrize("path", ["/api/v1/proposals", "/api/v1/exclusions"])
def test_only_editors_read_what_others_wrote(own_client: FlaskClient, path: str) -> None:
    problem(own_client.get(path), 401)
