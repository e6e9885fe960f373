"""Cut HTML into tags, comments and text, as browsers do, with their places.

The states of the WHATWG tokenizer (HTML, section 13.2.5) as one expression.
Each alternative takes all that it has looked at, to the end of the file if
need be, so that no input makes it quadratic; `html.parser` is, on comments
and tags that never end (CVE-2025-6069).
"""

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

_VALUE = r"""=[\t\n\f\r ]*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|(?!["']))"""
_TOKEN = re.compile(
    rf"""(?P<text>[^<&]++)
    |<!--(?:-?>|.*?(?:--!?>|\Z))
    |<[!?][^>]*+(?:>|\Z)
    |</[^a-zA-Z>][^>]*+(?:>|\Z)
    |<(?P<slash>/?)(?P<name>[a-zA-Z][^\t\n\f\r />]*+)(?P<attributes>(?:[^>=]++|{_VALUE})*+)(?:>|\Z)
    |&(?:\#(?:[0-9]+|[xX][0-9a-fA-F]+);?|[a-zA-Z][a-zA-Z0-9]*+;?)
    |(?P<sign>[<&])
    """,
    re.DOTALL | re.VERBOSE,
)
_ATTRIBUTE = re.compile(
    r"""([^\t\n\f\r /=>][^\t\n\f\r /=>]*+)(?:[\t\n\f\r ]*+=[\t\n\f\r ]*+(?:"([^"]*+)"?|'([^']*+)'?|([^\t\n\f\r >]*+)))?"""
)

# Elements whose content is no markup; the next end tag of that name ends them.
_RAW = frozenset(
    ["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "plaintext"]
)


class Token(NamedTuple):
    """Hold one piece of a page and its half-open place."""

    start: int
    end: int
    kind: str
    """`open`, `close`, `text`, `entity`, `raw` or `other`."""
    name: str = ""
    """Name of the element in small letters, for `open` and `close`."""
    attributes: str = ""
    """What stands in the tag behind the name, as written."""


def tokens(page: str) -> Iterator[Token]:
    """Yield the pieces of a page in order; together they are the page."""
    done = 0
    match_at = _TOKEN.match
    while (match := match_at(page, done)) is not None:
        start, done = match.span()
        kind = match.lastgroup
        if kind == "text" or kind == "sign":
            yield Token(start, done, "text")
        elif kind == "attributes":
            name = match["name"].lower()
            yield Token(start, done, "close" if match["slash"] else "open", name, match["attributes"])
            if name in _RAW and not match["slash"]:
                start, done = done, _raw_end(page, done, name)
                yield Token(start, done, "raw", name)
        else:
            yield Token(start, done, "entity" if page[start] == "&" else "other")


def _raw_end(page: str, start: int, name: str) -> int:
    if name == "plaintext":
        return len(page)
    match = re.compile(rf"</{name}(?=[\t\n\f\r />])", re.IGNORECASE).search(page, start)
    return match.start() if match else len(page)


def attributes_of(token: Token) -> dict[str, str]:
    """Read the attributes of a tag; of two with one name the first counts."""
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(token.attributes):
        value = next((group for group in match.groups()[1:] if group is not None), "")
        found.setdefault(match[1].lower(), html.unescape(value))
    return found


def entity_text(written: str) -> str:
    """Give the signs that a character reference stands for."""
    return html.unescape(written)
