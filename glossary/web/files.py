"""Take one file from a request, and handle it in a sandbox; nothing of it is kept.

A file stays in memory: werkzeug would put a larger one into a temporary file.
"""

import io
from dataclasses import dataclass, replace
from pathlib import PurePath, PureWindowsPath
from typing import IO

from flask import Flask, Request, request
from werkzeug.exceptions import BadRequest, UnsupportedMediaType

from glossary.annotate import Annotated, Options, annotate
from glossary.documents import FORMATS
from glossary.documents.sandbox import Limits, Sandbox
from glossary.errors import InvalidText
from glossary.lexicon import Lexicon
from glossary.web.language import N_, translate
from glossary.web.schemas import MAX_TEXT

# A report of 200 pages with photographs; what people send by mail.
MAX_FILE = 20_000_000
# What a form holds beside its file.
MAX_REST = 100_000
LIMITS = Limits(size=MAX_FILE, signs=MAX_TEXT)
# Errors say their limit in these units.
UNITS = (
    N_("bytes"),
    N_("entries"),
    N_("levels"),
    N_("megabytes"),
    N_("pages"),
    N_("seconds"),
    N_("seconds of processor time"),
    N_("signs"),
)


class InMemory(Request):
    """Keep files of a request in memory, so that nothing is left on disk."""

    def _get_file_stream(
        self,
        total_content_length: int | None,
        content_type: str | None,
        filename: str | None = None,
        content_length: int | None = None,
    ) -> IO[bytes]:
        return io.BytesIO()


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """Hold a file as it was sent."""

    name: str
    """Its name without folders; empty where it has none."""
    data: bytes

    def renamed(self, suffix: str) -> str:
        """Name what was made of it: `compte-rendu-en-clair.docx`."""
        return f"{PurePath(self.name).stem or 'document'}-en-clair{suffix}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Handled:
    """Hold what was found in a file, and the file as it was written."""

    annotated: Annotated
    output: bytes

    @property
    def suffix(self) -> str:
        """Give the ending of a name of its format."""
        return FORMATS[self.annotated.document.format].suffixes[0]

    @property
    def media(self) -> str:
        """Give its media type."""
        return FORMATS[self.annotated.document.format].media_type


def install(app: Flask) -> None:
    """Let requests keep their files in memory."""
    app.request_class = InMemory


def accept_file() -> None:
    """Let this request be as large as a file may be; to be called before its form is read."""
    request.max_content_length = MAX_FILE + MAX_REST


def read_upload() -> Upload:
    """Take the file of a request; raises BadRequest where there is none."""
    accept_file()
    if request.mimetype != "multipart/form-data":
        raise UnsupportedMediaType(translate("Send the file as multipart/form-data, in the field “file”."))
    file = request.files.get("file")
    if file is None or not (file.filename or file.stream.read(1)):
        raise BadRequest(translate("There is no file; send one in the field “file”."))
    file.stream.seek(0)
    # Some browsers of old send the whole path.
    name = PureWindowsPath(PurePath(file.filename or "").name).name
    # A suffix that the name of a nameless blob has says nothing.
    return Upload(name="" if name == "blob" else name, data=file.stream.read())


def handle(upload: Upload, lexicon: Lexicon, options: Options, *, has_table: bool = False) -> Handled:
    """Read a file, annotate it, and write it, under the limits of the service."""
    with Sandbox(LIMITS) as box:
        document = box.read(upload.data, name=upload.name)
        if not document.text.strip():
            raise InvalidText("the document holds no text; there is nothing to annotate")
        annotated = annotate(document, lexicon, options)
        listed = annotate(document, lexicon, replace(options, style="abbr")).marks if has_table else ()
        output = box.write(annotated.marks, style=options.style, listed=listed)
    return Handled(annotated=annotated, output=output)
