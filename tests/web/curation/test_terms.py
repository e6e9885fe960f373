"""Test how editors write, change, withdraw and restore terms on pages."""

import re
from dataclasses import replace
from typing import Any

import html5lib
import pytest
from flask.testing import FlaskClient

from glossary.rows import COLUMNS, to_row
from glossary.store import Store
from tests.samples import term


def fields(client: FlaskClient, path: str) -> dict[str, str]:
    """Read a form as a browser would send it unchanged."""
    tree: Any = html5lib.parse(client.get(path).get_data(as_text=True), namespaceHTMLElements=False)
    found: dict[str, str] = {}
    form = tree.find(".//form[@class='fields']")
    for choice in form.iter("select"):
        found[choice.get("name")] = choice.find("./option[@selected]").get("value")
    for area in form.iter("textarea"):
        found[area.get("name")] = area.text or ""
    for box in form.iter("input"):
        if box.get("type") != "checkbox":
            found[box.get("name")] = box.get("value")
    return found


def test_a_form_sent_back_untouched_changes_nothing(editor: FlaskClient, own_store: Store) -> None:
    for term_id in ("csec", "ce-comite", "php"):
        answer = editor.post(f"/curation/terme/{term_id}", data=fields(editor, f"/curation/terme/{term_id}"))
        assert answer.status_code == 303
    assert own_store.revision == 1


def test_french_spaces_and_signs_outlive_the_form(editor: FlaskClient, own_store: Store) -> None:
    signs = term(
        "FR", "Forme\u00a0: «\u202fœuvre\u202f»", definition="L’e\u0301té 😀\u00a0!", variants=("F\u202fR",)
    )
    own_store.save([signs], by="anne")
    editor.post("/curation/terme/fr", data=fields(editor, "/curation/terme/fr") | {"usage": "rare"})
    assert own_store.by_id("fr") == replace(signs, usage="rare")


def test_an_own_change_is_published_at_once(editor: FlaskClient, own_store: Store) -> None:
    data = fields(editor, "/curation/terme/csec") | {
        "definition": " Le comité\r\ndu siège. ",
        "variants": "CSE-C\r\n\r\nCSE central | C.S.E.C.",
    }
    answer = editor.post("/curation/terme/csec", data=data)
    assert answer.headers["Location"] == "/sigle/CSEC#csec"
    term = own_store.by_id("csec")
    assert term.definition == "Le comité du siège."
    assert term.variants == ("CSE-C", "CSE central", "C.S.E.C.")
    page = editor.get("/sigle/CSEC").get_data(as_text=True)
    assert "Le comité du siège." in page
    assert "par anne" in page


def test_an_editor_sees_at_once_what_another_worker_wrote(editor: FlaskClient, own_store: Store) -> None:
    own_store.save([term("RSA", "Revenu d’ailleurs")], by="anne")
    assert "Revenu d’ailleurs" in editor.get("/sigle/RSA").get_data(as_text=True)


def test_a_new_term_gets_an_id_and_a_page(editor: FlaskClient, own_store: Store) -> None:
    assert fields(editor, "/curation/nouveau?sigle=ZFE")["short_form"] == "ZFE"
    data = fields(editor, "/curation/nouveau") | {
        "short_form": "ZFE",
        "full_form": "Zone à faibles émissions",
    }
    assert editor.post("/curation/nouveau", data=data).status_code == 303
    assert own_store.history("zfe")[0].by == "anne"
    assert editor.post("/curation/nouveau", data=data | {"id": "zfe"}).status_code == 409


def test_every_fault_stands_at_its_field_and_nothing_typed_is_lost(
    editor: FlaskClient, own_store: Store
) -> None:
    bad = {"status": "verified", "source": "", "full_form": "", "valid_from": "hier", "definition": "Gardée."}
    answer = editor.post("/curation/terme/csec", data=fields(editor, "/curation/terme/csec") | bad)
    page = answer.get_data(as_text=True)
    assert answer.status_code == 422
    for column in ("full_form", "valid_from", "source"):
        assert f'id="fault-{column}"' in page
    assert "Gardée." in page
    assert own_store.revision == 1


def test_the_second_of_two_editors_is_told(editor: FlaskClient, own_store: Store) -> None:
    mine = fields(editor, "/curation/terme/rsa")
    assert editor.post("/curation/terme/rsa", data=mine | {"definition": "La première."}).status_code == 303
    answer = editor.post("/curation/terme/rsa", data=mine | {"definition": "La seconde."})
    assert answer.status_code == 409
    assert "La seconde." in answer.get_data(as_text=True)
    assert own_store.by_id("rsa").definition == "La première."
    assert editor.post("/curation/terme/rsa/retirer", data={"vu": mine["vu"]}).status_code == 409
    assert editor.post("/curation/terme/rsa/retablir/1", data={"vu": mine["vu"]}).status_code == 409


def test_a_withdrawn_term_comes_back_from_its_history(editor: FlaskClient, own_store: Store) -> None:
    before = own_store.by_id("rsa")
    seen = fields(editor, "/curation/terme/rsa")["vu"]
    assert editor.post("/curation/terme/rsa/retirer", data={"vu": seen}).status_code == 303
    assert editor.get("/sigle/RSA").status_code == 404
    page = editor.get("/curation/terme/rsa").get_data(as_text=True)
    path = re.search(r'action="(/curation/terme/rsa/retablir/\d+)"', page)
    assert path
    data = {"vu": fields(editor, "/curation/terme/rsa")["vu"], "vers": "/sigle/RSA"}
    assert editor.post(path[1], data=data).headers["Location"] == "/sigle/RSA"
    assert own_store.by_id("rsa") == before


def test_a_reader_sees_the_history_and_an_editor_may_restore(editor: FlaskClient, own_store: Store) -> None:
    editor.post("/curation/terme/rsa", data=fields(editor, "/curation/terme/rsa") | {"full_form": "Revenu"})
    page = editor.get("/sigle/RSA").get_data(as_text=True)
    assert "<del>Revenu de solidarité active</del> <ins>Revenu</ins>" in page
    assert page.count("/curation/terme/rsa/retablir/") == 1
    editor.post("/curation/sortir")
    page = editor.get("/sigle/RSA").get_data(as_text=True)
    assert "<del>Revenu de solidarité active</del> <ins>Revenu</ins>" in page
    assert "/retablir/" not in page
    assert "/proposer?terme=rsa" in page


@pytest.mark.parametrize(
    "path", ["/curation/terme/nope", "/curation/terme/nope/retirer", "/curation/terme/rsa/retablir/99"]
)
def test_what_is_not_there_is_not_found(editor: FlaskClient, path: str) -> None:
    seen = fields(editor, "/curation/terme/rsa")["vu"]
    answer = editor.post(path, data={"vu": seen})
    assert answer.status_code == 404


def test_the_form_has_every_column(editor: FlaskClient, own_store: Store) -> None:
    sent = fields(editor, "/curation/terme/csec")
    assert set(sent) == set(COLUMNS) - {"id"} | {"vu"}
    assert sent["full_form"] == to_row(own_store.by_id("csec"))["full_form"]
