"""Test releases and lists on the editors' desk."""

from flask.testing import FlaskClient

from glossary.store import Store
from tests.samples import term


def test_an_editor_freezes_the_glossary(editor: FlaskClient, own_store: Store) -> None:
    assert (
        editor.post("/curation/versions", data={"nom": "2026-11", "note": "La première"}).status_code == 303
    )
    assert own_store.releases.by_name("2026-11").by == "anne"
    page = editor.get("/curation/versions").get_data(as_text=True)
    assert "La première" in page
    assert "release=2026-11" in page


def test_a_name_that_is_taken_or_bad_is_told(editor: FlaskClient) -> None:
    editor.post("/curation/versions", data={"nom": "2026-11"})
    assert editor.post("/curation/versions", data={"nom": "2026-11"}).status_code == 409
    answer = editor.post("/curation/versions", data={"nom": "a b", "note": "Gardée"})
    assert answer.status_code == 422
    assert "Gardée" in answer.get_data(as_text=True)


def test_a_list_is_switched_off_and_on(editor: FlaskClient, own_store: Store) -> None:
    own_store.collections.load("autre", [term("ZZZ", "Zone", id="autre-zzz")], title="Une liste", trust=9)
    assert "Une liste" in editor.get("/curation/listes").get_data(as_text=True)
    editor.post("/curation/listes", data={"liste": "autre", "eteindre": "1"})
    assert [found.is_on for found in own_store.collections.all() if found.name == "autre"] == [False]
    editor.post("/curation/listes", data={"liste": "autre", "allumer": "1"})
    assert [found.is_on for found in own_store.collections.all() if found.name == "autre"] == [True]
    assert editor.post("/curation/listes", data={"liste": "nope", "allumer": "1"}).status_code == 404
