"""Run the very code of the bookmark in Debian's own Firefox ESR."""

import json
import shutil
import subprocess
import urllib.request
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.web.engine.bookmark import OPENED, PAINTED, SERIALISED
from tests.web.engine.conftest import HERE, Site
from tests.web.engine.test_bookmarklet import FOUND, FOUND_ALONE, HEAD, PATCHES, STRICT, TEXT

FIREFOX = Path("/usr/bin/firefox-esr")
DRIVER = HERE.parents[2] / "node_modules" / "puppeteer-core"
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not (FIREFOX.exists() and DRIVER.exists()), reason="needs firefox-esr and npm ci"),
]

Step = dict[str, object]
CLICK: Step = {"click": True}
BUBBLE = "document.querySelector('en-clair').shadowRoot.querySelector('#bubble')"
EDITOR = "<div id=editor contenteditable>Le CSE </div><p>Le RSA</p>"
SHADOW = "<div id=h></div><script>h.attachShadow({mode:'open'}).innerHTML='<p>Le RSA</p>'</script>"


def painted(
    known: list[str], *, undecided: list[str] | None = None, unknown: list[str] | None = None
) -> Step:
    """Wait until just these words are painted."""
    script = f"Object.values({PAINTED}).map((words) => words.sort())"
    return {"until": script, "expected": [known, undecided or [], unknown or []]}


def is_true(script: str) -> Step:
    """Wait until a script says true."""
    return {"until": script, "expected": True}


def steps() -> dict[str, tuple[str, dict[str, str], list[Step]]]:
    """Give each page with its headers and what is done and expected on it."""
    found, alone = painted(**FOUND), painted(**FOUND_ALONE)
    rows = "".join(f"<tr><td>{number}<td>Le CNFPT répond" for number in range(10_000))
    coop = {"Cross-Origin-Opener-Policy": "same-origin"}
    unchanged: list[Step] = [
        {"run": f"window.before = {SERIALISED}"},
        CLICK,
        found,
        {"press": "F8"},
        is_true(f"!{BUBBLE}.hidden && {SERIALISED} === before"),
        {"press": "Escape"},
        is_true(f"{BUBBLE}.hidden"),
        CLICK,
        is_true("CSS.highlights.size === 0 && document.documentElement.outerHTML === before"),
    ]
    return {
        "plain": (TEXT, {}, unchanged),
        "strict": (TEXT, STRICT, [CLICK, alone]),
        "coop": (TEXT, coop, [CLICK, found]),
        "redrawn": (
            "<main id=app><p>Le CSE.</p></main>",
            {},
            [
                CLICK,
                painted(["CSE"]),
                {"run": "document.getElementById('app').innerHTML = '<p>Le <i>RSA</i>.</p><p>Le CDD.</p>'"},
                painted(["CDD", "RSA"]),
            ],
        ),
        "shadow": (SHADOW, {}, [CLICK, painted(["RSA"])]),
        "frame": (
            "<iframe src='/firefox-inner.html'></iframe>",
            {},
            [CLICK, is_true("frames[0].CSS.highlights.get('en-clair-known')?.size === 1")],
        ),
        "editor": (
            EDITOR,
            {},
            [
                {"run": "document.getElementById('editor').focus()"},
                {"type": "avant "},
                CLICK,
                painted(["RSA"]),
                {"type": "le CNFPT "},
                is_true("document.getElementById('editor').textContent.includes('le CNFPT')"),
                painted(["RSA"]),
            ],
        ),
        "rtl": (
            "<div dir=rtl><p>مرحبا CSE شكرا</div>",
            {},
            [CLICK, painted(["CSE"]), {"press": "F8"}, is_true(f"!{BUBBLE}.hidden")],
        ),
        "table": (
            f"<table>{rows}</table>",
            {},
            [CLICK, is_true("CSS.highlights.get('en-clair-known')?.size > 10")],
        ),
        **{
            f"patched {name}": (
                f"{TEXT}<script>{patch}</script>",
                {},
                [CLICK, is_true("CSS.highlights.get('en-clair-unknown')?.size === 1")],
            )
            for name, patch in PATCHES.items()
            if name not in ("array", "iterator", "methods")
        },
    }


def test_the_bookmark_works_in_firefox(site: Site, address: str) -> None:
    with urllib.request.urlopen(f"{address}/favori.txt") as answer:
        code = unquote(answer.read().decode().removeprefix("javascript:"))
    site.add("/firefox-inner.html", HEAD + "<p>Le CDD</p>")
    cases = [
        {
            "name": name,
            "url": site.add(f"/firefox-{name.replace(' ', '-')}.html", HEAD + body, headers),
            "steps": todo,
        }
        for name, (body, headers, todo) in steps().items()
    ]
    node = shutil.which("node")
    assert node
    done = subprocess.run(
        [node, str(HERE / "firefox.mjs")],
        input=json.dumps({"code": code, "setup": OPENED, "cases": cases}),
        capture_output=True,
        text=True,
        timeout=240,
        check=True,
    )
    result = json.loads(done.stdout)
    assert result["wrong"] == []
    assert result["count"] == len(cases)
