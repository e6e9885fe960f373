"""Measure how often the engine is right, beside other open tools on the same file.

`python -m benchmarks.quality --definitions FILE`, `--disambiguation FILE MEANINGS`
take files in the form of the SDU@AAAI-22 tasks, `--examples` the example
sentences of the base. Everything is shown for a tuning half and a held-out
half of the texts, parted by a hash. Rules are tuned on the first half only.
"""

import argparse
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple, TypeVar

from benchmarks.answers import capital_acronyms, choose, engine_acronyms, engine_pairs, lexicon_of
from benchmarks.peers import PEERS, Finder
from benchmarks.scores import NOTHING, Score, macro_f1, score, score_choices
from benchmarks.sdu import (
    Labelled,
    Question,
    is_held_out,
    read_labelled,
    read_meanings,
    read_questions,
)
from glossary.care.examples import NONE, UNDECIDED, Outcome, read_examples, try_examples
from glossary.formats.shipped import shipped_folder, shipped_terms
from glossary.lexicon import Lexicon
from glossary.text import Span

# Bounds of the bands in which confidence is held against what was right.
CONFIDENCES = (0.0, 0.7, 0.8, 0.9, 0.95, 1.01)

Item = TypeVar("Item")
Acronyms = Callable[[str], list[Span]]


class Tool(NamedTuple):
    """Hold what is measured: who finds pairs, and who finds acronyms besides."""

    name: str
    pairs: Finder
    acronyms: Acronyms


class Scores(NamedTuple):
    """Hold what a tool reached on some texts."""

    acronyms: Score
    long_forms: Score
    pairs: Score
    failures: int
    """Texts on which the tool gave up."""


def main() -> None:
    """Print the tables that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--definitions", type=Path, metavar="FILE")
    parser.add_argument("--disambiguation", type=Path, nargs=2, metavar=("FILE", "MEANINGS"))
    parser.add_argument("--examples", action="store_true")
    options = parser.parse_args()
    if not (options.definitions or options.disambiguation or options.examples):
        parser.error("nothing to measure; give --definitions, --disambiguation or --examples")
    if options.definitions:
        print_definitions(list(read_labelled(options.definitions)))
    if options.disambiguation:
        questions, meanings = options.disambiguation
        print_choices(list(read_questions(questions)), read_meanings(meanings))
    if options.examples:
        print_examples()


def halves(items: Sequence[Item], text_of: Callable[[Item], str]) -> list[tuple[str, list[Item]]]:
    """Part items into a tuning half and a held-out half, and give all of them last."""
    held = [is_held_out(text_of(item)) for item in items]
    tuning = [item for item, is_held in zip(items, held, strict=True) if not is_held]
    rest = [item for item, is_held in zip(items, held, strict=True) if is_held]
    return [("tuning half", tuning), ("held-out half", rest), ("all", list(items))]


def print_definitions(texts: Sequence[Labelled]) -> None:
    """Print precision, recall and F1 of acronyms, long forms and exact pairs, a tool a line."""
    known = tools()
    for name, part in halves(texts, lambda labelled: labelled.text):
        print(f"\nDefinitions, {name}: {len(part)} texts; precision / recall / F1 in percent")
        print(f"{'':24}{'acronyms':>18}{'long forms':>18}{'macro F1':>10}{'exact pairs':>18}")
        for tool in known:
            print(definition_line(tool.name, measure(tool, part)))


def tools() -> list[Tool]:
    """Give the engine and each peer that is installed; say which are not."""
    lexicon = Lexicon(shipped_terms())
    found = [Tool("En clair", engine_pairs, lambda text: engine_acronyms(text, lexicon))]
    for peer in PEERS:
        try:
            finder = peer.load()
        except ImportError as error:
            print(f"{peer.name} is not measured: {error}; see benchmarks/peers.py", file=sys.stderr)
        else:
            found.append(Tool(peer.name, finder, capital_acronyms))
    return found


def measure(tool: Tool, texts: Iterable[Labelled]) -> Scores:
    """Hold the answers of one tool against what people marked."""
    acronyms, long_forms, pairs, failures = NOTHING, NOTHING, NOTHING, 0
    for labelled in texts:
        try:
            found = tool.pairs(labelled.text)
        except Exception:  # whatever a peer raises is its answer: none
            found, failures = [], failures + 1
        shorts = [pair.short for pair in found]
        acronyms = acronyms.plus(score([*shorts, *tool.acronyms(labelled.text)], labelled.acronyms))
        long_forms = long_forms.plus(score([pair.long for pair in found], labelled.long_forms))
        pairs = pairs.plus(score(found, labelled.pairs))
    return Scores(acronyms, long_forms, pairs, failures)


def definition_line(name: str, scores: Scores) -> str:
    """Write the scores of a tool as one line of the table."""
    macro = 100 * macro_f1([scores.acronyms, scores.long_forms])
    cells = [percents(scores.acronyms), percents(scores.long_forms), f"{macro:.1f}", percents(scores.pairs)]
    note = f"  gave up on {scores.failures}" if scores.failures else ""
    return f"{name:24}{cells[0]:>18}{cells[1]:>18}{cells[2]:>10}{cells[3]:>18}{note}"


def percents(one: Score) -> str:
    """Write precision, recall and F1."""
    return " ".join(f"{100 * value:.1f}" for value in (one.precision, one.recall, one.f1))


def print_choices(questions: Sequence[Question], meanings: Mapping[str, Sequence[str]]) -> None:
    """Print accuracy and macro F1 of the meanings chosen from long forms alone."""
    lexicon = lexicon_of(meanings)
    for name, part in halves(questions, lambda question: question.sentence):
        print(f"\nMeanings from long forms alone, {name}: {len(part)} sentences")
        wanted = [question.label for question in part]
        chosen = [choose(question, meanings, lexicon) for question in part]
        first = [meanings[question.acronym][0] for question in part]
        for tool, given in (("En clair", chosen), ("always the first", first)):
            found = score_choices(given, wanted)
            print(f"{tool:24} accuracy {100 * found.accuracy:.1f}, macro F1 {100 * found.macro_f1:.1f}")


def print_examples() -> None:
    """Print how the example sentences of the base are answered, part by part.

    The parts are the base's own: the engine is tuned on `development`.
    """
    lexicon = Lexicon(shipped_terms())
    with (shipped_folder() / "examples.csv").open("rb") as stream:
        outcomes = list(try_examples(read_examples(stream, lexicon), lexicon))
    for part in ("development", "test"):
        found = [outcome for outcome in outcomes if outcome.example.part == part]
        right = sum(outcome.is_right for outcome in found)
        wrong = sum(outcome.is_wrong_meaning for outcome in found)
        print(
            f"\nExample sentences, {part} part: {len(found)}; right or rightly undecided "
            f"{100 * right / len(found):.1f} %, wrong meaning {100 * wrong / len(found):.2f} %"
        )
        print_calibration([outcome for outcome in found if outcome.answered not in (UNDECIDED, NONE)])


def print_calibration(outcomes: Sequence[Outcome]) -> None:
    """Print how often answers of a given confidence are right."""
    for low, high in pairwise(CONFIDENCES):
        band = [outcome for outcome in outcomes if low <= outcome.confidence < high]
        if band:
            right = 100 * sum(outcome.is_right for outcome in band) / len(band)
            print(
                f"  confidence {low:.2f} to {min(high, 1):.2f}: {len(band):5} answers, {right:5.1f} % right"
            )


if __name__ == "__main__":
    main()
