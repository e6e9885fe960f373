"""Annotate a document from the command line."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import IO, Any

import click

from glossary import documents
from glossary.annotate import Annotated, Options, annotate
from glossary.cli.base import DONE, FINDINGS, read_collections, read_lexicon, to_json, with_database
from glossary.cli.outputs import written
from glossary.documents.detect import detect_format
from glossary.documents.openfile import Desk
from glossary.documents.sandbox import open_desk
from glossary.errors import InvalidText
from glossary.lexicon import Lexicon, with_below
from glossary.lookup import outside
from glossary.model import DOMAINS


@click.command("annotate")
@click.argument("file", type=click.File("rb"), default="-")
@click.option("--style", type=click.Choice(["expand", "abbr", "none"]), default="expand", show_default=True)
@click.option(
    "--occurrences", type=click.Choice(["first", "section", "all"]), default="first", show_default=True
)
@click.option("--table", is_flag=True, help="Add the list «Sigles utilisés» at the end.")
@click.option("--verify", is_flag=True, help="Prove that nothing else has changed.")
@click.option("--long-first", is_flag=True, help="Write the long form first.")
@click.option("--as-of", default="", metavar="DATE", help="Date of the document, YYYY[-MM[-DD]].")
@click.option(
    "--domain", "domains", multiple=True, type=click.Choice(DOMAINS), metavar="D", help="Domain you read in."
)
@click.option("--full-forms", is_flag=True, help="Count full forms as mentions too.")
@click.option(
    "--format", "format_", type=click.Choice(list(documents.FORMATS)), help="Format of FILE; else found out."
)
@click.option("--release", default="", metavar="NAME", help="Answer as of a release.")
@click.option(
    "--collection",
    "collections",
    multiple=True,
    metavar="NAME",
    help="Explain by a list outside the glossary too, such as administration.",
)
@click.option("--json", "is_json", is_flag=True, help="Write what REST answers: every place and its meaning.")
@click.option("-o", "--output", default="-", metavar="OUT", help="Where to write; else standard output.")
@with_database
def annotate_command(
    file: IO[bytes],
    format_: str | None,
    release: str,
    collections: tuple[str, ...],
    table: bool,
    verify: bool,
    is_json: bool,
    output: str,
    db: Path,
    **chosen: Any,
) -> int:
    """Annotate FILE, or standard input, in its own format.

    Style `abbr` keeps the text: links to a list in a page, comments in a Word
    or ODT document. What may mean several things stays as it is.
    """
    options = Options(**chosen)
    given, name = file.read(), _name(file)
    format = format_ or detect_format(given, name=name)
    with open_desk(format) as desk:
        document = desk.read(given, name=name, format=format)
        if not document.text.strip():
            raise InvalidText("the document holds no text; there is nothing to annotate")
        lexicon = read_lexicon(db, release=release)
        if collections:
            lexicon = with_below(lexicon, read_collections(db, collections))
        annotated = annotate(document, lexicon, options)
        beside = read_collections(db) if annotated.unknown and not release else []
        if is_json:
            data = _as_json(annotated, options, revision=lexicon.revision, collections=beside)
        else:
            listed = annotate(document, lexicon, replace(options, style="abbr")).marks if table else ()
            data = desk.write(annotated.marks, style=options.style, listed=listed)
        with written(output) as stream:
            stream.write(data)
        if is_json:
            return DONE
        _tell(annotated, beside)
        return _verify(desk) if verify else DONE


def _verify(desk: Desk) -> int:
    """Tell on standard error whether nothing else has changed; findings where something has."""
    proof = desk.prove()
    for line in proof.lines():
        click.echo(line, err=True)
    return DONE if proof.holds else FINDINGS


def _as_json(
    annotated: Annotated, options: Options, *, revision: str, collections: Sequence[Lexicon]
) -> bytes:
    from glossary.web.presenters import present_annotation

    document, text = annotated.document, None
    if documents.FORMATS[document.format].is_text:
        text = documents.write_text(document, annotated.marks, style=options.style)
    return to_json(present_annotation(annotated, text, revision=revision, collections=collections))


def _name(file: IO[bytes]) -> str:
    return "" if file.name in ("-", "<stdin>") else str(file.name)


def _tell(annotated: Annotated, collections: Sequence[Lexicon]) -> None:
    """Tell on standard error what the text itself cannot show."""
    for note in annotated.document.notes:
        click.echo(note, err=True)
    undecided = {found.mention.surface for found in annotated.mentions if found.decision == "undecided"}
    unknown = {piece.surface for piece in annotated.unknown}
    for title, forms in (("Plusieurs sens possibles", undecided), ("Inconnus du glossaire", unknown)):
        if forms:
            click.echo(f"{title} : {', '.join(sorted(forms))}", err=True)
    for form, terms in sorted(outside(unknown, collections).items()):
        meanings = " ou ".join(term.full_form or term.definition for term in terms)
        click.echo(f"Hors glossaire : {form} ({meanings})", err=True)
