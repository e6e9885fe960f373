"""Hold that no text, however hostile, makes annotation slower than linear."""

import pytest

from benchmarks.hostile import PIECES, seconds_of
from tests.samples import LEXICON


@pytest.mark.parametrize("name", PIECES)
def test_four_times_the_text_takes_far_less_than_sixteen_times_the_time(name: str) -> None:
    """Quadratic work would take sixteen times as long; 10 leaves room for a busy machine."""
    short, long = (min(_seconds(name, size) for _ in range(2)) for size in (4_000, 16_000))
    assert long < 10 * max(short, 0.005)


def _seconds(name: str, size: int) -> float:
    return seconds_of((PIECES[name] * size)[:size], LEXICON)
