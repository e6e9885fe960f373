"""Test the page of a form."""

import pytest
from flask.testing import FlaskClient


def test_a_form_has_all_its_meanings_with_source_and_date(client: FlaskClient) -> None:
    page = client.get("/sigle/CE").get_data(as_text=True)
    assert "Conseil d&#39;État" in page
    assert "Comité d&#39;entreprise" in page
    assert 'href="https://www.service-public.fr"' in page
    assert "1er janvier 2024" in page


def test_a_past_meaning_leads_to_its_successor_and_back(client: FlaskClient) -> None:
    assert 'devenu <a href="/sigle/CSE#cse">' in client.get("/sigle/CE").get_data(as_text=True)
    assert 'href="/sigle/CE#ce-comite"' in client.get("/sigle/CSE").get_data(as_text=True)


@pytest.mark.parametrize("path", ["/sigle/cse", "/sigle/C.S.E", "/sigle/c%20s%20e"])
def test_any_spelling_leads_to_the_form_and_names_its_address(client: FlaskClient, path: str) -> None:
    page = client.get(path).get_data(as_text=True)
    assert '<link rel="canonical" href="http://localhost/sigle/CSE">' in page


def test_a_form_with_a_slash_has_its_page(client: FlaskClient) -> None:
    assert "Continuous integration" in client.get("/sigle/CI/CD").get_data(as_text=True)


def test_an_unknown_form_is_404_with_near_forms(client: FlaskClient) -> None:
    answer = client.get("/sigle/CNFTP")
    assert answer.status_code == 404
    assert 'href="/sigle/CNFPT#cnfpt"' in answer.get_data(as_text=True)


def test_a_withdrawn_term_has_no_page(client: FlaskClient) -> None:
    assert client.get("/sigle/OLD").status_code == 404
