"""Read the French word lists of this room: nouns, articles, small words."""

import json
from functools import cache
from importlib import resources

LISTS = "french.json"


@cache
def listed(name: str) -> tuple[str, ...]:
    """Give the folded words of a list, in its order."""
    return tuple(_read()[name].split())


@cache
def words(name: str) -> frozenset[str]:
    """Give the folded words of a list, to be asked for membership.

    >>> "mission" in words("feminine")
    True
    """
    return frozenset(listed(name))


def lists() -> dict[str, str]:
    """Give every list by its name, words parted by spaces; the engine in the browser reads them."""
    return {name: words for name, words in _read().items() if name != "about"}


@cache
def _read() -> dict[str, str]:
    text = resources.files(__package__).joinpath(LISTS).read_text("utf-8")
    lists: dict[str, str] = json.loads(text)
    return lists
