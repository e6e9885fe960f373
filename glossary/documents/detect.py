"""Say which format a file has, by what it holds and how it is named."""

import io
import re
import zipfile
from typing import NamedTuple

from glossary.errors import InvalidFile, UnknownFormat


class Format(NamedTuple):
    """Describe one format."""

    name: str
    label: str
    """Its name for a reader, in French."""
    suffixes: tuple[str, ...]
    """Endings of file names, the usual one first."""
    media_type: str
    module: str
    """File of this package that reads and writes it."""
    is_text: bool = False
    """Whether a person can paste it as text."""


FORMATS: dict[str, Format] = {
    found.name: found
    for found in (
        Format("text", "texte", (".txt", ".text", ".log"), "text/plain", "plain", True),
        Format("markdown", "Markdown", (".md", ".markdown", ".mkd"), "text/markdown", "markdown", True),
        Format("html", "page HTML", (".html", ".htm", ".xhtml"), "text/html", "html", True),
        Format(
            "docx",
            "document Word",
            (".docx", ".docm", ".dotx"),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "docx",
        ),
        Format("odt", "document ODT", (".odt", ".ott"), "application/vnd.oasis.opendocument.text", "odt"),
        Format("pdf", "PDF", (".pdf",), "application/pdf", "pdf"),
    )
}
_BY_SUFFIX = {suffix: found.name for found in FORMATS.values() for suffix in found.suffixes}
_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.I | re.S,
)
_OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def detect_format(data: bytes, *, name: str = "") -> str:
    """Name the format of a file.

    What the file holds decides; a suffix that says something else is refused.
    Raises UnknownFormat for a format that nobody here reads.
    """
    claimed = suffix_format(name)
    held = _by_content(data)
    if held and claimed and held != claimed and not _is_readable_as(held, claimed):
        raise InvalidFile(
            f"{name} is named as {FORMATS[claimed].label} but holds {FORMATS[held].label}; rename it"
        )
    if claimed and not held and not FORMATS[claimed].is_text:
        raise InvalidFile(
            f"{name} is no {FORMATS[claimed].label}, or it is damaged; open it and save it again"
        )
    if not claimed and name and not held and _has_foreign_suffix(name):
        raise UnknownFormat(name.rsplit(".", 1)[-1].lower(), tuple(FORMATS))
    return claimed or held or "text"


def suffix_format(name: str) -> str:
    """Name the format that the ending of a file name claims; empty where none."""
    match = re.search(r"\.[^./\\]+$", name.lower())
    return _BY_SUFFIX.get(match.group(), "") if match else ""


def _has_foreign_suffix(name: str) -> bool:
    """Say whether a name ends in a suffix that stands for something else than text."""
    return (
        re.search(
            r"\.(?:docx?|xlsx?|pptx?|ods|odp|rtf|epub|png|jpe?g|gif|zip|gz|csv|json|xml)$", name.lower()
        )
        is not None
    )


def _is_readable_as(held: str, claimed: str) -> bool:
    """Say whether a text format may hold another: HTML pasted into a `.txt`."""
    return FORMATS[held].is_text and FORMATS[claimed].is_text


def _by_content(data: bytes) -> str:
    """Name the format that the first bytes show; empty for plain text."""
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(_OLD_WORD):
        raise InvalidFile(
            "this is a file of an old or encrypted Office; open it, remove its password and save it as DOCX"
        )
    if data.startswith(b"PK\x03\x04"):
        return _by_parts(data)
    return "html" if _HTML.match(data[:4096]) else ""


def _by_parts(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise InvalidFile("the file is damaged or cut off; get it again or save it again") from error
    if "word/document.xml" in names:
        return "docx"
    if "content.xml" in names:
        return "odt"
    raise InvalidFile("the archive holds neither a Word document nor an ODT document")
