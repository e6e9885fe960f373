"""Check a term file: its rows, and the rows against each other."""

from collections import Counter
from datetime import date
from pathlib import Path

import click

from glossary import formats
from glossary.care import RULES, Remark, examine
from glossary.cli.base import FINDINGS
from glossary.errors import InvalidFile, Problem
from glossary.formats import Placed

# Of each thing that only wants looking after, so many are shown unless all are asked for.
SHOWN = 5


@click.command("check")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--format", "format_", type=click.Choice(formats.NAMES), help="Format; else by the suffix of FILE."
)
@click.option("--all", "is_long", is_flag=True, help="Show everything that wants looking after.")
@click.option("--strict", is_flag=True, help="Exit 1 for that too.")
@click.pass_context
def check_command(
    context: click.Context, file: Path, format_: str | None, is_long: bool, strict: bool
) -> None:
    """Check the term file FILE: every problem with line, column and value.

    Exit 1 when there is a problem. What an editor should look after, such as
    forms that clash without context words, is listed too.
    """
    placed, problems = read_all(file, format_ or formats.by_suffix(file.name).name)
    remarks = examine((item.term for item in placed), today=date.today())
    is_problem = {rule.name: rule.is_problem for rule in RULES}
    places = {item.term.id: item.where for item in placed}
    problems += [_problem(remark, places) for remark in remarks if is_problem[remark.rule]]
    for problem in problems:
        click.echo(f"{file.name} {problem}")
    _list_care(remarks, places, file.name, is_long=is_long)
    cares = sum(not is_problem[remark.rule] for remark in remarks)
    click.echo(
        f"{file.name}: {len(placed):,} good rows, {len(problems):,} problems, {cares:,} to look after."
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


def _list_care(remarks: list[Remark], places: dict[str, str], name: str, *, is_long: bool) -> None:
    counts = Counter(remark.rule for remark in remarks)
    for rule in RULES:
        if rule.is_problem or not counts[rule.name]:
            continue
        click.echo(f"To look after: {rule.english} ({counts[rule.name]:,})")
        found = [remark for remark in remarks if remark.rule == rule.name]
        for remark in found if is_long else found[:SHOWN]:
            click.echo(f"  {name} {_problem(remark, places)}")
        if not is_long and len(found) > SHOWN:
            click.echo(f"  … and {len(found) - SHOWN:,} more; --all shows them")
