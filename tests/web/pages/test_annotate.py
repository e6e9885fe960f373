"""Test the page that annotates a pasted text, without scripts."""

from flask.testing import FlaskClient


def test_the_annotated_text_says_by_which_state_of_the_glossary(client: FlaskClient) -> None:
    page = client.post("/annoter", data={"text": "Le CNFPT."}).get_data(as_text=True)
    assert "Glossaire\u00a0: révision 1." in page


def test_a_text_is_shown_annotated_with_its_lists(client: FlaskClient) -> None:
    page = client.post("/annoter", data={"text": "Le CNFPT, les CDE,\r\nPix et ZQRT."}).get_data(as_text=True)
    assert "<ins> (Centre national de la fonction publique territoriale)</ins>" in page
    assert "Le texte n’en dit pas assez" in page
    assert "Comité départemental pour l&#39;emploi" in page
    assert "Définition de Pix." in page
    assert "<b>ZQRT</b>" in page


def test_the_page_is_kept_by_no_cache(client: FlaskClient) -> None:
    answer = client.post("/annoter", data={"text": "Le CSE"})
    assert answer.headers["Cache-Control"] == "no-store"


def test_an_empty_text_is_told_and_asked_again(client: FlaskClient) -> None:
    answer = client.post("/annoter", data={"text": "  "})
    assert answer.status_code == 422
    assert "ne doit pas être vide" in answer.get_data(as_text=True)


def test_a_text_too_large_is_told(client: FlaskClient) -> None:
    assert client.post("/annoter", data={"text": "a " * 2_600_000}).status_code == 413
    assert client.post("/annoter", data={"text": "a" * 2_000_001}).status_code == 413


def test_options_are_kept_in_the_form(client: FlaskClient) -> None:
    data = {"text": "Le CNFPT, le CNFPT", "occurrences": "all", "long_first": "1", "as_of": "2020-01-02"}
    page = client.post("/annoter", data=data).get_data(as_text=True)
    assert page.count("<ins>Centre national de la fonction publique territoriale (</ins>") == 2
    assert '<option value="all" selected>' in page
    assert 'value="2020-01-02"' in page
