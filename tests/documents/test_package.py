"""Hold that packages are read within limits, and written back as they lie."""

import io
import struct
import zipfile
import zlib
from pathlib import Path

import pytest

from glossary import documents
from glossary.documents.edits import Edit
from glossary.documents.package import MAX_ENTRIES, MAX_PART, Package
from glossary.errors import InvalidFile, TooLarge
from tests.documents.words import archive, p, parts_of, r, word

CORPUS = sorted(
    path for path in (Path(__file__).parent.parent / "corpus").iterdir() if path.suffix in (".docx", ".odt")
)


def test_untouched_package_comes_back_byte_for_byte() -> None:
    data = word(p(r("Le CSE")))
    assert Package(data).write([]) == data


def test_edited_part_is_packed_anew_and_all_others_are_copied() -> None:
    data = archive({"a.xml": "<a/>", "b/é.bin": b"\0" * 1000})
    written = Package(data).write([Edit("a.xml", 2, b" x='1'"), Edit("new.xml", 0, b"<n/>")])
    package = Package(written)
    assert package.names == ["a.xml", "b/é.bin", "new.xml"]
    assert (package.part("a.xml"), package.part("new.xml")) == (b"<a x='1'/>", b"<n/>")
    assert package.raw("b/é.bin") == Package(data).raw("b/é.bin")
    assert zipfile.ZipFile(io.BytesIO(written)).testzip() is None


def test_part_that_is_not_there_is_empty() -> None:
    assert Package(archive({"a.xml": "<a/>"})).part("b.xml") == b""


@pytest.mark.parametrize("name", ["../a.xml", "a/../../b", "/etc/passwd", "..\\a", "C:\\a", "a\0b"])
def test_path_that_could_do_harm_is_refused(name: str) -> None:
    with pytest.raises(InvalidFile, match="path that could do harm"):
        Package(_named(name))


def _named(name: str) -> bytes:
    """Pack a file under a name that zipfile itself would mend."""
    wrong = name.encode()
    return archive({"n" * len(wrong): "x"}).replace(b"n" * len(wrong), wrong)


def test_ten_thousand_entries_are_refused() -> None:
    with pytest.raises(TooLarge, match=f"limit of {MAX_ENTRIES:,} entries"):
        Package(archive({f"a{number}": "" for number in range(10_000)}))


def test_two_parts_of_one_name_are_refused() -> None:
    data = archive({"a.xml": "1", "b.xml": "2"}).replace(b"b.xml", b"a.xml")
    with pytest.raises(InvalidFile, match="two parts of the document have one name"):
        Package(data)


def test_zip_bomb_is_refused_and_never_unpacked_whole() -> None:
    bomb = archive({**parts_of(""), "word/document.xml": b" " * (MAX_PART + 1)})
    with pytest.raises(
        TooLarge, match=f"word/document.xml, unpacked, is larger than the limit of {MAX_PART:,}"
    ):
        documents.read(bomb)


def test_bomb_that_lies_about_its_size_is_refused() -> None:
    bomb = archive({**parts_of(""), "word/document.xml": b" " * (MAX_PART + 1)})
    lie = bomb.replace(struct.pack("<L", MAX_PART + 1), struct.pack("<L", 100))
    with pytest.raises(TooLarge, match="limit of"):
        documents.read(lie)


def test_directory_that_promises_too_much_is_refused() -> None:
    size = struct.pack("<L", 77)
    data = archive({f"a{number}": b" " * 77 for number in range(2)})
    with pytest.raises(TooLarge, match="the document, unpacked, is larger"):
        Package(data.replace(size, struct.pack("<L", 2_000_000_000)))


def test_parts_that_lie_over_each_other_are_refused() -> None:
    data = archive({"a.xml": "1", "b.xml": "2"})
    second = data.rfind(b"PK\x01\x02")
    overlapping = data[: second + 42] + struct.pack("<L", 0) + data[second + 46 :]
    with pytest.raises(InvalidFile, match="over each other"):
        Package(overlapping)


def test_entry_with_a_password_is_refused() -> None:
    data = bytearray(archive({"a.xml": "1"}))
    data[data.rfind(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(InvalidFile, match="protected by a password"):
        Package(bytes(data))


def test_part_with_a_wrong_sum_is_refused() -> None:
    data = archive({"a.xml": "1"}).replace(struct.pack("<L", zlib.crc32(b"1")), struct.pack("<L", 0))
    with pytest.raises(InvalidFile, match="damaged"):
        Package(data).part("a.xml")


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.name)
def test_file_cut_off_anywhere_is_refused(path: Path) -> None:
    data = path.read_bytes()
    for length in range(10, len(data), 10):
        with pytest.raises(InvalidFile):
            documents.read(data[:length], name=path.name)
