"""Hold that the list of known failures is strict both ways."""

import io

import pytest

from glossary.care import Known, compare, read_examples, read_known, try_examples, write_known
from glossary.errors import InvalidFile
from tests.samples import LEXICON

HEAD = "form,expected,answered,sentence\n"
EXAMPLES = b"form,expected,sentence\nRSA,rsa,Le RSA.\nRSA,none,Un RSA.\n"


@pytest.fixture
def outcomes():
    return list(try_examples(read_examples(io.BytesIO(EXAMPLES), LEXICON), LEXICON))


def known(text):
    return read_known(io.BytesIO((HEAD + text).encode("utf-8")))


def test_what_is_written_down_is_no_difference(outcomes):
    written = write_known(outcomes)
    assert written == HEAD + "RSA,none,rsa,Un RSA.\n"
    assert list(compare(outcomes, read_known(io.BytesIO(written.encode("utf-8"))))) == []


@pytest.mark.parametrize(
    ("listed", "complaint"),
    [
        ("", "examples line 3: RSA should be none, was answered rsa (rsa 0.97): Un RSA."),
        (
            "RSA,none,rsa,Un RSA.\nRSA,rsa,none,Le RSA.\n",
            "known failures line 3: RSA is answered well now; delist it",
        ),
        ("RSA,none,undecided,Un RSA.\n", "examples line 3: RSA is known to be answered undecided, was"),
        (
            "RSA,none,rsa,Un RSA.\nRSA,rsa,none,Rien.\n",
            "known failures line 3: there is no such example (found 'Rien.')",
        ),
    ],
    ids=["not listed", "answered well", "answered otherwise", "no such example"],
)
def test_each_difference_is_a_problem(outcomes, listed, complaint):
    (problem,) = compare(outcomes, known(listed))
    assert str(problem).startswith(complaint)


def test_rows_are_read_with_their_lines():
    assert known("RSA,none,rsa,Un RSA.\n") == [Known(2, "RSA", "none", "rsa", "Un RSA.")]


@pytest.mark.parametrize(
    ("text", "match"),
    [(HEAD + "RSA,none,rsa\n", "line 2: expected four filled cells"), ("form\n", "expected the columns")],
    ids=["short row", "columns"],
)
def test_a_bad_list_is_refused(text, match):
    with pytest.raises(InvalidFile, match=match):
        read_known(io.BytesIO(text.encode("utf-8")))
