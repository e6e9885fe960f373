"""Say what the styles add to a page: words, marks that lead to a list, the list."""

import html
import zlib
from collections.abc import Sequence
from itertools import pairwise

from glossary.documents.html_reading import ID_PREFIX, LIST_CLASS, MARK_CLASS, Page
from glossary.documents.legend import TITLE, entry_of, identity, meaning_of
from glossary.documents.splice import Insertion
from glossary.keys import compact, key
from glossary.mentions import Mark, Resolution
from glossary.text import Span

_STYLE = f"""<style>
.{MARK_CLASS} {{ color: inherit; text-decoration: underline dotted; text-underline-offset: .15em; }}
.{LIST_CLASS} {{ border-top: 1px solid; margin: 2rem 0; padding: 0 1rem; }}
.{LIST_CLASS} dt {{ font-weight: bold; margin-top: .5rem; }}
.{LIST_CLASS} dt:target, .{LIST_CLASS} dt:target + dd, .{MARK_CLASS}:target {{ background: #fff3bf; color: #000; }}
</style>
"""


def page_insertions(page: Page, marks: Sequence[Mark], *, style: str) -> list[Insertion]:
    """Say what a style adds to the source of a page, and where."""
    if style == "none" or not marks:
        return []
    if style == "expand":
        return _expansions(page, marks)
    return _Linking(page, marks, has_links=style == "abbr").insertions()


def _expansions(page: Page, marks: Sequence[Mark]) -> list[Insertion]:
    found: list[Insertion] = []
    for mark in marks:
        if mark.before:
            found.append(Insertion(page.places.start_of(mark.start), html.escape(mark.before, quote=False)))
        if mark.insertion:
            found.append(Insertion(page.places.end_of(mark.end), html.escape(mark.insertion, quote=False)))
    return found


class _Linking:
    """Tie the marks of one page to its list of terms."""

    def __init__(self, page: Page, marks: Sequence[Mark], *, has_links: bool) -> None:
        self.page = page
        self.marks = [mark for mark in marks if not _touches(mark, page.marked)]
        self.has_links = has_links
        self.back: dict[str, str] = {}
        self.entries: dict[str, Resolution] = {}

    def insertions(self) -> list[Insertion]:
        found: list[Insertion] = []
        for mark in self.marks:
            name = entry_id(mark.resolution)
            self.entries.setdefault(name, mark.resolution)
            if self.has_links:
                found += self._wrap(mark, name)
        fresh = [name for name in self.entries if name not in self.page.ids]
        return [*found, *self._style(found), *self._list(fresh)]

    def _wrap(self, mark: Mark, name: str) -> list[Insertion]:
        """Put an element around a mark, or around the first piece that no tag cuts."""
        pieces = list(self.page.places.between(mark.start, mark.end))
        end = mark.end
        for left, right in pairwise(pieces):
            if left.end != right.start:
                end = left.at + left.length
                break
        places = self.page.places
        opening, closing = self._tags(mark, name)
        return [Insertion(places.start_of(mark.start), opening), Insertion(places.end_of(end), closing)]

    def _tags(self, mark: Mark, name: str) -> tuple[str, str]:
        title = html.escape(meaning_of(mark.resolution) or mark.resolution.definition or "")
        if _touches(mark, self.page.interactive):
            return f'<abbr class="{MARK_CLASS}" title="{title}">', "</abbr>"
        number = 1
        while (place := f"{name}-{number}") in self.page.ids or place in self.back.values():
            number += 1
        self.back.setdefault(name, place)
        # Only the first place of each term is led back to, and needs a name.
        anchor = f' id="{place}"' if self.back[name] == place else ""
        return f'<a class="{MARK_CLASS}"{anchor} href="#{name}" title="{title}">', "</a>"

    def _style(self, found: list[Insertion]) -> list[Insertion]:
        is_there = self.page.head_end < 0 or self.page.list_end >= 0
        return [] if is_there or not (found or self.entries) else [Insertion(self.page.head_end, _STYLE)]

    def _list(self, names: list[str]) -> list[Insertion]:
        """Write the list of terms, or add to the one that stands there."""
        if not names:
            return []
        names.sort(key=lambda name: key(self.entries[name].mention.surface))
        items = "".join(self._item(name) for name in names)
        if self.page.list_end >= 0:
            return [Insertion(self.page.list_end, items)]
        opening = (
            f'\n<section class="{LIST_CLASS} noglossary" aria-labelledby="{ID_PREFIX}titre" lang="fr">\n'
            f'<h2 id="{ID_PREFIX}titre">{TITLE}</h2>\n<dl>\n'
        )
        return [Insertion(self.page.body_end, f"{opening}{items}</dl>\n</section>\n")]

    def _item(self, name: str) -> str:
        entry = entry_of(self.entries[name])
        words = html.escape(" — ".join(filter(None, (entry.meaning, entry.detail))))
        back = ""
        if name in self.back:
            label = html.escape(f"Retour au texte, {entry.short}")
            back = f' <a href="#{self.back[name]}" aria-label="{label}">↩</a>'
        return f'<dt id="{name}">{html.escape(entry.short)}</dt>\n<dd>{words}{back}</dd>\n'


def entry_id(resolution: Resolution) -> str:
    """Name an entry of the list: the same form with the same meaning, the same name."""
    form = compact(resolution.mention.key) or "x"
    slug = "".join(sign for sign in form if sign.isascii())
    return f"{ID_PREFIX}{slug}-{zlib.crc32(repr(identity(resolution)).encode()):08x}"


def _touches(mark: Mark, spans: Sequence[Span]) -> bool:
    return any(span.start < mark.end and mark.start < span.end for span in spans)
