"""Find the encoding of a text file, and write back in the same one.

Detection is by rule, not by statistics: a byte order mark, then strict UTF-8,
then UTF-16 by its zero bytes, and Windows-1252 for the rest, of which Latin-1
is the part without the bytes 0x80 to 0x9F.
"""

import codecs
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from glossary.documents.edits import Edit
from glossary.documents.splice import Insertion, in_bytes
from glossary.errors import InvalidFile

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NAMES = {
    "utf-8": "UTF-8",
    "utf-16-le": "UTF-16 (petit-boutiste)",
    "utf-16-be": "UTF-16 (gros-boutiste)",
    "utf-32-le": "UTF-32 (petit-boutiste)",
    "utf-32-be": "UTF-32 (gros-boutiste)",
    "cp1252": "Windows-1252",
    "latin-1": "Latin-1 (ISO-8859-1)",
}
# Bytes that Windows-1252 leaves undefined; a text has none of them.
_UNDEFINED = frozenset(b"\x81\x8d\x8f\x90\x9d")
# Beyond this share of zero bytes on one side of each pair it is UTF-16;
# French text has nearly all its high bytes zero.
_ZERO_SHARE = 0.4
# Controls that no text file holds; tab, line ends and form feed are fine.
_BINARY = frozenset(range(32)) - frozenset(b"\t\n\v\f\r\x1a\x1b\x08")

# What stands for a sign that the file's encoding lacks.
_PLAIN = str.maketrans(
    {"œ": "oe", "Œ": "OE", "’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "..."}
    | dict.fromkeys("\u202f\u2009\u2007", "\u00a0")
)


class Encoding(NamedTuple):
    """Hold how a file turns into text and back."""

    codec: str
    mark: bytes = b""
    """Byte order mark at the start of the file; empty where there is none."""

    @property
    def label(self) -> str:
        """Give its name for a reader."""
        return _NAMES.get(self.codec, self.codec.upper())

    def decode(self, data: bytes) -> str:
        """Turn the bytes of a file into text; line ends stay as they are."""
        return data[len(self.mark) :].decode(self.codec)

    def encode(self, text: str) -> bytes:
        """Turn text into the bytes of a file, mark included.

        Signs that the encoding lacks are written as near as it can.
        """
        # Latin-1 is a part of Windows-1252, so that a file may grow into it.
        codec = "cp1252" if self.codec == "latin-1" else self.codec
        try:
            return self.mark + text.encode(codec)
        except UnicodeEncodeError:
            return self.mark + "".join(_nearest(sign, codec) for sign in text).encode(codec)

    def edits(self, text: str, insertions: Iterable[Insertion]) -> list[Edit]:
        """Give insertions as edits of the bytes of a file."""
        bare = Encoding(self.codec)
        return in_bytes(text, insertions, bare.encode, mark=len(self.mark))


UTF8 = Encoding("utf-8")


def detect(data: bytes) -> Encoding:
    """Find the encoding of a file.

    Raises InvalidFile where the bytes are no text in any encoding known here.
    """
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _checked(Encoding(codec, mark), data)
    if (encoding := _wide(data)) is not None:
        return _checked(encoding, data)
    if not _BINARY.isdisjoint(data):
        raise InvalidFile("the file holds binary data, not text; give it with its own suffix")
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return _single_byte(data)
    return UTF8


def _checked(encoding: Encoding, data: bytes) -> Encoding:
    try:
        encoding.decode(data)
    except UnicodeDecodeError as error:
        place = f"byte {error.start + len(encoding.mark):,}"
        raise InvalidFile(f"the file starts as {encoding.codec} but {place} is not; save it again") from error
    return encoding


def _wide(data: bytes) -> Encoding | None:
    """Recognise UTF-16 without its mark by zero bytes on one side of the pairs."""
    head = data[:4096]
    if len(head) < 4 or len(data) % 2:
        return None
    pairs = len(head) // 2
    if head[1::2].count(0) > _ZERO_SHARE * pairs and head[0::2].count(0) == 0:
        return Encoding("utf-16-le")
    if head[0::2].count(0) > _ZERO_SHARE * pairs and head[1::2].count(0) == 0:
        return Encoding("utf-16-be")
    return None


def _single_byte(data: bytes) -> Encoding:
    if not _UNDEFINED.isdisjoint(data):
        raise InvalidFile(
            "the file is neither UTF-8, UTF-16, Latin-1 nor Windows-1252; save it again as UTF-8"
        )
    high = any(0x80 <= byte <= 0x9F for byte in set(data))
    return Encoding("cp1252" if high else "latin-1")


def _nearest(sign: str, codec: str) -> str:
    """Write a sign with what an encoding has: itself, plain, without accent, or `?`."""
    bare = unicodedata.normalize("NFKD", sign.translate(_PLAIN))
    for attempt in (sign, sign.translate(_PLAIN), bare.encode("ascii", "ignore").decode() or "?"):
        try:
            attempt.encode(codec)
        except UnicodeEncodeError:
            continue
        return attempt
    return "?"
