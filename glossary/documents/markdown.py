"""Read and write Markdown: CommonMark with tables, notes and front matter.

The document's text is the source itself. markdown-it-py says which lines hold
which block; inside a block its inline rules are watched to learn where code,
links and raw HTML stand, since its tokens carry no columns.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from glossary.documents.edits import Edit, apply
from glossary.documents.encodings import UTF8, Encoding, detect
from glossary.documents.legend import TITLE, entries
from glossary.documents.splice import Insertion, splice
from glossary.documents.types import Block, BlockKind, Document, merged
from glossary.mentions import Mark
from glossary.text import Span

# Deeper nesting than any person writes; markdown-it-py gives up inside it.
MAX_NESTING = 40

_KINDS: dict[str, BlockKind] = {
    "heading_open": "heading",
    "th_open": "cell",
    "td_open": "cell",
    "list_item_open": "list-item",
    "footnote_open": "note",
}
_CODE: dict[str, BlockKind] = {"fence": "code", "code_block": "code", "front_matter": "front-matter"}
_OPAQUE_RULES = frozenset(
    ["backticks", "image", "autolink", "html_inline", "footnote_ref", "footnote_inline"]
)
_SPECIAL = re.compile(r"([\\`*_\[\]<>|~])")


class Trace(NamedTuple):
    """Hold what an inline rule took from the content of a block."""

    rule: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkdownSource:
    """Hold what writing back needs beyond the text."""

    encoding: Encoding
    links: tuple[Span, ...]
    """Links whose text is also their address: an insertion goes behind them."""


class _Parser:
    """Parse Markdown and remember where each inline rule applied."""

    def __init__(self) -> None:
        self.markdown = MarkdownIt("commonmark", {"maxNesting": MAX_NESTING}).enable(
            ["table", "strikethrough"]
        )
        self.markdown.use(footnote_plugin).use(front_matter_plugin)
        self.traces: dict[str, list[Trace]] = {}
        ruler = self.markdown.inline.ruler
        for name, rule in zip(ruler.get_active_rules(), ruler.getRules(""), strict=True):
            if name in _OPAQUE_RULES or name == "link":
                ruler.at(name, self._watched(name, rule))

    def _watched(
        self, name: str, rule: Callable[[StateInline, bool], bool]
    ) -> Callable[[StateInline, bool], bool]:
        def watch(state: StateInline, silent: bool) -> bool:
            start = state.pos
            done = rule(state, silent)
            if done and not silent:
                self.traces.setdefault(state.src, []).append(Trace(name, start, state.pos))
            return done

        return watch

    def parse(self, text: str) -> list[Token]:
        return self.markdown.parse(text)


def read(data: bytes) -> Document:
    """Read a Markdown file and say which encoding was found."""
    encoding = detect(data)
    notes = () if encoding.codec == "utf-8" else (f"Encodage reconnu : {encoding.label}.",)
    return from_text(encoding.decode(data), encoding=encoding, notes=notes)


def from_text(text: str, *, encoding: Encoding = UTF8, notes: tuple[str, ...] = ()) -> Document:
    """Take Markdown in hand as a document."""
    found = _Reading(text)
    return Document(
        text=text,
        format="markdown",
        blocks=tuple(found.blocks),
        opaque=merged(found.opaque),
        source=MarkdownSource(encoding=encoding, links=tuple(found.links)),
        notes=notes,
    )


def write(document: Document, marks: Sequence[Mark], *, style: str) -> bytes:
    """Write the source with its marks; every other byte stays."""
    return rewrite(document, edits(document, marks, style=style))


def edits(document: Document, marks: Sequence[Mark], *, style: str) -> list[Edit]:
    """Say what a style adds to the file, and where."""
    return _encoding(document).edits(document.text, insertions(document, marks, style=style))


def rewrite(document: Document, edits: Iterable[Edit]) -> bytes:
    """Write the file with edits."""
    return apply(_encoding(document).encode(document.text), edits)


def _encoding(document: Document) -> Encoding:
    return document.source.encoding if isinstance(document.source, MarkdownSource) else UTF8


class _Reading:
    """Walk the blocks of one text once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.blocks: list[Block] = []
        self.opaque: list[Span] = []
        self.links: list[Span] = []
        self.lines = _line_spans(text)
        self.covered = [False] * len(self.lines)
        parser = _Parser()
        # markdown-it-py drops these while it reads; same length keeps columns.
        tokens = parser.parse(text.replace("\r\n", " \n").replace("\r", "\n").replace("\0", "\ufffd"))
        self.traces = parser.traces
        self._walk(tokens)
        self._close_uncovered()
        self.blocks.sort(key=lambda block: block.start)

    def _walk(self, tokens: Sequence[Token]) -> None:
        stack: list[Token] = []
        cell_from = 0
        for token in tokens:
            if token.nesting == 1:
                stack.append(token)
                cell_from = 0 if token.type == "tr_open" else cell_from
            elif token.nesting == -1:
                stack.pop()
            elif token.type in _CODE and token.map:
                self._take_code(token)
            elif token.type == "inline" and token.map:
                kind, level = _kind_of(stack)
                cell_from = self._take_inline(token, kind, level, cell_from)

    def _take_code(self, token: Token) -> None:
        first, last = token.map or (0, 0)
        span = Span(self.lines[first].start, self.lines[min(last, len(self.lines)) - 1].end)
        self.opaque.append(span)
        if span.end > span.start:
            self.blocks.append(Block(start=span.start, end=span.end, kind=_CODE[token.type]))

    def _take_inline(self, token: Token, kind: BlockKind, level: int, cell_from: int) -> int:
        """Place the content of a block in the source; give where a row goes on."""
        first, last = token.map or (0, 0)
        pieces = self._place(token.content, first, last, cell_from if kind == "cell" else 0)
        if not pieces:
            return cell_from
        start, end = pieces[0].source, pieces[-1].source + pieces[-1].length
        if end > start:
            self.blocks.append(Block(start=start, end=end, kind=kind, level=level))
        for number in range(first, last):
            self.covered[number] = True
        for trace in self.traces.get(token.content, ()):
            self._take_trace(trace, token.content, pieces)
        return end

    def _place(self, content: str, first: int, last: int, cell_from: int) -> list["_Piece"]:
        """Match the lines of a block's content with those of the source."""
        pieces: list[_Piece] = []
        at = 0
        number = first
        for line in content.split("\n"):
            bare = line.strip(" \t")
            while number < min(last, len(self.lines)):
                span = self.lines[number]
                number += 1
                where = self._find(bare, max(span.start, cell_from), span.end, is_cell=cell_from > 0)
                if where is not None:
                    offset = at + len(line) - len(line.lstrip(" \t"))
                    pieces.append(_Piece(offset, where.start, where.end - where.start, len(bare)))
                    break
            at += len(line) + 1
        return pieces

    def _find(self, bare: str, start: int, end: int, *, is_cell: bool) -> Span | None:
        """Find a line of content in a line of source, at its end first."""
        if not is_cell and self.text[start:end].rstrip(" \t").endswith(bare):
            stop = start + len(self.text[start:end].rstrip(" \t"))
            return Span(stop - len(bare), stop)
        for written in (bare, bare.replace("|", "\\|")):
            where = self.text.find(written, start, end)
            if where >= 0:
                return Span(where, where + len(written))
        return None

    def _take_trace(self, trace: Trace, content: str, pieces: list["_Piece"]) -> None:
        start, end = _to_source(trace.start, pieces), _to_source(trace.end, pieces)
        if trace.rule != "link":
            self.opaque.append(Span(start, end))
            return
        self.opaque.append(Span(start, start + 1))
        label_end = _label_end(content, trace)
        if content.startswith("](", label_end) or (
            content.startswith("][", label_end) and trace.end > label_end + 3
        ):
            self.opaque.append(Span(_to_source(label_end, pieces), end))
        else:
            self.links.append(Span(start, end))

    def _close_uncovered(self) -> None:
        """Close every line that no block of prose took: definitions, HTML, rules."""
        for number, span in enumerate(self.lines):
            if not self.covered[number]:
                self.opaque.append(span)


