"""Test health and the description of the interface."""

from flask import Flask
from flask.testing import FlaskClient
from openapi_spec_validator import validate

from glossary.web import schemas
from glossary.web.api import OPERATIONS
from glossary.web.language import SERVICE_PATHS
from tests.web.api.contract import conform
from tests.web.conftest import OWN_TERMS


def test_a_healthy_service_says_what_it_serves(client: FlaskClient) -> None:
    body = conform(client.get("/health"), schemas.Health)
    assert body["terms"] == len(OWN_TERMS)


def test_the_description_is_valid_openapi(client: FlaskClient) -> None:
    validate(client.get("/openapi.json").get_json())


def test_every_route_is_described_and_every_operation_routed(app: Flask, client: FlaskClient) -> None:
    paths = client.get("/openapi.json").get_json()["paths"]
    described = {(method.upper(), path) for path, methods in paths.items() for method in methods}
    routed = {
        (method, rule.rule.replace("<", "{").replace(">", "}"))
        for rule in app.url_map.iter_rules()
        if rule.rule.startswith(SERVICE_PATHS)
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }
    assert described == routed == {(operation.method, operation.path) for operation in OPERATIONS}


def test_every_operation_stands_on_the_page_for_developers(client: FlaskClient) -> None:
    page = client.get("/docs").get_data(as_text=True)
    for operation in OPERATIONS:
        assert f'id="{operation.name}"' in page
