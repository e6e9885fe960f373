"""Read one file, write it with marks, and prove it: the three steps of one desk."""

from collections.abc import Sequence
from typing import Protocol

from glossary.documents import edits, read, write
from glossary.documents.proof import Proof, prove
from glossary.documents.types import Document
from glossary.errors import InvalidInput
from glossary.mentions import Mark


class Desk(Protocol):
    """Say what can be done with one file, in this process or in another."""

    def read(self, data: bytes, *, name: str = "", format: str = "") -> Document: ...

    def write(
        self, marks: Sequence[Mark], *, style: str = "expand", listed: Sequence[Mark] = ()
    ) -> bytes: ...

    def prove(self) -> Proof: ...


class OpenFile:
    """Hold one file that is open in this process."""

    def __init__(self) -> None:
        """Start without a file."""
        self._data = self._output = b""
        self._document: Document | None = None
        self._written: tuple[Sequence[Mark], str, Sequence[Mark]] | None = None

    def read(self, data: bytes, *, name: str = "", format: str = "") -> Document:
        """Read a file, as `documents.read` does."""
        self._data, self._written = data, None
        self._document = read(data, format=format, name=name)
        return self._document

    def write(self, marks: Sequence[Mark], *, style: str = "expand", listed: Sequence[Mark] = ()) -> bytes:
        """Write the file that was read, as `documents.write` does."""
        self._output = write(self._opened(), marks, style=style, listed=listed)
        self._written = marks, style, listed
        return self._output

    def prove(self) -> Proof:
        """Compare what was written with what was read."""
        document = self._opened()
        if self._written is None:
            raise InvalidInput("nothing was written yet; there is nothing to prove")
        if document.format == "pdf":
            from glossary.documents.pdf.proof import prove as prove_pdf

            return prove_pdf(self._data, self._output, document)
        marks, style, listed = self._written
        done = edits(document, marks, style=style, listed=listed)
        return prove(self._data, self._output, document, done, marks if style == "expand" else ())

    def _opened(self) -> Document:
        if self._document is None:
            raise InvalidInput("no file is open; read one first")
        return self._document
