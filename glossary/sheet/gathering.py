"""Gather what the documents of a bundle abbreviate into one sheet."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from glossary.annotate import Annotated
from glossary.documents.legend import entry_of, identity
from glossary.documents.places import Places
from glossary.keys import compact, key
from glossary.sheet.types import File, Line, Met, Sheet, State

# A form with what it is taken to mean; the second part is empty where nobody knows.
Identity = tuple[str, str]


@dataclass(slots=True)
class _Entry:
    """Collect where one form with one meaning is met."""

    form: str
    state: State
    meaning: str = ""
    detail: str = ""
    met: dict[int, Met] = field(default_factory=dict)


def make_sheet(bundle: Iterable[tuple[str, Annotated]]) -> Sheet:
    """Make the sheet of files, given by name with what was found in each.

    Documents are let go one by one. Time is linear in what was found.
    """
    entries: dict[Identity, _Entry] = {}
    files: list[File] = []
    for number, (name, annotated) in enumerate(bundle):
        places = Places(annotated.document)
        for identity_, entry, offset in _found(annotated):
            kept = entries.setdefault(identity_, entry)
            kept.met.setdefault(number, _met(name, places, offset))
        forms = sum(number in entry.met for entry in entries.values())
        pages = len({block.page for block in annotated.document.blocks} - {0})
        files.append(File(name=name, format=annotated.document.format, pages=pages, forms=forms))
    return Sheet(files=tuple(files), lines=tuple(_lines(entries)))


def _found(annotated: Annotated) -> Iterator[tuple[Identity, _Entry, int]]:
    """Yield each mention and unknown form with its place, in text order of each kind."""
    for resolution in annotated.mentions:
        if resolution.mention.kind != "full":
            form, meaning, detail = entry_of(resolution)
            state: State = "undecided" if resolution.decision == "undecided" else "known"
            yield identity(resolution), _Entry(form, state, meaning, detail), resolution.mention.start
    for piece in annotated.unknown:
        yield (compact(piece.surface), ""), _Entry(piece.surface, "unknown"), piece.start


def _met(name: str, places: Places, offset: int) -> Met:
    place = places.at(offset)
    return Met(file=name, page=place.page, heading=place.heading, place=place.french)


def _lines(entries: dict[Identity, _Entry]) -> Iterator[Line]:
    """Yield the lines in the order of French dictionaries: accents and case count last."""
    known: dict[str, list[str]] = {}
    for (form, _), entry in entries.items():
        if entry.state == "known":
            known.setdefault(form, []).append(entry.meaning or entry.detail)
    ordered = sorted(entries.items(), key=lambda item: (key(item[1].form), item[1].form.casefold()))
    for (form, _), entry in ordered:
        meaning = entry.meaning or entry.detail
        others = (
            [other for other in known.get(form, ()) if other != meaning] if entry.state == "known" else []
        )
        yield Line(
            form=entry.form,
            state=entry.state,
            meaning=entry.meaning,
            detail=entry.detail,
            met=tuple(entry.met.values()),
            others=tuple(others),
        )
