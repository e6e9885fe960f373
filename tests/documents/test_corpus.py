"""Hold that files of other programs are annotated whole: read, resolved, written, proven."""

from pathlib import Path

import pytest

from glossary import documents
from glossary.annotate import Options, annotate
from glossary.documents.proof import prove
from tests.samples import LEXICON

CORPUS = Path(__file__).parent.parent / "corpus"
FILES = sorted(path for path in CORPUS.iterdir() if path.suffix in (".docx", ".odt", ".html", ".xhtml"))


def test_there_are_eight_such_files_at_least() -> None:
    assert len(FILES) >= 8


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
@pytest.mark.parametrize("style", ["expand", "abbr"])
def test_nothing_else_changes_in_a_file_of_another_program(path: Path, style: str) -> None:
    data = path.read_bytes()
    document = documents.read(data, name=path.name)
    marks = annotate(document, LEXICON, Options(style=style)).marks  # type: ignore[arg-type]
    listed = annotate(document, LEXICON, Options(style="abbr")).marks
    output = documents.write(document, marks, style=style, listed=listed)
    edits = documents.edits(document, marks, style=style, listed=listed)
    assert prove(data, output, document, edits, marks if style == "expand" else ()).differences == ()
    assert output != data or not listed


def test_the_same_text_is_read_from_every_office_format() -> None:
    one, other = (
        [(block.kind, document.text[block.start : block.end]) for block in document.blocks]
        for document in (
            documents.read((CORPUS / f"compte-rendu.{suffix}").read_bytes()) for suffix in ("docx", "odt")
        )
    )
    assert one == other
    assert {"heading", "paragraph", "note", "list-item", "cell", "header", "footer"} == {
        kind for kind, _ in one
    }
