"""Hold that a copy is whole, and that a base restored is the base copied."""

import sqlite3
import threading

import pytest

from glossary.errors import InvalidFile
from glossary.store import Live, Store, backup, read_terms, restore
from tests.samples import TERMS, term

BY_ID = sorted(TERMS, key=lambda sample: sample.id)


@pytest.fixture
def path(tmp_path):
    with Store(tmp_path / "base.db") as store:
        store.save(TERMS, by="anne")
        store.releases.freeze("2026-11", by="anne")
    return tmp_path / "base.db"


def test_a_copy_is_one_file_and_holds_everything(path, tmp_path):
    copy = backup(path, tmp_path / "copy.db")
    assert (copy.revision, copy.terms, copy.changes) == (1, len(TERMS), len(TERMS))
    assert sorted(item.name for item in tmp_path.glob("*copy*")) == ["copy.db"]
    assert list(read_terms(str(copy.path))) == BY_ID


def test_a_base_is_copied_while_it_is_written(path, tmp_path):
    inside, leave = threading.Event(), threading.Event()

    def slowly():
        yield from (term(f"L{number}", "x") for number in range(1_000))
        inside.set()
        leave.wait(10)

    with Store(path) as store:
        writer = threading.Thread(target=lambda: store.save(slowly(), by="anne"))
        writer.start()
        inside.wait(10)
        assert backup(path, tmp_path / "copy.db").terms == len(TERMS)
        leave.set()
        writer.join()


def test_a_restored_base_is_what_was_copied_and_servers_see_it(path, tmp_path):
    backup(path, tmp_path / "copy.db")
    live = Live(path)
    with Store(path) as store:
        store.save([term("NEUF", "Neuf")], by="anne")
        live.refresh()
        assert live.lexicon.by_key("NEUF")
        assert restore(path, tmp_path / "copy.db").revision == 3
        assert list(store.terms()) == BY_ID
        live.refresh()
        assert not live.lexicon.by_key("NEUF")
        assert [release.name for release in store.releases.all()] == ["2026-11"]
    live.close()


def test_a_base_is_restored_where_there_was_none(path, tmp_path):
    backup(path, tmp_path / "copy.db")
    restore(tmp_path / "new" / "base.db", tmp_path / "copy.db")
    assert list(read_terms(str(tmp_path / "new" / "base.db"))) == BY_ID


def damaged(path, tmp_path):
    copy = tmp_path / "damaged.db"
    data = bytearray(backup(path, copy).path.read_bytes())
    data[8192:12288] = b"\xff" * 4096
    copy.write_bytes(bytes(data))
    return copy


def foreign(path, tmp_path):
    with sqlite3.connect(tmp_path / "foreign.db") as connection:
        connection.execute("CREATE TABLE other (x)")
    connection.close()
    return tmp_path / "foreign.db"


def no_database(path, tmp_path):
    (tmp_path / "text.db").write_text("not a database, but long enough to look like one" * 40)
    return tmp_path / "text.db"


@pytest.mark.parametrize("make", [damaged, foreign, no_database])
def test_what_is_no_whole_copy_is_not_restored(path, tmp_path, make):
    bad = make(path, tmp_path)
    with pytest.raises(InvalidFile):
        restore(path, bad)
    assert list(read_terms(str(path))) == BY_ID


def test_a_copy_does_not_replace_what_is_no_copy(path, tmp_path):
    (tmp_path / "notes.txt").write_text("important")
    with pytest.raises(InvalidFile):
        backup(path, tmp_path / "notes.txt")
    assert (tmp_path / "notes.txt").read_text() == "important"


def test_a_folder_that_is_not_there_is_told(path, tmp_path):
    with pytest.raises(InvalidFile, match=r"copy\.db"):
        backup(path, tmp_path / "none" / "copy.db")
    with pytest.raises(InvalidFile, match="no such file"):
        restore(path, tmp_path / "none.db")
