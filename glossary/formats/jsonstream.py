"""Read a list of JSON item by item, so that a file of any size fits into memory."""

import codecs
import json
from collections.abc import Iterator
from typing import IO, NoReturn

from glossary.errors import InvalidFile, Problem

CHUNK = 64 * 1024
# One item or one value beside the list is held whole; ours have some hundred characters.
MAX_VALUE = 8_000_000

_decode = json.JSONDecoder().raw_decode


class Items:
    """Yield the items of a list, or of the list under a key of an object, in file order."""

    def __init__(self, stream: IO[bytes], *, keys: tuple[str, ...]) -> None:
        """Read from a stream; the list may stand under any of `keys`."""
        self._text = _Text(stream)
        self._keys = keys
        self.beside: dict[str, object] = {}
        """What stands beside the list, as far as it was read."""

    def __iter__(self) -> Iterator[object]:
        """Yield each item; raise InvalidFile with line and column where it is no JSON."""
        text = self._text
        if text.peek() == "[":
            yield from self._items()
        elif text.peek() == "{":
            yield from self._object()
        else:
            text.value()
            self._refuse_other()
        if text.peek():
            text.refuse("the file is not JSON: Extra data")

    def _object(self) -> Iterator[object]:
        has_list = False
        for _ in self._members("{", "}"):
            key = self._text.value()
            if not isinstance(key, str):
                self._text.refuse("the file is not JSON: Expecting property name enclosed in double quotes")
            self._text.take(":")
            if key in self._keys and self._text.peek() == "[":
                has_list = True
                yield from self._items()
            else:
                self.beside[key] = self._text.value()
        if not has_list:
            lone = next((self.beside[key] for key in self._keys if key in self.beside), None)
            if not isinstance(lone, dict):
                self._refuse_other()
            yield lone

    def _items(self) -> Iterator[object]:
        for _ in self._members("[", "]"):
            yield self._text.value()

    def _members(self, first: str, last: str) -> Iterator[None]:
        """Yield before each member of a list or an object."""
        self._text.take(first)
        if self._text.peek() != last:
            yield
            while self._text.peek() == ",":
                self._text.take(",")
                yield
        self._text.take(last)

    def _refuse_other(self) -> NoReturn:
        raise InvalidFile(f"expected a list of terms, or an object that holds it under «{self._keys[0]}»")


class _Text:
    """Hold the part of the text that is being read, and know its line and column."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")()
        self._buffer = ""
        self._position = 0
        self._lines = self._columns = self._byte_lines = 0
        self._is_at_end = False

    def peek(self) -> str:
        """Give the next sign that is no white space; empty at the end."""
        while True:
            while self._position < len(self._buffer):
                if self._buffer[self._position] not in " \t\r\n":
                    return self._buffer[self._position]
                self._position += 1
            if not self._fill(CHUNK):
                return ""

    def take(self, sign: str) -> None:
        """Step over a sign that must stand here."""
        if self.peek() != sign:
            self.refuse(f"the file is not JSON: Expecting '{sign}'")
        self._position += 1

    def value(self) -> object:
        """Read one value, whole."""
        self.peek()
        while True:
            try:
                value, end = _decode(self._buffer, self._position)
                # `12` at the end of what was read may be the start of `123`.
                if end < len(self._buffer) or not self._fill(CHUNK):
                    self._position = end
                    return value
            except json.JSONDecodeError as error:
                held = len(self._buffer) - self._position
                if held > MAX_VALUE or not self._fill(max(CHUNK, held)):
                    self.refuse(f"the file is not JSON: {error.msg}", error.pos)
            except RecursionError:
                self.refuse("the file is nested too deeply to be a list of terms")
            except ValueError as error:
                self.refuse(f"the file is not JSON: {error}")

    def refuse(self, what: str, position: int | None = None) -> NoReturn:
        """Raise InvalidFile with line and column."""
        place = min(self._position if position is None else position, len(self._buffer))
        line = self._lines + self._buffer.count("\n", 0, place) + 1
        start = self._buffer.rfind("\n", 0, place)
        column = place - start if start >= 0 else self._columns + place + 1
        raise InvalidFile([Problem(f"line {line}, column {column}", what)])

    def _fill(self, size: int) -> bool:
        """Read on, and forget what was used; say whether there was more."""
        data = b"" if self._is_at_end else self._stream.read(size)
        text = self._decoded(data)
        self._is_at_end = not data
        if self._is_at_end:
            return False
        used, self._buffer = self._buffer[: self._position], self._buffer[self._position :] + text
        self._position = 0
        breaks = used.count("\n")
        self._lines += breaks
        self._columns = len(used) - used.rfind("\n") - 1 if breaks else self._columns + len(used)
        return True

    def _decoded(self, data: bytes) -> str:
        try:
            text = self._decoder.decode(data, not data)
        except UnicodeDecodeError as error:
            line = self._byte_lines + error.object.count(b"\n", 0, error.start) + 1
            raise InvalidFile(
                f"line {line}: is not UTF-8 (byte {error.start}); save the file as UTF-8"
            ) from None
        self._byte_lines += data.count(b"\n")
        return text
