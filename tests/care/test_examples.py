"""Hold that example sentences are tried as an editor would read them."""

import io
from collections import Counter

import pytest

from glossary.care import (
    compare,
    part_of,
    read_examples,
    read_known,
    score,
    sure_answers,
    try_examples,
)
from glossary.errors import InvalidFile
from glossary.formats import shipped_terms
from glossary.formats.shipped import shipped_folder
from glossary.keys import compact
from glossary.lexicon import Lexicon
from tests.samples import LEXICON

HEAD = "form,expected,sentence\n"


def tried(text):
    examples = read_examples(io.BytesIO((HEAD + text).encode("utf-8")), LEXICON)
    outcomes = try_examples(examples, LEXICON)
    return [(outcome.example.line, outcome.answered) for outcome in outcomes if not outcome.is_right]


def test_an_example_answered_as_expected_is_no_failure():
    assert tried("RSA,rsa,Le RSA est versé.\nDU,none,RÉUNION DU MATIN\nPix,pix,Le test Pix est fini.\n") == []


def test_an_example_answered_otherwise_says_how():
    assert tried("RSA,none,Le RSA est versé.\nRSA,rsa,Rien ici.\n") == [(2, "rsa"), (3, "none")]


def test_every_mention_must_be_answered_so():
    assert tried('CSE,cse,"Le CSE et le C.S.E. siègent."\n') == []


@pytest.mark.parametrize(
    ("text", "match"),
    [
        ("form,sentence\n", "expected the columns form, expected, sentence"),
        (HEAD + "RSA,rsa\n", "line 2: expected three filled cells"),
        (HEAD + "RSA,rsa,\nRSA,nope,Le RSA.\n", "line 2.*line 3, column expected: there is no such term"),
        (HEAD + 'RSA,rsa,"Le', "cannot be read"),
        ("", "expected the columns"),
    ],
    ids=["columns", "short row", "unknown term", "quote", "nothing"],
)
def test_a_bad_file_is_refused_with_its_lines(text, match):
    with pytest.raises(InvalidFile, match=match):
        read_examples(io.BytesIO(text.encode("utf-8")), LEXICON)


def test_a_sentence_stays_in_its_part_for_good():
    assert part_of("Le RSA.") == "development"
    assert part_of("Le RSA est versé.") == "test"


@pytest.fixture(scope="module")
def outcomes():
    lexicon = Lexicon(shipped_terms())
    with (shipped_folder() / "examples.csv").open("rb") as stream:
        return list(try_examples(read_examples(stream, lexicon), lexicon))


def test_the_engine_fails_no_shipped_example_but_the_known_ones(outcomes):
    """Refuse an edit of base or engine that breaks an example; one that mends one delists it."""
    with (shipped_folder() / "examples-known.csv").open("rb") as stream:
        known = read_known(stream)
    assert list(map(str, compare(outcomes, known))) == []


@pytest.mark.parametrize("part", ["development", "test"])
def test_both_parts_of_the_examples_are_answered_well(outcomes, part):
    """Abstaining is a small fault, a wrong meaning a large one."""
    found = score(outcome for outcome in outcomes if outcome.example.part == part)
    assert found.right_share >= 0.95
    assert found.wrong_share <= 0.01


def test_every_meaning_that_may_be_mistaken_has_three_examples(outcomes):
    """Hold it for each meaning of an ambiguous form, and for each form that is a word of French."""
    lexicon = Lexicon(shipped_terms())
    meanings = Counter(outcome.example.expected for outcome in outcomes)
    forms = Counter(compact(outcome.example.form) for outcome in outcomes)
    wanting = []
    for term in lexicon.terms:
        form = compact(term.short_form)
        if term.is_withdrawn or term.kind == "term" or " " in term.short_form:
            continue
        if len(lexicon.by_key(form)) > 1 and meanings[term.id] < 3:
            wanting.append((term.id, meanings[term.id]))
        elif lexicon.is_ordinary(form) and forms[form] < 3:
            wanting.append((form, forms[form]))
    assert wanting == []


def test_a_sure_answer_is_right(outcomes):
    found = sure_answers(outcomes)
    assert found.tried > 1_000
    assert found.right_share >= 0.97
