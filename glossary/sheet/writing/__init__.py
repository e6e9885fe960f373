"""Write a reading sheet; each format is loaded when it is first asked for."""

from collections.abc import Mapping
from importlib import import_module
from typing import IO, NamedTuple, Protocol, cast

from glossary.errors import UnknownFormat
from glossary.sheet.types import Sheet


class Format(NamedTuple):
    """Describe one format of the sheet."""

    name: str
    label: str
    """Its name for a reader, in French."""
    media_type: str


FORMATS: Mapping[str, Format] = {
    found.name: found
    for found in (
        Format("html", "page HTML", "text/html; charset=utf-8"),
        Format("pdf", "PDF", "application/pdf"),
        Format("docx", "document Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        Format("csv", "tableur (CSV)", "text/csv; charset=utf-8"),
    )
}  # fmt: skip


class _Writer(Protocol):
    def write(self, sheet: Sheet, stream: IO[bytes]) -> None: ...


def write(sheet: Sheet, stream: IO[bytes], format: str) -> None:
    """Write a sheet as `html`, `pdf`, `docx` or `csv`; raises UnknownFormat."""
    if format not in FORMATS:
        raise UnknownFormat(format, tuple(FORMATS))
    cast(_Writer, import_module(f"glossary.sheet.writing.{format}")).write(sheet, stream)
