"""Hold what the store promises: all or nothing, history, revision."""

from datetime import UTC, datetime

import pytest

from glossary.errors import Conflict, InvalidFile, NotFound
from glossary.store import Row, Saved, Store, read_revision, read_terms
from tests.samples import TERMS, term

NOON = datetime(2026, 11, 3, 12, tzinfo=UTC)
RSA = term("RSA", "Revenu de solidarité active")
BY_ID = sorted(TERMS, key=lambda sample: sample.id)


@pytest.fixture
def store():
    with Store(":memory:", now=lambda: NOON) as store:
        yield store


def test_terms_come_back_by_id(store):
    assert store.save(TERMS, by="anne") == Saved(added=len(TERMS))
    assert list(store.terms()) == BY_ID
    assert store.by_id("rsa") == RSA


def test_a_write_reports_row_by_row(store):
    store.save([RSA, term("ARE", "Allocation")], by="anne")
    rows = []
    changed = term("RSA", "Revenu", usage="rare")
    saved = store.save(
        [changed, term("ARE", "Allocation"), term("DE", "Demandeur")], by="anne", report=rows.append
    )
    assert rows == [
        Row("rsa", "changed", ("full_form", "usage")),
        Row("are", "unchanged"),
        Row("de", "added"),
    ]
    assert saved == Saved(added=1, changed=1, unchanged=1)


def test_the_revision_grows_with_each_write_that_changes_something(store):
    seen = [store.revision]
    store.save([RSA], by="anne")
    seen.append(store.revision)
    store.save([RSA], by="anne")
    seen.append(store.revision)
    store.withdraw("rsa", by="anne")
    seen.append(store.revision)
    assert seen == [0, 1, 1, 2]


def test_an_error_on_the_way_undoes_everything(store):
    def broken():
        yield from (term(f"T{number}", "x") for number in range(2_000))
        raise InvalidFile("line 2001: broken")

    store.save([RSA], by="anne")
    with pytest.raises(InvalidFile, match="broken"):
        store.save(broken(), by="anne")
    assert list(store.terms()) == [RSA]
    assert store.revision == 1


def test_a_preview_says_what_a_save_would_do_and_does_nothing(store):
    store.save([RSA], by="anne")
    terms = [RSA, term("ARE", "Allocation")]
    assert store.preview(terms) == Saved(added=1, unchanged=1)
    assert store.revision == 1
    assert store.save(terms, by="anne") == Saved(added=1, unchanged=1)


def test_seeding_fills_an_empty_base_only(store):
    assert store.seed([RSA]).added == 1
    assert store.seed(TERMS) == Saved()


def test_replacing_all_withdraws_the_others(store):
    store.save([RSA, term("ARE", "Allocation")], by="anne")
    assert store.replace_all([RSA, term("DE", "Demandeur")], by="anne") == Saved(
        added=1, unchanged=1, withdrawn=1
    )
    assert [(t.id, t.is_withdrawn) for t in store.terms()] == [("are", True), ("de", False), ("rsa", False)]


def test_history_tells_who_when_and_what_newest_first(store):
    store.save([RSA], by="anne")
    store.save([term("RSA", "Revenu", usage="rare")], by="karim")
    store.withdraw("rsa", by="anne")
    history = store.history("rsa")
    assert [(c.action, c.by, c.columns) for c in history] == [
        ("withdrawn", "anne", ("status",)),
        ("changed", "karim", ("full_form", "usage")),
        ("added", "anne", ()),
    ]
    assert {change.at for change in history} == {"2026-11-03T12:00:00+00:00"}


def test_any_version_can_be_restored(store):
    store.save([RSA], by="anne")
    store.withdraw("rsa", by="anne")
    first = store.history("rsa")[-1]
    seen = store.by_id("rsa")
    assert store.restore("rsa", first.number, seen=seen, by="karim") == RSA
    assert store.by_id("rsa") == RSA
    assert store.history("rsa")[0].action == "restored"


def test_withdrawing_keeps_the_id_and_is_done_once(store):
    store.save([RSA], by="anne")
    store.withdraw("rsa", by="anne")
    store.withdraw("rsa", by="anne")
    assert store.by_id("rsa").is_withdrawn
    assert store.revision == 2


