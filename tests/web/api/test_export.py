"""Test the export by REST."""

import io

import pytest
from flask.testing import FlaskClient

from glossary import formats
from tests.web.api.contract import problem
from tests.web.conftest import OWN_TERMS


@pytest.mark.parametrize("name", formats.NAMES)
def test_every_format_is_offered(client: FlaskClient, name: str) -> None:
    answer = client.get(f"/api/v1/export?format={name}")
    assert answer.status_code == 200
    assert answer.content_type == formats.by_name(name).media
    assert f"filename=en-clair-r1{formats.by_name(name).suffixes[0]}" in answer.headers["Content-Disposition"]


def test_an_export_reads_back_to_the_same_terms(client: FlaskClient) -> None:
    data = client.get("/api/v1/export?format=csv").data
    terms = list(formats.read(io.BytesIO(data), "csv"))
    assert sorted(term.id for term in terms) == sorted(term.id for term in OWN_TERMS)


def test_an_unknown_format_names_the_known_ones(client: FlaskClient) -> None:
    assert "csv" in problem(client.get("/api/v1/export?format=doc"), 415)["detail"]
