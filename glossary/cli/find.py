"""Look up a form from the command line."""

import textwrap
from pathlib import Path

import click

from glossary.cli.base import read_collections, read_lexicon, to_json, with_database
from glossary.lookup import Hit, find_with_collections

WIDTH = 100
INDENT = "    "


@click.command("find")
@click.argument("query", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(1, 100), default=5, show_default=True, help="Most answers.")
@click.option("--domain", default="", help="Answer from one domain only; docs/formats.md lists them.")
@click.option("--release", default="", metavar="NAME", help="Answer as of a release.")
@click.option("--no-collections", is_flag=True, help="Do not ask the lists outside the glossary.")
@click.option("--json", "is_json", is_flag=True, help="Print what REST answers.")
@with_database
def find_command(
    query: tuple[str, ...],
    limit: int,
    domain: str,
    release: str,
    no_collections: bool,
    is_json: bool,
    db: Path,
) -> None:
    """Look up a form, or words of a full form; spelling mistakes are forgiven.

    What the glossary does not know is looked up in the lists outside it, and
    marked so; a release is asked alone.
    """
    asked = " ".join(query)
    if not asked.strip():
        raise click.UsageError("say which form, or which words, to look up")
    lexicon = read_lexicon(db, release=release)
    # Without a list nothing but the glossary is asked, so that a known form waits for no other.
    beside = [] if no_collections or release or lexicon.by_key(asked) else read_collections(db)
    hits = find_with_collections(asked, lexicon, beside, limit=limit, domain=_known(domain))
    if is_json:
        from glossary.web.presenters import present_hits

        click.echo(to_json(present_hits(asked, hits, lexicon)), nl=False)
    elif hits:
        click.echo("\n\n".join(map(describe, hits)))
    else:
        click.echo(f"Nothing in the glossary is written like «{asked}».", err=True)


def _known(domain: str) -> str:
    from glossary.model import DOMAINS

    if domain and domain not in DOMAINS:
        raise click.UsageError(f"unknown domain {domain!r}; expected one of {', '.join(DOMAINS)}")
    return domain


def describe(hit: Hit) -> str:
    """Show one answer on a few lines."""
    term = hit.term
    head = f"{term.short_form} : {term.full_form}" if term.full_form else term.short_form
    tail = [term.domain, term.id]
    if term.collection:
        tail = ["hors glossaire", term.source.name if term.source else term.collection]
    elif term.status == "to-check":
        tail.append("à vérifier")
    if term.valid_to:
        tail.append(f"jusqu'en {term.valid_to}")
    if term.replaced_by:
        tail.append(f"remplacé par {term.replaced_by}")
    lines = [head, *textwrap.wrap(term.definition, WIDTH, initial_indent=INDENT, subsequent_indent=INDENT)]
    lines.append(f"{INDENT}[{' · '.join(tail)}]")
    if hit.matched not in ("exact", "variant"):
        lines.append(INDENT + hit.why)
    return "\n".join(lines)
