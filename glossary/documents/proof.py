"""Prove that nothing else has changed: «Rien d'autre n'a changé».

Two proofs that know nothing of each other. The bytes: what was written, minus
the insertions, is the file as it was; parts of a package without a mark are
equal as they lie, packed. The reading: what was written is read anew, and its
text and the formatting of each letter are compared with those of before.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from itertools import pairwise

from glossary.documents import FORMATS, read
from glossary.documents.edits import Edit, undo
from glossary.documents.package import Package, edits_by_part
from glossary.documents.types import Document
from glossary.mentions import Mark

# Signs shown around the first place that differs.
_SHOWN = 30
# Formats whose file is the text itself, so that its bytes say everything.
_THEIR_OWN_TEXT = ("text", "markdown")


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """Hold what was compared, and everything that differs."""

    insertions: int
    """Number of places where something was put in."""
    signs: int
    """Signs of text compared."""
    stretches: int
    """Stretches of one formatting compared; 0 where the bytes alone are the proof."""
    parts: int
    """Parts of the package that were copied as they lie; 0 where there are none."""
    differences: tuple[str, ...]
    """French sentences; empty when nothing else has changed."""
    pages: int = 0
    """Number of pages that are drawn as before; 0 where there are no pages."""

    @property
    def holds(self) -> bool:
        """Say whether nothing else has changed."""
        return not self.differences

    def lines(self) -> Iterator[str]:
        """Yield it in French, for a reader."""
        if self.differences:
            yield "Autre chose a changé :"
            yield from self.differences
            return
        yield f"Rien d'autre n'a changé : {_count(self.insertions, 'ajout')}."
        yield f"Texte : {_count(self.signs, 'signe')}, identiques avant et après, ajouts retirés."
        if self.stretches:
            yield f"Mise en forme : {_count(self.stretches, 'passage')}, identiques avant et après."
        if self.pages:
            yield f"Contenu dessiné : {_count(self.pages, 'page')}, identiques octet par octet."
        if self.parts:
            yield f"Fichiers internes sans ajout : {self.parts}, identiques octet par octet."
        yield "Sans les ajouts, le fichier écrit est le fichier reçu, octet par octet."


def prove(
    data: bytes, output: bytes, document: Document, edits: Sequence[Edit], marks: Sequence[Mark]
) -> Proof:
    """Compare a file with what was written of it.

    `marks` are those whose words were written into the text: none but in style
    `expand`. What is pinned to a PDF is proven in `pdf/proof.py`.
    """
    is_package = not FORMATS[document.format].is_text
    differing = _differing_parts if is_package else _differing_bytes
    differences = list(differing(data, output, edits))
    before = _runs(document, ())
    if document.format not in _THEIR_OWN_TEXT:
        after = read(output, format=document.format)
        differences += _differing(before, _runs(after, _added(marks)))
    return Proof(
        insertions=len(edits),
        signs=len(document.text),
        stretches=len(before) if is_package else 0,
        parts=_untouched(data, edits) if is_package else 0,
        differences=tuple(differences),
    )


def _differing_bytes(data: bytes, output: bytes, edits: Sequence[Edit]) -> Iterator[str]:
    yield from _undone("", data, output, edits)


def _differing_parts(data: bytes, output: bytes, edits: Sequence[Edit]) -> Iterator[str]:
    by_part = edits_by_part(edits)
    before, after = Package(data), Package(output)
    missing = [name for name in before.names if name not in after]
    added = [name for name in after.names if name not in before and name not in by_part]
    if missing or added:
        yield f"Des fichiers internes manquent ou sont en trop : {', '.join(missing + added)}."
        return
    for name in after.names:
        if name in by_part:
            yield from _undone(name, before.part(name), after.part(name), by_part[name])
        elif before.raw(name) != after.raw(name):
            yield f"Le fichier interne {name} diffère, et rien n'y a été ajouté."


def _undone(name: str, before: bytes, after: bytes, edits: Sequence[Edit]) -> Iterator[str]:
    where = f"Le fichier interne {name}" if name else "Le fichier"
    try:
        if undo(after, edits) != before:
            yield f"{where} diffère hors des ajouts."
    except ValueError as error:
        yield f"{where} diffère : {error}."


def _untouched(data: bytes, edits: Sequence[Edit]) -> int:
    touched = {edit.part for edit in edits}
    return sum(name not in touched for name in Package(data).names)


def _added(marks: Iterable[Mark]) -> list[tuple[int, int]]:
    """Give where the words of marks stand in the text that was written."""
    found, shift = [], 0
    for mark in marks:
        for at, words in ((mark.start, mark.before), (mark.end, mark.insertion)):
            if words:
                found.append((at + shift, at + shift + len(words)))
                shift += len(words)
    return found


def _runs(document: Document, cuts: Iterable[tuple[int, int]]) -> list[tuple[str, object]]:
    """Give the text as stretches of one formatting, without what is cut out."""
    runs: list[tuple[str, object]] = []
    for start, end, formatting in _stretches(document, iter(cuts)):
        words = document.text[start:end]
        if runs and runs[-1][1] == formatting:
            words = runs.pop()[0] + words
        if words:
            runs.append((words, formatting))
    if runs:
        # White space at the end of a page is none that a reader sees.
        runs[-1] = runs[-1][0].rstrip(), runs[-1][1]
    return runs


def _stretches(document: Document, cuts: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int, object]]:
    """Yield stretches of text with their formatting, parted at the cuts and without them."""
    starts = [*_formats(document), (len(document.text), None)]
    cut = next(cuts, None)
    for (start, formatting), (stop, _) in pairwise(starts):
        while cut is not None and cut[0] < stop:
            yield start, max(start, cut[0]), formatting
            start = min(stop, cut[1])
            if cut[1] > stop:
                cut = (stop, cut[1])
                break
            cut = next(cuts, None)
        yield start, stop, formatting


def _formats(document: Document) -> Iterator[tuple[int, object]]:
    if FORMATS[document.format].is_text:
        yield 0, None
        return
    module = import_module(f"glossary.documents.{FORMATS[document.format].module}")
    yield from module.formats(document)


def _differing(before: list[tuple[str, object]], after: list[tuple[str, object]]) -> Iterator[str]:
    """Say the first place where text or formatting differs."""
    for (words, formatting), (found, other) in zip(before, after, strict=False):
        if words != found:
            yield f"Le texte diffère : « {words[:_SHOWN]} » est devenu « {found[:_SHOWN]} »."
            return
        if formatting != other:
            yield f"La mise en forme de « {words[:_SHOWN]} » diffère."
            return
    if len(before) != len(after):
        yield f"Le texte a {len(after)} passages au lieu de {len(before)}."


def _count(number: int, noun: str) -> str:
    written = f"{number:,}".replace(",", "\u202f")
    return f"{written} {noun}{'s' if number > 1 else ''}"
