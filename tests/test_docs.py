"""Hold that the documents are true: their examples run, and nothing is left out."""

import doctest
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from glossary.cli import reference
from glossary.cli.door import COMMANDS
from glossary.formats import NAMES, shipped_terms
from glossary.model import DOMAINS
from glossary.store import Store
from glossary.web import Config, create_app
from glossary.web.base import EXTENSION
from glossary.web.errors import TITLES
from tests.web.servers import running

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
EXAMPLE = re.compile(r"^\$ (.+)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)
SERVED = "http://127.0.0.1:8000"
IN_SHELL = f'glossary() {{ "{sys.executable}" -m glossary "$@" 2>&1; }}\n'


def examples() -> Iterator[Any]:
    """Yield the commands of every page with what they must print."""
    for page in PAGES:
        for block in re.findall(
            r"^```console\n(.*?)^```$", page.read_text("utf-8"), re.MULTILINE | re.DOTALL
        ):
            for command, expected in EXAMPLE.findall(block):
                yield pytest.param(command, expected, id=f"{page.name}: {command[:50]}")


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """Serve the shipped glossary; give its database and its address."""
    path = tmp_path_factory.mktemp("docs") / "glossary.db"
    with Store(path) as store:
        store.seed(shipped_terms())
    with running(path) as address:
        yield path, address


@pytest.mark.parametrize(("command", "expected"), list(examples()))
def test_an_example_prints_what_the_page_says(command: str, expected: str, shipped: tuple[Path, str]) -> None:
    database, address = shipped
    ran = subprocess.run(
        ["bash", "-c", IN_SHELL + command.replace(SERVED, address)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "GLOSSARY_DB": str(database), "PYTHONPATH": str(ROOT)},
    )
    assert ran.returncode == 0, ran.stderr
    flags = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
    assert doctest.OutputChecker().check_output(expected, ran.stdout.strip() + "\n", flags), ran.stdout


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_python_examples_run(page: Path) -> None:
    assert doctest.testfile(str(page), module_relative=False, encoding="utf-8").failed == 0


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_to_files_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text("utf-8")):
        assert (page.parent / target).exists(), target


def test_the_reference_of_commands_is_fresh() -> None:
    """Run `make docs` after a change of commands."""
    assert reference.PAGE.read_text("utf-8") == reference.page()
    assert all(f"## `glossary {name}`" in reference.page() for name in COMMANDS)


def test_every_call_stands_in_the_page_on_rest(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "api.md").read_text("utf-8")
    app = create_app(Config(database=tmp_path / "glossary.db"))
    try:
        calls = [f"{call.method} {call.path}" for call in app.extensions["operations"]]
    finally:
        app.extensions[EXTENSION].close()
    assert [call for call in calls if f"`{call}`" not in page] == []
    assert [status for status in TITLES if not re.search(rf"\| .*\b{status}\b.* \|", page)] == []


def test_every_format_and_domain_stands_in_the_page_on_formats() -> None:
    page = (ROOT / "docs" / "formats.md").read_text("utf-8")
    assert [name for name in (*NAMES, *DOMAINS) if f"`{name}`" not in page] == []


def test_every_setting_stands_in_the_guide() -> None:
    page = (ROOT / "docs" / "guide.md").read_text("utf-8")
    code = "".join(path.read_text("utf-8") for path in (ROOT / "glossary").rglob("*.py"))
    assert {name for name in re.findall(r"GLOSSARY_[A-Z_]+", code) if f"`{name}`" not in page} == set()
