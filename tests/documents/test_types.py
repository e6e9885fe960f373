"""Hold the law of disjoint spans."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from glossary.documents.types import merged
from glossary.text import Span

spans = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 40), st.integers(0, 9))


@given(st.lists(spans))
def test_merged_spans_cover_the_same_places_and_are_disjoint(found: list[Span]) -> None:
    joined = merged(found)
    assert {n for s in found for n in range(*s)} == {n for s in joined for n in range(*s)}
    assert all(left.end < right.start for left, right in pairwise(joined))
