"""Hold that collections stay apart from the base, in an order of trust."""

import pytest

from glossary.errors import InvalidInput, NotFound
from glossary.store import Live, Store
from tests.samples import term

ONE = [term("ENA", "École nationale d'administration", id="autre-ena")]
TWO = [term("ENA", "École normale", id="administration-ena"), term("ZUP", "Zone", id="administration-zup")]


@pytest.fixture
def path(tmp_path):
    with Store(tmp_path / "base.db") as store:
        store.save([term("RSA", "Revenu")], by="anne")
        store.collections.load("autre", ONE, title="Autre", trust=2)
        store.collections.load("administration", TWO, title="Administration", trust=1, digest="a")
    return str(tmp_path / "base.db")


def test_collections_come_in_the_order_of_trust(path):
    with Store(path) as store:
        assert [(c.name, c.size, c.is_on) for c in store.collections.all()] == [
            ("administration", 2, True),
            ("autre", 1, True),
        ]
        assert [t.collection for t in store.collections.terms("administration")] == ["administration"] * 2


def test_the_base_knows_nothing_of_them(path):
    with Store(path) as store:
        assert [t.id for t in store.terms()] == ["rsa"]


def test_a_server_offers_them_as_lexicons_of_their_own(path):
    live = Live(path)
    assert not live.lexicon.by_key("ENA")
    assert [tier.name for tier in live.collections if tier.lexicon.by_key("ENA")] == [
        "administration",
        "autre",
    ]
    live.close()


def test_a_collection_can_be_switched_off_and_stays_so_when_loaded_anew(path):
    live = Live(path)
    with Store(path) as store:
        store.collections.switch_off("administration")
        store.collections.load("administration", TWO[:1], title="Administration", trust=1, digest="b")
        live.refresh()
        assert [tier.name for tier in live.collections] == ["autre"]
        store.collections.switch_on("administration")
        live.refresh()
        assert [len(tier.lexicon) for tier in live.collections] == [1, 1]
    live.close()


def test_the_same_content_is_not_loaded_twice(path):
    with Store(path) as store:
        revision = store.revision
        assert not store.collections.load("administration", TWO, title="Administration", trust=1, digest="a")
        assert store.revision == revision


def test_a_foreign_id_is_refused_and_nothing_changes(path):
    with Store(path) as store:
        with pytest.raises(InvalidInput, match="starts with «autre-», not 'rsa'"):
            store.collections.load("autre", [*ONE, term("RSA", "Revenu")], title="Autre", trust=2)
        assert len(list(store.collections.terms("autre"))) == 1


def test_switching_what_is_not_there_is_refused(path):
    with Store(path) as store, pytest.raises(NotFound, match="near: administration, autre"):
        store.collections.switch_off("aucune")
