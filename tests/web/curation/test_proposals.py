"""Test how editors decide on pages."""

import pytest
from flask.testing import FlaskClient

from glossary.store import Draft, Store
from tests.web.curation.test_terms import fields

NEW = {"full_form": "Zone à faibles émissions", "domain": "territoires"}


def unknown(form: str, context: str = "") -> Draft:
    """Ask what a form means."""
    return Draft(kind="unknown", form=form, context=context)


def test_the_most_wanted_comes_first(editor: FlaskClient, own_store: Store) -> None:
    for form in ("AAA", "ZFE", "Z.F.E."):
        own_store.proposals.add(unknown(form, context="le long de la ZFE"))
    page = editor.get("/curation").get_data(as_text=True)
    assert page.index(">ZFE<") < page.index(">AAA<")
    assert "2 lecteurs" in page


def test_near_terms_doubles_and_rivals_stand_beside(editor: FlaskClient, own_store: Store) -> None:
    own_store.proposals.add(unknown("CSEX", context="la réunion du CSEX"))
    draft = Draft(kind="term", form="CSEX", values={"full_form": "comités sociaux et économiques centraux"})
    number = own_store.proposals.add(draft).number
    twin = Draft(kind="term", form="CSEX", values={"full_form": "Comités social et économique"})
    other = own_store.proposals.add(twin).number
    page = editor.get(f"/curation/proposition/{number}").get_data(as_text=True)
    assert "/curation/terme/csec" in page
    assert f"/curation/proposition/{other}" in page
    assert "Peut-être un doublon" in editor.get(f"/curation/proposition/{other}").get_data(as_text=True)


def test_a_proposal_is_accepted_as_it_is(editor: FlaskClient, own_store: Store) -> None:
    number = own_store.proposals.add(Draft(kind="term", form="ZFE", values=NEW)).number
    path = f"/curation/proposition/{number}"
    assert editor.post(f"{path}/accepter", data=fields(editor, path)).status_code == 303
    term = own_store.by_id("zfe")
    assert (term.full_form, term.domain, term.status) == (NEW["full_form"], "territoires", "to-check")
    assert "Zone à faibles émissions" in editor.get("/sigle/ZFE").get_data(as_text=True)
    assert "acceptée" in editor.get(path).get_data(as_text=True)


def test_what_is_missing_is_told_and_what_was_typed_stays(editor: FlaskClient, own_store: Store) -> None:
    number = own_store.proposals.add(unknown("ZFE")).number
    path = f"/curation/proposition/{number}"
    answer = editor.post(f"{path}/accepter", data=fields(editor, path) | {"definition": "Gardée."})
    assert answer.status_code == 422
    assert "Gardée." in answer.get_data(as_text=True)
    edited = fields(editor, path) | {"full_form": "Zone", "id": "rsa"}
    assert editor.post(f"{path}/accepter", data=edited).status_code == 409
    assert len(own_store.proposals.open()) == 1


def test_a_correction_shows_what_would_change_and_loses_nothing(
    editor: FlaskClient, own_store: Store
) -> None:
    draft = Draft(kind="correction", form="RSA", term="rsa", values={"definition": "Un minimum."})
    number = own_store.proposals.add(draft).number
    path = f"/curation/proposition/{number}"
    page = editor.get(path).get_data(as_text=True)
    assert "<del>Définition de RSA.</del> <ins>Un minimum.</ins>" in page
    old = fields(editor, path)
    editor.post("/curation/terme/rsa", data=fields(editor, "/curation/terme/rsa") | {"full_form": "Autre"})
    assert editor.post(f"{path}/accepter", data=old).status_code == 409
    assert editor.post(f"{path}/accepter", data=fields(editor, path)).status_code == 303
    term = own_store.by_id("rsa")
    assert (term.full_form, term.definition) == ("Autre", "Un minimum.")


def test_a_rejection_needs_a_reason(editor: FlaskClient, own_store: Store) -> None:
    number = own_store.proposals.add(unknown("ZFE")).number
    path = f"/curation/proposition/{number}/rejeter"
    answer = editor.post(path, data={"motif": "  "})
    assert answer.status_code == 422
    assert 'id="fault-motif"' in answer.get_data(as_text=True)
    assert editor.post(path, data={"motif": "Trop local"}).status_code == 303
    assert "Trop local" in editor.get("/curation").get_data(as_text=True)
    assert own_store.proposals.add(unknown("ZFE")).readers == 1


def test_never_show_sticks_until_an_editor_relents(editor: FlaskClient, own_store: Store) -> None:
    number = own_store.proposals.add(unknown("ZFE")).number
    editor.post(f"/curation/proposition/{number}/rejeter", data={"motif": "Une marque", "jamais": "1"})
    assert "Une marque" in editor.get("/curation/exclusions").get_data(as_text=True)
    assert editor.post("/proposer", data={"short_form": "Z.F.E."}).status_code == 409
    assert "data-propose" not in editor.post("/annoter", data={"text": "La ZFE."}).get_data(as_text=True)
    editor.post("/curation/exclusions", data={"sigle": "ZFE"})
    assert editor.post("/proposer", data={"short_form": "Z.F.E."}).status_code == 303


def test_a_term_of_the_glossary_may_be_the_answer(editor: FlaskClient, own_store: Store) -> None:
    number = own_store.proposals.add(unknown("CSEX")).number
    path = f"/curation/proposition/{number}/repondre"
    assert editor.post(path, data={"terme": "nope"}).status_code == 404
    assert editor.post(path, data={"terme": "csec"}).status_code == 303
    assert own_store.proposals.by_number(number).term == "csec"
    assert own_store.revision == 1


@pytest.mark.parametrize("what", ["", "/accepter", "/rejeter", "/repondre"])
def test_a_proposal_that_is_not_there_is_not_found(editor: FlaskClient, what: str) -> None:
    call = editor.post if what else editor.get
    assert call(f"/curation/proposition/99{what}", data={"motif": "x", "terme": "rsa"}).status_code == 404
