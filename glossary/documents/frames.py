"""Pass values between this process and a confined one, over pipes.

What comes back is unpickled from a process that a hostile file may have taken
over: only plain values and the few classes below are made of it, so that it
can say what it likes but do nothing (Python, «Restricting Globals»).
"""

import io
import pickle
import struct
from importlib import import_module
from typing import IO, Any

_LENGTH = struct.Struct("<Q")
# A text of five million signs with its places; a document of 100 MB written back.
MAX_FRAME = 400_000_000

_VALUES = {
    "array": ("_array_reconstructor", "array"),
    "glossary.documents.encodings": ("Encoding",),
    "glossary.documents.html": ("HtmlSource",),
    "glossary.documents.html_reading": ("Page",),
    "glossary.documents.markdown": ("MarkdownSource",),
    "glossary.documents.proof": ("Proof",),
    "glossary.documents.sourcemap": ("SourceMap",),
    "glossary.documents.types": ("Block", "Document"),
    "glossary.errors": ("Problem",),
    "glossary.text": ("Span",),
}


class Broken(Exception):
    """Say that the other side is gone or talks nonsense."""


class _Plain(pickle.Unpickler):
    """Make plain values and those of the table, nothing else."""

    def find_class(self, module: str, name: str) -> Any:
        """Give a class of the table."""
        if name not in _VALUES.get(module, ()):
            raise pickle.UnpicklingError(f"{module}.{name} is no value")
        return getattr(import_module(module), name)


def send(stream: IO[bytes], value: object) -> None:
    """Send one value, whole."""
    data = pickle.dumps(value, protocol=5)
    stream.write(_LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def receive(stream: IO[bytes]) -> Any:
    """Take one value of a side that is trusted; raises Broken at the end of the stream."""
    return pickle.loads(_frame(stream))


def receive_plain(stream: IO[bytes]) -> Any:
    """Take one value of a side that is not trusted; raises Broken for anything odd."""
    try:
        return _Plain(io.BytesIO(_frame(stream))).load()
    except Broken:
        raise
    except Exception as error:
        # Unpickling nonsense raises whatever its steps raise.
        raise Broken(str(error)) from error


def _frame(stream: IO[bytes]) -> bytes:
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise Broken("the stream has ended")
    (length,) = _LENGTH.unpack(head)
    if length > MAX_FRAME:
        raise Broken(f"a frame of {length} bytes")
    data = stream.read(length)
    if len(data) < length:
        raise Broken("the stream has ended")
    return data
