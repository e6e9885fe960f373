"""Test the two languages of pages and messages."""

import re

import pytest
from flask.testing import FlaskClient

from glossary.web import catalogue

PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|{\w+(?::[^}]*)?}")


def test_every_message_is_in_the_catalogue_and_translated() -> None:
    """Run `python -m glossary.web.catalogue` after a change of strings."""
    wanted = {message.id for message in catalogue.extract() if message.id}
    kept = {message.id for message in catalogue.read() if message.id}
    assert wanted == kept
    assert catalogue.missing(catalogue.read()) == []


def test_the_compiled_catalogue_is_fresh() -> None:
    assert catalogue.MO_FILE.read_bytes() == catalogue.compiled(catalogue.read())


def test_translations_keep_the_placeholders() -> None:
    for message in catalogue.read():
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        texts = message.string if isinstance(message.string, tuple) else (message.string,)
        for source, text in zip(ids, texts, strict=True):
            if source:
                assert sorted(PLACEHOLDER.findall(source)) == sorted(PLACEHOLDER.findall(text)), source


def test_french_signs_stand_behind_a_space_that_does_not_break() -> None:
    for message in catalogue.read():
        for text in message.string if isinstance(message.string, tuple) else (message.string,):
            assert not re.search(r" [:;?!»]|« ", text), text


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/glossaire",
        "/annoter",
        "/sigle/CSE",
        "/docs",
        "/favori",
        "/essai",
        "/sigle/ZZZQ",
        "/proposer",
        "/curation/entrer",
    ],
)
def test_pages_are_french_and_english_on_demand(client: FlaskClient, path: str) -> None:
    french = client.get(path).get_data(as_text=True)
    english = client.get(path, query_string={"lang": "en"}).get_data(as_text=True)
    assert '<html lang="fr">' in french
    assert "Aller au contenu" in french
    assert '<html lang="en">' in english
    assert "Go to the content" in english


def test_links_of_an_english_page_stay_english(client: FlaskClient) -> None:
    page = client.get("/sigle/CE?lang=en").get_data(as_text=True)
    links = re.findall(r'href="(/(?:sigle|glossaire|annoter|docs)[^"]*)"', page)
    switch = re.search(r'<a class="language" href="([^"]*)"', page)
    assert switch
    assert switch[1] == "/sigle/CE"
    assert links
    assert all("lang=en" in link for link in links if link != switch[1])


def test_a_page_is_french_whatever_the_browser_prefers(client: FlaskClient) -> None:
    page = client.get("/", headers={"Accept-Language": "en"}).get_data(as_text=True)
    assert '<html lang="fr">' in page


@pytest.mark.parametrize(
    ("asked", "title"),
    [
        ("fr", "Introuvable"),
        ("en-GB,en;q=0.8,fr;q=0.2", "Not found"),
        ("de", "Introuvable"),
        ("", "Introuvable"),
    ],
)
def test_problems_speak_the_language_asked_for(client: FlaskClient, asked: str, title: str) -> None:
    answer = client.get("/api/v1/terms/zzz", headers={"Accept-Language": asked})
    assert answer.get_json()["title"] == title
    assert answer.headers["Content-Language"] == ("en" if title == "Not found" else "fr")
