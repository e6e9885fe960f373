"""Test the search page without scripts."""

from flask.testing import FlaskClient


def test_the_form_answers_by_itself(client: FlaskClient) -> None:
    page = client.get("/?q=cnftp").get_data(as_text=True)
    assert "Centre national de la fonction publique territoriale" in page
    assert 'href="/sigle/CNFPT#cnfpt"' in page
    assert "Graphie proche" in page


def test_nothing_found_says_what_to_do(client: FlaskClient) -> None:
    page = client.get("/?q=zzzzqqqq").get_data(as_text=True)
    assert "Rien trouvé" in page
    assert "Vérifiez l’orthographe" in page


def test_odd_queries_do_no_harm(client: FlaskClient) -> None:
    for query in ("\0", "a" * 5000, "%", '"><script>', " "):
        assert client.get("/", query_string={"q": query}).status_code == 200
