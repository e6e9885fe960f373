"""Test that a flood is slowed down, and that nobody is remembered."""

import pytest

from glossary.web import limits
from glossary.web.limits import WINDOW, Limiter


class Clock:
    """Stand still until told."""

    now = 1000.0

    def __call__(self) -> float:
        """Give the time."""
        return self.now


def test_an_address_waits_until_the_hour_is_over() -> None:
    clock = Clock()
    limiter = Limiter(2, now=clock)
    assert [limiter.wait("192.0.2.1") for _ in range(3)] == [0, 0, WINDOW]
    assert limiter.wait("192.0.2.2") == 0
    clock.now += WINDOW - 10
    assert limiter.wait("192.0.2.1") == 10
    clock.now += 10
    assert limiter.wait("192.0.2.1") == 0


@pytest.mark.parametrize("other", ["2001:db8::2", "2001:db8:0:0:ffff::"])
def test_a_network_of_ipv6_counts_as_one_address(other: str) -> None:
    limiter = Limiter(1, now=Clock())
    assert limiter.wait("2001:db8::1") == 0
    assert limiter.wait(other) > 0
    assert limiter.wait("2001:db8:0:1::1") == 0


def test_no_address_is_kept_and_all_is_forgotten() -> None:
    clock = Clock()
    limiter = Limiter(1, now=clock)
    limiter.wait("192.0.2.1")
    kept = repr(vars(limiter))
    assert "192.0.2.1" not in kept
    first = set(limiter._counts)
    clock.now += WINDOW
    limiter.wait("192.0.2.1")
    assert first.isdisjoint(limiter._counts)


def test_a_flood_from_everywhere_takes_no_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_ADDRESSES", 2)
    limiter = Limiter(9, now=Clock())
    assert [limiter.wait(f"192.0.2.{n}") for n in (1, 2, 3, 1)] == [0, 0, WINDOW, 0]
