"""Lead a document through the engine: mentions, meanings, marks.

The pipeline opens nothing and keeps nothing: a document and a lexicon come in,
an `Annotated` goes out.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from glossary.definitions import find_definitions
from glossary.documents.types import Block, Document
from glossary.errors import InvalidInput, Problem
from glossary.keys import compact
from glossary.lexicon import Lexicon
from glossary.mentions import LocalDefinition, Mark, Mention, Piece, Resolution
from glossary.model import DOMAINS, is_date
from glossary.resolve import find_date, resolve
from glossary.scan import find_full_forms, scan
from glossary.text import Cut, Span
from glossary.unknown import find_unknown

Style = Literal["expand", "abbr", "none"]
Occurrences = Literal["first", "section", "all"]

_OPENING = re.compile(r"\s{0,2}\\?[(\[]")
_CLOSING = re.compile(r"\\?[)\]]")
_SPACE = re.compile(r"\s+")
# A mark is not set inside a compound: the meaning would part it.
_COMPOUND = re.compile(r"[\-\u2010\u2011/'’](?=\w)|(?<=\w)[\u00ad]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Say how a document is to be annotated."""

    style: Style = "expand"
    """`expand` writes meanings into the text, `abbr` marks places, `none` only answers."""
    occurrences: Occurrences = "first"
    """Which mentions of a form get a mark: the first, the first of each section, all.

    A PDF is opened at any page, so that there the first is that of each page.
    """
    long_first: bool = False
    """Write `forme longue (FL)` instead of `FL (forme longue)`."""
    as_of: str = ""
    """Date of the document, `YYYY[-MM[-DD]]`; empty to look for it in its head."""
    domains: tuple[str, ...] = ()
    """Domains that the reader has chosen."""
    full_forms: bool = False
    """Whether full forms are mentions too."""
    headings: bool = True
    """Whether marks are set in headings."""

    def __post_init__(self) -> None:
        """Raise InvalidInput for a date or a domain that does not exist."""
        problems = []
        if self.as_of and not is_date(self.as_of):
            problems.append(Problem("as_of", "expected YYYY, YYYY-MM or YYYY-MM-DD", self.as_of))
        for name in self.domains:
            if name not in DOMAINS:
                problems.append(
                    Problem("domains", f"unknown domain; expected one of {', '.join(DOMAINS)}", name)
                )
        if problems:
            raise InvalidInput(problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotated:
    """Hold a document with what was found in it."""

    document: Document
    mentions: tuple[Resolution, ...]
    """Every mention with its meaning, in text order."""
    definitions: tuple[LocalDefinition, ...]
    """The definitions that the document gives, in text order."""
    unknown: tuple[Piece, ...]
    """Every place of a sigle that nobody explains, in text order."""
    marks: tuple[Mark, ...]
    """What is to be written into the document, in text order."""
    index_version: str
    """Version of the lexicon that answered."""
    as_of: str
    """The date that was counted with; empty where none was given or found."""


def annotate(document: Document, lexicon: Lexicon, options: Options = Options()) -> Annotated:
    """Find what a document abbreviates, say what it means, and choose the marks.

    Time is linear in the text. Annotating what was annotated changes nothing.
    """
    text, opaque = document.text, document.opaque
    definitions = find_definitions(text, opaque=opaque)
    mentions = _scan(text, lexicon, opaque, definitions, options)
    explained = _Explained(text, mentions, definitions, lexicon)
    if explained.spans:
        mentions = _scan_without(explained, mentions, lexicon, opaque, definitions, options)
        explained = _Explained(text, mentions, definitions, lexicon)
    as_of = options.as_of or find_date(text)
    case = _Case(explained, mentions, lexicon, opaque, as_of, options.domains)
    resolutions = case.resolutions(definitions)
    return Annotated(
        document=document,
        mentions=tuple(resolutions),
        definitions=tuple(definitions),
        unknown=tuple(find_unknown(text, lexicon, taken=_taken(mentions, definitions), opaque=opaque)),
        marks=tuple(
            _Marker(document, definitions, explained, options).marks(resolutions, case.blind(definitions))
        ),
        index_version=lexicon.version,
        as_of=as_of,
    )


def _scan(
    text: str,
    lexicon: Lexicon,
    opaque: Sequence[Span],
    definitions: Sequence[LocalDefinition],
    options: Options,
) -> list[Mention]:
    shorts = [definition.short.surface for definition in definitions]
    return list(scan(text, lexicon, opaque=opaque, extra=shorts, full_forms=options.full_forms))


def _scan_without(
    explained: "_Explained",
    mentions: Sequence[Mention],
    lexicon: Lexicon,
    opaque: Sequence[Span],
    definitions: Sequence[LocalDefinition],
    options: Options,
) -> list[Mention]:
    """Scan as if the parentheses that explain forms were not there; inside them nothing changes.

    The guard of capitals looks at the words around a form: «RÉUNION (DE) AC!»
    must read the same once DE is explained.
    """
    cut = Cut(explained.text, explained.spans)
    kept = [given for given in definitions if not cut.holds(given.long.start)]
    closed = [Span(cut.moved(span.start), cut.moved(span.end)) for span in opaque]
    found = [mention for mention in mentions if cut.holds(mention.start)]
    for mention in _scan(cut.text, lexicon, closed, kept, options):
        start, end = cut.original(mention.start, mention.end)
        if end - start == mention.end - mention.start:
            found.append(replace(mention, start=start, end=end))
    return sorted(found, key=lambda mention: mention.start)


@dataclass(frozen=True, slots=True)
class _Case:
    """Hold what a text's mentions are resolved with."""

    explained: "_Explained"
    mentions: Sequence[Mention]
    lexicon: Lexicon
    opaque: Sequence[Span]
    as_of: str
    domains: Sequence[str]

    def resolutions(self, definitions: Sequence[LocalDefinition]) -> list[Resolution]:
        """Resolve every mention, in text order.

        Outside the parentheses that explain a form, the text counts without
        them, so that their words are no evidence for other forms.
        """
        text, spans = self.explained.text, self.explained.spans
        if not spans:
            return self._resolve(text, self.mentions, definitions, self.opaque)
        cut = Cut(text, spans)
        outside = [mention for mention in self.mentions if not cut.holds(mention.start)]
        inside = [mention for mention in self.mentions if cut.holds(mention.start)]
        moved = [replace(m, start=cut.moved(m.start), end=cut.moved(m.end)) for m in outside]
        given = [_moved_definition(definition, cut) for definition in definitions]
        opaque = [Span(cut.moved(span.start), cut.moved(span.end)) for span in self.opaque]
        found = self._resolve(cut.text, moved, given, opaque)
        back = {id(short): definition for short, definition in zip(given, definitions, strict=True)}
        resolutions = [
            replace(resolution, mention=mention, defined_at=back.get(id(resolution.defined_at)))
            for resolution, mention in zip(found, outside, strict=True)
        ]
        resolutions += self._resolve(text, inside, definitions, self.opaque)
        return sorted(resolutions, key=lambda resolution: resolution.mention.start)

    def blind(self, definitions: Sequence[LocalDefinition]) -> list[Resolution] | None:
        """Resolve as if those parentheses were not there; None where there are none.

        What an annotation wrote must not lead to the next one: only what the
        text says without it leads to marks.
        """
        if not self.explained.spans:
            return None
        cut = Cut(self.explained.text, self.explained.spans)
        return self.resolutions([given for given in definitions if not cut.holds(given.long.start)])

    def _resolve(
        self,
        text: str,
        mentions: Sequence[Mention],
        definitions: Sequence[LocalDefinition],
        opaque: Sequence[Span],
    ) -> list[Resolution]:
        full = _full_forms(text, mentions, self.lexicon, opaque)
        return resolve(
            text, mentions, definitions, self.lexicon, full=full, as_of=self.as_of, domains=self.domains
        )


def _moved_definition(definition: LocalDefinition, cut: Cut) -> LocalDefinition:
    short, long = (
        replace(piece, start=cut.moved(piece.start), end=cut.moved(piece.end))
        for piece in (definition.short, definition.long)
    )
    return LocalDefinition(short=short, long=long)


def _full_forms(
    text: str, mentions: Sequence[Mention], lexicon: Lexicon, opaque: Sequence[Span]
) -> Sequence[Mention]:
    """Look for written-out full forms only where a choice rests on them."""
    if all(len(mention.terms) < 2 for mention in mentions):
        return ()
    return find_full_forms(text, lexicon, opaque=opaque)


def _taken(mentions: Sequence[Mention], definitions: Sequence[LocalDefinition]) -> list[Span]:
    places = [Span(mention.start, mention.end) for mention in mentions]
    return sorted(places + [Span(given.short.start, given.short.end) for given in definitions])


class _Explained:
    """Know the parentheses that spell out the form right before them.

    In Markdown the brackets may be escaped. What stands in them belongs to that form alone: it is no evidence for
    others and gets no marks, so that annotating twice changes nothing.
    """

    def __init__(
        self,
        text: str,
        mentions: Sequence[Mention],
        definitions: Sequence[LocalDefinition],
        lexicon: Lexicon,
    ) -> None:
        self.text = text
        self.by_end: dict[int, Span] = {}
        given: dict[str, list[str]] = {}
        for definition in definitions:
            long = _SPACE.sub(" ", definition.long.surface)
            given.setdefault(compact(definition.short.surface), []).append(long)
        for mention in mentions:
            if mention.kind != "full" and (opening := _OPENING.match(text, mention.end)):
                full_forms = [lexicon.by_id(term_id).full_form for term_id in mention.terms]
                self._look(mention.end, opening.end(), [*full_forms, *given.get(mention.key, ())])

    def _look(self, end: int, start: int, full_forms: Sequence[str]) -> None:
        """Remember the parenthesis from a place on, where it spells a full form out."""
        for full_form in filter(None, full_forms):
            reach = self.text[start : start + 2 * len(full_form) + 8]
            for closing in _CLOSING.finditer(reach):
                if _SPACE.sub(" ", reach[: closing.start()]).strip().casefold() == full_form.casefold():
                    self.by_end[end] = Span(end, start + closing.end())
                    return

    @cached_property
    def spans(self) -> list[Span]:
        """Give those parentheses in text order, none inside another."""
        found: list[Span] = []
        for span in sorted(self.by_end.values()):
            if not found or span.start >= found[-1].end:
                found.append(span)
        return found


class _Marker:
    """Choose where meanings are written, by section 8 of the contract."""

    def __init__(
        self,
        document: Document,
        definitions: Sequence[LocalDefinition],
        explained: _Explained,
        options: Options,
    ) -> None:
        self.text = document.text
        self.options = options
        self.explained = explained
        self.shorts = {given.short.start for given in definitions}
        self.longs = sorted(Span(given.long.start, given.long.end) for given in definitions)
        headings = [block for block in document.blocks if block.kind == "heading"]
        self.sections = _parts(document, headings, options.occurrences)
        self.headings = [Span(block.start, block.end) for block in headings]
        self.seen: set[tuple[int, str, str]] = set()

    def marks(
        self, resolutions: Sequence[Resolution], blind: Sequence[Resolution] | None = None
    ) -> Iterator[Mark]:
        """Yield the marks in text order.

        `blind` are the same mentions resolved without the parentheses that
        explain forms; a meaning is written only where both agree.
        """
        if self.options.style == "none":
            return
        inside = _Inside(self.longs), _Inside(self.explained.spans)
        headed, parted = _Inside(self.headings), _Sections(self.sections)
        for resolution, seen in zip(resolutions, blind or resolutions, strict=True):
            mention = resolution.mention
            if sum(places.hold(mention.start) for places in inside) or mention.kind == "full":
                continue
            section = parted.at(mention.start)
            if headed.hold(mention.start) and not self.options.headings:
                continue
            if self._is_due(seen, section):
                agree = (seen.decision, seen.term) == (resolution.decision, resolution.term)
                yield self._mark(resolution, is_written=agree)

    def _is_due(self, resolution: Resolution, section: int) -> bool:
        """Say whether a mention gets a mark, and remember that it had its turn."""
        mention = resolution.mention
        if _COMPOUND.match(self.text, mention.end) and self.options.style == "expand":
            return False
        meaning = (section, mention.key, resolution.term or resolution.full_form or "")
        is_new = meaning not in self.seen or self.options.occurrences == "all"
        self.seen.add(meaning)
        if self.options.style == "expand" and self._is_explained(mention):
            return False
        return is_new

    def _is_explained(self, mention: Mention) -> bool:
        return mention.start in self.shorts or mention.end in self.explained.by_end

    def _mark(self, resolution: Resolution, *, is_written: bool) -> Mark:
        mention = resolution.mention
        before = after = ""
        if (
            is_written
            and self.options.style == "expand"
            and resolution.decision == "resolved"
            and resolution.full_form
        ):
            full_form = _SPACE.sub(" ", resolution.full_form)
            opening, closing = self._brackets(mention)
            if self.options.long_first:
                before, after = f"{full_form} {opening}", closing
            else:
                after = f" {opening}{full_form}{closing}"
        return Mark(
            start=mention.start,
            end=mention.end,
            surface=mention.surface,
            before=before,
            insertion=after,
            resolution=resolution,
        )

    def _brackets(self, mention: Mention) -> tuple[str, str]:
        """Give square brackets inside a parenthesis, as French typography has it."""
        before = self.text[max(0, mention.start - 300) : mention.start]
        is_inside = before.rfind("(") > max(before.rfind(")"), before.rfind("\n\n"))
        return ("[", "]") if is_inside else ("(", ")")


def _parts(document: Document, headings: Sequence[Block], occurrences: Occurrences) -> list[int]:
    """Give where the parts begin in each of which a form has its first mention."""
    if occurrences == "section":
        return [block.start for block in headings]
    if document.format != "pdf":
        return []
    pages: dict[int, int] = {}
    for block in document.blocks:
        pages.setdefault(block.page, block.start)
    return list(pages.values())


class _Inside:
    """Say for rising places whether spans hold them, in linear time."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self.spans = spans
        self.number = 0

    def hold(self, position: int) -> bool:
        while self.number < len(self.spans) and self.spans[self.number].end <= position:
            self.number += 1
        return self.number < len(self.spans) and self.spans[self.number].start <= position


class _Sections:
    """Number the sections of a document for rising places."""

    def __init__(self, starts: Sequence[int]) -> None:
        self.starts = starts
        self.number = 0

    def at(self, position: int) -> int:
        while self.number < len(self.starts) and self.starts[self.number] <= position:
            self.number += 1
        return self.number
