"""Read XML of any size entry by entry, and refuse what could do harm.

Entities are never expanded and nothing is ever fetched. A DOCTYPE that only
names its DTD is passed over, as every file of TBX version 2 has one; a DOCTYPE
that declares anything is refused (OWASP, «XML External Entity Prevention»).
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import IO, Any, NoReturn
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from glossary.errors import InvalidFile, Problem

CHUNK = 64 * 1024
# A tag is held whole by the parser; ours have some hundred bytes.
MAX_TAG = 1_000_000
# One entry is held in memory: TBX with forty languages stays far below.
MAX_ENTRY = 8_000_000
MAX_DEPTH = 100

_BROKEN_LINE = re.compile(r"\s*[\t\r\n]\s*")


class Found:
    """Hold one entry of a file: its element with local names, and the line it starts on."""

    __slots__ = ("element", "line")

    def __init__(self, element: Element, line: int) -> None:
        """Keep both."""
        self.element = element
        self.line = line


def read_elements(stream: IO[bytes], names: frozenset[str], *, roots: frozenset[str]) -> Iterator[Found]:
    """Yield each outermost element of these local names, in file order.

    Memory stays flat: an entry is gone when the next is asked for. Raises
    InvalidFile with line and column for what is not well-formed, harmful, or
    has another root.
    """
    scan = _Scan(names, roots)
    while chunk := stream.read(CHUNK):
        scan.feed(chunk)
        yield from scan.taken()
    scan.close()
    yield from scan.taken()


def refuse_harm(data: bytes) -> None:
    """Raise InvalidFile where XML is not well-formed or declares anything in a DOCTYPE."""
    scan = _Scan(frozenset(), frozenset())
    for start in range(0, len(data), CHUNK):
        scan.feed(data[start : start + CHUNK])
    scan.close()


def text_of(element: Element) -> str:
    """Give the text of an element; breaks that only lay out the file become one space."""
    text = "".join(element.itertext()) if len(element) else element.text or ""
    # Most text has no break, and then needs no search.
    is_broken = "\n" in text or "\t" in text or "\r" in text
    return (_BROKEN_LINE.sub(" ", text) if is_broken else text).strip()


class _Scan:
    """Build the wanted elements while expat reads."""

    def __init__(self, names: frozenset[str], roots: frozenset[str]) -> None:
        self._names = names
        self._roots = roots
        self._found: list[Found] = []
        self._builder: TreeBuilder | None = None
        self._depth = self._entry_depth = self._entry_line = self._entry_size = self._fed = 0
        self._parser = parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._data
        parser.StartDoctypeDeclHandler = self._doctype
        parser.EntityDeclHandler = self._entity
        parser.SkippedEntityHandler = self._skipped

    def feed(self, chunk: bytes) -> None:
        self._fed += len(chunk)
        self._parse(chunk, False)
        if self._fed - max(self._parser.CurrentByteIndex, 0) > MAX_TAG + CHUNK:
            self._refuse(f"a tag is longer than {MAX_TAG:,} bytes")

    def close(self) -> None:
        self._parse(b"", True)

    def taken(self) -> list[Found]:
        found, self._found = self._found, []
        return found

    def _parse(self, chunk: bytes, is_last: bool) -> None:
        try:
            self._parser.Parse(chunk, is_last)
        except expat.ExpatError as error:
            what = expat.errors.messages[error.code]
            raise InvalidFile(
                [
                    Problem(
                        f"line {error.lineno}, column {error.offset + 1}",
                        f"the file is not well-formed XML: {what}",
                    )
                ]
            ) from None
        except (LookupError, UnicodeError) as error:
            raise InvalidFile(
                [Problem("line 1", f"the XML names an encoding that is unknown: {error}")]
            ) from None

    def _refuse(self, what: str, value: str = "") -> NoReturn:
        line, column = self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1
        raise InvalidFile([Problem(f"line {line}, column {column}", what, value[:80])])

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        local = _local(name)
        self._depth += 1
        if self._depth == 1 and self._roots and local not in self._roots:
            self._refuse(
                f"expected an XML file that starts with <{'> or <'.join(sorted(self._roots))}>", f"<{local}>"
            )
        if self._depth > MAX_DEPTH:
            self._refuse(f"elements are nested more than {MAX_DEPTH} deep")
        if self._builder is None and local in self._names:
            self._builder = TreeBuilder()
            self._entry_depth, self._entry_size = self._depth, 0
            self._entry_line = self._parser.CurrentLineNumber
        if self._builder is not None:
            self._grow(sum(map(len, attributes.values())) + len(local))
            self._builder.start(local, {_local(key): value for key, value in attributes.items()})

    def _end(self, name: str) -> None:
        if self._builder is not None:
            self._builder.end(_local(name))
            if self._depth == self._entry_depth:
                self._found.append(Found(self._builder.close(), self._entry_line))
                self._builder = None
        self._depth -= 1

    def _data(self, text: str) -> None:
        if self._builder is not None:
            self._grow(len(text))
            self._builder.data(text)

    def _grow(self, size: int) -> None:
        self._entry_size += size
        if self._entry_size > MAX_ENTRY:
            self._refuse(f"the entry of line {self._entry_line} is longer than {MAX_ENTRY:,} characters")

    def _doctype(self, name: str, system: str | None, public: str | None, has_subset: int) -> None:
        if has_subset:
            self._refuse(
                "the DOCTYPE declares entities or elements, which could do harm; delete it, from <!DOCTYPE to ]>"
            )

    def _entity(self, name: str, *rest: Any) -> None:
        self._refuse("the file declares an entity, which could do harm; write its text instead", name)

    def _skipped(self, name: str, is_parameter: bool) -> None:
        self._refuse("the file uses an entity that it does not hold; write its text instead", f"&{name};")


# A file has some thirty names, each a hundred thousand times; a hostile one may have more.
@lru_cache(maxsize=256)
def _local(name: str) -> str:
    return name.rpartition(" ")[2]
