"""Run the application on a real database with a few true terms."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from glossary.store import Store
from glossary.web import Config, create_app
from glossary.web.base import EXTENSION
from tests.samples import TERMS, term
from tests.web.servers import running

OWN_TERMS = (
    *TERMS,
    term("CE", "Comité d'entreprise", id="ce-comite", valid_to="2019-12-31", replaced_by="cse"),
    term("CE", "Conseil d'État", id="ce-conseil", usage="occasional"),
    term("DE", "Development environment", id="de-en", lang="en", usage="rare", domain="numerique"),
    term("PHP", "<script>alert(1)</script>", id="php", definition='"><img src=x onerror=alert(2)>'),
    term("CI/CD", "Continuous integration", id="ci-cd", lang="en"),
)


@pytest.fixture(scope="session")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a database of our own terms; not the shipped ones, so that tests stay quick."""
    path = tmp_path_factory.mktemp("web") / "glossary.db"
    with Store(path) as store:
        store.save(OWN_TERMS, by="tests")
    return path


@pytest.fixture(scope="session")
def app(database: Path) -> Iterator[Flask]:
    """Build one application for all tests that only read."""
    app = create_app(Config(database=database))
    yield app
    app.extensions[EXTENSION].close()


@pytest.fixture
def own_store(tmp_path: Path) -> Iterator[Store]:
    """Make a database that one test may write to."""
    with Store(tmp_path / "glossary.db") as store:
        store.save(OWN_TERMS, by="glossary")
        yield store


@pytest.fixture
def own_client(own_store: Store) -> Iterator[FlaskClient]:
    """Give a client of an application that one test may write to."""
    app = create_app(Config(database=Path(own_store.path)))
    yield app.test_client()
    app.extensions[EXTENSION].close()


@pytest.fixture
def token(own_store: Store) -> dict[str, str]:
    """Give the header that proves an editor."""
    return {"Authorization": f"Bearer {own_store.tokens.create('anne')}"}


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """Give a client that speaks to the application in process."""
    return app.test_client()


@pytest.fixture(scope="session")
def address(database: Path) -> Iterator[str]:
    """Run the production server and give its address."""
    with running(database) as address:
        yield address
