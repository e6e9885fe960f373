"""Hold that an import is all or nothing and tells what it does, row by row."""

import os
import signal
import subprocess
import sys
import time

import pytest

from glossary import formats
from glossary.formats import shipped_terms
from glossary.store import Store, read_revision, read_terms
from tests.samples import TERMS, term


def write(path, terms):
    with path.open("wb") as stream:
        formats.write(terms, stream, path.suffix[1:])
    return path


def test_an_import_reports_row_by_row(glossary, db, tmp_path):
    changed = term("RSA", "Revenu", usage="rare")
    path = write(tmp_path / "some.csv", [TERMS[0], changed, term("NEUF", "Neuf")])
    ran = glossary("import", path, "--by", "anne", "-v")
    assert ran.out.splitlines() == [
        "unchanged cnfpt",
        "changed   rsa (full_form, usage)",
        "added     neuf",
        "1 added, 1 changed, 1 unchanged.",
    ]
    with Store(db) as store:
        assert store.history("neuf")[0].by == "anne"


def test_a_dry_run_says_the_same_and_does_nothing(glossary, db, tmp_path):
    path = write(tmp_path / "some.json", [term("NEUF", "Neuf")])
    ran = glossary("import", path, "--dry-run")
    assert ran.out == "added     neuf\n1 added, 0 changed, 0 unchanged. Nothing was written.\n"
    assert read_revision(str(db)) == 1


def test_a_refused_import_tells_every_problem_and_changes_nothing(glossary, db, tmp_path):
    path = write(tmp_path / "some.csv", [term("NEUF", "Neuf"), term("RSA", "x")])
    path.write_text(
        path.read_text().replace("rsa,", "R S A,").replace("acronym,fr,administration", "sigle,fr,lune")
    )
    ran = glossary("import", path)
    assert ran.code == 2
    assert (
        "line 2, column kind: unknown value; expected one of acronym, name, term (found 'sigle')" in ran.err
    )
    assert "line 2, column domain" in ran.err
    assert "line 3, column id: expected lower-case ASCII words joined by hyphens (found 'R S A')" in ran.err
    assert "5 problems; nothing was changed." in ran.err
    assert ran.out == ""
    assert read_revision(str(db)) == 1


def test_a_replacing_import_withdraws_the_others(glossary, db, tmp_path):
    ran = glossary("import", write(tmp_path / "one.csv", [TERMS[0]]), "--replace")
    assert ran.out.splitlines()[-1] == f"0 added, 0 changed, 1 unchanged, {len(TERMS) - 2} withdrawn."


def test_a_new_database_begins_with_the_shipped_glossary(glossary, tmp_path):
    path = write(tmp_path / "one.csv", [term("ZQT", "Zone de quiétude")])
    glossary("import", path, "--db", tmp_path / "new.db", "--dry-run")
    assert not (tmp_path / "new.db").exists()
    glossary("import", path, "--db", tmp_path / "new.db")
    assert len(list(read_terms(str(tmp_path / "new.db")))) == len(list(shipped_terms())) + 1


def test_a_new_database_may_hold_one_file_only(glossary, tmp_path):
    path = write(tmp_path / "one.csv", [term("ZQT", "Zone de quiétude")])
    glossary("import", path, "--db", tmp_path / "new.db", "--replace")
    assert [found.id for found in read_terms(str(tmp_path / "new.db"))] == ["zqt"]


@pytest.mark.parametrize("suffix", ["csv", "json"])
def test_export_import_export_gives_identical_bytes(glossary, db, tmp_path, suffix):
    one, two = tmp_path / f"one.{suffix}", tmp_path / f"two.{suffix}"
    assert glossary("export", one).code == 0
    assert glossary("import", one, "--db", tmp_path / "new.db", "--replace").code == 0
    assert glossary("export", two, "--db", tmp_path / "new.db").code == 0
    assert one.read_bytes() == two.read_bytes()


def test_a_release_is_exported_as_it_was(glossary, db, tmp_path):
    glossary("export", tmp_path / "now.csv")
    glossary("release", "2026-11", "--by", "anne")
    glossary("import", write(tmp_path / "more.csv", [term("NEUF", "Neuf")]))
    glossary("export", tmp_path / "then.csv", "--release", "2026-11")
    assert (tmp_path / "then.csv").read_bytes() == (tmp_path / "now.csv").read_bytes()


def test_an_export_that_fails_leaves_the_old_file(glossary, tmp_path, monkeypatch):
    old = tmp_path / "base.csv"
    old.write_text("old")
    (tmp_path / "broken.db").write_text("no database, but long enough to be taken for one" * 50)
    assert glossary("export", old, "--db", tmp_path / "broken.db").code == 2
    assert old.read_text() == "old"


def test_a_killed_import_leaves_the_old_base_whole(db, tmp_path):
    path = write(tmp_path / "many.csv", (term(f"T{number}", f"Terme {number}") for number in range(30_000)))
    for delay in (0.6, 1.2):
        process = subprocess.Popen(
            [sys.executable, "-m", "glossary", "import", str(path)], stdout=subprocess.DEVNULL
        )
        while not (wal := db.with_name("base.db-wal")).exists() or wal.stat().st_size < 100_000 * delay:
            assert process.poll() is None, "the import ended before it could be killed"
            time.sleep(0.005)
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        assert list(read_terms(str(db))) == sorted(TERMS, key=lambda sample: sample.id)
        assert read_revision(str(db)) == 1


def test_an_export_goes_to_standard_output(db):
    ran = subprocess.run(
        [sys.executable, "-m", "glossary", "export", "-", "--format", "json"], capture_output=True, check=True
    )
    assert ran.stdout.startswith(b"[\n{")


@pytest.mark.parametrize("suffix", ["csv", "json", "xlsx", "tbx", "ttl", "rdf", "jsonld"])
def test_every_format_that_carries_everything_changes_nothing(glossary, db, tmp_path, suffix):
    path = str(tmp_path / f"base.{suffix}")
    assert glossary("export", path).code == 0
    assert f"0 added, 0 changed, {len(TERMS):,} unchanged" in glossary("import", path).out


@pytest.mark.parametrize("suffix", ["md", "html", "pdf"])
def test_the_formats_for_readers_are_written(glossary, db, tmp_path, suffix):
    path = tmp_path / f"base.{suffix}"
    assert glossary("export", str(path)).code == 0
    assert path.stat().st_size > 1_000


def test_an_export_states_its_revision(glossary, db, tmp_path):
    path = tmp_path / "base.tbx"
    glossary("export", str(path))
    assert "révision 1" in path.read_text("utf-8")


def test_what_an_import_passes_over_is_told(glossary, db, tmp_path):
    path = tmp_path / "base.tbx"
    path.write_text(
        '<tbx><text><body><conceptEntry id="c1"><langSec xml:lang="fr"><termSec><term>nu</term></termSec></langSec>'
        "</conceptEntry></body></text></tbx>"
    )
    ran = glossary("import", str(path))
    assert "passed over line 1, entry c1: has no definition" in ran.err
    assert "0 added" in ran.out


def test_a_refused_first_import_leaves_the_shipped_glossary(glossary, tmp_path):
    (tmp_path / "bad.csv").write_text("id\nx\n")
    path = tmp_path / "new.db"
    assert glossary("import", tmp_path / "bad.csv", "--db", path).code == 2
    assert glossary("find", "cnfpt", "--db", path, "--limit", 1).out.startswith("CNFPT")
    assert glossary("export", tmp_path / "all.csv", "--db", path).code == 0
    assert len((tmp_path / "all.csv").read_text().splitlines()) > 1000
