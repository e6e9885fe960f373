"""Report what nobody explained; the examples stand in `cases/unknown.json`."""

from hypothesis import given
from hypothesis import strategies as st

from glossary.text import Span
from glossary.unknown import find_unknown
from tests.samples import LEXICON


def test_what_is_taken_or_opaque_is_left_alone() -> None:
    text = "ZQRT, ZQRT, ZQRT"
    found = find_unknown(text, LEXICON, taken=[Span(6, 10)], opaque=[Span(0, 4)])
    assert [piece.start for piece in found] == [12]


@given(st.text(alphabet="AZÉ aé.-&'/\n1s"))
def test_spans_cut_what_was_matched(text: str) -> None:
    assert all(text[p.start : p.end] == p.surface for p in find_unknown(text, LEXICON))
