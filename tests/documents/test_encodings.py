"""Hold what encodings are found, and that files come back byte for byte."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.documents.encodings import detect
from glossary.errors import InvalidFile

FRENCH = "Le CSE réuni à l’été : œuvre, dépôt — 12 €\r\nFin\n"


@pytest.mark.parametrize(
    ("codec", "mark", "found"),
    [
        ("utf-8", b"", "utf-8"),
        ("utf-8", codecs.BOM_UTF8, "utf-8"),
        ("utf-16-le", codecs.BOM_UTF16_LE, "utf-16-le"),
        ("utf-16-be", codecs.BOM_UTF16_BE, "utf-16-be"),
        ("utf-16-le", b"", "utf-16-le"),
        ("utf-16-be", b"", "utf-16-be"),
        ("cp1252", b"", "cp1252"),
    ],
)
def test_encoding_is_found_and_the_bytes_come_back(codec: str, mark: bytes, found: str) -> None:
    data = mark + FRENCH.encode(codec)
    encoding = detect(data)
    assert (encoding.codec, encoding.mark) == (found, mark)
    assert encoding.decode(data) == FRENCH
    assert encoding.encode(FRENCH) == data


def test_latin_1_is_told_from_windows_1252_by_its_bytes() -> None:
    assert detect("réuni à l'été".encode("latin-1")).label == "Latin-1 (ISO-8859-1)"


def test_latin_1_file_takes_signs_of_windows_1252() -> None:
    encoding = detect("été".encode("latin-1"))
    assert encoding.encode("été (l’œuvre)") == "été (l’œuvre)".encode("cp1252")


def test_sign_that_the_encoding_lacks_is_written_as_near_as_it_can() -> None:
    encoding = detect("réuni — été".encode("cp1252"))
    assert encoding.encode("12\u202f000 ł ἀ 漢").decode("cp1252") == "12\u00a0000 ? ? ?"


@pytest.mark.parametrize(
    ("data", "match"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x01abc", "binary"),
        (b"\xff\xfea", "utf-16-le"),
        (b"caf\xe9 \x81 \x8d", "neither"),
    ],
)
def test_bytes_that_are_no_text_are_refused(data: bytes, match: str) -> None:
    with pytest.raises(InvalidFile, match=match):
        detect(data)


@given(st.text(st.characters(codec="utf-8", exclude_characters="".join(map(chr, range(32))))))
def test_utf_8_always_comes_back(text: str) -> None:
    data = text.encode()
    encoding = detect(data)
    assert encoding.encode(encoding.decode(data)) == data
