"""Hold that a damaged file is read or refused, and breaks nothing; `benchmarks/mutations.py` goes on longer."""

import random
from pathlib import Path

import pytest

from glossary import documents
from glossary.errors import InvalidFile, TooLarge
from tests.documents.marking import marks_of
from tests.documents.mutating import mutated

CORPUS = Path(__file__).parent.parent / "corpus"
FILES = ("compte-rendu.docx", "compte-rendu.odt", "page-chromium.html", "sources/note.md")
MUTATIONS = 2_000
STYLES = ("expand", "abbr", "list")


@pytest.mark.parametrize("name", FILES)
def test_file_with_bytes_changed_is_read_or_refused(name: str) -> None:
    """Nothing but our own errors is raised, be the file read or written."""
    path = CORPUS / name
    data = path.read_bytes()
    for seed in range(MUTATIONS):
        try:
            document = documents.read(mutated(data, random.Random(seed)), name=path.name)
            documents.write(document, marks_of(document), style=STYLES[seed % len(STYLES)])
        except (InvalidFile, TooLarge):
            continue
