"""Hold the whole engine to ten texts of the genre, annotated by hand.

`corpus/textes/` holds texts of 500 to 640 words written for the purpose, and
beside each the list of what must be found in it, in order: the surface and
the term, `undecided` where a reader may be left to choose, `unknown` for a
sigle that nobody explains, the long form itself where only the text gives it.
Whoever changes a list reads the text.
"""

import csv
from pathlib import Path

import pytest

from glossary.annotate import Options, annotate
from glossary.documents import from_text
from glossary.formats import shipped_terms
from glossary.lexicon import Lexicon

FOLDER = Path(__file__).parent / "corpus" / "textes"
TEXTS = sorted(FOLDER.glob("*.txt"))


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon(shipped_terms())


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_a_text_is_annotated_as_by_hand(path: Path, lexicon: Lexicon) -> None:
    annotated = annotate(from_text(path.read_text("utf-8")), lexicon, Options(style="none"))
    found = [
        (answer.mention.start, answer.mention.surface, answer.term or answer.full_form or "undecided")
        for answer in annotated.mentions
    ]
    found += [(piece.start, piece.surface, "unknown") for piece in annotated.unknown]
    assert [(surface, meaning) for _, surface, meaning in sorted(found)] == expected(path)


def expected(path: Path) -> list[tuple[str, str]]:
    """Read the list beside a text."""
    with path.with_suffix(".csv").open(encoding="utf-8", newline="") as stream:
        return [(row["surface"], row["expected"]) for row in csv.DictReader(stream)]


def test_there_are_ten_texts() -> None:
    assert len(TEXTS) == 10
    assert all(len(path.read_text("utf-8").split()) > 500 for path in TEXTS)
