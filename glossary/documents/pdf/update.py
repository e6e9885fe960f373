"""Add objects to a PDF behind its end, as section 7.5.6 of ISO 32000 lays down.

Every byte of the file stays where it was; what changes is written anew at the
end, with a table that leads to it. pypdf reads and writes the objects; its own
incremental writer drops the information dictionary (pypdf 7.1).
"""

import hashlib
import io
import logging
import re
import struct
import zlib
from collections.abc import Iterator
from itertools import pairwise
from typing import cast

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DecodedStreamObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NumberObject,
    PdfObject,
    StreamObject,
)

from glossary.errors import InvalidFile

# pypdf warns of every flaw it mends; what matters to a user we say ourselves.
logging.getLogger("pypdf").addHandler(logging.NullHandler())

_START = re.compile(rb"startxref\s+(\d{1,12})")
# How far before the end the way to the table stands, as other readers look.
_TAIL = 2048
_OBJECT = re.compile(rb"\s*\d+\s+\d+\s+obj\b")
_TABLE = re.compile(rb"\s*xref\b")
# What pypdf lets through when a file is not what it seems.
READING_ERRORS = (
    PyPdfError,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    AttributeError,
    RecursionError,
    zlib.error,
)
DAMAGED = "the PDF can be read but not added to, as its structure is damaged; save it again and try again"
PROTECTED = "the PDF is protected against changes; remove its protection and try again"


def flate(body: bytes, entries: DictionaryObject) -> StreamObject:
    """Make a compressed stream with entries of its dictionary."""
    stream = DecodedStreamObject()
    stream.update(entries)
    stream.set_data(body)
    return stream.flate_encode()


