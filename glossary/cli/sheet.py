"""Make the reading sheet of files from the command line."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from glossary.annotate import Annotated, Options, annotate
from glossary.cli.base import read_lexicon, with_database
from glossary.cli.outputs import STANDARD, written
from glossary.documents.sandbox import read_file
from glossary.model import DOMAINS
from glossary.sheet import FORMATS, make_sheet, write


@click.command("sheet")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--format",
    "format_",
    type=click.Choice(list(FORMATS)),
    help="Format of the sheet; else by OUT, else html.",
)
@click.option("--as-of", default="", metavar="DATE", help="Date of the documents, YYYY[-MM[-DD]].")
@click.option(
    "--domain", "domains", multiple=True, type=click.Choice(DOMAINS), metavar="D", help="Domain you read in."
)
@click.option("--release", default="", metavar="NAME", help="Answer as of a release.")
@click.option("-o", "--output", default=STANDARD, metavar="OUT", help="Where to write; else standard output.")
@with_database
def sheet_command(
    files: tuple[Path, ...],
    format_: str | None,
    as_of: str,
    domains: tuple[str, ...],
    release: str,
    output: str,
    db: Path,
) -> None:
    """List the sigles met in each FILE, or in all of a bundle, with their meaning.

    The list says where each is met first, what may mean several things, what
    nobody explains, and what changes its meaning; `-` is standard input.
    """
    options = Options(style="none", as_of=as_of, domains=domains)
    sheet = make_sheet(_annotated(files, options, db, release))
    with written(output) as stream:
        write(sheet, stream, format_ or _format_of(output))


def _annotated(
    files: Sequence[Path], options: Options, db: Path, release: str
) -> Iterator[tuple[str, Annotated]]:
    lexicon = read_lexicon(db, release=release)
    for file in files:
        is_standard = str(file) == STANDARD
        data = sys.stdin.buffer.read() if is_standard else file.read_bytes()
        document = read_file(data, name="" if is_standard else str(file))
        for note in document.notes:
            click.echo(note if is_standard else f"{file}: {note}", err=True)
        yield "texte" if is_standard else file.name, annotate(document, lexicon, options)


def _format_of(output: str) -> str:
    suffix = Path(output).suffix.lower().removeprefix(".")
    return suffix if suffix in FORMATS else "html"
