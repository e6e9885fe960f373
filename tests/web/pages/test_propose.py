"""Test how readers propose on pages."""

import pytest
from flask.testing import FlaskClient

from glossary.store import Store
from tests.samples import term


def test_a_form_alone_is_enough(own_client: FlaskClient, own_store: Store) -> None:
    assert 'value="ZFE"' in own_client.get("/proposer?sigle=ZFE").get_data(as_text=True)
    answer = own_client.post("/proposer", data={"short_form": " Z.F.E. ", "full_form": ""})
    assert answer.headers["Location"] == "/proposer/merci?sigle=Z.F.E."
    assert "Set-Cookie" not in answer.headers
    assert "Z.F.E." in own_client.get(answer.headers["Location"]).get_data(as_text=True)
    (found,) = own_store.proposals.open()
    assert (found.kind, found.form, found.values) == ("unknown", "Z.F.E.", {})


def test_what_a_reader_knows_makes_a_meaning(own_client: FlaskClient, own_store: Store) -> None:
    data = {
        "short_form": "ZFE",
        "full_form": "Zone à faibles émissions",
        "source": "Une note",
        "comment": "Vu\r\nhier",
    }
    assert own_client.post("/proposer", data=data).status_code == 303
    (found,) = own_store.proposals.open()
    assert found.kind == "term"
    assert found.values == {"full_form": "Zone à faibles émissions", "source": "Une note"}
    assert found.comment == "Vu hier"


def test_a_correction_is_what_was_changed(own_client: FlaskClient, own_store: Store) -> None:
    page = own_client.get("/proposer?terme=rsa").get_data(as_text=True)
    assert "Revenu de solidarité active" in page
    data = {"terme": "rsa", "full_form": "Revenu de solidarité active", "definition": "Un minimum.",
            "source": "Service-Public.fr", "source_url": "https://www.service-public.fr"}  # fmt: skip
    assert own_client.post("/proposer", data=data).status_code == 303
    (found,) = own_store.proposals.open()
    assert (found.kind, found.term, found.values) == ("correction", "rsa", {"definition": "Un minimum."})


def test_a_correction_of_nothing_asks_what_is_wrong(own_client: FlaskClient, own_store: Store) -> None:
    data = {"terme": "rsa", "full_form": "Revenu de solidarité active", "definition": "Définition de RSA.",
            "source": "Service-Public.fr", "source_url": "https://www.service-public.fr"}  # fmt: skip
    answer = own_client.post("/proposer", data=data)
    assert answer.status_code == 422
    assert 'id="fault-comment"' in answer.get_data(as_text=True)
    assert own_client.post("/proposer", data=data | {"comment": "Pas clair"}).status_code == 303
    assert own_store.proposals.open()[0].comment == "Pas clair"


@pytest.mark.parametrize("form", ["", "!!", "A\u202eB", "x" * 400])
def test_a_bad_form_is_told_and_nothing_typed_is_lost(own_client: FlaskClient, form: str) -> None:
    answer = own_client.post("/proposer", data={"short_form": form, "definition": "Gardée."})
    page = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert 'id="fault-short_form"' in page
    assert "Gardée." in page


def test_too_many_proposals_must_wait(own_client: FlaskClient) -> None:
    for _ in range(60):
        own_client.post("/proposer", data={"short_form": "ZFE"})
    answer = own_client.post("/proposer", data={"short_form": "ZFE"})
    assert answer.status_code == 429
    assert int(answer.headers["Retry-After"]) > 0


def test_an_unknown_form_of_a_text_is_one_click_away(own_client: FlaskClient, own_store: Store) -> None:
    text = "Bonjour.\nLa note que le service ZQRT a écrite en mai est là. Secret."
    page = own_client.post("/annoter", data={"text": text}).get_data(as_text=True)
    form = page[page.index('<form class="ask"') : page.index("</form>", page.index('<form class="ask"'))]
    assert 'name="short_form" value="ZQRT"' in form
    assert (
        '<input type="checkbox" name="context" value="La note que le service ZQRT a écrite en mai est là."'
        in form
    )
    own_client.post("/proposer", data={"short_form": "ZQRT"})
    assert own_store.proposals.open()[0].contexts == ()
    own_client.post("/proposer", data={"short_form": "ZQRT", "context": "le service ZQRT a écrite"})
    assert own_store.proposals.open()[0].contexts == ("le service ZQRT a écrite",)


@pytest.mark.parametrize("path", ["/sigle/ZFE", "/?q=ZFE"])
def test_what_is_not_found_can_be_proposed(own_client: FlaskClient, path: str) -> None:
    assert 'href="/proposer?sigle=ZFE"' in own_client.get(path).get_data(as_text=True)


def test_what_is_found_is_not_offered(own_client: FlaskClient) -> None:
    for query in ("RSA", "revenu de solidarité active", "cse-c"):
        assert '<p class="absent" hidden>' in own_client.get("/", query_string={"q": query}).get_data(
            as_text=True
        )


def test_a_form_with_french_spaces_that_nobody_touched_is_no_correction(
    own_client: FlaskClient, own_store: Store
) -> None:
    own_store.save([term("FR", "Forme\u00a0: «\u202fœuvre\u202f»")], by="anne")
    own_client.application.extensions["glossary"].renew()
    data = {"terme": "fr", "full_form": "Forme\u00a0: «\u202fœuvre\u202f»", "definition": "Définition de FR.",
            "source": "Service-Public.fr", "source_url": "https://www.service-public.fr"}  # fmt: skip
    assert own_client.post("/proposer", data=data).status_code == 422
    assert own_store.proposals.open() == []
