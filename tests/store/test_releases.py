"""Hold that a release is never changed by what happens after it."""

import pytest

from glossary.errors import Conflict, InvalidInput, NotFound
from glossary.store import Live, Store
from tests.samples import term

RSA = term("RSA", "Revenu de solidarité active")


@pytest.fixture
def path(tmp_path):
    with Store(tmp_path / "base.db") as store:
        store.save([RSA, term("ARE", "Allocation")], by="anne")
        store.releases.freeze("2026-11", by="anne", note="Première")
        store.save([term("RSA", "Autre sens"), term("DE", "Demandeur")], by="karim")
        store.withdraw("are", by="karim")
        store.releases.freeze("2026-12", by="karim")
    return str(tmp_path / "base.db")


def test_a_release_gives_the_terms_of_its_day(path):
    with Store(path) as store:
        assert list(store.releases.terms("2026-11")) == [term("ARE", "Allocation"), RSA]
        assert [t.full_form for t in store.releases.terms("2026-12")] == [
            "Allocation",
            "Demandeur",
            "Autre sens",
        ]


def test_releases_are_listed_the_newest_first(path):
    with Store(path) as store:
        assert [(r.name, r.revision, r.by, r.note, r.terms) for r in store.releases.all()] == [
            ("2026-12", 3, "karim", "", 2),
            ("2026-11", 1, "anne", "Première", 2),
        ]


def test_a_running_server_answers_as_of_a_release(path):
    live = Live(path)
    assert live.at("2026-11").by_id("rsa") == RSA
    assert live.at("2026-11").revision == "2026-11"
    assert live.at("2026-11") is live.at("2026-11")
    with pytest.raises(NotFound, match="near: 2026-12, 2026-11"):
        live.at("2025-01")
    live.close()


def test_a_name_is_given_once(path):
    with Store(path) as store, pytest.raises(Conflict, match="never changed"):
        store.releases.freeze("2026-11", by="anne")


@pytest.mark.parametrize("name", ["", "é", "a b", "../x", "-x", "x" * 41])
def test_a_name_that_is_none_is_refused(path, name):
    with Store(path) as store, pytest.raises(InvalidInput, match="named by letters"):
        store.releases.freeze(name, by="anne")


def test_freezing_does_not_grow_the_revision(path):
    with Store(path) as store:
        assert store.revision == 3
        store.releases.freeze("2027-01", by="anne")
        assert store.revision == 3
