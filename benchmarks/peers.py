"""Ask other open tools for definitions, each through one small adapter.

They are installed for benchmarks only: `uv pip install --group benchmarks`,
then `uv pip install --no-deps scispacy`, whose detector needs spaCy alone.
"""

import logging
from collections.abc import Callable, Iterator
from typing import NamedTuple

from benchmarks.sdu import PAIR_GAP, Pair
from glossary.text import Span

Finder = Callable[[str], list[Pair]]


class Peer(NamedTuple):
    """Hold a tool by its name, and how to load it."""

    name: str
    load: Callable[[], Finder]
    """Raises ImportError where it is not installed."""


def _abbreviations() -> Finder:
    """Load `abbreviations`: Schwartz and Hearst in Python."""
    from abbreviations import schwartz_hearst

    logging.getLogger(schwartz_hearst.__name__).setLevel(logging.CRITICAL)

    def find(text: str) -> list[Pair]:
        found = schwartz_hearst.extract_abbreviation_definition_pairs(doc_text=text)
        return [pair for short, long in found.items() for pair in places(text, short, long)]

    return find


def _abbreviation_extractor() -> Finder:
    """Load `abbreviation-extractor`: the same in Rust."""
    from abbreviation_extractor import extract_abbreviation_definition_pairs

    def find(text: str) -> list[Pair]:
        found = {(one.abbreviation, one.definition) for one in extract_abbreviation_definition_pairs(text)}
        return [pair for short, long in sorted(found) for pair in places(text, short, long)]

    return find


def _acronymkit() -> Finder:
    """Load `acronymkit`, which gives places itself."""
    from acronymkit import AcronymEngine

    engine = AcronymEngine()

    def find(text: str) -> list[Pair]:
        return [
            Pair(Span(*one.short_form_span), Span(*one.long_form_span))
            for one in engine.extract_definitions(text)
        ]

    return find


def _scispacy() -> Finder:
    """Load the detector of scispaCy on French words without a model."""
    import spacy
    from scispacy.abbreviation import AbbreviationDetector

    nlp = spacy.blank("fr")
    detector = AbbreviationDetector(nlp)

    def find(text: str) -> list[Pair]:
        document = detector(nlp(text))
        longs = {(one.text, one._.long_form.text) for one in document._.abbreviations}
        return [pair for short, long in sorted(longs) for pair in places(text, short, long)]

    return find


PEERS = (
    Peer("abbreviations", _abbreviations),
    Peer("abbreviation-extractor", _abbreviation_extractor),
    Peer("acronymkit", _acronymkit),
    Peer("scispaCy", _scispacy),
)


def places(text: str, short: str, long: str) -> Iterator[Pair]:
    """Find where a tool that gives words without places must have seen them."""
    start = text.find(long) if short and long else -1
    while start >= 0:
        end = start + len(long)
        behind = text.find(short, end, end + PAIR_GAP + len(short))
        before = text.rfind(short, max(0, start - PAIR_GAP - len(short)), start)
        place = behind if behind >= 0 else before
        if place >= 0:
            yield Pair(Span(place, place + len(short)), Span(start, end))
        start = text.find(long, end)
