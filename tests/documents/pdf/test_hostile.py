"""Hold that a PDF which cannot be read says so in one sentence, whatever it holds."""

import io
import random
import zlib
from contextlib import suppress

import pytest
from pypdf import PdfReader, PdfWriter

from glossary import documents
from glossary.documents.pdf import glyphs, reading
from glossary.errors import GlossaryError, InvalidFile, TooLarge
from tests.documents.marking import marks_of
from tests.documents.pdf.making import drawn, scanned

LINES = [(40, 350, "Le CSE se reunit lundi avec les elus du CNFPT."), (40, 338, "L'ARE reste versee.")]


def protected(*, user: str, owner: str) -> bytes:
    """Encrypt a file."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(drawn(LINES))))
    writer.encrypt(user, owner, algorithm="RC4-128")
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def document_of(*objects: bytes) -> bytes:
    """Join objects, numbered from 1, into a file whose first object is its catalogue."""
    data, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return data + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
        % (len(objects) + 1, table, len(objects) + 1, len(data))
    )


def stream_of(body: bytes, filters: int) -> bytes:
    """Compress a stream several times over."""
    for _ in range(filters):
        body = zlib.compress(body, 9)
    names = b" ".join([b"/FlateDecode"] * filters)
    return b"<< /Length %d /Filter [%s] >>\nstream\n%s\nendstream" % (len(body), names, body)


def test_a_scan_is_told_from_an_empty_file() -> None:
    with pytest.raises(InvalidFile, match="it is a scan; let a program recognise its text"):
        documents.read(scanned())
    with pytest.raises(InvalidFile, match="the PDF holds no text"):
        documents.read(drawn([]))


def test_an_encrypted_file_asks_for_its_password() -> None:
    with pytest.raises(InvalidFile, match="encrypted and asks for a password; remove the password"):
        documents.read(protected(user="secret", owner="secret"))


def test_a_file_protected_against_changes_is_read() -> None:
    assert "CNFPT" in documents.read(protected(user="", owner="secret")).text


def test_a_wrong_suffix_is_said() -> None:
    with pytest.raises(InvalidFile, match="named as page HTML but holds PDF"):
        documents.read(drawn(LINES), name="a.html")
    with pytest.raises(InvalidFile, match="no PDF, or it is damaged"):
        documents.read(b"Le CSE", name="a.pdf")


def test_pages_beyond_the_limit_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(glyphs, "MAX_PAGES", 1)
    with pytest.raises(TooLarge, match="the PDF is larger than the limit of 1 pages"):
        documents.read(drawn(LINES, LINES))


def test_signs_beyond_the_limit_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MAX_GLYPHS", 50)
    with pytest.raises(TooLarge, match="the text of the PDF is larger than the limit of 50 signs"):
        documents.read(drawn(LINES))


CATALOGUE = b"<< /Type /Catalog /Pages 2 0 R >>"
PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Contents 4 0 R >>"


@pytest.mark.parametrize(
    "objects",
    [
        (CATALOGUE, b"<< /Type /Pages /Count 1 /Kids [2 0 R] >>"),
        (CATALOGUE, b"<< /Type /Pages /Count 1 /Kids [3 0 R] /Parent 3 0 R >>", b"<< /Type /Pages /Count 1 /Kids [2 0 R] >>"),
        (CATALOGUE, b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>", PAGE, b"4 0 R"),
        (CATALOGUE, b"<< /Type /Pages /Count 9999999 /Kids [] >>"),
        (CATALOGUE, b"<< /Type /Pages /Count -1 /Kids [3 0 R] >>", PAGE, b"[" * 5000),
        (CATALOGUE, b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>", PAGE, stream_of(bytes(20_000_000), 4)),
        (CATALOGUE, b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>", PAGE, stream_of(b"q " * 2_000_000, 3)),
        (CATALOGUE, b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>", PAGE, stream_of(b"", 200)),
    ],
    ids=["page tree in itself", "parents in a circle", "stream in itself", "count without pages",
         "deep array", "nested Flate of zeros", "nested Flate of states", "two hundred filters"],
)  # fmt: skip
def test_structure_that_leads_nowhere_is_refused(objects: tuple[bytes, ...]) -> None:
    with pytest.raises(GlossaryError):
        documents.read(document_of(*objects))


def test_a_file_cut_anywhere_is_read_or_refused() -> None:
    data = drawn(LINES)
    for stop in range(len(b"%PDF-"), len(data), max(1, len(data) // 200)):
        _survives(data[:stop])


def test_two_thousand_damaged_files_are_read_or_refused() -> None:
    chance = random.Random(5)
    data = drawn(LINES)
    for _ in range(2000):
        damaged = bytearray(data)
        for _ in range(chance.randint(1, 12)):
            at = chance.randrange(9, len(damaged))
            match chance.randrange(3):
                case 0:
                    damaged[at] = chance.randrange(256)
                case 1:
                    del damaged[at : at + chance.randint(1, 40)]
                case _:
                    damaged[at:at] = damaged[chance.randrange(len(damaged)) :][: chance.randint(1, 40)]
        _survives(bytes(damaged))


def _survives(data: bytes) -> None:
    """Read a file and write it with every mark; both may refuse, in their own words."""
    with suppress(GlossaryError):
        document = documents.read(data, format="pdf")
        assert document.text
        assert documents.write(document, marks_of(document), style="expand").startswith(data)
