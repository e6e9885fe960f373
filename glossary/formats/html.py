"""Write the glossary as one page of HTML that prints well on A4."""

from collections.abc import Iterable, Iterator
from html import escape
from typing import IO

from glossary.formats.printed import LICENSE, SUBTITLE, TITLE, Entry, letters, stated
from glossary.formats.types import UNSTATED, Edition
from glossary.model import Term

_STYLE = """
:root { --ink: #1f3a5f; --quiet: #5a6472; --line: #cfd8e3 }
body { max-width: 62rem; margin: 0 auto; padding: 2rem 1.25rem; color: #1b2430;
  font: 1rem/1.5 "DejaVu Sans", Verdana, sans-serif }
h1 { margin: 0; color: var(--ink); font-size: 2rem; line-height: 1.2 }
header p { margin: .25rem 0; color: var(--quiet) }
nav { margin: 1.25rem 0; line-height: 2.2 }
nav a { display: inline-block; min-width: 1.6rem; padding: .1rem .45rem; text-align: center;
  border: 1px solid var(--line); border-radius: .25rem; color: var(--ink); text-decoration: none }
h2 { margin: 2rem 0 .75rem; border-bottom: 2px solid var(--ink); color: var(--ink); font-size: 1.5rem }
dl { columns: 2 24rem; column-gap: 2rem; margin: 0 }
dl div { break-inside: avoid; margin: 0 0 .8rem }
dt { font-weight: bold; color: var(--ink) }
dd { margin: 0; overflow-wrap: anywhere }
.full { font-weight: bold }
.small { color: var(--quiet); font-size: .85em }
footer { margin-top: 2rem; border-top: 1px solid var(--line); color: var(--quiet); font-size: .85rem }
@page { size: A4; margin: 18mm 15mm 16mm;
  @top-left { content: "Glossaire En clair"; font: 8pt sans-serif; color: #5a6472 }
  @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; color: #5a6472 } }
@media print {
  body { max-width: none; padding: 0; font-size: 8.5pt; line-height: 1.35 }
  nav { display: none }
  dl { columns: 2; column-gap: 7mm }
  h1 { font-size: 20pt } h2 { break-after: avoid; font-size: 13pt; margin-top: 6mm }
}
"""


def write(terms: Iterable[Term], stream: IO[bytes], edition: Edition = UNSTATED) -> None:
    """Write the terms in use, A to Z whatever their order; needs no other file and runs no script."""
    found = list(letters(terms))
    for line in _lines(found, edition):
        stream.write(line.encode("utf-8") + b"\n")


def _lines(found: list[tuple[str, list[Entry]]], edition: Edition) -> Iterator[str]:
    count = sum(len(entries) for _, entries in found)
    told = " · ".join(part for part in (stated(edition), f"{count:,} entrées".replace(",", "\u202f")) if part)
    yield f'<!DOCTYPE html>\n<html lang="fr">\n<head>\n<meta charset="utf-8">\n<title>{TITLE}</title>'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<style>{_STYLE}</style>\n</head>\n<body>"
    yield f"<header><h1>{TITLE}</h1><p>{SUBTITLE}</p><p>{escape(told)}</p><p>{LICENSE}</p></header>"
    links = "\n".join(f'<a href="#l{number}">{letter}</a>' for number, (letter, _) in enumerate(found))
    yield f'<nav aria-label="Lettres">\n{links}\n</nav>\n<main>'
    for number, (letter, entries) in enumerate(found):
        yield f'<section>\n<h2 id="l{number}">{letter}</h2>\n<dl>'
        yield from map(_entry, entries)
        yield "</dl>\n</section>"
    yield f"</main>\n<footer><p>{LICENSE}</p></footer>\n</body>\n</html>"


def _entry(entry: Entry) -> str:
    parts = []
    if entry.full_form:
        parts.append(f'<dd class="full">{escape(entry.full_form)}</dd>')
    if entry.definition:
        parts.append(f"<dd>{escape(entry.definition)}</dd>")
    if entry.notes:
        parts.append(f'<dd class="small">{escape(" ".join(entry.notes))}</dd>')
    return f"<div><dt>{escape(entry.form)}</dt>{''.join(parts)}</div>"
