"""Say what Word and ODT documents have in common when marks are put into them."""

import zlib
from collections.abc import Collection, Sequence

from glossary.documents.edits import Edit
from glossary.documents.legend import identity
from glossary.documents.paragraphs import Gathered
from glossary.documents.xmlparts import tag_name, words_of
from glossary.keys import compact, key
from glossary.mentions import Mark, Resolution

# Who signs our comments, and how the bookmarks of our rows begin.
AUTHOR = "En clair"
BOOKMARK = "en_clair_"
SIGNED = "Le document est signé ; la signature ne vaudra pas pour le document annoté."


def expansions(gathered: Gathered, marks: Sequence[Mark]) -> list[Edit]:
    """Put the words of each mark into the run of its form."""
    found: list[Edit] = []
    for mark in marks:
        if mark.before:
            found.append(Edit(*gathered.before(mark.start), words_of(mark.before)))
        if mark.insertion:
            found.append(Edit(*gathered.behind(mark.end), words_of(mark.insertion)))
    return found


def rows_wanted(marks: Sequence[Mark], present: Collection[str]) -> dict[str, Resolution]:
    """Give the rows that the list lacks, by name, in alphabetical order of the forms."""
    names: dict[str, Resolution] = {}
    for mark in marks:
        if (name := row_name(mark.resolution)) not in present:
            names.setdefault(name, mark.resolution)
    return dict(sorted(names.items(), key=lambda item: key(item[1].mention.surface)))


def row_name(resolution: Resolution) -> str:
    """Name the row of a meaning: the same form with the same meaning, the same name."""
    form = "".join(sign for sign in compact(resolution.mention.key) if sign.isascii() and sign.isalnum())
    # Word takes forty signs at most.
    return f"{BOOKMARK}{form[:20] or 'x'}_{zlib.crc32(repr(identity(resolution)).encode()):08x}"


def into_root(name: str, data: bytes, words: bytes) -> Edit:
    """Put words at the end of the outermost element of a part."""
    at = data.rstrip().rfind(b"</")
    if at < 0:
        end = data.rfind(b"/>")
        start = data.rfind(b"<", 0, end)
        return Edit(name, end, b">%s</%s>" % (words, tag_name(data, start)), b"/>")
    return Edit(name, at, words)
