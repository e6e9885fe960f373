"""Check a term file: its rows, and the rows against each other."""

from datetime import date
from pathlib import Path

import click

from glossary import formats
from glossary.care import REVERIFY_YEARS, RULES, Remark, examine
from glossary.cli.base import FINDINGS
from glossary.cli.sentences import against_known, show_scores, try_sentences, write_down
from glossary.errors import InvalidFile, Problem
from glossary.formats import Placed
from glossary.lexicon import Lexicon

# Of each thing that only wants looking after, so many are shown unless all are asked for.
SHOWN = 5
EXAMPLES = "examples.csv"


@click.command("check")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--format", "format_", type=click.Choice(formats.NAMES), help="Format; else by the suffix of FILE."
)
@click.option("--all", "is_long", is_flag=True, help="Show everything that wants looking after.")
@click.option("--strict", is_flag=True, help="Exit 1 for that too.")
@click.option(
    "--examples",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Example sentences; else examples.csv beside FILE.",
)
@click.option(
    "--years",
    type=click.IntRange(1, 99),
    default=REVERIFY_YEARS,
    show_default=True,
    help="After how many years a source is to be read again.",
)
@click.option("--no-examples", is_flag=True, help="Do not try any example sentence.")
@click.option("--write-known", is_flag=True, help="Write the failures down as known, beside the examples.")
@click.pass_context
def check_command(
    context: click.Context,
    file: Path,
    format_: str | None,
    is_long: bool,
    strict: bool,
    examples: Path | None,
    years: int,
    no_examples: bool,
    write_known: bool,
) -> None:
    """Check the term file FILE: every problem with line, column and value.

    Exit 1 when there is a problem. An example sentence that the engine answers
    otherwise than expected is one, unless examples-known.csv lists it. What an
    editor should look after is listed too: forms that clash without context
    words, definitions with an unknown sigle.
    """
    placed, problems = read_all(file, format_ or formats.by_suffix(file.name).name)
    remarks = examine((item.term for item in placed), today=date.today(), years=years)
    is_problem = {rule.name: rule.is_problem for rule in RULES}
    places = {item.term.id: item.where for item in placed}
    problems += [_problem(remark, places) for remark in remarks if is_problem[remark.rule]]
    for problem in problems:
        click.echo(f"{file.name} {problem}")
    sentences = examples or file.with_name(EXAMPLES)
    if not no_examples and sentences.exists():
        outcomes = try_sentences(sentences, Lexicon(item.term for item in placed))
        show_scores(sentences.name, outcomes)
        differences = write_down(sentences, outcomes) if write_known else against_known(sentences, outcomes)
        for problem in differences:
            click.echo(str(problem))
        problems += differences
    cares = [remark for remark in remarks if not is_problem[remark.rule]]
    for rule in RULES:
        found = [f"{file.name} {_problem(remark, places)}" for remark in cares if remark.rule == rule.name]
        _list_care(rule.english, found, is_long=is_long)
    click.echo(
        f"{file.name}: {len(placed):,} good rows, {len(problems):,} problems, {len(cares):,} to look after."
    )
    if problems or (strict and cares):
        context.exit(FINDINGS)


def read_all(file: Path, format: str) -> tuple[list[Placed], list[Problem]]:
    """Read the good rows of a file, and what is wrong with the others."""
    placed: list[Placed] = []
    try:
        with file.open("rb") as stream:
            placed.extend(formats.read_placed(stream, format))
    except InvalidFile as error:
        return placed, list(error.problems)
    return placed, []


def _problem(remark: Remark, places: dict[str, str]) -> Problem:
    place = f"{places[remark.term]}, column {remark.column}" if remark.column else places[remark.term]
    return Problem(place, f"{remark.term}: {remark.what}", remark.value)


def _list_care(title: str, found: list[str], *, is_long: bool) -> None:
    if not found:
        return
    click.echo(f"To look after: {title} ({len(found):,})")
    for line in found if is_long else found[:SHOWN]:
        click.echo(f"  {line}")
    if not is_long and len(found) > SHOWN:
        click.echo(f"  … and {len(found) - SHOWN:,} more; --all shows them")
