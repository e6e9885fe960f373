"""Write reports: for people, for programs, for continuous integration.

Names and the registry only; each kind is loaded when it is first asked for.
"""

from collections.abc import Sequence
from importlib import import_module
from typing import Protocol, cast

from glossary.errors import UnknownFormat
from glossary.jargon.types import Report

NAMES = ("text", "json", "html", "sarif", "github", "gitlab", "letter")

__all__ = ["NAMES", "write"]


class _Room(Protocol):
    """Say what the module of a kind of report offers."""

    def write(self, reports: Sequence[Report], *, lang: str, signed: str) -> str: ...


def write(reports: Sequence[Report], format: str = "text", *, lang: str = "fr", signed: str = "") -> str:
    """Write the reports of some documents as one text.

    `signed` is the name under a letter. Raises UnknownFormat.
    """
    if format not in NAMES:
        raise UnknownFormat(format, NAMES)
    return cast(_Room, import_module(f"glossary.jargon.writing.{format}")).write(
        reports, lang=lang, signed=signed
    )
