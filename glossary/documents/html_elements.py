"""Say what the elements of HTML mean for reading: data, by the HTML standard."""

from typing import NamedTuple

from glossary.documents.types import BlockKind

VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    ]
)

# These start and end a block of text.
BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "frameset",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "optgroup",
        "option",
        "p",
        "pre",
        "search",
        "section",
        "summary",
        "table",
        "caption",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
KINDS: dict[str, BlockKind] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    **dict.fromkeys(("li", "dt", "dd"), "list-item"),
    **dict.fromkeys(("td", "th"), "cell"),
    "aside": "note",
    "footer": "footer",
    "header": "header",
    "nav": "header",
    "pre": "code",
}

# What stands on every page of a site.
FURNITURE = frozenset(["header", "footer"])

# Shown with the text around them, but nothing is recognised inside.
CLOSED = frozenset(["code", "kbd", "samp", "var", "pre"])
# No text that a mark could stand in.
LEFT_OUT = frozenset(
    [
        "applet",
        "audio",
        "canvas",
        "datalist",
        "embed",
        "frameset",
        "head",
        "iframe",
        "math",
        "noembed",
        "noframes",
        "noscript",
        "object",
        "optgroup",
        "option",
        "rp",
        "rt",
        "script",
        "select",
        "style",
        "svg",
        "template",
        "textarea",
        "title",
        "video",
        "xmp",
        "plaintext",
    ]
)
# A link may not stand inside these.
INTERACTIVE = frozenset(["a", "button", "label", "summary"])

TABLE = frozenset(["table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th"])


class Closing(NamedTuple):
    """Say what a start tag closes without a word (HTML, section 13.1.2.4)."""

    ends: tuple[str, ...]
    """Elements that it ends."""
    within: tuple[str, ...]
    """Elements that protect those around them."""


_PARAGRAPH = Closing(("p",), ("button", "table", "td", "th", "object", "template"))
_CELL = Closing(("td", "th"), ("table",))
_ROW = Closing(("tr", "td", "th"), ("table",))
_ENTRY = Closing(("dt", "dd"), ("dl",))
IMPLIED_END: dict[str, Closing] = {
    **dict.fromkeys(BLOCKS - {"option", "optgroup", "body", "html"}, _PARAGRAPH),
    "li": Closing(("li",), ("ul", "ol", "menu")),
    "dt": _ENTRY,
    "dd": _ENTRY,
    "td": _CELL,
    "th": _CELL,
    "tr": _ROW,
    "tbody": _ROW,
    "tfoot": _ROW,
    "option": Closing(("option",), ("select", "datalist")),
}
