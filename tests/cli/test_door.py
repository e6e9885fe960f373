"""Hold how the command line answers misuse: one sentence, exit 2, no traceback."""

import subprocess
import sys

import pytest

from glossary.cli.door import COMMANDS
from glossary.errors import Busy


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nope"], "No such command 'nope'; try «glossary --help»"),
        (["find"], "Missing argument 'QUERY...'; try «glossary find --help»"),
        (["find", "x", "--limit", "-1"], "Invalid value for '--limit'"),
        (["find", "x", "--domain", "cuisine"], "unknown domain 'cuisine'; expected one of administration"),
        (["find", "x", "--release", "2020"], "release '2020' was not found"),
        (["import", "none.csv"], "none.csv"),
        (["export", "base.exe"], "unknown format '.exe'; expected one of"),
        (["check", "none.csv"], "none.csv"),
        (["restore", "none.db"], "none.db: there is no such file"),
        (["token", "revoke", "karim"], "token 'karim' was not found"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_misuse_is_told_in_one_sentence(glossary, db, arguments, said):
    ran = glossary(*arguments)
    assert ran.code == 2
    assert said in ran.err
    assert ran.err.count("\n") == 1
    assert ran.out == ""


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_has_help(glossary, name):
    ran = glossary(name, "--help")
    assert ran.code == 0
    assert ran.out.startswith(f"Usage: glossary {name}")


def test_help_lists_every_command(glossary):
    ran = glossary("--help")
    assert all(f"  {name} " in ran.out for name in COMMANDS)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (ValueError("boom"), "internal error (ValueError: boom); set GLOSSARY_DEBUG=1"),
        (KeyboardInterrupt(), "interrupted"),
        (PermissionError(13, "Permission denied", "x.db"), "x.db: Permission denied"),
        (Busy("written by someone else", retry_after=5), "written by someone else"),
    ],
    ids=["a bug", "Ctrl-C", "no permission", "busy"],
)
def test_no_error_shows_a_traceback(glossary, db, monkeypatch, error, said):
    def fail(*_, **__):
        raise error

    monkeypatch.setattr("glossary.cli.find.read_lexicon", fail)
    ran = glossary("find", "x")
    assert ran.code == 2
    assert said in ran.err
    assert "Traceback" not in ran.err


def test_what_a_file_holds_cannot_steer_the_terminal(glossary, db, tmp_path):
    path = tmp_path / "evil.csv"
    path.write_text("\x1b[2Jid\u202e\n")
    ran = glossary("import", path)
    assert "\x1b" not in ran.err
    assert "\u202e" not in ran.err


def test_a_reader_that_has_seen_enough_is_no_error(db):
    command = f"{sys.executable} -m glossary export - --format csv | head -1"
    ran = subprocess.run(["bash", "-c", f"set -o pipefail; {command}"], capture_output=True, text=True)
    assert ran.stdout.startswith("id,short_form")
    assert ran.stderr == ""


def test_a_look_up_loads_no_library_that_it_does_not_need():
    code = (
        "import sys; from glossary.cli.door import run; run(['find', 'cnfpt']);"
        "print([name for name in ('flask', 'pydantic', 'sqlite_utils', 'glossary.annotate') if name in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines()[-1] == "[]"
