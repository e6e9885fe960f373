"""Test the page for those who write, without scripts."""

from flask.testing import FlaskClient

TEXT = "Le CNFPT <b>forme</b>, le CNFPT recrute.\r\n\r\nLe ZQRT."


def test_a_text_is_reported_with_figures_changes_and_places(client: FlaskClient) -> None:
    page = client.post("/relire", data={"text": TEXT}).get_data(as_text=True)
    assert "Texte pour initiés\xa0: 2 sigles sur 2 restent obscurs pour un nouveau venu." in page
    assert "<mark>CNFPT</mark> &lt;b&gt;forme&lt;/b&gt;" in page
    assert "ligne 3" in page
    assert "2 endroits deviennent clairs" in page
    assert "Madame, Monsieur," in page
    assert "<dd>100\xa0%</dd>" in page


def test_it_speaks_english(client: FlaskClient) -> None:
    page = client.post("/relire?lang=en", data={"text": TEXT}).get_data(as_text=True)
    assert "2 of 2 acronyms stay obscure" in page
    assert "CNFPT is explained nowhere." in page


def test_accepted_forms_are_left_alone_and_kept(client: FlaskClient) -> None:
    page = client.post("/relire", data={"text": TEXT, "accept": "CNFPT, ZQRT"}).get_data(as_text=True)
    assert "Rien à signaler." in page
    assert 'value="CNFPT ZQRT"' in page


def test_an_empty_text_is_told_and_asked_again(client: FlaskClient) -> None:
    answer = client.post("/relire", data={"text": " "})
    assert answer.status_code == 422
    assert "ne doit pas être vide" in answer.get_data(as_text=True)


def test_the_page_that_annotates_leads_to_the_report(client: FlaskClient) -> None:
    page = client.get("/annoter").get_data(as_text=True)
    assert 'formaction="/relire"' in page


def test_the_report_is_kept_by_no_cache(client: FlaskClient) -> None:
    assert client.post("/relire", data={"text": TEXT}).headers["Cache-Control"] == "no-store"
