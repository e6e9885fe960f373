"""Hold how the command line asks the lists outside the glossary."""

import pytest

from glossary.store import Store
from tests.samples import term

LISTED = [term("ZUPX", "Zone à urbaniser", id="liste-zupx"), term("RSA", "Régime", id="liste-rsa")]


@pytest.fixture
def listed(db):
    with Store(db) as store:
        store.collections.load("liste", LISTED, title="Une liste", trust=1)
    return db


def test_find_marks_what_is_outside(glossary, listed):
    ran = glossary("find", "ZUPX", "--limit", 1)
    assert ran.out.startswith("ZUPX : Zone à urbaniser")
    assert "hors glossaire" in ran.out
    assert "hors glossaire" not in glossary("find", "RSA").out
    assert "hors glossaire" not in glossary("find", "ZUPX", "--no-collections").out


def test_annotate_tells_of_a_list_and_inserts_it_only_when_asked(glossary, listed, tmp_path):
    text = tmp_path / "note.txt"
    text.write_text("Le RSA et la ZUPX.", "utf-8")
    ran = glossary("annotate", text)
    assert ran.out == "Le RSA (Revenu de solidarité active) et la ZUPX."
    assert "Hors glossaire : ZUPX (Zone à urbaniser)" in ran.err
    ran = glossary("annotate", text, "--collection", "liste")
    assert ran.out == "Le RSA (Revenu de solidarité active) et la ZUPX (Zone à urbaniser)."
    ran = glossary("annotate", text, "--collection", "autre")
    assert (ran.code, "near: liste" in ran.err) == (2, True)


def test_a_list_is_switched_off_and_on(glossary, listed):
    assert glossary("collection", "off", "liste").code == 0
    assert glossary("collection", "list").out.startswith("off  liste  2 terms  Une liste")
    assert "hors glossaire" not in glossary("find", "ZUPX").out
    assert glossary("collection", "on", "liste").code == 0
    assert "hors glossaire" in glossary("find", "ZUPX").out
    assert glossary("collection", "on", "autre").code == 2


def test_a_new_database_begins_with_the_lists_that_ship(glossary, tmp_path):
    ran = glossary("collection", "list", "--db", tmp_path / "new.db")
    assert ran.out.startswith("on   administration  5,298 terms")


def test_without_a_database_the_lists_that_ship_answer(glossary, tmp_path):
    ran = glossary("find", "AAB", "--db", tmp_path / "none.db", "--limit", 1)
    assert "Atteinte aux biens" in ran.out
    assert not (tmp_path / "none.db").exists()
