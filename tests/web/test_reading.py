"""Test how an annotated text is laid out."""

from glossary import documents
from glossary.annotate import Annotated, Options, annotate
from glossary.web.reading import Reading, read
from tests.samples import LEXICON

TEXT = "Le CNFPT, les CDE et Pix.\nLe CNFPT connaît ZQRT et ZQRT."


def annotated(**options: object) -> Annotated:
    return annotate(documents.from_text(TEXT, "text"), LEXICON, Options(**options))  # type: ignore[arg-type]


def shown(reading: Reading, *, added: bool) -> str:
    return "".join(segment.text for segment in reading.segments if added or segment.kind != "added")


def test_the_segments_are_the_text_and_with_additions_the_output() -> None:
    for options in ({}, {"occurrences": "all"}, {"long_first": True}):
        found = annotated(**options)
        reading = read(found)
        assert shown(reading, added=False) == TEXT
        assert shown(reading, added=True) == documents.write_text(found.document, found.marks)


def test_lines_count_each_form_in_each_meaning_once() -> None:
    reading = read(annotated())
    counts = [(line.surface, line.count) for line in reading.lines]
    assert counts == [("CNFPT", 2), ("CDE", 1), ("Pix", 1), ("ZQRT", 2)]
    assert [line.number for line in reading.lines] == [1, 2, 3, 4]


def test_kinds_part_what_is_known_open_and_unknown() -> None:
    reading = read(annotated())
    assert [line.surface for line in reading.lines_of("known", "named")] == ["CNFPT", "Pix"]
    assert [line.surface for line in reading.lines_of("undecided")] == ["CDE"]
    assert [line.surface for line in reading.lines_of("unknown")] == ["ZQRT"]


def test_every_coloured_segment_leads_to_its_line() -> None:
    reading = read(annotated())
    numbers = {line.number for line in reading.lines}
    for segment in reading.segments:
        assert (segment.number in numbers) == (segment.kind not in ("plain", "added"))
