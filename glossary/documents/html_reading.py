"""Walk a page once: its text as a reader sees it, its blocks, its places."""

import re
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from glossary.documents.html_elements import (
    BLOCKS,
    CLOSED,
    FURNITURE,
    IMPLIED_END,
    INTERACTIVE,
    KINDS,
    LEFT_OUT,
    TABLE,
    VOID,
)
from glossary.documents.html_tokens import Token, attributes_of, entity_text, tokens
from glossary.documents.sourcemap import SourceMap
from glossary.documents.types import Block, BlockKind, merged
from glossary.errors import TooLarge
from glossary.text import Span

# No browser keeps more than 512 levels; pages with forgotten end tags reach a
# few thousand and are still read.
MAX_NESTING = 10_000

# What the marks and the list of terms are called in a page.
MARK_CLASS = "en-clair"
LIST_CLASS = "en-clair-liste"
ID_PREFIX = "en-clair-"

_CLOSING_CLASSES = frozenset(["noglossary", "notranslate"])
_SPACES = re.compile(r"[ \t\n\r\f]*[\t\n\r\f][ \t\n\r\f]*|[ ]{2,}")


class Page(NamedTuple):
    """Hold a page as read; spans count in `text`, the other places in `source`."""

    source: str
    text: str
    blocks: tuple[Block, ...]
    opaque: tuple[Span, ...]
    places: SourceMap
    interactive: tuple[Span, ...]
    """Inside links and buttons, where no link may stand."""
    marked: tuple[Span, ...]
    """Inside marks of ours."""
    ids: frozenset[str]
    """Names of the marks and entries of ours that stand in the page."""
    head_end: int
    """Where a style may stand; -1 where there is no head."""
    body_end: int
    """Where the list of terms may stand."""
    list_end: int
    """Where a list of ours ends; -1 where there is none."""
    lang: str
    """Language that the page declares as a whole."""


@dataclass(slots=True, kw_only=True)
class _State:
    """Hold what the open elements say of the text inside; never changed once made."""

    kind: BlockKind = "paragraph"
    level: int = 0
    lang: str = ""
    is_closed: bool = False
    is_foreign: bool = False
    is_left_out: bool = False
    is_interactive: bool = False
    is_marked: bool = False
    is_list: bool = False
    is_plain: bool = True
    """Whether text may be taken without a second look."""
    inside: dict[tuple[str, str], "_State"] = field(default_factory=dict)
    """States of the elements met inside, by name and attributes: pages repeat themselves."""

    def but(self, **changes: Any) -> "_State":
        """Give a copy with some values changed."""
        state = replace(self, inside={}, **changes)
        state.is_plain = not (
            state.is_closed
            or state.is_foreign
            or state.is_interactive
            or state.is_marked
            or state.is_left_out
        )
        return state


@dataclass(slots=True)
class _Stack:
    """Hold the open elements, and where each name stands among them."""

    names: list[str] = field(default_factory=list)
    states: list[_State] = field(default_factory=lambda: [_State()])
    levels: dict[str, list[int]] = field(default_factory=dict)

    def push(self, name: str, state: _State) -> None:
        if len(self.names) >= MAX_NESTING:
            raise TooLarge("the nesting of the page's elements", limit=MAX_NESTING, unit="levels")
        self.levels.setdefault(name, []).append(len(self.names))
        self.names.append(name)
        self.states.append(state)

    def last(self, *names: str) -> int:
        """Give the level of the innermost open element of some names; -1 where none is open."""
        found = -1
        for name in names:
            levels = self.levels.get(name)
            if levels and levels[-1] > found:
                found = levels[-1]
        return found

    def close(self, level: int) -> bool:
        """Close the elements from a level on; say whether a block was among them."""
        had_block = False
        while len(self.names) > level:
            name = self.names.pop()
            self.states.pop()
            self.levels[name].pop()
            had_block = had_block or name in BLOCKS
        return had_block


def read_page(source: str) -> Page:
    """Read a page or a piece of one.

    Raises TooLarge where elements stand in each other too deep.
    """
    return _Reading(source).page()


