"""Hold that a confined process reads as this one does, and ends at its limits."""

import os
import pickle
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from glossary import documents
from glossary.documents import confined, frames, sandbox
from glossary.documents.openfile import OpenFile
from glossary.documents.sandbox import Limits, Sandbox
from glossary.errors import Busy, InvalidFile, InvalidInput, TooLarge, UnknownFormat
from tests.documents.marking import marks_of
from tests.documents.words import archive, p, parts_of, r

CORPUS = Path(__file__).parent.parent / "corpus"
WORD = (CORPUS / "compte-rendu.docx").read_bytes()
FILES = ["compte-rendu.docx", "compte-rendu.odt", "page-chromium.html", "bulletin.pdf"]


@pytest.mark.parametrize("name", FILES)
def test_confined_process_reads_and_writes_as_this_one_does(name: str) -> None:
    data = (CORPUS / name).read_bytes()
    here = OpenFile()
    expected = here.read(data, name=name)
    marks = marks_of(expected)
    with Sandbox() as there:
        document = there.read(data, name=name)
        assert (document.text, document.blocks, document.opaque) == (
            expected.text,
            expected.blocks,
            expected.opaque,
        )
        assert there.write(marks, style="abbr", listed=marks) == here.write(marks, style="abbr", listed=marks)
        assert there.prove().holds
        assert there.prove() == here.prove()


def test_places_in_a_page_are_known_outside_too() -> None:
    page = b"<p>L&#39;A<b>R</b>E</p>"
    with Sandbox() as there:
        document = there.read(page, name="a.html")
    assert documents.original_span(document, 2, 5) == documents.original_span(
        documents.read(page, name="a.html"), 2, 5
    )


@pytest.mark.parametrize(
    ("data", "name", "kind", "match"),
    [
        (b"PK\x03\x04", "a.docx", InvalidFile, "damaged or cut off"),
        (b"x", "a.xlsx", UnknownFormat, "unknown format 'xlsx'"),
        (b"<b>" * 20_000, "a.html", TooLarge, "limit of 10,000 levels"),
    ],
)
def test_refusal_is_told_as_it_was_raised(data: bytes, name: str, kind: type[Exception], match: str) -> None:
    with Sandbox() as there, pytest.raises(kind, match=match) as raised:
        there.read(data, name=name)
    with pytest.raises(kind) as expected:
        documents.read(data, name=name)
    assert vars(raised.value) == vars(expected.value)


def test_file_over_its_size_is_refused_at_once() -> None:
    with (
        Sandbox(Limits(size=10)) as there,
        pytest.raises(TooLarge, match="the file is larger than the limit of 10"),
    ):
        there.read(b"Le CSE et le RSA")


def test_text_over_its_length_is_refused() -> None:
    with Sandbox(Limits(signs=10)) as there, pytest.raises(TooLarge, match="limit of 10 signs"):
        there.read(b"Le CSE et le RSA")


def test_memory_that_runs_out_is_told_with_its_limit() -> None:
    body = "".join(p(r("le CSE")) for _ in range(150_000))
    with (
        Sandbox(Limits(memory=150_000_000)) as there,
        pytest.raises(TooLarge, match="limit of 150 megabytes"),
    ):
        there.read(archive(parts_of(body)))


@pytest.mark.parametrize(
    ("limits", "match"),
    [(Limits(processor=1), "limit of 1 seconds of processor time"), (Limits(wall=1), "limit of 1 seconds$")],
    ids=["processor", "clock"],
)
def test_time_that_runs_out_is_told_with_its_limit(
    limits: Limits, match: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sandbox, "_MODULE", "tests.documents.endless")
    with Sandbox(limits) as there, pytest.raises(TooLarge, match=match):
        there.read(WORD)


def test_process_that_dies_is_told_as_a_broken_file() -> None:
    with Sandbox() as there:
        assert there._child is not None
        there._child.kill()
        with pytest.raises(InvalidFile, match="makes its reader fail"):
            there.read(WORD)


def test_process_gets_no_secrets_and_leaves_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GLOSSARY_SECRET", "x")
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    with Sandbox() as there:
        there.read(WORD)
        assert there._child is not None
        given = Path(f"/proc/{there._child.pid}/environ")
        if given.exists():
            assert b"GLOSSARY_SECRET" not in given.read_bytes()
        child = there._child
    assert child.poll() is not None
    assert list(tmp_path.iterdir()) == []


def test_many_at_a_time_wait_and_are_told_when_it_takes_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "_turns", threading.BoundedSemaphore(1))
    monkeypatch.setattr(sandbox, "WAITING", 0.01)
    with Sandbox(), pytest.raises(Busy, match="too many documents"), Sandbox():
        pass


def test_no_more_wait_than_leave_a_thread_for_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "_places", threading.BoundedSemaphore(1))
    for _ in range(2):
        with Sandbox(), pytest.raises(Busy, match="too many documents"), Sandbox():
            pass


def test_answer_that_is_no_value_is_not_made() -> None:
    """A process that a file took over may answer with a pickle that runs a command."""
    reader, writer = os.pipe()
    with os.fdopen(reader, "rb") as answers, os.fdopen(writer, "wb") as hostile:
        frames.send(hostile, Hostile())
        with pytest.raises(frames.Broken, match="is no value"):
            frames.receive_plain(answers)


class Hostile:
    """Become a call when it is unpickled."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, ("exit 1",)


def test_child_answers_until_its_input_ends() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "glossary.documents.confined", str(10**9), "10"],
        input=b"",
        capture_output=True,
        check=True,
    )
    assert ran.stdout == b""


def test_child_tells_a_bug_by_its_name() -> None:
    assert confined._answer(OpenFile(), "read", (), {}) == ("failed", "TypeError")


def test_steps_come_in_order() -> None:
    with pytest.raises(InvalidInput, match="no file is open"):
        OpenFile().write([])
    here = OpenFile()
    here.read(WORD)
    with pytest.raises(InvalidInput, match="nothing was written yet"):
        here.prove()


def test_every_value_that_may_come_back_is_known() -> None:
    for module, names in frames._VALUES.items():
        assert all(pickle.dumps(getattr(__import__(module, fromlist=["x"]), name)) for name in names)
