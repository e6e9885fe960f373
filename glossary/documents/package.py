"""Read the zip package of DOCX and ODT within limits, and write it back.

Nothing is ever unpacked to disk. A part that is not edited is copied as it
lies in the file, compressed data and all; macros are such parts.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable
from itertools import pairwise

from glossary.documents.edits import Edit, apply
from glossary.errors import InvalidFile, TooLarge

# A report of 500 pages with an image on each has some 600 entries.
MAX_ENTRIES = 4_000
# What the directory says all parts unpack to; images and films are never unpacked.
MAX_UNPACKED = 1_000_000_000
# The XML of a report of 1,000 pages has 30 million bytes.
MAX_PART = 60_000_000
# All the parts that are read together: body, notes, headers, styles.
MAX_READ = 120_000_000

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_IS_ENCRYPTED = 0x1
# Sizes behind the data, as programs write that cannot go back; ours stand before it.
_HAS_DESCRIPTOR = 0x8
_IS_UTF8 = 0x800
_DAMAGED = "the file is damaged or cut off; get it again or save it again"
_READABLE = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


class Package:
    """Hold a zip file in memory and give its parts."""

    def __init__(self, data: bytes) -> None:
        """Look through the directory; nothing is unpacked yet.

        Raises InvalidFile for what is damaged or could do harm, and TooLarge.
        """
        self.data = data
        self.infos = _directory(data)
        self._by_name = {info.filename: info for info in self.infos}
        self._read = 0
        self._refuse_harm()

    def __contains__(self, name: str) -> bool:
        """Say whether there is a part of that name."""
        return name in self._by_name

    @property
    def names(self) -> list[str]:
        """Name all parts in file order."""
        return [info.filename for info in self.infos]

    def part(self, name: str) -> bytes:
        """Unpack a part; empty where there is none of that name."""
        info = self._by_name.get(name)
        if info is None:
            return b""
        if info.compress_type not in _READABLE:
            raise InvalidFile(f"the part {name} is packed in a way that no office program uses")
        raw = self.raw(name)
        data = raw if info.compress_type == zipfile.ZIP_STORED else _inflate(raw, name)
        if len(data) > MAX_PART:
            raise TooLarge(f"the part {name}, unpacked,", limit=MAX_PART, unit="bytes")
        if zlib.crc32(data) != info.CRC:
            raise InvalidFile(_DAMAGED)
        self._read += len(data)
        if self._read > MAX_READ:
            raise TooLarge("the text of the document, unpacked,", limit=MAX_READ, unit="bytes")
        return data

    def raw(self, name: str) -> bytes:
        """Give the data of a part as it lies in the file."""
        info = self._by_name[name]
        start, end = _place(self.data, info)
        return self.data[start:end]

    def write(self, edits: Iterable[Edit]) -> bytes:
        """Write the package with its edits; all other parts are copied as they lie."""
        by_part = edits_by_part(edits)
        if not by_part:
            return self.data
        out = _Writing()
        for info in self.infos:
            name = info.filename
            if name in by_part:
                out.add_packed(info, apply(self.part(name), by_part.pop(name)))
            else:
                out.add_raw(info, self.raw(name))
        for name, fresh in by_part.items():
            info = zipfile.ZipInfo(name, date_time=self.infos[0].date_time)
            info.compress_type = zipfile.ZIP_DEFLATED
            out.add_packed(info, apply(b"", fresh))
        return out.end()

    def _refuse_harm(self) -> None:
        if len(self.infos) > MAX_ENTRIES:
            raise TooLarge("the number of files in the document", limit=MAX_ENTRIES, unit="entries")
        if len(self._by_name) != len(self.infos):
            raise InvalidFile(
                "two parts of the document have one name; save it again with your office program"
            )
        for info in self.infos:
            _refuse_name(info.orig_filename)
            if info.flag_bits & _IS_ENCRYPTED:
                raise InvalidFile(
                    "the document is protected by a password; remove it and save the document again"
                )
        if sum(info.file_size for info in self.infos) > MAX_UNPACKED:
            raise TooLarge("the document, unpacked,", limit=MAX_UNPACKED, unit="bytes")
        places = sorted(_place(self.data, info) for info in self.infos)
        if any(left[1] > right[0] for left, right in pairwise(places)):
            raise InvalidFile("parts of the document lie over each other, as in a zip bomb")


def _directory(data: bytes) -> list[zipfile.ZipInfo]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return archive.infolist()
    # zipfile lets the errors of what it unpacks through: struct, text, seek.
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, struct.error) as error:
        raise InvalidFile(_DAMAGED) from error


def _refuse_name(name: str) -> None:
    steps = name.replace("\\", "/").split("/")
    if ".." in steps or steps[0] == "" or ":" in steps[0] or "\0" in name:
        raise InvalidFile(f"the document holds a file with a path that could do harm: {name[:80]!r}")


def _place(data: bytes, info: zipfile.ZipInfo) -> tuple[int, int]:
    """Find where the data of an entry lies, behind its local header."""
    try:
        header = _LOCAL.unpack_from(data, info.header_offset)
    except struct.error as error:
        raise InvalidFile(_DAMAGED) from error
    start = info.header_offset + _LOCAL.size + header[-2] + header[-1]
    end = start + info.compress_size
    if header[0] != b"PK\x03\x04" or end > len(data):
        raise InvalidFile(_DAMAGED)
    return start, end


def _inflate(raw: bytes, name: str) -> bytes:
    """Unpack at most one byte more than a part may have."""
    unpacker = zlib.decompressobj(-15)
    try:
        data = unpacker.decompress(raw, MAX_PART + 1)
    except zlib.error as error:
        raise InvalidFile(f"the part {name} is damaged; get the document again or save it again") from error
    if not unpacker.eof and len(data) <= MAX_PART:
        raise InvalidFile(_DAMAGED)
    return data


class _Writing:
    """Write entries one after the other, then the directory."""

    def __init__(self) -> None:
        self.pieces: list[bytes] = []
        self.length = 0
        self.central: list[bytes] = []

    def add_packed(self, info: zipfile.ZipInfo, data: bytes) -> None:
        """Add an entry with new data, packed as it was."""
        raw = data
        if info.compress_type == zipfile.ZIP_DEFLATED:
            packer = zlib.compressobj(6, zlib.DEFLATED, -15)
            raw = packer.compress(data) + packer.flush()
        self._add(info, raw, zlib.crc32(data), len(data))

    def add_raw(self, info: zipfile.ZipInfo, raw: bytes) -> None:
        """Add an entry as it lay in its file."""
        self._add(info, raw, info.CRC, info.file_size)

    def _add(self, info: zipfile.ZipInfo, raw: bytes, crc: int, size: int) -> None:
        flags = info.flag_bits & ~_HAS_DESCRIPTOR
        # The two encodings in which zipfile reads names.
        name = info.orig_filename.encode("utf-8" if flags & _IS_UTF8 else "cp437")
        fields = (flags, info.compress_type, *_dos_time(info), crc, len(raw), size, len(name))
        at = self.length
        self._put(_LOCAL.pack(b"PK\x03\x04", 20, *fields, 0), name, raw)
        made_by = info.create_version | info.create_system << 8
        rest = (0, 0, 0, info.internal_attr, info.external_attr, at)
        self.central.append(_CENTRAL.pack(b"PK\x01\x02", made_by, 20, *fields, *rest) + name)

    def _put(self, *pieces: bytes) -> None:
        self.pieces += pieces
        self.length += sum(map(len, pieces))

    def end(self) -> bytes:
        """Write the directory and give the file."""
        at, count = self.length, len(self.central)
        self._put(*self.central)
        self._put(_END.pack(b"PK\x05\x06", 0, 0, count, count, self.length - at, at, 0))
        return b"".join(self.pieces)


def _dos_time(info: zipfile.ZipInfo) -> tuple[int, int]:
    year, month, day, hour, minute, second = info.date_time
    return hour << 11 | minute << 5 | second // 2, max(0, year - 1980) << 9 | month << 5 | day


def edits_by_part(edits: Iterable[Edit]) -> dict[str, list[Edit]]:
    """Sort edits by their part."""
    found: dict[str, list[Edit]] = {}
    for edit in edits:
        found.setdefault(edit.part, []).append(edit)
    return found
