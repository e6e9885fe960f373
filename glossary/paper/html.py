"""Lay entries out as one page of HTML that prints well on A4."""

from collections.abc import Iterator, Sequence
from html import escape
from typing import IO

from glossary.paper.types import Cover, Entry, Section

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
  @top-left { content: "TITLE"; font: 8pt sans-serif; color: #5a6472 }
  @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; color: #5a6472 } }
@media print {
  body { max-width: none; padding: 0; font-size: 8.5pt; line-height: 1.35 }
  nav { display: none }
  dl { columns: 2; column-gap: 7mm }
  h1 { font-size: 20pt } h2 { break-after: avoid; font-size: 13pt; margin-top: 6mm }
}
"""


def lay_out(sections: Sequence[Section], stream: IO[bytes], cover: Cover) -> None:
    """Write sections in their order; the page needs no other file and runs no script."""
    for line in _lines(sections, cover):
        stream.write(line.encode("utf-8", "replace") + b"\n")


def _lines(sections: Sequence[Section], cover: Cover) -> Iterator[str]:
    title = escape(cover.title)
    yield f'<!DOCTYPE html>\n<html lang="fr">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<style>{_STYLE.replace('TITLE', _quoted(cover.title))}</style>\n</head>\n<body>"
    told = "".join(
        f"<p>{escape(words)}</p>" for words in (cover.subtitle, cover.told, cover.license) if words
    )
    yield f"<header><h1>{title}</h1>{told}</header>"
    yield from _links(sections)
    yield "<main>"
    for number, section in enumerate(sections):
        yield from _section(number, section)
    if not any(section.entries for section in sections) and cover.empty:
        yield f"<p>{escape(cover.empty)}</p>"
    yield "</main>"
    if cover.license:
        yield f"<footer><p>{escape(cover.license)}</p></footer>"
    yield "</body>\n</html>"


def _quoted(words: str) -> str:
    """Write words into a string of a style sheet."""
    return "".join(sign if sign.isalnum() or sign in " -–’«»" else " " for sign in words)


def _links(sections: Sequence[Section]) -> Iterator[str]:
    headings = [(number, section.heading) for number, section in enumerate(sections) if section.heading]
    if len(headings) < 2:
        return
    links = "\n".join(f'<a href="#l{number}">{escape(heading)}</a>' for number, heading in headings)
    yield f'<nav aria-label="Rubriques">\n{links}\n</nav>'


def _section(number: int, section: Section) -> Iterator[str]:
    heading = f'\n<h2 id="l{number}">{escape(section.heading)}</h2>' if section.heading else ""
    yield f"<section>{heading}\n<dl>"
    yield from map(_entry, section.entries)
    yield "</dl>\n</section>"


def _entry(entry: Entry) -> str:
    parts = []
    if entry.full_form:
        parts.append(f'<dd class="full">{escape(entry.full_form)}</dd>')
    if entry.definition:
        parts.append(f"<dd>{escape(entry.definition)}</dd>")
    if entry.notes:
        parts.append(f'<dd class="small">{escape(" ".join(entry.notes))}</dd>')
    return f"<div><dt>{escape(entry.form)}</dt>{''.join(parts)}</div>"
