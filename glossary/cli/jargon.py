"""Report from the command line what readers of a document will not understand."""

import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import IO, Literal, cast

import click

from glossary.cli.base import FINDINGS, read_lexicon, with_database
from glossary.cli.outputs import written
from glossary.documents.sandbox import read_file
from glossary.jargon import (
    BY_NAME,
    MAX_NEW,
    SEVERITIES,
    Report,
    Settings,
    Severity,
    read_accepted,
    report,
    writing,
)

Level = Severity | Literal["off"]
LEVELS = (*SEVERITIES, "off")


def _severities(
    context: click.Context, parameter: click.Parameter, values: Sequence[str]
) -> dict[str, Level]:
    chosen: dict[str, Level] = {}
    for value in values:
        name, sign, level = value.partition("=")
        if not sign or name not in BY_NAME or level not in LEVELS:
            raise click.BadParameter(
                f"{value!r} is no RULE=LEVEL; rules are {', '.join(BY_NAME)}; levels are {', '.join(LEVELS)}"
            )
        chosen[name] = cast(Level, level)
    return chosen


@click.command("jargon")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--format", "format_", type=click.Choice(writing.NAMES), default="text", show_default=True)
@click.option(
    "--lang", type=click.Choice(["fr", "en"]), default="fr", show_default=True, help="Language of text."
)
@click.option(
    "--accept",
    "accept",
    type=click.File("rb"),
    multiple=True,
    help="List of forms that need no explanation here, one a line.",
)
@click.option(
    "--max-new",
    type=click.IntRange(1),
    default=MAX_NEW,
    show_default=True,
    help="New sigles a paragraph may have.",
)
@click.option(
    "--severity",
    "severities",
    multiple=True,
    callback=_severities,
    metavar="RULE=LEVEL",
    help="Level of a rule: error, warning, note or off.",
)
@click.option(
    "--fail-on",
    type=click.Choice(SEVERITIES),
    default="note",
    show_default=True,
    help="Exit 1 from this level on.",
)
@click.option("--as-of", default="", metavar="DATE", help="Date of the documents, YYYY[-MM[-DD]].")
@click.option("--signed", default="", metavar="NAME", help="Who signs the letter.")
@click.option("-o", "--output", default="-", metavar="OUT", help="Where to write; else standard output.")
@with_database
@click.pass_context
def jargon_command(
    context: click.Context,
    files: tuple[Path, ...],
    format_: str,
    lang: str,
    accept: tuple[IO[bytes], ...],
    max_new: int,
    severities: dict[str, Level],
    fail_on: str,
    as_of: str,
    signed: str,
    output: str,
    db: Path,
) -> None:
    """Tell what readers of each FILE will not understand; `-` is standard input.

    Exit 1 when there are findings, so that it serves in continuous
    integration and as a pre-commit hook.
    """
    settings = Settings(
        today=date.today().isoformat(),
        accepted=frozenset().union(*(read_accepted(stream.read()) for stream in accept)),
        max_new=max_new,
        severities=severities,
        as_of=as_of,
    )
    reports = list(_reports(files, settings, db))
    with written(output) as stream:
        stream.write(writing.write(reports, format_, lang=lang, signed=signed).encode("utf-8"))
    worst = SEVERITIES.index(fail_on)
    if any(SEVERITIES.index(found.severity) <= worst for one in reports for found in one.findings):
        context.exit(FINDINGS)


def _reports(files: Sequence[Path], settings: Settings, db: Path) -> Iterator[Report]:
    lexicon = read_lexicon(db)
    for file in files:
        if str(file) == "-":
            data, name = sys.stdin.buffer.read(), ""
        else:
            data, name = file.read_bytes(), str(file)
        document = read_file(data, name=name)
        for note in document.notes:
            click.echo(f"{name}: {note}" if name else note, err=True)
        yield report(document, lexicon, settings, name=name)
