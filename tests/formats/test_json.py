"""Hold that JSON gives back what it took, and refuses with a place."""

import io
import json as standard

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary import formats
from glossary.errors import InvalidFile
from glossary.formats import json
from tests.samples import TERMS
from tests.strategies import lists_of_terms


def read(data):
    return list(formats.read(io.BytesIO(data), "json"))


def write(terms):
    stream = io.BytesIO()
    json.write(terms, stream)
    return stream.getvalue()


@settings(max_examples=60, deadline=None)
@given(lists_of_terms())
def test_what_was_written_is_read_back(terms):
    assert read(write(terms)) == terms
    assert len(standard.loads(write(terms))) == len(terms)


def test_export_import_export_gives_identical_bytes():
    assert write(read(write(TERMS))) == write(TERMS)


def test_an_object_with_terms_is_read():
    assert read(b'\xef\xbb\xbf{"terms": ' + write(TERMS[:2]) + b"}") == list(TERMS[:2])


@pytest.mark.parametrize(
    ("data", "match"),
    [
        (b"", "line 1, column 1: the file is not JSON"),
        (b"[{,}]", "line 1, column [34]"),
        (b'["\xe9"]', "line 1: is not UTF-8"),
        (b"[" * 200_000, "nested too deeply|not JSON"),
        (b"3", "expected a list of terms"),
        (b"[3]", "item 1: expected an object"),
        (
            b'[{"id": "a", "short_form": "\\ud800", "kind": "name", "definition": "x"}]',
            "item 1, column short_form: has a control",
        ),
        (b"[" + b"9" * 5_000 + b"]", "not JSON"),
    ],
    ids=["nothing", "no JSON", "Latin-1", "deep", "number", "no object", "surrogate", "huge number"],
)
def test_a_hostile_file_is_refused_with_its_place(data, match):
    with pytest.raises(InvalidFile, match=match):
        read(data)


def test_a_doubled_id_is_told_with_both_places():
    with pytest.raises(InvalidFile, match="item 2, column id: this id is already used in item 1"):
        read(write([TERMS[0], TERMS[0]]))


def test_places_are_right_far_into_a_file():
    """The text is read in pieces; line and column count from its start."""
    data = write(TERMS * 500).replace(b"\n]\n", b",\n  oops]\n")
    line = data.count(b"\n", 0, data.index(b"oops")) + 1
    with pytest.raises(InvalidFile, match=f"line {line}, column 3: the file is not JSON"):
        read(data)


def test_a_byte_that_is_no_utf_8_is_told_with_its_line_far_into_a_file():
    data = write(TERMS * 500).replace(b"\n]\n", b',\n"\xe9"]\n')
    with pytest.raises(
        InvalidFile, match=f"line {data.count(bytes([10]), 0, data.index(0xE9)) + 1}: is not UTF-8"
    ):
        read(data)


@settings(max_examples=30, deadline=None)
@given(lists_of_terms(), st.integers(1, 7))
def test_a_stream_that_gives_little_at_a_time_is_read(terms, size):
    class Slow(io.BytesIO):
        def read(self, _=-1):
            return super().read(size)

    assert list(formats.read(Slow(write(terms)), "json")) == terms


def test_what_stands_after_the_list_is_refused():
    with pytest.raises(InvalidFile, match="line 1, column 4: the file is not JSON: Extra data"):
        read(b"[] x")
