"""Hold how many lines are answered: in order, whatever stands in them."""

import io
import json
from pathlib import Path

import pytest

from glossary import bulk
from glossary.bulk import Rules, answer_lines, read_lines, skip_answered, whole_lines
from glossary.errors import Conflict, InvalidText


def shout(text: str) -> str:
    if text == "refuse":
        raise InvalidText("this text is refused")
    if text == "fault":
        raise ZeroDivisionError
    return text.upper()


PLAIN = Rules()


def make() -> bulk.Answer:
    return shout


def answers(data: bytes, *, jobs: int = 1, rules: Rules = PLAIN) -> list[dict[str, object]]:
    found = answer_lines(read_lines(io.BytesIO(data)), make, rules, jobs=jobs)
    return [json.loads(answered.data) for answered in found]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        (b"{", "not-json"),
        (b'{"id": NaN, "text": "a"}', "not-json"),
        (b"[" * 100_000, "not-json"),
        (b'{"id": 1, "text": "\xff"}', "not-utf-8"),
        (b"[1]", "not-an-object"),
        (b'{"id": 1}', "no-text"),
        (b'{"id": 1, "text": 7}', "no-text"),
        (b'{"id": 1, "text": "\\ud83d"}', "no-text"),
        (b'{"id": [], "text": "a"}', "bad-id"),
        (b'{"id": true, "text": "a"}', "bad-id"),
        (b'{"id": 1e999, "text": "a"}', "bad-id"),
        (b'{"id": 1, "text": "refuse"}', "refused"),
        (b'{"id": 1, "text": "fault"}', "internal"),
    ],
)
def test_a_bad_line_is_an_error_line_and_stops_nothing(line: bytes, kind: str) -> None:
    data = b'{"id": 0, "text": "a"}\n' + line + b'\n{"id": 2, "text": "b"}\n'
    first, bad, last = answers(data, rules=Rules(json_errors=True))
    assert (first, last) == ({"id": 0, "answer": "A"}, {"id": 2, "answer": "B"})
    assert isinstance(bad["error"], dict)
    assert (bad["error"]["kind"], bad["error"]["line"]) == (kind, 2)


def test_an_error_is_one_sentence_unless_asked_otherwise() -> None:
    (bad,) = answers(b'{"id": "x", "body": "a"}')
    assert bad == {"id": "x", "error": "line 1: there is no field 'text'"}


def test_the_text_may_have_another_field() -> None:
    assert answers(b'{"id": "x", "body": "a"}', rules=Rules(text_field="body")) == [
        {"id": "x", "answer": "A"}
    ]


def test_a_line_that_is_too_long_is_told_and_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "MAX_LINE", 100)
    monkeypatch.setattr(bulk, "_CHUNK", 16)
    long = b'{"id": 1, "text": "' + b"a" * 1_000 + b'"}\n'
    bad, good = answers(long + b'{"id": 2, "text": "b"}\n')
    assert bad == {"id": None, "error": "line 1: longer than 100 bytes"}
    assert good == {"id": 2, "answer": "B"}


def test_blank_lines_are_passed_over_but_counted() -> None:
    lines = list(read_lines(io.BytesIO(b"\n  \r\n{}\r\n\n[]")))
    assert [(line.number, line.data, line.end) for line in lines] == [(3, b"{}", 9), (5, b"[]", 12)]


def test_a_byte_order_mark_is_no_fault() -> None:
    assert answers(b'\xef\xbb\xbf{"id": 1, "text": "a"}') == [{"id": 1, "answer": "A"}]


def test_two_processes_keep_the_order(monkeypatch: pytest.MonkeyPatch) -> None:
    data = b"".join(b'{"id": %d, "text": "t%d"}\n' % (number, number) for number in range(300))
    assert answers(data, jobs=2) == [{"id": number, "answer": f"T{number}"} for number in range(300)]


def test_lines_are_not_read_far_ahead() -> None:
    """Answers come while the input is still open: memory does not grow with it."""
    data = io.BytesIO(b'{"id": 1, "text": "a"}\n' * 100_000)
    found = answer_lines(read_lines(data), make, Rules(), jobs=2)
    next(found)
    assert data.tell() < 100_000
    found.close()  # type: ignore[attr-defined]  # a generator


OUTPUT = b'{"id": 1, "answer": 1}\n{"id": null, "error": "x"}\n{"id": 3, "ans'


def test_a_half_written_line_does_not_count() -> None:
    assert whole_lines(io.BytesIO(OUTPUT)) == (2, 50, b'{"id": null, "error": "x"}\n')


def test_answered_lines_are_skipped() -> None:
    lines = read_lines(io.BytesIO(b'{"id": 1}\n\nbroken\n{"id": 3}\n'))
    skip_answered(lines, *whole_lines(io.BytesIO(OUTPUT))[::2])  # type: ignore[arg-type]
    assert next(lines).number == 4


@pytest.mark.parametrize("data", [b'{"id": 1}\n', b'{"id": 1}\n{"id": 2}\n'], ids=["too few", "another id"])
def test_the_output_of_another_input_is_refused(data: bytes) -> None:
    with pytest.raises(Conflict, match="of another input"):
        skip_answered(read_lines(io.BytesIO(data)), 2, b'{"id": null, "error": "x"}\n')


def test_a_process_that_dies_is_told(tmp_path: Path) -> None:
    with pytest.raises(bulk.Busy, match="a process died"):
        list(answer_lines(read_lines(io.BytesIO(b'{"text": "a"}\n')), die, Rules(), jobs=2))


def die() -> bulk.Answer:
    import os

    os._exit(1)
