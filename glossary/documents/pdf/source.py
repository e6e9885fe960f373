"""Hold what a PDF needs to be written back."""

from typing import NamedTuple

from glossary.documents.pdf.places import Places


class PdfSource(NamedTuple):
    """Hold the file as it came, and where its text stands on the pages."""

    data: bytes
    places: Places