class _Piece(NamedTuple):
    """Hold one line of a block's content and its place in the source."""

    offset: int
    """Where it starts in the content."""
    source: int
    """Where it starts in the source."""
    length: int
    """How long it is in the source."""
    written: int
    """How long it is in the content; shorter where bars are escaped."""


def _to_source(offset: int, pieces: Sequence[_Piece]) -> int:
    """Give the place in the source of an offset in the content."""
    chosen = pieces[0]
    for piece in pieces:
        if piece.offset <= offset:
            chosen = piece
    within = offset - chosen.offset
    return chosen.source + (chosen.length if within >= chosen.written else min(within, chosen.length))


def _label_end(content: str, trace: Trace) -> int:
    """Find the bracket that closes the text of a link."""
    depth = 0
    position = trace.start
    while position < trace.end:
        sign = content[position]
        if sign == "\\":
            position += 1
        elif sign == "[":
            depth += 1
        elif sign == "]":
            depth -= 1
            if not depth:
                return position
        position += 1
    return trace.end - 1


def _kind_of(stack: Sequence[Token]) -> tuple[BlockKind, int]:
    """Name the kind of a block by the innermost block that says something."""
    for token in reversed(stack):
        if (kind := _KINDS.get(token.type)) is not None:
            return kind, int(token.tag[1]) if kind == "heading" else 0
    return "paragraph", 0


