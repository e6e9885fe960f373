"""Write the page of the benchmark: a megabyte of French prose in 20,000 text nodes."""

from collections.abc import Iterator
from html import escape

from glossary.formats import shipped_terms

NODES = 20_000
SIGNS = 1_000_000


def page() -> str:
    """Give a page whose sentences are the glossary's own definitions, full of its forms."""
    return (
        f"<!doctype html><html lang=fr><meta charset=utf-8><title>Long</title><body>{''.join(_paragraphs())}"
    )


def _paragraphs() -> Iterator[str]:
    """Yield paragraphs of four text nodes: two in bold, two plain."""
    pieces = _pieces()
    for _ in range(NODES // 4):
        one, two, three, four = (escape(next(pieces)) for _ in range(4))
        yield f"<p>{one}<b>{two}</b>{three}<b>{four}</b></p>"


def _pieces() -> Iterator[str]:
    """Cut the endless prose into pieces of equal length, at spaces."""
    size = SIGNS // NODES
    prose = ""
    terms = list(shipped_terms())
    number = 0
    while True:
        while len(prose) < 2 * size:
            term = terms[number * 7 % len(terms)]
            prose += f"{term.definition or term.full_form} Voir {term.short_form}. "
            number += 1
        cut = prose.rfind(" ", 0, size + 8) + 1 or size
        yield prose[:cut]
        prose = prose[cut:]
