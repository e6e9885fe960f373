"""Keep the list of examples that the engine is known to fail, and hold it to that list.

The list is strict both ways, as expected failures of a test suite are: an
example that fails must stand on it with the answer it gets, and one that
stands on it must still fail so. What gets better or worse is thus seen.
"""

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from typing import IO, NamedTuple

from glossary.care.examples import Example, Outcome, read_rows
from glossary.errors import InvalidFile, Problem

COLUMNS = ("form", "expected", "answered", "sentence")


class Known(NamedTuple):
    """Hold one example that is answered otherwise, and how."""

    line: int
    form: str
    expected: str
    answered: str
    sentence: str


def read_known(stream: IO[bytes]) -> list[Known]:
    """Read the list of known failures; raise InvalidFile with every problem."""
    rows = read_rows(stream, COLUMNS)
    problems = [
        Problem(f"known failures line {line}", "expected four filled cells", ", ".join(row))
        for line, row in rows
        if len(row) != len(COLUMNS) or not all(row)
    ]
    if problems:
        raise InvalidFile(problems)
    return [Known(line, *row) for line, row in rows]


def write_known(outcomes: Iterable[Outcome]) -> str:
    """Write down the failures among some outcomes, in order, as the list they would make."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for outcome in outcomes:
        if not outcome.is_right:
            example = outcome.example
            writer.writerow((example.form, example.expected, outcome.answered, example.sentence))
    return out.getvalue()


def compare(outcomes: Iterable[Outcome], known: Sequence[Known]) -> Iterator[Problem]:
    """Yield every difference between what fails and what is known to fail."""
    listed = {(row.form, row.sentence): row for row in known}
    for outcome in outcomes:
        row = listed.pop(_key(outcome.example), None)
        if row is None:
            if not outcome.is_right:
                yield _problem(outcome, f"should be {outcome.example.expected}")
        elif outcome.is_right:
            yield Problem(f"known failures line {row.line}", f"{row.form} is answered well now; delist it")
        elif outcome.answered != row.answered:
            yield _problem(outcome, f"is known to be answered {row.answered}")
    for row in listed.values():
        yield Problem(f"known failures line {row.line}", "there is no such example", row.sentence)


def _key(example: Example) -> tuple[str, str]:
    return example.form, example.sentence


def _problem(outcome: Outcome, what: str) -> Problem:
    example = outcome.example
    why = f" ({outcome.why})" if outcome.why else ""
    return Problem(
        f"examples line {example.line}",
        f"{example.form} {what}, was answered {outcome.answered}{why}: {example.sentence}",
    )
