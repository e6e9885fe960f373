"""Test the page on the health of the glossary."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from glossary.care import RULES
from glossary.model import Source
from glossary.store import Draft, Store
from glossary.web import Config, create_app
from glossary.web.base import EXTENSION
from tests.samples import term

UNDATED = Source(name="Légifrance", url="https://www.legifrance.gouv.fr")
OLD = Source(name="Légifrance", url="https://www.legifrance.gouv.fr", date="2020-01-01")
ILL = (
    *(term(f"S{number:02}", f"Sens numéro {number}", source=OLD) for number in range(12)),
    term("AB", "Aide brève", id="ab-1", source=UNDATED),
    term("AB", "Aide bien", id="ab-2", definition="Une aide du ZQRT.", source=UNDATED),
    term("OLD", "Ancien", status="withdrawn"),
)


@pytest.fixture(scope="module")
def ill(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    """Give a client of a base that wants looking after."""
    path = Path(tmp_path_factory.mktemp("ill")) / "glossary.db"
    with Store(path) as store:
        store.save(ILL, by="anne")
        store.proposals.add(Draft(kind="unknown", form="ZQRT"))
        store.releases.freeze("2026-11", by="anne", note="La première")
    app = create_app(Config(database=path))
    yield app.test_client()
    app.extensions[EXTENSION].close()


def test_the_figures_are_those_of_the_base(ill: FlaskClient) -> None:
    page = ill.get("/sante").get_data(as_text=True)
    for words, count in (("sens", 14), ("sigles", 13), ("sigles à plusieurs sens", 1), ("sens retirés", 1)):
        assert f"<dt>{words}</dt><dd>{count}</dd>" in page
    assert "<dt>propositions en attente</dt><dd>1</dd>" in page
    assert "La première" in page


def test_every_rule_has_its_place_but_the_order_of_rows(ill: FlaskClient) -> None:
    page = ill.get("/sante").get_data(as_text=True)
    shown = [rule.name for rule in RULES if f'<section id="{rule.name}">' in page]
    assert shown == [rule.name for rule in RULES if rule.name != "order"]


def test_a_remark_leads_to_its_term_in_the_reader_s_language(ill: FlaskClient) -> None:
    page = ill.get("/sante").get_data(as_text=True)
    assert 'href="/sigle/AB#ab-1"' in page
    assert "partage son sigle avec ab-2" in page
    assert "explique par un sigle inconnu du glossaire : ZQRT" in page
    assert "lue il y a plus de 2 ans" in page
    assert "shares its form with ab-2" in ill.get("/sante?lang=en").get_data(as_text=True)


def test_a_long_list_is_shown_whole_on_demand(ill: FlaskClient) -> None:
    short, whole = (ill.get(path).get_data(as_text=True) for path in ("/sante", "/sante?regle=stale"))
    assert "/sigle/S11#s11" not in short
    assert "Tout montrer (12)" in short
    assert "/sigle/S11#s11" in whole