def test_an_id_is_created_once(store):
    store.create(RSA, by="anne")
    with pytest.raises(Conflict, match="'rsa' already"):
        store.create(RSA, by="anne")
    assert store.revision == 1


def test_a_lost_update_is_refused(store):
    store.save([RSA], by="anne")
    mine = term("RSA", "Mine")
    store.update(mine, seen=RSA, by="anne")
    with pytest.raises(Conflict, match="read it again"):
        store.update(term("RSA", "Yours"), seen=RSA, by="karim")
    assert store.by_id("rsa") == mine


def test_a_restoration_that_would_lose_a_change_is_refused(store):
    store.save([RSA], by="anne")
    store.save([term("RSA", "Autre")], by="karim")
    with pytest.raises(Conflict, match="read it again"):
        store.restore("rsa", 1, seen=RSA, by="anne")


def test_a_change_that_changes_nothing_leaves_no_trace(store):
    store.save([RSA], by="anne")
    store.update(RSA, seen=RSA, by="anne")
    assert (store.revision, len(store.history("rsa"))) == (1, 1)


@pytest.mark.parametrize(
    ("form", "free"),
    [
        ("RSA", "rsa-2"),
        ("XP ARSA", "xp-arsa"),
        ("Réseau pour l’emploi", "reseau-pour-l-emploi"),
        ("Ωμ", "terme"),
    ],
)
def test_a_free_id_is_made_of_the_form(store, form, free):
    store.save([RSA], by="anne")
    assert store.free_id(form) == free


@pytest.mark.parametrize(
    "ask",
    [
        lambda store: store.by_id("nope"),
        lambda store: store.history("nope"),
        lambda store: store.withdraw("nope", by="anne"),
        lambda store: store.restore("nope", 1, seen=RSA, by="anne"),
        lambda store: store.update(RSA, seen=RSA, by="anne"),
    ],
    ids=["by_id", "history", "withdraw", "restore", "update"],
)
def test_what_is_not_there_is_said(store, ask):
    with pytest.raises(NotFound):
        ask(store)


def test_a_number_of_another_term_is_not_restored(store):
    store.save([RSA, term("ARE", "Allocation")], by="anne")
    with pytest.raises(NotFound, match="change 2 of term 'rsa'"):
        store.restore("rsa", 2, seen=RSA, by="anne")


def test_of_two_terms_with_one_id_the_later_counts(store):
    store.save([term("RSA", "a"), term("RSA", "b")], by="anne")
    assert store.by_id("rsa").full_form == "b"


def test_a_file_is_read_without_sqlite_utils(tmp_path):
    path = str(tmp_path / "deep" / "base.db")
    with Store(path) as store:
        store.save(TERMS, by="anne")
        assert list(read_terms(path)) == BY_ID
    assert read_revision(path) == 1


def test_a_closed_base_is_read_again(tmp_path):
    path = tmp_path / "base.db"
    with Store(path) as store:
        store.save([RSA], by="anne")
    assert list(read_terms(str(path))) == [RSA]
    with Store(path) as store:
        assert store.by_id("rsa") == RSA


def test_a_file_that_is_no_database_is_refused(tmp_path):
    path = tmp_path / "base.db"
    path.write_bytes(b"no database at all, but long enough to be read as one" * 50)
    with pytest.raises(InvalidFile, match="not a database"):
        Store(path)
    with pytest.raises(InvalidFile, match="not a database"):
        list(read_terms(str(path)))


def test_a_missing_file_is_refused_by_readers(tmp_path):
    with pytest.raises(InvalidFile, match="no such file"):
        read_revision(str(tmp_path / "none.db"))


def test_a_folder_that_cannot_be_made_is_refused(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(InvalidFile, match="cannot be made"):
        Store(tmp_path / "file" / "base.db")


def test_a_base_of_a_newer_version_is_refused(tmp_path):
    with Store(tmp_path / "base.db") as store:
        step = {"migration_set": "glossary", "name": "of_tomorrow", "applied_at": "2030-01-01"}
        store._connections.here.table("_sqlite_migrations").insert(step)
    with pytest.raises(InvalidFile, match="newer version"):
        Store(tmp_path / "base.db")
