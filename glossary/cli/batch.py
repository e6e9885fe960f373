"""Annotate many texts from the command line, one JSON line each."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import IO, Any

import click

from glossary.bulk import Answer, Line, Rules, answer_lines, read_lines, skip_answered, whole_lines
from glossary.cli.base import DONE, FINDINGS, read_lexicon, with_database
from glossary.cli.outputs import STANDARD
from glossary.cli.progress import Progress


@click.command("batch")
@click.argument("source", metavar="IN", type=click.File("rb"))
@click.argument("target", metavar="OUT", type=click.Path(dir_okay=False, allow_dash=True))
@click.option("--jobs", type=click.IntRange(1, 64), default=1, show_default=True, help="Processes to use.")
@click.option("--text-field", default="text", show_default=True, help="Field that holds the text.")
@click.option("--json-errors", is_flag=True, help="Write errors as objects: kind, line, message.")
@with_database
def batch_command(
    source: IO[bytes], target: str, jobs: int, text_field: str, json_errors: bool, db: Path
) -> int:
    """Annotate the texts of IN, JSON Lines, and write the answers to OUT.

    A line of IN is {"id": …, "text": …}; its answer in OUT, in the same order,
    is {"id": …, "answer": …} with what REST answers, or {"id": …, "error": …}.
    Blank lines are passed over. A bad line stops nothing; then the exit code is 1.

    Run the same command again after an interruption: what OUT answers already
    is skipped, and a half-written last line is written anew. Remove OUT to
    start over. `-` stands for standard input and output, which start afresh.
    """
    if _is_same(source, target):
        raise click.UsageError("OUT must be another file than IN")
    lines = read_lines(source)
    errors = 0
    with _opened(target) as (stream, resume):
        done = resume(lines)
        rules = Rules(text_field=text_field, json_errors=json_errors)
        with Progress(sys.stderr, _size(source), start=_place(source) if done else 0) as progress:
            for answered in answer_lines(lines, partial(answerer, db), rules, jobs=jobs):
                stream.write(answered.data)
                # What is written is done: a run that is killed goes on after it.
                stream.flush()
                errors += answered.is_error
                progress.advance(answered.line.end)
    if done:
        click.echo(f"{done:,} lines were answered before", err=True)
    if errors:
        click.echo(f"{errors:,} lines hold errors", err=True)
    return FINDINGS if errors else DONE


@contextmanager
def _opened(target: str) -> Iterator[tuple[IO[bytes], Callable[[Iterator[Line]], int]]]:
    """Give the output, and what passes over the lines that it answers already."""
    if target == STANDARD or (Path(target).exists() and not Path(target).is_file()):
        with click.open_file(target, "wb") as stream:
            yield stream, lambda lines: 0
        return
    with Path(target).open("a+b") as stream:
        yield stream, partial(_resume, stream)


def _resume(stream: IO[bytes], lines: Iterator[Line]) -> int:
    stream.seek(0)
    count, size, last = whole_lines(stream)
    skip_answered(lines, count, last)
    # Only now: the output of another input is left as it is.
    stream.truncate(size)
    return count


def answerer(db: Path) -> Answer:
    """Give what answers one text as REST does; every process makes its own."""
    from glossary import documents
    from glossary.annotate import annotate
    from glossary.documents import plain
    from glossary.web.presenters import present_annotation

    lexicon = read_lexicon(db)

    def answer(text: str) -> dict[str, Any]:
        annotated = annotate(plain.from_text(text), lexicon)
        output = documents.write_text(annotated.document, annotated.marks, style="expand")
        return present_annotation(annotated, output, revision=lexicon.revision)

    return answer


def _is_same(source: IO[bytes], target: str) -> bool:
    paths = Path(source.name), Path(target)
    return target != STANDARD and all(path.is_file() for path in paths) and paths[0].samefile(paths[1])


def _size(source: IO[bytes]) -> int:
    """Give the bytes of a file; 0 where nobody knows."""
    path = Path(source.name) if isinstance(source.name, str) else None
    return path.stat().st_size if path is not None and path.is_file() else 0


def _place(source: IO[bytes]) -> int:
    return source.tell() if source.seekable() else 0
