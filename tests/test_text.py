"""Hold the laws of words; the examples stand in `cases/words.json`."""

from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from glossary.text import Cut, OpaqueFinder, Span, opaque_around, raised_words, tokenize


@given(st.text())
def test_tokens_cut_what_they_hold(text: str) -> None:
    tokens = list(tokenize(text))
    assert all(text[token.start : token.end] == token.surface for token in tokens)
    assert all(left.end <= right.start for left, right in pairwise(tokens))


@given(st.text(alphabet="aZÉé1.-' \n\u0301😀"))
@example("aZ.Z")
def test_raised_words_are_the_tokens_with_a_capital_or_digit(text: str) -> None:
    raised = [(match.start(), match.group()) for match in raised_words(text)]
    tokens = [
        (t.start, t.surface) for t in tokenize(text) if t.surface[0].isupper() or t.surface[0].isdigit()
    ]
    assert raised == tokens


def test_a_cut_text_leads_back_to_the_original():
    text = "a (b) c (d)(e) f"
    cut = Cut(text, [Span(1, 5), Span(8, 11), Span(11, 14)])
    assert cut.text == "a c  f"
    for start in range(len(cut.text)):
        found = cut.original(start, start + 1)
        assert text[found.start : found.end] == cut.text[start]
    assert text[slice(*cut.original(0, 3))] == "a (b) c"


def test_a_long_run_without_spaces_is_no_prose() -> None:
    text = "CSE/" * 100 + " CSE"
    assert opaque_around(text, 40, 43) == (0, 400)
    assert opaque_around(text, 401, 404) is None


@given(st.text(alphabet="aC/.@#_:-\\ "))
def test_a_finder_asked_in_order_answers_as_a_fresh_one(text: str) -> None:
    finder = OpaqueFinder(text)
    for token in tokenize(text):
        assert finder.around(token.start, token.end) == opaque_around(text, token.start, token.end)
