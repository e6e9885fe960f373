"""Put the code, the labels and the snapshot together into the address of a bookmark."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

from glossary.lexicon import Lexicon
from glossary.web.bookmarklet.coding import script_address, script_value
from glossary.web.bookmarklet.labels import labels
from glossary.web.bookmarklet.snapshot import ranked, snapshot
from glossary.web.language import N_, current, translate

# Firefox refuses a bookmark whose address is longer than 65,536 signs.
MAX_LENGTH = 65_000

BUNDLE = Path(__file__).parent / "bundle.js"
MEANINGS = BUNDLE.with_name("meanings.js")
# The bundle asks for its settings by this name, once.
SETTINGS = "EN_CLAIR"
REFUSED = N_("This page does not let the small bookmark in. Use the full one.")


class Bookmark(NamedTuple):
    """Hold the address of a bookmark, and how many of the terms are in it."""

    address: str
    held: int
    total: int


def build(lexicon: Lexicon, *, server: str, day: str) -> Bookmark:
    """Build the full bookmark, with as many terms as fit; `day` is today for readers."""
    total = len(ranked(lexicon))
    settings = {**_settings(server), "date": day, "total": total}
    bare = script_address(_code({**settings, "snapshot": ""}))
    chosen = snapshot(lexicon, MAX_LENGTH - len(bare))
    code = _code({**settings, "snapshot": chosen.coded})
    return Bookmark(script_address(code), chosen.held, total)


def build_small(*, server: str) -> str:
    """Build the small bookmark, which loads the code from the server where the page lets it."""
    address = script_value(f"{server}/favori.js?lang={current()}")
    refused = script_value(translate(REFUSED))
    return script_address(f"void import({address}).then(m=>m.default(),()=>alert({refused}))")


def module(*, server: str) -> str:
    """Give the code as a module, whose default export starts and stops it."""
    return f"export default()=>{{{_code(_settings(server))}}}"


@cache
def meanings() -> str:
    """Give the code that weighs meanings, as a module."""
    return MEANINGS.read_text("ascii")


def _settings(server: str) -> dict[str, object]:
    return {"server": server, "lang": current(), "labels": labels()}


def _code(settings: dict[str, object]) -> str:
    return _bundle().replace(SETTINGS, script_value(settings))


@cache
def _bundle() -> str:
    return BUNDLE.read_text("ascii").strip()
