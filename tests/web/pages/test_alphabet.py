"""Test the glossary from A to Z."""

from flask.testing import FlaskClient


def test_a_letter_shows_its_forms_only(client: FlaskClient) -> None:
    page = client.get("/glossaire?lettre=c").get_data(as_text=True)
    assert ">CNFPT</a>" in page
    assert ">RSA</a>" not in page


def test_a_domain_narrows_the_list(client: FlaskClient) -> None:
    page = client.get("/glossaire?lettre=D&domaine=numerique").get_data(as_text=True)
    assert "Development environment" in page
    assert "Demandeur" not in page


def test_letters_without_forms_are_no_links(client: FlaskClient) -> None:
    page = client.get("/glossaire").get_data(as_text=True)
    assert 'href="/glossaire?lettre=C"' in page
    assert 'href="/glossaire?lettre=W"' not in page


def test_an_empty_letter_says_so(client: FlaskClient) -> None:
    assert "Aucun sigle" in client.get("/glossaire?lettre=W").get_data(as_text=True)
