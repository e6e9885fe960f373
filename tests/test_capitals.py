"""Read what stands beside a word in capitals."""

import pytest

from glossary.capitals import (
    follows_first_name,
    is_capitalised,
    is_capitals,
    run_after,
    run_before,
    say_something,
)


@pytest.mark.parametrize(
    ("word", "expected"), [("C.S.E.", True), ("EN3S", True), ("2024", False), ("CDDs", False), ("É", True)]
)
def test_is_capitals(word: str, expected: bool) -> None:
    assert is_capitals(word) is expected


@pytest.mark.parametrize(
    ("word", "expected"), [("Dares", True), ("DARES", False), ("D", False), ("ÉTat", False)]
)
def test_is_capitalised(word: str, expected: bool) -> None:
    assert is_capitalised(word) is expected


def test_a_run_stops_at_small_letters_and_line_ends() -> None:
    text = "le PLAN\nNOTE DE LA RÉGION du\n"
    place = text.index("LA RÉGION")
    assert [neighbour.surface for neighbour in run_before(text, place)] == ["DE", "NOTE"]
    assert [neighbour.surface for neighbour in run_after(text, place + 2)] == ["RÉGION"]


def test_numbers_and_single_letters_belong_but_do_not_count() -> None:
    text = "RÉUNION DU 5 AVRIL À L'ARE"
    assert [n.surface for n in run_after(text, text.index("DU") + 2)] == ["AVRIL", "ARE"]


def test_a_comma_loosens_the_run() -> None:
    assert [n.is_tight for n in run_before("ARE, ASS DE", 9)] == [True, False]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Claire DE", True, id="a first name"),
        pytest.param("Jean-Marc DE", True, id="a compound first name"),
        pytest.param("Pierre DE", True, id="a first name that is a word"),
        pytest.param("M. DE", True, id="a title with its dot"),
        pytest.param("Mme DE", True, id="a title"),
        pytest.param("Programme DE", False, id="an ordinary word"),
        pytest.param("Isabeau\nDE", False, id="another line"),
        pytest.param("Isabeau. DE", False, id="another sentence"),
        pytest.param("les DE", False, id="a small word"),
        pytest.param("DE", False, id="nothing before"),
    ],
)
def test_follows_first_name(text: str, expected: bool) -> None:
    assert follows_first_name(text, text.index("DE")) is expected


def test_a_known_sigle_in_the_run_vouches_for_the_others() -> None:
    text = "DE ARE RSA"
    knowledge = {"ARE": "both", "RSA": "sigle"}
    assert say_something(text, 0, 2, lambda word: knowledge[word])  # type: ignore[return-value]
    assert not say_something("DE ARE", 0, 2, lambda word: "both")
    assert say_something("DE, ARE", 0, 2, lambda word: "both")
