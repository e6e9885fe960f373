"""Hold that example sentences are tried as an editor would read them."""

import io

import pytest

from glossary.care import read_examples, try_examples
from glossary.errors import InvalidFile
from glossary.formats import shipped_terms
from glossary.formats.shipped import shipped_folder
from glossary.lexicon import Lexicon
from tests.samples import LEXICON

HEAD = "form,expected,sentence\n"


def tried(text):
    examples = read_examples(io.BytesIO((HEAD + text).encode("utf-8")), LEXICON)
    return [(failure.example.line, failure.answered) for failure in try_examples(examples, LEXICON)]


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


def test_the_engine_answers_the_shipped_examples():
    """Hold the share of right answers, and of wrong ones: abstaining is no fault, guessing is."""
    lexicon = Lexicon(shipped_terms())
    with (shipped_folder() / "examples.csv").open("rb") as stream:
        examples = read_examples(stream, lexicon)
    failures = list(try_examples(examples, lexicon))
    wrong = [failure for failure in failures if failure.answered not in ("undecided", "none")]
    assert len(failures) < 0.07 * len(examples)
    assert len(wrong) < 0.03 * len(examples)