class _Reading:
    """Walk the tokens of one page."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.stack = _Stack()
        self.parts: list[str] = []
        self.length = 0
        self.places = SourceMap()
        self.blocks: list[Block] = []
        self.block_start = 0
        self.block_state: _State | None = None
        self.opaque: list[Span] = []
        self.interactive: list[Span] = []
        self.marked: list[Span] = []
        self.ids: set[str] = set()
        self.head_end = self.body_end = self.list_end = -1
        self.lang = ""

    def page(self) -> Page:
        for token in tokens(self.source):
            if token.kind == "text":
                self._take_text(token)
            elif token.kind == "open":
                self._open(token)
            elif token.kind == "close":
                self._close(token)
            elif token.kind == "entity" and not self.stack.states[-1].is_left_out:
                self._add(entity_text(self.source[token.start : token.end]), token.start, token.end)
        self._end_block()
        return Page(
            source=self.source,
            text="".join(self.parts),
            blocks=tuple(self.blocks),
            opaque=merged(self.opaque),
            places=self.places,
            interactive=merged(self.interactive),
            marked=merged(self.marked),
            ids=frozenset(self.ids),
            head_end=self.head_end,
            body_end=self.body_end if self.body_end >= 0 else len(self.source),
            list_end=self.list_end,
            lang=self.lang,
        )

    def _open(self, token: Token) -> None:
        name = token.name
        if name == "br":
            self._put("\n")
            return
        self._imply_ends(token)
        if name in BLOCKS:
            self._end_block()
        if name in VOID:
            return
        parent = self.stack.states[-1]
        if token.attributes.endswith("/") and (name in ("svg", "math") or parent.is_left_out):
            return
        known = (name, token.attributes)
        if (state := parent.inside.get(known)) is None:
            state = parent.inside[known] = self._state_in(token, parent)
        self.stack.push(name, state)

    def _imply_ends(self, token: Token) -> None:
        """Close what a start tag closes without saying so."""
        if self.head_end < 0 and token.name in BLOCKS and (head := self.stack.last("head")) >= 0:
            self.head_end = token.start
            self.stack.close(head)
        closing = IMPLIED_END.get(token.name)
        if closing is not None:
            level = self.stack.last(*closing.ends)
            if level > self.stack.last(*closing.within) and self.stack.close(level):
                self._end_block()

    def _state_in(self, token: Token, parent: _State) -> _State:
        """Derive what an element says of its text from its name and attributes."""
        name = token.name
        state = parent
        # An item of a menu is part of the menu.
        if name in KINDS and not (parent.kind in FURNITURE and KINDS[name] in ("list-item", "cell")):
            level = int(name[1]) if name[0] == "h" and name[1:].isdigit() else 0
            state = state.but(kind=KINDS[name], level=level)
        if name in LEFT_OUT:
            state = state.but(is_left_out=True)
        elif name in CLOSED:
            state = state.but(is_closed=True)
        elif name in INTERACTIVE:
            state = state.but(is_interactive=True)
        return self._with_attributes(token, state) if token.attributes else state

    def _with_attributes(self, token: Token, state: _State) -> _State:
        attributes = attributes_of(token)
        classes = attributes.get("class", "").split()
        if attributes.get("id", "").startswith(ID_PREFIX):
            self.ids.add(attributes["id"])
        if MARK_CLASS in classes:
            return state.but(is_marked=True)
        if LIST_CLASS in classes:
            return state.but(is_list=True, is_left_out=True)
        if "hidden" in attributes:
            state = state.but(is_left_out=True)
        if (
            attributes.get("translate", "").lower() == "no"
            or not _CLOSING_CLASSES.isdisjoint(classes)
            or attributes.get("contenteditable", "false").lower() != "false"
            or (token.name == "abbr" and attributes.get("title", "").strip())
        ):
            state = state.but(is_closed=True)
        return self._with_language(token, attributes.get("lang", attributes.get("xml:lang", "")), state)

    def _with_language(self, token: Token, lang: str, state: _State) -> _State:
        """Close what is said to be in another language; a whole page never is.

        Templates often leave `lang="en"` on French pages.
        """
        if not lang:
            return state
        if token.name in ("html", "body"):
            self.lang = lang
            return state.but(lang=lang)
        return state.but(lang=lang, is_foreign=lang.split("-")[0].lower() != "fr")

    def _close(self, token: Token) -> None:
        name = token.name
        if name == "head" and self.head_end < 0:
            self.head_end = token.start
        elif name == "body" or (name == "html" and self.body_end < 0):
            self.body_end = token.start
        elif name == "dl" and self.stack.states[-1].is_list:
            self.list_end = token.start
        level = self.stack.last(name)
        if name in BLOCKS:
            self._end_block()
        # An end tag in a cell closes nothing outside the table.
        is_reachable = name in TABLE or level > self.stack.last("table", "td", "th", "caption")
        if level >= 0 and is_reachable and self.stack.close(level):
            self._end_block()

    def _take_text(self, token: Token) -> None:
        """Take a run of text, each run of white space as one space."""
        if self.stack.states[-1].is_left_out:
            return
        start = token.start
        written = self.source[start : token.end]
        done = 0
        for match in _SPACES.finditer(written):
            left, right = match.span()
            if left > done:
                self._add(written[done:left], start + done, start + left)
            self._add(" ", start + left, start + right)
            done = right
        if done < len(written):
            self._add(written[done:] if done else written, start + done, token.end)

    def _add(self, words: str, start: int, end: int) -> None:
        state = self.stack.states[-1]
        at, length = self.length, len(words)
        if self.block_state is None and not words.isspace():
            self.block_state = state
            self.block_start = at + length - len(words.lstrip())
        self.places.add(at, length, start, end)
        if not state.is_plain:
            self._note(state, Span(at, at + length))
        self.parts.append(words)
        self.length = at + length

    def _note(self, state: _State, span: Span) -> None:
        """Remember a stretch of text that is special in some way."""
        if state.is_closed or state.is_foreign:
            _extend(self.opaque, span)
        if state.is_interactive:
            _extend(self.interactive, span)
        if state.is_marked:
            _extend(self.marked, span)

    def _put(self, words: str) -> None:
        self.parts.append(words)
        self.length += len(words)

    def _end_block(self) -> None:
        """End the block that is open, if any text stands in it."""
        state = self.block_state
        if state is None:
            return
        end = self.length
        for part in reversed(self.parts):
            end -= len(part) - len(part.rstrip())
            if part.strip():
                break
        self.blocks.append(
            Block(start=self.block_start, end=end, kind=state.kind, level=state.level, lang=state.lang)
        )
        self.block_state = None
        self._put("\n\n")


def _extend(spans: list[Span], span: Span) -> None:
    """Add a span, or make the last one longer where they touch."""
    if spans and spans[-1].end == span.start:
        spans[-1] = Span(spans[-1].start, span.end)
    else:
        spans.append(span)
