"""Hold that splicing and unsplicing undo each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.documents.splice import Insertion, splice, unsplice


@given(st.text(), st.lists(st.tuples(st.integers(0, 30), st.text(min_size=1))))
def test_unsplicing_restores_the_text(text: str, wanted: list[tuple[int, str]]) -> None:
    insertions = [Insertion(min(at, len(text)), words) for at, words in wanted]
    assert unsplice(splice(text, insertions), insertions) == text


def test_text_changed_elsewhere_is_refused() -> None:
    with pytest.raises(ValueError, match=r"no ' \(x\)' at 3"):
        unsplice("CSE X", [Insertion(3, " (x)")])
