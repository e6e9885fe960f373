"""Run commands in this process, on a database of their own."""

from typing import NamedTuple

import pytest

from glossary.cli.door import run
from glossary.store import Store
from tests.samples import TERMS


class Ran(NamedTuple):
    """Hold what a command did."""

    code: int
    out: str
    err: str


@pytest.fixture
def db(tmp_path, monkeypatch):
    path = tmp_path / "base.db"
    with Store(path) as store:
        store.save(TERMS, by="anne")
    monkeypatch.setenv("GLOSSARY_DB", str(path))
    return path


@pytest.fixture
def glossary(capsys):
    """Run one command: `glossary("find", "RSA")`."""

    def command(*arguments):
        code = run([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        return Ran(code, out, err)

    return command
