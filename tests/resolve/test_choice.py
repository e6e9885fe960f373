"""Hold the laws of an answer: order, probabilities, abstaining, cost."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.lexicon import Lexicon
from glossary.mentions import Mention
from glossary.model import Source, Term
from glossary.resolve import resolve
from glossary.resolve.choice import MARGIN, MOST_EXAMINED
from glossary.scan import find_full_forms, scan

SOURCE = Source(name="Journal officiel")
TERMS = [
    Term(
        id="ml", short_form="ML", full_form="Mission locale", domain="insertion", context=("jeunes",),
        status="verified", source=SOURCE,
    ),
    Term(
        id="ml-machine", short_form="ML", full_form="Machine learning", lang="en", domain="data-ia",
        context=("données",), usage="occasional", status="verified", source=SOURCE,
    ),
    Term(id="cej", short_form="CEJ", full_form="Contrat d'engagement jeune", domain="insertion"),
]  # fmt: skip
LEXICON = Lexicon(TERMS)


def mentions_of(text: str) -> list[Mention]:
    return scan(text, LEXICON)


@given(
    st.lists(
        st.sampled_from(["ML", "CEJ", "la", "le", "jeunes", "données", ".", "\n\n", "d'", "é"]), max_size=40
    )
)
def test_every_answer_keeps_its_laws(parts: list[str]) -> None:
    """One answer a mention, in order; probabilities rank the candidates."""
    text = " ".join(parts)
    mentions = mentions_of(text)
    answers = resolve(text, mentions, [], LEXICON, full=find_full_forms(text, LEXICON))
    assert [answer.mention for answer in answers] == mentions
    for answer in answers:
        scores = [candidate.score for candidate in answer.candidates]
        assert all(one >= other for one, other in pairwise(scores))
        assert 0 < sum(scores) <= 1
        assert answer.confidence == scores[0]
        assert (answer.decision == "undecided") == (answer.term is None) == (scores[0] < MARGIN)


@given(st.text())
def test_no_text_raises(text: str) -> None:
    mention = Mention(
        start=0, end=len(text), surface=text, key="ml", kind="acronym", terms=("ml", "ml-machine")
    )
    assert len(resolve(text, [mention], [], LEXICON)) == 1


def test_unrelated_term_changes_no_answer() -> None:
    text = "La ML reçoit des jeunes ; le ML apprend."
    more = Lexicon([*TERMS, Term(id="xyz", short_form="XYZ", full_form="Xylophone yéménite zen")])
    one = resolve(text, mentions_of(text), [], LEXICON)
    other = resolve(text, scan(text, more), [], more)
    assert [answer.term for answer in one] == [answer.term for answer in other]


def test_mention_without_terms_and_definition_stays_undecided() -> None:
    mention = Mention(start=0, end=3, surface="ZQR", key="zqr", kind="acronym", terms=())
    (answer,) = resolve("ZQR", [mention], [], LEXICON)
    assert (answer.decision, answer.candidates) == ("undecided", ())


def test_full_form_is_named_and_never_expanded() -> None:
    text = "La mission locale et le contrat d'engagement jeune."
    answers = resolve(text, scan(text, LEXICON, full_forms=True), [], LEXICON)
    assert [(a.decision, a.term, a.full_form) for a in answers] == [
        ("named", "ml", None),
        ("named", "cej", None),
    ]


def test_mentions_beyond_the_examined_follow_the_document() -> None:
    text = "Les jeunes de la ML. " * (MOST_EXAMINED + 5)
    answers = resolve(text, mentions_of(text), [], LEXICON)
    assert {answer.term for answer in answers} == {"ml"}
    assert [answer.mention for answer in answers] == mentions_of(text)


@pytest.mark.parametrize("unit", ["ML ", "ML, CEJ ", "la ML é ", "ML\n"])
def test_time_grows_with_the_text_only(unit: str) -> None:
    """Eight times the text takes about eight times as long, far from 64."""

    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        mentions = mentions_of(text)
        start = time.perf_counter()
        resolve(text, mentions, [], LEXICON)
        return time.perf_counter() - start

    seconds(10_000)
    assert seconds(400_000) < 24 * max(seconds(50_000), 0.002)


def test_reasons_are_french_sentences_for_a_reader() -> None:
    text = "La ML reçoit les jeunes."
    (answer,) = resolve(text, mentions_of(text), [], LEXICON)
    reasons = [evidence.reason for evidence in answer.candidates[0].evidence]
    assert "le texte parle de « jeunes »" in reasons
    assert "« La » : féminin singulier, s'accorde" in reasons or "« La » : féminin, s'accorde" in reasons
