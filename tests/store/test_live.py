"""Hold that a running server sees what any process wrote, within a second."""

import subprocess
import sys
import threading
import time

import pytest

from glossary.errors import Busy, InvalidFile
from glossary.store import Live, Store
from tests.samples import TERMS, term

WRITE = """
import sys
from glossary.store import Store
from tests.samples import term
with Store(sys.argv[1]) as store:
    store.save([term("NEUF", "Nouvelle forme")], by="autre")
"""


@pytest.fixture
def path(tmp_path):
    with Store(tmp_path / "base.db") as store:
        store.save(TERMS, by="anne")
    return str(tmp_path / "base.db")


def wait_for(live, form, seconds):
    end = time.monotonic() + seconds
    while not live.lexicon.by_key(form) and time.monotonic() < end:
        time.sleep(0.02)
    return live.lexicon.by_key(form)


def test_a_write_of_another_process_is_seen_within_a_second(path):
    live = Live(path)
    assert live.lexicon.revision == "1"
    subprocess.run([sys.executable, "-c", WRITE, path], check=True)
    assert wait_for(live, "NEUF", 1.0)
    assert live.lexicon.revision == "2"
    live.close()


def test_an_own_write_is_seen_at_once(path):
    live = Live(path, interval=60)
    with Store(path) as store:
        store.withdraw("rsa", by="anne")
    live.refresh()
    assert live.lexicon.by_key("RSA") == ()
    live.close()


def test_a_new_lexicon_is_warm_before_it_is_offered(path):
    warmed = []
    live = Live(path, warm=warmed.append)
    assert warmed == [live.lexicon]
    live.refresh()
    assert len(warmed) == 1
    live.close()


def test_readers_see_the_old_state_while_a_writer_writes(path):
    live = Live(path, interval=0.01)
    store = Store(path)
    inside, leave = threading.Event(), threading.Event()

    def slowly():
        yield from (term(f"LENT{number}", "x") for number in range(1_000))
        inside.set()
        leave.wait(10)

    writer = threading.Thread(target=lambda: store.save(slowly(), by="anne"))
    writer.start()
    inside.wait(10)
    assert live.lexicon.by_key("RSA")
    assert not live.lexicon.by_key("LENT1")
    leave.set()
    writer.join()
    assert wait_for(live, "LENT1", 1.0)
    live.close()
    store.close()


def test_a_second_writer_is_told_to_come_back(path, monkeypatch):
    monkeypatch.setattr("glossary.store.connection.BUSY_SECONDS", 0.05)
    with Store(path) as one, Store(path) as two, one._connections.writing():
        with pytest.raises(Busy, match="written by someone else") as caught:
            two.withdraw("rsa", by="karim")
        assert caught.value.retry_after > 0


def test_each_thread_has_its_own_connection(path):
    with Store(path) as store:
        found = []
        thread = threading.Thread(target=lambda: found.append(store.by_id("rsa")))
        thread.start()
        thread.join()
        assert found == [store.by_id("rsa")]


def test_a_missing_database_is_refused(tmp_path):
    with pytest.raises(InvalidFile, match="no such file"):
        Live(tmp_path / "none.db")


def test_a_damaged_database_does_not_end_the_answers(path, caplog):
    live = Live(path, interval=0.01)
    with Store(path) as store:
        store._connections.here.execute("ALTER TABLE state RENAME TO gone")
        assert live.lexicon.by_key("RSA")
        time.sleep(0.1)
        assert live.lexicon.by_key("RSA")
    live.close()
    assert "was not renewed" in caplog.text
