"""Try the example sentences for `glossary check`, and print how they fared."""

from collections.abc import Sequence
from pathlib import Path

import click

from glossary.care import (
    Outcome,
    compare,
    read_examples,
    read_known,
    reliability,
    score,
    sure_answers,
    try_examples,
    write_known,
)
from glossary.errors import Problem
from glossary.lexicon import Lexicon


def known_path(examples: Path) -> Path:
    """Name the list of known failures beside a file of examples."""
    return examples.with_stem(f"{examples.stem}-known")


def try_sentences(path: Path, lexicon: Lexicon) -> list[Outcome]:
    """Answer every example of a file, in order."""
    with path.open("rb") as stream:
        return list(try_examples(read_examples(stream, lexicon), lexicon))


def against_known(path: Path, outcomes: Sequence[Outcome]) -> list[Problem]:
    """Give every difference from the list of known failures; without one, every failure."""
    known = known_path(path)
    if not known.exists():
        return list(compare(outcomes, ()))
    with known.open("rb") as stream:
        return list(compare(outcomes, read_known(stream)))


def write_down(path: Path, outcomes: Sequence[Outcome]) -> list[Problem]:
    """Write the list of known failures anew; leaves no difference."""
    known_path(path).write_text(write_known(outcomes), "utf-8", newline="")
    return []


def show_scores(name: str, outcomes: Sequence[Outcome]) -> None:
    """Print the score of each part, and how far confidence keeps its word."""
    for part in ("development", "test"):
        found = [outcome for outcome in outcomes if outcome.example.part == part]
        right, sure = score(found), sure_answers(found)
        click.echo(
            f"{name}, {part} part: {right.right:,} of {right.tried:,} answered as expected "
            f"({right.right_share:.1%}), {right.wrong:,} with a wrong meaning ({right.wrong_share:.2%}); "
            f"of {sure.tried:,} answers at 0.9 or more {sure.right_share:.1%} right."
        )
    click.echo("confidence     given  right   said  found")
    for band in reliability(outcomes):
        click.echo(
            f"{band.low:.2f} to {band.high:.2f} {band.given:7,} {band.right:6,}"
            f" {band.confidence:6.1%} {band.right / band.given:6.1%}"
        )
