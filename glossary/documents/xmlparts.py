"""Walk the XML parts of a package with the places of their bytes.

No office program writes a DOCTYPE, so that none is taken: entities cannot be
declared, and nothing is ever fetched (OWASP, «XML External Entity Prevention»).
"""

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple
from xml.parsers import expat
from xml.sax.saxutils import escape as _escape

from glossary.errors import InvalidFile, TooLarge

# Tables in tables in text boxes reach some sixty levels.
MAX_DEPTH = 256

_TAG = re.compile(rb"""<[^"'>]*(?:"[^"]*"[^"'>]*|'[^']*'[^"'>]*)*>""")
_NAME = re.compile(rb"<([^\s/>]+)")
# What XML 1.0 cannot hold at all, not even as a reference.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class Walk:
    """Read one part and call the handlers of what is met, in order.

    Names are `namespace local`, as expat gives them with a space between.
    """

    def __init__(self, part: str, data: bytes) -> None:
        """Take a part by name and bytes; nothing is read yet."""
        self.part = part
        self.data = data
        self.depth = 0
        """Number of open elements, the one that starts or ends counted."""
        self.is_cdata = False
        self.prefixes: dict[str, set[str]] = {}
        """Namespaces that each prefix stood for, anywhere in the part."""
        self._parser = expat.ParserCreate(namespace_separator=" ")

    @property
    def at(self) -> int:
        """Give the place in bytes where what was met starts."""
        return self._parser.CurrentByteIndex

    def run(
        self,
        start: Callable[[str, dict[str, str]], None],
        end: Callable[[str], None],
        text: Callable[[str], None] | None = None,
    ) -> None:
        """Read the whole part.

        Raises InvalidFile for what is not well-formed, no UTF-8 or declares a
        DOCTYPE, and TooLarge where elements are nested too deep.
        """
        parser = self._parser

        def open_element(name: str, attributes: dict[str, str]) -> None:
            self.depth += 1
            if self.depth > MAX_DEPTH:
                raise TooLarge(f"the nesting of elements in {self.part}", limit=MAX_DEPTH, unit="levels")
            start(name, attributes)

        def close_element(name: str) -> None:
            end(name)
            self.depth -= 1

        parser.StartElementHandler = open_element
        parser.EndElementHandler = close_element
        if text is not None:
            parser.CharacterDataHandler = text
        parser.StartCdataSectionHandler = lambda: setattr(self, "is_cdata", True)
        parser.EndCdataSectionHandler = lambda: setattr(self, "is_cdata", False)
        parser.StartNamespaceDeclHandler = self._declare
        parser.StartDoctypeDeclHandler = self._refuse_doctype
        parser.XmlDeclHandler = self._check_encoding
        self._parse()

    def end_of(self, words: str, at: int) -> int:
        """Give the place behind words that were met at a place."""
        if self.data[at : at + 1] == b"&" and not self.is_cdata:
            return self.data.index(b";", at) + 1
        if words == "\n" and self.data[at : at + 2] == b"\r\n":
            return at + 2
        return at + len(words.encode("utf-8"))

    def _parse(self) -> None:
        if self.data[:2] in (b"\xfe\xff", b"\xff\xfe") or self.data[1:2] == b"\0":
            self._refuse_encoding("UTF-16")
        try:
            self._parser.Parse(self.data, True)
        except expat.ExpatError as error:
            what = expat.errors.messages[error.code]
            raise InvalidFile(
                f"the part {self.part} is damaged at line {error.lineno}, column {error.offset + 1}: {what}"
            ) from None
        except (LookupError, UnicodeError) as error:
            raise InvalidFile(f"the part {self.part} is in an unknown encoding") from error

    def _declare(self, prefix: str | None, uri: str | None) -> None:
        self.prefixes.setdefault(prefix or "", set()).add(uri or "")

    def _refuse_doctype(self, *_: object) -> None:
        raise InvalidFile(
            f"the part {self.part} declares a DOCTYPE, which could do harm; save the document again"
        )

    def _check_encoding(self, version: str, encoding: str | None, standalone: int) -> None:
        if encoding is not None and encoding.lower() not in ("utf-8", "us-ascii"):
            self._refuse_encoding(encoding)

    def _refuse_encoding(self, encoding: str) -> None:
        raise InvalidFile(
            f"the part {self.part} is in {encoding[:40]}, not in UTF-8; save the document again"
        )


class Element(NamedTuple):
    """Hold one element of a small part."""

    name: str
    attributes: dict[str, str]
    depth: int


def elements(part: str, data: bytes) -> list[Element]:
    """List the elements of a small part in order; an empty part has none."""
    found: list[Element] = []
    if data:
        walk = Walk(part, data)
        walk.run(
            lambda name, attributes: found.append(Element(name, attributes, walk.depth)), lambda name: None
        )
    return found


def tag_end(data: bytes, at: int) -> int:
    """Find the place behind the tag that starts at a place."""
    match = _TAG.match(data, at)
    if match is None:
        raise InvalidFile("a tag of the document has no end")
    return match.end()


def tag_name(data: bytes, at: int) -> bytes:
    """Give the name of the tag that starts at a place, prefix included."""
    match = _NAME.match(data, at)
    if match is None:
        raise InvalidFile("a tag of the document has no name")
    return match[1]


def words_of(text: str) -> bytes:
    """Write text as the content of an element; what XML cannot hold is left out."""
    return _escape(_UNWRITABLE.sub("", text)).encode("utf-8")


def quoted(text: str) -> bytes:
    """Write text as the value of an attribute, quotes included."""
    return b'"' + words_of(text).replace(b'"', b"&quot;") + b'"'


def declarations(prefixes: dict[str, set[str]], wanted: Iterable[tuple[str, str]]) -> bytes:
    """Declare the prefixes that do not always stand for the wanted namespace in a part."""
    return b"".join(
        f' xmlns:{prefix}="{uri}"'.encode() for prefix, uri in wanted if prefixes.get(prefix) != {uri}
    )
