"""Test the search that browsers install."""

from xml.etree import ElementTree

from flask.testing import FlaskClient

NAMES = {"os": "http://a9.com/-/spec/opensearch/1.1/"}


def test_the_description_leads_to_the_search(client: FlaskClient) -> None:
    page = client.get("/").get_data(as_text=True)
    assert 'type="application/opensearchdescription+xml" title="En clair" href="/opensearch.xml"' in page
    answer = client.get("/opensearch.xml")
    assert answer.mimetype == "application/opensearchdescription+xml"
    described = ElementTree.fromstring(answer.data)
    templates = {url.attrib["type"]: url.attrib["template"] for url in described.findall("os:Url", NAMES)}
    page = client.get(templates["text/html"].replace("{searchTerms}", "cnftp")).get_data(as_text=True)
    assert "Centre national de la fonction publique territoriale" in page
    offered = client.get(templates["application/x-suggestions+json"].replace("{searchTerms}", "cnftp"))
    asked, forms, meanings = offered.get_json(force=True)
    assert (asked, forms[0], meanings[0]) == (
        "cnftp", "CNFPT", "Centre national de la fonction publique territoriale",
    )  # fmt: skip


def test_an_english_description_leads_to_english_pages(client: FlaskClient) -> None:
    answer = client.get("/opensearch.xml?lang=en").get_data(as_text=True)
    assert "/?lang=en&amp;q={searchTerms}" in answer


def test_no_question_and_a_hostile_one_offer_nothing(client: FlaskClient) -> None:
    assert client.get("/suggestions").get_json(force=True) == ["", [], []]
    assert client.get("/suggestions?q=%00").get_json(force=True) == ["", [], []]
    assert client.get("/suggestions?q=%ed%a0%80").status_code == 400
    assert client.get("/suggestions?q=CSE").headers["Cache-Control"] == "no-store"


def test_every_page_can_be_previewed_as_a_link(client: FlaskClient) -> None:
    for path in ("/", "/glossaire", "/annoter", "/sigle/CSE"):
        page = client.get(path).get_data(as_text=True)
        assert page.count('property="og:title"') == 1
        assert page.count('property="og:description"') == 1
