"""Try the example sentences of the base: does the engine answer as an editor would?"""

import csv
import hashlib
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from typing import IO, Literal, NamedTuple

from glossary.annotate import Options, annotate
from glossary.documents import from_text
from glossary.errors import InvalidFile, Problem
from glossary.keys import compact
from glossary.lexicon import Lexicon
from glossary.mentions import Resolution

Part = Literal["development", "test"]

COLUMNS = ("form", "expected", "sentence")
UNDECIDED = "undecided"
NONE = "none"


class Example(NamedTuple):
    """Hold one sentence and what its form must be taken for."""

    line: int
    form: str
    expected: str
    """Id of a term, `undecided`, or `none` where the form must not be recognised."""
    sentence: str

    @property
    def part(self) -> Part:
        """Tell in which half of the sentences it stands."""
        return part_of(self.sentence)


class Outcome(NamedTuple):
    """Hold an example with what the engine answered."""

    example: Example
    answered: str
    """As `Example.expected`."""
    confidence: float
    """0 to 1, of the answer; 1 where the form was not recognised."""
    why: str
    """The candidates with their scores; empty where there are none."""

    @property
    def is_right(self) -> bool:
        """Say whether the engine answered as expected."""
        return self.answered == self.example.expected

    @property
    def is_wrong_meaning(self) -> bool:
        """Say whether a meaning was given that an editor would not give."""
        return not self.is_right and self.answered not in (UNDECIDED, NONE)


def part_of(sentence: str) -> Part:
    """Tell which half a sentence belongs to, by its hash: for good, and by chance.

    The engine is tuned on the development part only; the test part measures.
    """
    is_even = hashlib.sha256(sentence.encode("utf-8")).digest()[0] % 2 == 0
    return "development" if is_even else "test"


def read_examples(stream: IO[bytes], lexicon: Lexicon) -> list[Example]:
    """Read examples, one a row; raise InvalidFile with every problem."""
    examples, problems = [], []
    for line, row in read_rows(stream, COLUMNS):
        if len(row) != len(COLUMNS) or not all(row):
            problems.append(Problem(f"examples line {line}", "expected three filled cells", ", ".join(row)))
            continue
        examples.append(Example(line, *row))
        if row[1] not in (UNDECIDED, NONE) and row[1] not in lexicon:
            problems.append(
                Problem(f"examples line {line}, column expected", "there is no such term", row[1])
            )
    if problems:
        raise InvalidFile(problems)
    return examples


def read_rows(stream: IO[bytes], columns: Sequence[str]) -> list[tuple[int, list[str]]]:
    """Read the rows below a CSV file's head, each with its number; raise InvalidFile."""
    try:
        text = stream.read().decode("utf-8-sig")
        rows = list(csv.reader(StringIO(text, newline=""), strict=True))
    except (UnicodeDecodeError, csv.Error) as error:
        raise InvalidFile(f"the examples cannot be read: {error}") from error
    if not rows or rows[0] != list(columns):
        raise InvalidFile(f"examples line 1: expected the columns {', '.join(columns)}")
    return list(enumerate(rows[1:], 2))


def try_examples(examples: Iterable[Example], lexicon: Lexicon) -> Iterator[Outcome]:
    """Yield what the engine answers to each example, in order.

    Every mention of the form in the sentence must be answered as expected;
    the first that is not stands for the example.
    """
    for example in examples:
        outcomes = [
            Outcome(example, _answer(found), found.confidence, _why(found))
            for found in _mentions(example, lexicon)
        ] or [Outcome(example, NONE, 1.0, "")]
        yield next((outcome for outcome in outcomes if not outcome.is_right), outcomes[0])


def _mentions(example: Example, lexicon: Lexicon) -> list[Resolution]:
    annotated = annotate(from_text(example.sentence), lexicon, Options(style="none"))
    wanted = compact(example.form)
    return [
        found
        for found in annotated.mentions
        if found.mention.key == wanted or compact(found.mention.surface) == wanted
    ]


def _answer(resolution: Resolution) -> str:
    return UNDECIDED if resolution.decision == "undecided" else resolution.term or NONE


def _why(resolution: Resolution) -> str:
    return ", ".join(f"{candidate.term} {candidate.score:.2f}" for candidate in resolution.candidates)
