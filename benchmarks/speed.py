"""Measure scan and annotation beside other matchers: `python -m benchmarks.speed`.

Needs the dependency group `benchmarks`; a peer that is not installed is left
out. The peers look for exactly the written forms, as strings; with an edge
check, so that «CSE» is not found in «CSEC». They know nothing of accents,
plurals, dots, line ends or capitals. Times are processor time of one core,
the best of several rounds that take turns, so that a busy machine slows all
alike; building the dictionary is not counted, but shown.
"""

import argparse
import gc
import time
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any, NamedTuple

from benchmarks.prose import lexicon_of, prose, written_forms
from glossary.annotate import annotate
from glossary.documents import plain
from glossary.lexicon import Lexicon
from glossary.scan import scan


class Racer(NamedTuple):
    """Hold what is measured."""

    name: str
    run: Callable[[str], int]
    """Read a text and count what was found."""
    seconds: float
    """What building took."""


def main() -> None:
    """Print million signs a second of each, and what it found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--forms", type=int, default=10_000)
    parser.add_argument("--size", type=int, default=1_000_000, help="signs of prose")
    parser.add_argument("--page", type=int, default=5_000, help="signs of a short document")
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    lexicon, text = lexicon_of(options.forms), prose(options.size)
    forms, page = written_forms(lexicon), prose(options.page, seed=2)
    _describe(text, lexicon, forms)
    racers = [*_own(lexicon, text), *_peers(forms)]
    gc.collect()
    # As `glossary batch` does: the dictionary is there for good.
    gc.freeze()
    times: dict[str, list[tuple[float, float]]] = {racer.name: [] for racer in racers}
    found = {racer.name: racer.run(text) for racer in racers}
    for _ in range(options.rounds):
        for racer in racers:
            times[racer.name].append((_seconds(racer, text, 1), _seconds(racer, page, 20)))
    print(f"{'':34} {'M signs/s':>9} {'on a page':>9} {'found':>7} {'built in ms':>11}")
    for racer in racers:
        long, short = (min(column) for column in zip(*times[racer.name], strict=True))
        rates = f"{len(text) / long / 1e6:9.1f} {len(page) / short / 1e6:9.1f}"
        print(f"{racer.name:34} {rates} {found[racer.name]:7,} {racer.seconds * 1e3:11.0f}")


def _describe(text: str, lexicon: Lexicon, forms: list[str]) -> None:
    words, mentions = len(text.split()), scan(text, lexicon)
    curated = {term.id for term in lexicon.terms if not term.collection}
    ambiguous = sum(len(curated.intersection(mention.terms)) > 1 for mention in mentions)
    print(
        f"{len(text):,} signs, {words:,} words ({len(set(text.split())):,} different), {len(forms):,} forms; "
        f"{100 * len(mentions) / words:.1f} mentions in 100 words, {ambiguous / len(mentions):.0%} ambiguous"
    )


def _seconds(racer: Racer, text: str, times: int) -> float:
    start = time.process_time()
    for _ in range(times):
        racer.run(text)
    return (time.process_time() - start) / times


def _own(lexicon: Lexicon, text: str) -> Iterator[Racer]:
    start = time.process_time()
    scan(text[:1_000], lexicon)
    yield Racer("glossary: scan", lambda text: len(scan(text, lexicon)), time.process_time() - start)
    start = time.process_time()
    annotate(plain.from_text(text), lexicon)
    built = time.process_time() - start

    def whole(text: str) -> int:
        return len(annotate(plain.from_text(text), lexicon).mentions)

    yield Racer("glossary: whole annotation", whole, built)


def _peers(forms: list[str]) -> Iterator[Racer]:
    for library, build in (
        ("flashtext", _flashtext),
        ("flashtext2", _flashtext2),
        ("ahocorasick", _pyahocorasick),
        ("ahocorasick_rs", _ahocorasick_rs),
    ):
        try:
            module = import_module(library)
        except ImportError:
            print(f"{library} is not installed: left out")
            continue
        start = time.process_time()
        run = build(module, forms)
        name = "pyahocorasick" if library == "ahocorasick" else library
        checked = " with edge check" if library.startswith("ahocorasick") else ""
        yield Racer(name + checked, run, time.process_time() - start)


def _flashtext(library: Any, forms: list[str]) -> Callable[[str], int]:
    processor = library.KeywordProcessor(case_sensitive=True)
    processor.add_keywords_from_list(forms)
    return lambda text: len(processor.extract_keywords(text, span_info=True))


def _flashtext2(library: Any, forms: list[str]) -> Callable[[str], int]:
    processor = library.KeywordProcessor(case_sensitive=True)
    for form in forms:
        processor.add_keyword(form)
    return lambda text: len(processor.extract_keywords_with_span(text))


def _pyahocorasick(library: Any, forms: list[str]) -> Callable[[str], int]:
    automaton = library.Automaton()
    for form in forms:
        automaton.add_word(form, len(form))
    automaton.make_automaton()

    def run(text: str) -> int:
        found = automaton.iter_long(text)
        return sum(_has_edges(text, last + 1 - length, last + 1) for last, length in found)

    return run


def _ahocorasick_rs(library: Any, forms: list[str]) -> Callable[[str], int]:
    automaton = library.AhoCorasick(forms, matchkind=library.MatchKind.LeftmostLongest)

    def run(text: str) -> int:
        found = automaton.find_matches_as_indexes(text)
        return sum(_has_edges(text, start, end) for _, start, end in found)

    return run


def _has_edges(text: str, start: int, end: int) -> bool:
    return not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum())


if __name__ == "__main__":
    main()
