"""Hold that a token is shown once, kept as a digest, and can be revoked."""

import pytest

from glossary.errors import Conflict, Forbidden, InvalidInput, NotFound
from glossary.store import Store


@pytest.fixture
def store():
    with Store(":memory:") as store:
        yield store


def test_a_token_names_its_owner(store):
    assert store.tokens.owner(store.tokens.create("anne")) == "anne"


def test_a_secret_is_not_kept(store):
    secret = store.tokens.create("anne")
    row = next(iter(store._connections.here.table("token").rows))
    assert not [value for value in row.values() if secret in value]


@pytest.mark.parametrize(
    "secret", ["", "anne", "enclair_x", "\ud800"], ids=["empty", "name", "wrong", "surrogate"]
)
def test_another_secret_is_refused(store, secret):
    store.tokens.create("anne")
    with pytest.raises(Forbidden, match="unknown or was revoked"):
        store.tokens.owner(secret)


def test_a_revoked_token_is_refused_and_its_name_may_be_used_again(store):
    secret = store.tokens.create("anne")
    store.tokens.revoke("anne")
    with pytest.raises(Forbidden, match="revoked"):
        store.tokens.owner(secret)
    assert [(token.name, bool(token.revoked_at)) for token in store.tokens.all()] == [("anne", True)]
    assert store.tokens.owner(store.tokens.create("anne")) == "anne"


def test_a_name_has_one_token(store):
    store.tokens.create("anne")
    with pytest.raises(Conflict, match="revoke it first"):
        store.tokens.create("anne")


def test_revoking_what_is_not_there_names_those_that_are(store):
    store.tokens.create("anne")
    with pytest.raises(NotFound, match="near: anne"):
        store.tokens.revoke("ann")


@pytest.mark.parametrize("name", ["", " x", "a\nb", "x" * 61], ids=["empty", "space", "line break", "long"])
def test_a_name_that_cannot_be_shown_is_refused(store, name):
    with pytest.raises(InvalidInput):
        store.tokens.create(name)
