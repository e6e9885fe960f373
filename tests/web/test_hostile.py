"""Hold that no row, however hostile, does harm on a page: drawn terms, all pages."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import html5lib
import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from glossary.errors import InvalidInput
from glossary.model import Term
from glossary.store import Draft, Store
from glossary.web import Config, create_app
from glossary.web.base import EXTENSION
from tests.strategies import HOSTILE, lists_of_terms

OURS = {"Origin": "http://localhost"}
# Cells that no term may hold, as a spreadsheet or an attacker would send them.
TYPED = ("A\0B", "A\u202eB", "A\u2066B", "x" * 1_000_000, "a\x1bb")
# A form cannot bring half a character: it arrives as U+FFFD, which is one.
REFUSED = (*TYPED, "\ud800")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[FlaskClient, Store]]:
    """Give an editor's client and the store behind it."""
    path = Path(tmp_path_factory.mktemp("hostile")) / "glossary.db"
    with Store(path) as store:
        store.save([Term(id="rsa", short_form="RSA", full_form="Revenu")], by="anne")
        app = create_app(Config(database=path, proposals_per_hour=10_000))
        client = app.test_client()
        client.post("/curation/entrer", data={"jeton": store.tokens.create("anne")}, headers=OURS)
        yield client, store
        app.extensions[EXTENSION].close()


def harmless(client: FlaskClient, path: str, **form: Any) -> None:
    """Fetch a page, and find nothing in it that a row could have put there."""
    answer = client.post(path, data=form, headers=OURS) if form else client.get(path)
    assert answer.status_code < 500, path
    tree: Any = html5lib.parse(answer.get_data(as_text=True), namespaceHTMLElements=False)
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        assert element.tag not in ("img", "iframe", "object", "embed", "base"), (path, element.tag)
        if element.tag == "script":
            assert element.get("src", "").startswith("/") or element.get("type") == "application/json", path
        for name, value in element.attrib.items():
            assert not name.startswith("on"), (path, name)
            if name in ("href", "src", "action", "formaction"):
                unsafe = ("javascript:", "data:", "vbscript:")
                assert not value.strip().lower().startswith(unsafe), (path, value)


@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
@given(terms=lists_of_terms(3), query=st.sampled_from(HOSTILE))
def test_no_row_does_harm_on_any_page(desk: tuple[FlaskClient, Store], terms: list[Term], query: str) -> None:
    client, store = desk
    store.replace_all(terms, by=query)
    client.application.extensions[EXTENSION].renew()
    forms = [term.short_form for term in terms]
    for form in [query, *forms]:
        harmless(client, f"/sigle/{quote(form, safe='')}")
        harmless(client, f"/?q={quote(form, safe='')}")
        harmless(client, f"/proposer?sigle={quote(form, safe='')}")
    for term in terms:
        harmless(client, f"/curation/terme/{term.id}")
        harmless(client, f"/glossaire?domaine={term.domain}&lettre={quote(term.short_form[:1], safe='')}")
    harmless(client, "/sante")
    harmless(client, "/annoter", text=f"Le {' et le '.join([query, *forms])}.")


@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
@given(words=st.lists(st.sampled_from(HOSTILE), min_size=6, max_size=6))
def test_no_proposal_does_harm_at_the_desk(desk: tuple[FlaskClient, Store], words: list[str]) -> None:
    client, store = desk
    form, full_form, definition, source, comment, context = words
    values = {"full_form": full_form, "definition": definition, "source": source, "source_url": full_form}
    try:
        draft = Draft(kind="term", form=form, values=values, comment=comment, context=context)
        number = store.proposals.add(draft).number
    except InvalidInput:
        return
    harmless(client, "/curation")
    harmless(client, f"/curation/proposition/{number}")
    harmless(client, f"/curation/proposition/{number}/accepter", short_form=form, definition=definition)
    store.proposals.exclude(form, reason=comment, by="anne")
    harmless(client, "/curation/exclusions")
    store.proposals.readmit(form)


@pytest.mark.parametrize("cell", TYPED, ids=lambda cell: ascii(cell[:6]))
@pytest.mark.parametrize("column", ["short_form", "full_form", "definition", "source", "comment", "context"])
def test_what_is_no_text_is_refused_and_shown_to_nobody(
    desk: tuple[FlaskClient, Store], cell: str, column: str
) -> None:
    client, store = desk
    before = store.proposals.count(), store.revision
    given = {"short_form": "ZZT", "full_form": "Zone", column: cell}
    assert client.post("/proposer", data=given).status_code in (413, 422)
    if column not in ("comment", "context"):
        answer = client.post("/curation/nouveau", data=given, headers=OURS)
        assert answer.status_code in (413, 422)
    assert (store.proposals.count(), store.revision) == before


@pytest.mark.parametrize("cell", REFUSED, ids=lambda cell: ascii(cell[:6]))
def test_what_is_no_text_is_refused_by_rest(desk: tuple[FlaskClient, Store], cell: str) -> None:
    client, store = desk
    headers = {"Authorization": f"Bearer {store.tokens.create(f'rest {hash(cell)}')}"}
    for body in ({"short_form": cell, "full_form": "Zone"}, {"short_form": "ZZT", "full_form": cell}):
        assert client.post("/api/v1/terms", json=body, headers=headers).status_code == 422
    assert client.post("/api/v1/proposals", json={"form": "ZZT", "comment": cell}).status_code == 422
    assert client.post("/api/v1/proposals", json={"form": cell}).status_code == 422
