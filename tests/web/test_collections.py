"""Test the lists outside the glossary: shown as such, inserted only when asked for."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from glossary.store import Store
from glossary.web import Config, create_app, schemas
from glossary.web.base import EXTENSION
from tests.samples import term
from tests.web.api.contract import conform, problem
from tests.web.conftest import OWN_TERMS

LISTED = [
    term("ZUPX", "Zone à urbaniser", id="liste-zupx", usage="usual"),
    term("RSA", "Régime spécial agricole", id="liste-rsa"),
]
TEXT = "Le RSA et la ZUPX."


@pytest.fixture(scope="module")
def listed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[FlaskClient, Store]]:
    """Give a client of a glossary with a list below it."""
    path = Path(tmp_path_factory.mktemp("lists")) / "glossary.db"
    with Store(path) as store:
        store.save(OWN_TERMS, by="glossary")
        store.collections.load("liste", LISTED, title="Une liste", trust=1)
        store.releases.freeze("2026-11", by="anne")
        app = create_app(Config(database=path))
        yield app.test_client(), store
        app.extensions[EXTENSION].close()


def test_a_look_up_says_what_a_list_knows(listed: tuple[FlaskClient, Store]) -> None:
    body = conform(listed[0].get("/api/v1/lookup?q=ZUPX"), schemas.Hits)
    assert (body["hits"][0]["term"]["id"], body["hits"][0]["term"]["collection"]) == ("liste-zupx", "liste")
    known = conform(listed[0].get("/api/v1/lookup?q=RSA"), schemas.Hits)
    assert not any(hit["term"]["collection"] for hit in known["hits"])


@pytest.mark.parametrize("off", ["collections=false", "release=2026-11"])
def test_lists_can_be_left_out_of_a_look_up(listed: tuple[FlaskClient, Store], off: str) -> None:
    body = listed[0].get(f"/api/v1/lookup?q=ZUPX&{off}").get_json()
    assert not any(hit["term"]["collection"] for hit in body["hits"])


def test_a_list_is_told_of_and_not_inserted(listed: tuple[FlaskClient, Store]) -> None:
    body = conform(listed[0].post("/api/v1/annotate", json={"text": TEXT}), schemas.Annotation)
    assert body["output"] == "Le RSA (Revenu de solidarité active) et la ZUPX."
    assert [(found["form"], found["terms"][0]["id"]) for found in body["outside"]] == [("ZUPX", "liste-zupx")]
    assert [piece["surface"] for piece in body["unknown"]] == ["ZUPX"]


def test_a_list_is_inserted_when_asked_for(listed: tuple[FlaskClient, Store]) -> None:
    answer = listed[0].post("/api/v1/annotate", json={"text": TEXT, "collections": ["liste"]})
    body = conform(answer, schemas.Annotation)
    assert body["output"] == "Le RSA (Revenu de solidarité active) et la ZUPX (Zone à urbaniser)."
    assert [mention["origin"] for mention in body["mentions"]] == ["glossary", "collection:liste"]
    assert body["outside"] == body["unknown"] == []


def test_a_list_that_is_not_there_is_told(listed: tuple[FlaskClient, Store]) -> None:
    answer = listed[0].post("/api/v1/annotate", json={"text": TEXT, "collections": ["autre"]})
    assert problem(answer, 404)["near"] == ["liste"]


def test_the_page_of_a_form_of_a_list_says_so(listed: tuple[FlaskClient, Store]) -> None:
    page = listed[0].get("/sigle/zupx").get_data(as_text=True)
    assert "Zone à urbaniser" in page
    assert "hors glossaire" in page
    assert "Une liste" in page
    assert "/proposer?sigle=ZUPX" in page
    assert "hors glossaire" not in listed[0].get("/sigle/RSA").get_data(as_text=True)


def test_the_search_page_shows_it_and_still_offers_to_propose(listed: tuple[FlaskClient, Store]) -> None:
    page = listed[0].get("/?q=ZUPX").get_data(as_text=True)
    assert "Zone à urbaniser" in page
    assert '<p class="absent">' in page


def test_the_annotated_page_shows_it_and_inserts_it_when_ticked(listed: tuple[FlaskClient, Store]) -> None:
    page = listed[0].post("/annoter", data={"text": TEXT}).get_data(as_text=True)
    assert "hors glossaire" in page
    assert "<ins> (Zone à urbaniser)</ins>" not in page
    page = listed[0].post("/annoter", data={"text": TEXT, "collections": "liste"}).get_data(as_text=True)
    assert "<ins> (Zone à urbaniser)</ins>" in page


def test_a_list_that_is_switched_off_says_nothing(listed: tuple[FlaskClient, Store]) -> None:
    client, store = listed
    store.collections.switch_off("liste")
    client.application.extensions[EXTENSION].renew()
    try:
        assert client.get("/sigle/ZUPX").status_code == 404
        assert client.post("/api/v1/annotate", json={"text": TEXT}).get_json()["outside"] == []
        asked = client.post("/api/v1/annotate", json={"text": TEXT, "collections": ["liste"]})
        assert asked.status_code == 404
    finally:
        store.collections.switch_on("liste")
        client.application.extensions[EXTENSION].renew()
