"""Hold which format a file is taken for, and which are refused."""

import io
import zipfile

import pytest

from glossary import documents
from glossary.documents.detect import FORMATS, detect_format
from glossary.errors import InvalidFile, InvalidInput, UnknownFormat


def archive(*names: str) -> bytes:
    """Make a zip file with empty parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        for name in names:
            file.writestr(name, "")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "name", "found"),
    [
        (b"Le CSE", "", "text"),
        (b"Le CSE", "note.md", "markdown"),
        (b"<p>Le CSE", "page.HTML", "html"),
        (b"\n<!DOCTYPE html><p>", "", "html"),
        (b"%PDF-1.4", "", "pdf"),
        (archive("word/document.xml"), "", "docx"),
        (archive("content.xml"), "a.odt", "odt"),
        (b"<html>Le CSE", "note.txt", "text"),
    ],
)
def test_format_is_found(data: bytes, name: str, found: str) -> None:
    assert detect_format(data, name=name) == found


@pytest.mark.parametrize(
    ("data", "name", "match"),
    [
        (b"%PDF-1.4", "note.docx", "named as document Word but holds PDF"),
        (b"Le CSE", "note.pdf", "note.pdf is no PDF"),
        (b"PK\x03\x04abc", "", "damaged or cut off"),
        (archive("a.txt"), "", "neither a Word document nor"),
        (bytes.fromhex("d0cf11e0a1b11ae1"), "a.doc", "old or encrypted Office"),
    ],
)
def test_file_that_is_not_what_it_claims_is_refused(data: bytes, name: str, match: str) -> None:
    with pytest.raises(InvalidFile, match=match):
        detect_format(data, name=name)


def test_foreign_format_is_refused_with_those_known() -> None:
    with pytest.raises(UnknownFormat, match="'xlsx'; expected one of text, markdown"):
        detect_format(b"x", name="a.xlsx")
    with pytest.raises(UnknownFormat, match="'docx'"):
        documents.from_text("x", "docx")
    with pytest.raises(UnknownFormat, match="'rtf'"):
        documents.read(b"x", format="rtf")


def test_unknown_style_is_refused() -> None:
    with pytest.raises(InvalidInput, match="unknown style 'bold'"):
        documents.write(documents.from_text("x"), [], style="bold")


def test_every_format_has_a_suffix_and_a_media_type() -> None:
    assert all(found.suffixes and "/" in found.media_type for found in FORMATS.values())
