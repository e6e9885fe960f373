"""Hold what `glossary batch` reads, writes, tells, and how it goes on."""

import io
import json
import os
import signal
import subprocess
import sys
import time

import pytest

from glossary.cli.progress import Progress
from glossary.web.schemas import Annotation

LINES = [{"id": number, "text": f"Le CNFPT et le CDE, lettre {number}."} for number in range(40)]


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "in.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in LINES))
    return path


def read(path):
    return [json.loads(line) for line in path.read_text().splitlines()]


@pytest.mark.parametrize("jobs", [1, 2])
def test_every_line_is_answered_in_order(glossary, db, source, tmp_path, jobs):
    ran = glossary("batch", source, tmp_path / "out.jsonl", "--jobs", jobs)
    found = read(tmp_path / "out.jsonl")
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert [line["id"] for line in found] == list(range(40))
    answer = Annotation.model_validate(found[0]["answer"])
    assert [mention.surface for mention in answer.mentions] == ["CNFPT", "CDE"]
    assert answer.output.startswith("Le CNFPT (Centre national")


def test_a_bad_line_leads_to_exit_code_1(glossary, db, tmp_path):
    (tmp_path / "in.jsonl").write_text('{"id": 1, "text": "Le RSA"}\nbroken\n')
    ran = glossary("batch", tmp_path / "in.jsonl", tmp_path / "out.jsonl", "--json-errors")
    assert (ran.code, ran.err) == (1, "1 lines hold errors\n")
    assert read(tmp_path / "out.jsonl")[1]["error"]["kind"] == "not-json"


def test_standard_streams(db):
    ran = subprocess.run(
        [sys.executable, "-m", "glossary", "batch", "-", "-"],
        input=b'{"id": "a", "text": "Le RSA"}\n',
        capture_output=True,
        check=True,
    )
    assert json.loads(ran.stdout)["answer"]["mentions"][0]["term"] == "rsa"


def test_an_interrupted_run_goes_on(db, source, tmp_path):
    """Killed in the middle and run again, it gives what one whole run gives."""
    source.write_text(source.read_text() * 200)
    out = tmp_path / "out.jsonl"
    command = [sys.executable, "-m", "glossary", "batch", str(source), str(out)]
    running = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + 60
    while (not out.exists() or out.stat().st_size < 50_000) and time.monotonic() < deadline:
        time.sleep(0.01)
    running.send_signal(signal.SIGKILL)
    running.wait()
    before = out.read_bytes()
    os.truncate(out, len(before) - 7)
    assert len(before) > 50_000
    assert before.count(b"\n") < 8_000
    ran = subprocess.run(command, capture_output=True, check=True)
    assert b"lines were answered before" in ran.stderr
    assert [line["id"] for line in read(out)] == [line["id"] for line in LINES] * 200
    assert out.read_bytes().startswith(before[:-7])


def test_the_output_of_another_input_is_left_alone(glossary, db, source, tmp_path):
    (tmp_path / "out.jsonl").write_text('{"id": "other", "answer": 1}\n{"id')
    ran = glossary("batch", source, tmp_path / "out.jsonl")
    assert ran.code == 2
    assert "another input" in ran.err
    assert (tmp_path / "out.jsonl").read_text() == '{"id": "other", "answer": 1}\n{"id'


def test_a_file_is_never_its_own_output(glossary, db, source):
    before = source.read_bytes()
    ran = glossary("batch", source, source)
    assert (ran.code, source.read_bytes()) == (2, before)
    assert "OUT must be another file than IN" in ran.err


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_a_bar_is_drawn_on_a_terminal_only():
    for stream, drawn in ((Terminal(), True), (io.StringIO(), False)):
        with Progress(stream, 100) as progress:
            progress.advance(50)
        assert ("50%" in stream.getvalue()) == drawn


def test_the_bar_tells_rate_and_time_left():
    progress = Progress(Terminal(), 1_000, start=200)
    for _ in range(3):
        progress.advance(400)
    assert progress.line(600, 2.0) == "[##################............]  60%  3 lines, 2 a second, 0:02 left"
    assert Progress(Terminal(), 0).line(600, 2.0) == "0 lines, 0 a second"
