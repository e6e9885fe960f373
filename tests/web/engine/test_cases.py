"""Hold the engine in JavaScript to the cases of the Python engine, in node and in Chromium."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.web.engine.conftest import CASES, ENGINE, HERE, Site

RUN_IN_PAGE = """async ([modules, names]) => {
  const engine = {}, cases = {};
  for (const name of modules) engine[name] = await import(`/engine/${name}.js`);
  for (const name of names) cases[name] = await (await fetch(`/cases/${name}.json`)).json();
  const { failures } = await import("/tests/cases.js");
  return failures(engine, cases, await (await fetch("/words.json")).json());
}"""


def test_cases_in_node(words_file: Path) -> None:
    node = shutil.which("node")
    assert node, "node is needed to test the engine"
    answer = subprocess.run(
        [node, str(HERE / "cases.mjs"), str(ENGINE), str(CASES), str(words_file)],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    result = json.loads(answer.stdout)
    assert result["wrong"] == []
    assert result["count"] >= 200


@pytest.mark.browser
def test_cases_in_chromium(chromium: Browser, site: Site, words_file: Path) -> None:
    site.add("/words.json", words_file.read_text("utf-8"))
    page = chromium.new_page()
    page.goto(site.add("/blank.html", "<!doctype html><title>Essai</title>"))
    modules = [file.stem for file in sorted(ENGINE.glob("*.js"))]
    result = page.evaluate(RUN_IN_PAGE, [modules, [file.stem for file in sorted(CASES.glob("*.json"))]])
    page.close()
    assert result["wrong"] == []
    assert result["count"] >= 200
