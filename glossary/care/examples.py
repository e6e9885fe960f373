"""Try the example sentences of the base: does the engine answer as an editor would?"""

import csv
from collections.abc import Iterable, Iterator
from io import StringIO
from typing import IO, NamedTuple

from glossary.annotate import Options, annotate
from glossary.documents import from_text
from glossary.errors import InvalidFile, Problem
from glossary.keys import compact
from glossary.lexicon import Lexicon
from glossary.mentions import Resolution

COLUMNS = ["form", "expected", "sentence"]
UNDECIDED = "undecided"
NONE = "none"


class Example(NamedTuple):
    """Hold one sentence and what its form must be taken for."""

    line: int
    form: str
    expected: str
    """Id of a term, `undecided`, or `none` where the form must not be recognised."""
    sentence: str


class Failure(NamedTuple):
    """Hold an example that was answered otherwise."""

    example: Example
    answered: str
    """As `Example.expected`."""
    why: str
    """The candidates with their scores; empty where there are none."""


def read_examples(stream: IO[bytes], lexicon: Lexicon) -> list[Example]:
    """Read examples, one a row; raise InvalidFile with every problem."""
    try:
        text = stream.read().decode("utf-8-sig")
        rows = list(csv.reader(StringIO(text, newline=""), strict=True))
    except (UnicodeDecodeError, csv.Error) as error:
        raise InvalidFile(f"the examples cannot be read: {error}") from error
    if not rows or rows[0] != COLUMNS:
        raise InvalidFile(f"examples line 1: expected the columns {', '.join(COLUMNS)}")
    examples, problems = [], []
    for line, row in enumerate(rows[1:], 2):
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


def try_examples(examples: Iterable[Example], lexicon: Lexicon) -> Iterator[Failure]:
    """Yield every example that the engine answers otherwise, in order.

    Every mention of the form in the sentence must be answered as expected.
    """
    for example in examples:
        found = _mentions(example, lexicon)
        answers = [(_answer(resolution), _why(resolution)) for resolution in found] or [(NONE, "")]
        for answered, why in answers:
            if answered != example.expected:
                yield Failure(example, answered, why)
                break


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