def _line_spans(text: str) -> list[Span]:
    """Give the place of each line, without its end."""
    spans = []
    start = 0
    for match in re.finditer(r"\r\n|\r|\n", text):
        spans.append(Span(start, match.start()))
        start = match.end()
    return [*spans, Span(start, len(text))]


def insertions(document: Document, marks: Sequence[Mark], *, style: str) -> list[Insertion]:
    """Say what a style adds to the source, and where."""
    if style == "none":
        return []
    if style == "expand":
        return _expansions(document, marks)
    listed = [_item(entry.short, " — ".join(filter(None, entry[1:]))) for entry in entries(marks)]
    if not listed:
        return []
    end = "\r\n" if "\r\n" in document.text else "\n"
    gap = end if document.text.endswith(("\n", "\r")) else end * 2
    return [Insertion(len(document.text), gap + end.join((f"## {TITLE}", "", *listed)) + end)]


def _item(short: str, meaning: str) -> str:
    return f"- **{_escaped(short)}** : {_escaped(meaning)}"


Group = tuple[Insertion, ...]


def _expansions(document: Document, marks: Sequence[Mark]) -> list[Insertion]:
    """Place each insertion where it leaves the syntax as it was."""
    wanted = [_group(document, mark) for mark in marks if mark.insertion]
    return [insertion for group in _kept(document.text, wanted, []) for insertion in group]


def _group(document: Document, mark: Mark) -> Group:
    """Keep what stands before and behind one form together."""
    behind = Insertion(_behind(document, mark.end), _escaped(mark.insertion))
    return (Insertion(mark.start, _escaped(mark.before)), behind) if mark.before else (behind,)


def _kept(text: str, wanted: Sequence[Group], chosen: list[Group]) -> list[Group]:
    """Add to the chosen groups those wanted that leave the syntax, halving where they do not."""
    if not wanted or _keeps_syntax(text, [*chosen, *wanted]):
        return [*chosen, *wanted]
    if len(wanted) == 1:
        kept = next((a for a in _attempts(text, wanted[0]) if _keeps_syntax(text, [*chosen, a])), None)
        return chosen if kept is None else [*chosen, kept]
    half = len(wanted) // 2
    return _kept(text, wanted[half:], _kept(text, wanted[:half], chosen))


def _attempts(text: str, group: Group) -> Iterator[Group]:
    """Yield the place itself, then the one behind the signs of emphasis."""
    yield group
    *before, last = group
    closing = re.compile(r"[*_~]+[^\W_]*").match(text, last.at)
    if closing is not None:
        yield (*before, Insertion(closing.end(), last.words))


def _behind(document: Document, at: int) -> int:
    """Move a place out of a link whose text is also its address."""
    links = document.source.links if isinstance(document.source, MarkdownSource) else ()
    return next((link.end for link in links if link.start < at < link.end), at)


def _escaped(words: str) -> str:
    """Keep words from being read as syntax."""
    return _SPECIAL.sub(r"\\\1", words)


def _keeps_syntax(text: str, groups: Sequence[Group]) -> bool:
    """Say whether the blocks and inline signs stay what they were."""
    return skeleton(text) == skeleton(splice(text, [insertion for group in groups for insertion in group]))


def skeleton(text: str) -> list[Any]:
    """Give the structure of a Markdown text without its words."""
    parser = _Parser()
    found: list[Any] = []
    for token in parser.parse(text):
        found.append((token.type, token.tag, token.level))
        for child in token.children or ():
            if child.type not in ("text", "text_special"):
                # The text of an image is its alternative, which stays too.
                found.append(
                    (child.type, child.tag, child.content, tuple(sorted(map(str, child.attrs.items()))))
                )
    return found