class Update:
    """Gather what is to stand behind the end of one file."""

    def __init__(self, data: bytes) -> None:
        """Open a file; raises InvalidFile where it may not or cannot be added to."""
        found = _START.findall(data[-_TAIL:])
        place = int(found[-1]) if found else -1
        self._is_table = _TABLE.match(data, place) is not None if place >= 0 else False
        if place < 0 or not data.startswith(b"%PDF-") or not (self._is_table or _OBJECT.match(data, place)):
            raise InvalidFile(DAMAGED)
        self._data, self._previous = data, place
        try:
            self.reader = PdfReader(io.BytesIO(data))
            if self.reader.is_encrypted:
                raise InvalidFile(PROTECTED)
            self._size = int(cast(NumberObject, self.reader.trailer["/Size"]))
        except READING_ERRORS as error:
            raise InvalidFile(DAMAGED) from error
        self._untouched: PdfReader | None = None
        self._objects: dict[tuple[int, int], PdfObject] = {}

    def original(self, reference: IndirectObject) -> DictionaryObject:
        """Give a dictionary as the file has it; pages of `reader` bear what they inherit, too."""
        if self._untouched is None:
            self._untouched = PdfReader(io.BytesIO(self._data))
        found = self._untouched.get_object(reference)
        return DictionaryObject(cast(DictionaryObject, found))

    def add(self, item: PdfObject | None = None) -> IndirectObject:
        """Add an object, or keep a number for one; give what refers to it."""
        reference = IndirectObject(self._size, 0, self.reader)
        self._size += 1
        if item is not None:
            self.put(reference, item)
        return reference

    def put(self, reference: IndirectObject, item: PdfObject) -> None:
        """Let an object stand where a reference leads; it takes the place of any other."""
        self._objects[reference.idnum, reference.generation] = item

    def copy(self, item: PdfObject, done: dict[int, IndirectObject]) -> PdfObject:
        """Copy an object of another file with all it refers to; `done` knows what was copied."""
        if isinstance(item, IndirectObject):
            if item.idnum not in done:
                done[item.idnum] = self.add()
                self.put(done[item.idnum], self.copy(cast(PdfObject, item.get_object()), done))
            return done[item.idnum]
        if isinstance(item, StreamObject):
            left_out = ("/Filter", "/DecodeParms", "/Length")
            return flate(item.get_data(), self._entries(item, done, left_out))
        if isinstance(item, DictionaryObject):
            return self._entries(item, done, ())
        if isinstance(item, ArrayObject):
            return ArrayObject([self.copy(part, done) for part in item])
        return item

    def _entries(
        self, item: DictionaryObject, done: dict[int, IndirectObject], left_out: tuple[str, ...]
    ) -> DictionaryObject:
        return DictionaryObject(
            {NameObject(key): self.copy(item.raw_get(key), done) for key in item if key not in left_out}
        )

    def data(self) -> bytes:
        """Give the file with all that was added; the same bytes if there is nothing."""
        if not self._objects:
            return self._data
        stream = io.BytesIO()
        stream.write(self._data)
        if not self._data.endswith((b"\n", b"\r")):
            stream.write(b"\n")
        places = {}
        for (number, generation), item in sorted(self._objects.items()):
            places[number, generation] = stream.tell()
            stream.write(b"%d %d obj\n" % (number, generation))
            item.write_to_stream(stream)
            stream.write(b"\nendobj\n")
        if self._is_table:
            self._write_table(stream, places)
        else:
            self._write_stream(stream, places)
        return stream.getvalue()

    def _trailer(self, body: bytes) -> DictionaryObject:
        """Keep what the trailer of the file says, with a new second identifier."""
        trailer = DictionaryObject(
            {NameObject("/Size"): NumberObject(self._size), NameObject("/Prev"): NumberObject(self._previous)}
        )
        for key in ("/Root", "/Info", "/ID"):
            if key in self.reader.trailer:
                trailer[NameObject(key)] = self.reader.trailer.raw_get(key)
        identifiers = trailer.get("/ID")
        if isinstance(identifiers, ArrayObject) and len(identifiers) == 2:
            second = ByteStringObject(hashlib.md5(body, usedforsecurity=False).digest())
            trailer[NameObject("/ID")] = ArrayObject([identifiers[0], second])
        return trailer

    def _write_table(self, stream: io.BytesIO, places: dict[tuple[int, int], int]) -> None:
        trailer = self._trailer(stream.getvalue())
        start = stream.tell()
        stream.write(b"xref\n")
        for run in _runs(places):
            stream.write(b"%d %d\n" % (run[0][0], len(run)))
            for key in run:
                stream.write(b"%010d %05d n \n" % (places[key], key[1]))
        stream.write(b"trailer\n")
        trailer.write_to_stream(stream)
        stream.write(b"\nstartxref\n%d\n%%%%EOF\n" % start)

    def _write_stream(self, stream: io.BytesIO, places: dict[tuple[int, int], int]) -> None:
        start = stream.tell()
        number = self._size
        self._size += 1
        places = {**places, (number, 0): start}
        runs = list(_runs(places))
        index = [bound for run in runs for bound in (run[0][0], len(run))]
        body = b"".join(struct.pack(">BQH", 1, places[key], key[1]) for run in runs for key in run)
        entries = self._trailer(stream.getvalue())
        entries[NameObject("/Type")] = NameObject("/XRef")
        entries[NameObject("/W")] = ArrayObject(map(NumberObject, (1, 8, 2)))
        entries[NameObject("/Index")] = ArrayObject(map(NumberObject, index))
        stream.write(b"%d 0 obj\n" % number)
        flate(body, entries).write_to_stream(stream)
        stream.write(b"\nendobj\nstartxref\n%d\n%%%%EOF\n" % start)


def _runs(places: dict[tuple[int, int], int]) -> Iterator[list[tuple[int, int]]]:
    """Yield the numbers of objects in runs without a gap."""
    keys = sorted(places)
    run = keys[:1]
    for before, key in pairwise(keys):
        if key[0] != before[0] + 1:
            yield run
            run = []
        run.append(key)
    yield run
