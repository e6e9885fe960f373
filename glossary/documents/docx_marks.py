"""Say what the styles add to a Word document: words, comments, a table at its end."""

from collections.abc import Sequence
from dataclasses import dataclass

from glossary.documents.docx_parts import CONTENT_TYPES, RELATIONS, WORDS, relations_name
from glossary.documents.docx_story import DocxSource, Letters, Run
from glossary.documents.docx_table import row, table
from glossary.documents.edits import Edit
from glossary.documents.legend import Entry, entry_of
from glossary.documents.officemarks import AUTHOR, BOOKMARK, expansions, into_root, rows_wanted
from glossary.documents.xmlparts import declarations, quoted, tag_end, tag_name, words_of
from glossary.mentions import Mark

_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_PRESERVE = b' xml:space="preserve"'


@dataclass(frozen=True, slots=True)
class _Ends:
    """Hold where a comment begins and ends, and what must be put there to part the runs."""

    part: str
    start: int
    opening: bytes
    """Ends the run before the form; empty where a run starts there."""
    reopening: bytes
    """Starts it again for the form."""
    end: int
    closing: bytes
    restarting: bytes


class Marking:
    """Choose the edits that put marks into one document."""

    def __init__(self, source: DocxSource, marks: Sequence[Mark]) -> None:
        """Take the marks of one document, in text order."""
        self.source = source
        self.marks = marks
        self.package = source.package
        self.main = source.stories[source.parts.main]
        self.spaced: set[tuple[str, int]] = set()
        self.found: list[Edit] = []

    def edits(self, style: str) -> list[Edit]:
        """Give the edits of a style."""
        if style == "expand":
            self.found += expansions(self.source.gathered, self.marks)
        elif style == "abbr":
            self._comment()
        elif style == "list":
            self._list()
        return self.found

    def _comment(self) -> None:
        """Tie a comment to each mark that a comment can stand at."""
        number = max((story.highest_id for story in self.source.stories.values()), default=0)
        comments: list[bytes] = []
        marked = self.source.gathered.spans("is_marked")
        for mark in self.marks:
            is_done = any(span.start < mark.end and mark.start < span.end for span in marked)
            ends = None if is_done else self._ends(mark)
            if ends is not None:
                number += 1
                self._set(ends, number)
                comments.append(self._words(number, entry_of(mark.resolution)))
        if comments:
            self._add_comments(b"".join(comments))

    def _ends(self, mark: Mark) -> _Ends | None:
        """Find where a comment may stand: at the form, else where its box or note is anchored."""
        gathered = self.source.gathered
        first, paragraph = gathered.piece_at(mark.start)
        last, _ = gathered.piece_at(mark.end - 1)
        if not isinstance(first.holder, Letters) or not isinstance(last.holder, Letters):
            return None
        anchor = paragraph.anchor if isinstance(paragraph.anchor, Run) else first.holder.run.outer
        if anchor is not None:
            part = anchor.part
            return _Ends(part, anchor.start, b"", b"", anchor.end, b"", b"") if self._is_main(part) else None
        if not self._is_main(paragraph.part):
            return None
        return self._around(mark, paragraph.part, first.holder, last.holder)

    def _is_main(self, part: str) -> bool:
        """Say whether Word knows comments there: nowhere but in the body."""
        return part == self.source.parts.main

    def _around(self, mark: Mark, part: str, left: Letters, right: Letters) -> _Ends:
        gathered = self.source.gathered
        start, end = gathered.before(mark.start).at, gathered.behind(mark.end).at
        opening = reopening = closing = restarting = b""
        if not self._may_part(left):
            start = left.run.start
        else:
            opening, reopening = self._seam(left)
        if not self._may_part(right):
            end = right.run.end
        else:
            closing, restarting = self._seam(right)
        return _Ends(part, start, opening, reopening, end, closing, restarting)

    def _may_part(self, letters: Letters) -> bool:
        """Say whether a run may be parted in its letters without showing or hiding a space."""
        data = self.source.stories[letters.run.part].data
        stop = tag_end(data, letters.start)
        tag = data[letters.start : stop]
        if _PRESERVE in tag:
            return True
        words = data[stop : data.index(b"<", stop)]
        return b"xml:space" not in tag and words == words.strip()

    def _seam(self, letters: Letters) -> tuple[bytes, bytes]:
        """Give what ends a run in its letters, and what starts it again as it was."""
        run = letters.run
        data = self.source.stories[run.part].data
        stop = tag_end(data, letters.start)
        if _PRESERVE not in data[letters.start : stop] and (run.part, stop) not in self.spaced:
            self.spaced.add((run.part, stop))
            self.found.append(Edit(run.part, stop - 1, _PRESERVE))
        name, outer = tag_name(data, letters.start), tag_name(data, run.start)
        properties = data[slice(*run.properties)]
        ending = b"</%s></%s>" % (name, outer)
        starting = b"%s%s<%s%s>" % (data[run.start : run.tag_end], properties, name, _PRESERVE)
        return ending, starting

    def _set(self, ends: _Ends, number: int) -> None:
        """Put the two ends of a comment and its reference into the body."""
        story = self.source.stories[ends.part]
        space = declarations(story.prefixes, [("w", story.words)])
        start = b'<w:commentRangeStart%s w:id="%d"/>' % (space, number)
        end = b'<w:commentRangeEnd%s w:id="%d"/>' % (space, number)
        end += b'<w:r%s><w:commentReference w:id="%d"/></w:r>' % (space, number)
        self.found.append(Edit(ends.part, ends.start, ends.opening + start + ends.reopening))
        self.found.append(Edit(ends.part, ends.end, ends.closing + end + ends.restarting))

    def _words(self, number: int, entry: Entry) -> bytes:
        attributes = b'w:id="%d" w:author=%s w:initials="EC"' % (number, quoted(AUTHOR))
        space = self._comments_space()
        return b'<w:comment%s %s><w:p><w:r><w:t xml:space="preserve">%s</w:t></w:r></w:p></w:comment>' % (
            space,
            attributes,
            words_of(entry.line),
        )

    def _comments_space(self) -> bytes:
        story = self.source.stories.get(self.source.parts.comments)
        return declarations(story.prefixes, [("w", story.words)]) if story else b""

    def _add_comments(self, words: bytes) -> None:
        """Add comments to their part, or make it."""
        if name := self.source.parts.comments:
            self.found.append(into_root(name, self.package.part(name), words))
            return
        name = _fresh(self.package.names, "word/comments.xml")
        head = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        root = b'<w:comments xmlns:w="%s">%s</w:comments>' % (self.main.words.encode(), words)
        self.found.append(Edit(name, 0, head + root))
        self._relate(name)

    def _relate(self, name: str) -> None:
        """Name a new part of comments in the relations and the content types."""
        types = self.package.part(CONTENT_TYPES)
        override = b'<Override xmlns="%s" PartName=%s ContentType=%s/>' % (
            b"http://schemas.openxmlformats.org/package/2006/content-types",
            quoted(f"/{name}"),
            quoted(_COMMENTS_TYPE),
        )
        self.found.append(into_root(CONTENT_TYPES, types, override))
        kind = f"{RELATIONS[WORDS.index(self.main.words)]}/comments"
        where = relations_name(self.source.parts.main)
        relation = b'<Relationship xmlns="%s" Id=%s Type=%s Target=%s/>' % (
            b"http://schemas.openxmlformats.org/package/2006/relationships",
            quoted(_fresh(self.source.parts.ids, "rIdEnClair")),
            quoted(kind),
            quoted(f"/{name}"),
        )
        self.found.append(into_root(where, self.package.part(where), relation))

    def _list(self) -> None:
        """Add «Sigles utilisés» at the end, or rows to the one that stands there."""
        wanted = rows_wanted(self.marks, self.main.bookmarks)
        if not wanted:
            return
        first = self.main.highest_id + 1
        rows = b"".join(
            row(entry_of(resolution), name, first + at)
            for at, (name, resolution) in enumerate(wanted.items(), 2)
        )
        space = declarations(self.main.prefixes, [("w", self.main.words)])
        if self.main.list_end >= 0:
            rows = rows.replace(b"<w:tr>", b"<w:tr%s>" % space) if space else rows
            self.found.append(Edit(self.main.part, self.main.list_end, rows))
            return
        heading = next((name for name, style in self.source.styles.items() if style.name == "heading 1"), "")
        whole = table(rows, heading=heading, bookmark=f"{BOOKMARK}sigles", number=first, space=space)
        self.found.append(Edit(self.main.part, self.main.body_end, whole))


def _fresh(taken: Sequence[str] | frozenset[str], wanted: str) -> str:
    """Give a name that is not taken yet."""
    stem, dot, suffix = wanted.partition(".")
    number, name = 1, wanted
    while name in taken:
        number += 1
        name = f"{stem}{number}{dot}{suffix}"
    return name
