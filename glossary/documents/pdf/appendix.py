"""Set the pages «Sigles utilisés» that are added to a PDF, and know them again."""

import io
from collections.abc import Sequence

from pypdf import PageObject, PdfReader

from glossary.documents.legend import TITLE, entries
from glossary.documents.pdf.update import READING_ERRORS
from glossary.mentions import Mark
from glossary.paper.pdf import lay_out
from glossary.paper.types import Cover, Entry, Section, bound

SUBTITLE = "Page ajoutée par En clair ; le document lui-même n'a pas changé."

# Entry of a page's dictionary that tells our pages from the author's and names
# what they list; ISO 32000, annex E, leaves such names to anybody.
LIST_KEY = "/ENCL_Liste"


def appendix(marks: Sequence[Mark]) -> Sequence[PageObject]:
    """Set the pages that list what marks mean."""
    found = [Entry(bound(entry.short), bound(entry.meaning), bound(entry.detail)) for entry in entries(marks)]
    stream = io.BytesIO()
    lay_out([Section("", found)], stream, Cover(TITLE, bound(SUBTITLE)))
    return list(PdfReader(stream).pages)


def appended_pages(data: bytes) -> frozenset[int]:
    """Give the numbers of our own pages, from 1; they are no text of the author's."""
    if LIST_KEY.encode("ascii") not in data:
        return frozenset()
    try:
        pages = PdfReader(io.BytesIO(data)).pages
        return frozenset(number for number, page in enumerate(pages, 1) if LIST_KEY in page)
    except READING_ERRORS:
        # A damaged file is read as it is.
        return frozenset()
