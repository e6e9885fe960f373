"""Sign an editor in."""

import pytest
from flask.testing import FlaskClient

from glossary.store import Store

OURS = {"Origin": "http://localhost"}


@pytest.fixture
def editor(own_client: FlaskClient, own_store: Store) -> FlaskClient:
    """Give a client that is signed in, and whose forms come from our own pages."""
    own_client.environ_base["HTTP_ORIGIN"] = OURS["Origin"]
    secret = own_store.tokens.create("anne")
    assert own_client.post("/curation/entrer", data={"jeton": f" {secret} "}).status_code == 303
    return own_client
