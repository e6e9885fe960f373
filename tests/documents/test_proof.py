"""Hold that a proof holds when nothing else changed, and says what did."""

import pytest

from glossary import documents
from glossary.documents import Edit
from glossary.documents.proof import Proof, prove
from tests.documents.marking import marks_of
from tests.documents.words import p, r, word

FILES = {
    "a.txt": "Le CSE, l’ARE.\r\n".encode("cp1252"),
    "b.txt": "\ufeffLe CSE 😀".encode("utf-16-le"),
    "a.md": "# Le *CSE*\n\n- l’ARE\n".encode(),
    "a.html": "<p>Le C<b>SE</b> &eacute; l&#39;ARE\u202f!</p>\n".encode(),
    "b.html": b'<meta charset="windows-1252"><p>\xe9t\xe9 \x81 ARE CSE</p>',
    "a.docx": word(p(r("Le CN", "<w:b/>") + r("FPT", "<w:i/>") + r(" et l’A&#82;E e\u0301."))),
}


def proof_of(name: str, style: str, *, listed: bool = False) -> Proof:
    """Write a file with all its marks and prove it."""
    data = FILES[name]
    document = documents.read(data, name=name)
    marks = marks_of(document)
    given = {"style": style, "listed": marks if listed else ()}
    output = documents.write(document, marks, **given)  # type: ignore[arg-type]
    edits = documents.edits(document, marks, **given)  # type: ignore[arg-type]
    return prove(data, output, document, edits, marks if style == "expand" else ())


@pytest.mark.parametrize("listed", [False, True], ids=["without list", "with list"])
@pytest.mark.parametrize("style", ["expand", "abbr", "list", "none"])
@pytest.mark.parametrize("name", FILES)
def test_nothing_else_changes_in_any_format(name: str, style: str, listed: bool) -> None:
    proof = proof_of(name, style, listed=listed)
    assert proof.differences == ()
    assert next(proof.lines()).startswith("Rien d'autre n'a changé")


def proof_against(output: bytes, edits: list[Edit]) -> Proof:
    """Prove a file of Word against something that was written of it."""
    data = FILES["a.docx"]
    return prove(data, output, documents.read(data), edits, ())


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("FPT", "FTP", "Le texte diffère : « FPT » est devenu « FTP »."),
        ("<w:i/>", "<w:b/>", "diffère"),
        ("<w:i/>", "<w:u/>", "La mise en forme de « FPT » diffère."),
    ],
    ids=["words", "runs that are one now", "formatting"],
)
def test_what_has_changed_is_said(before: str, after: str, told: str) -> None:
    other = word(
        p(r("Le CN", "<w:b/>") + r("FPT", "<w:i/>") + r(" et l’A&#82;E e\u0301.")).replace(before, after)
    )
    proof = proof_against(other, [])
    assert not proof.holds
    assert next(proof.lines()) == "Autre chose a changé :"
    assert "word/document.xml diffère, et rien n'y a été ajouté" in proof.differences[0]
    assert told in proof.differences[1]


def test_edit_that_is_not_there_is_said() -> None:
    (first, *_) = proof_against(FILES["a.docx"], [Edit("word/document.xml", 100, b"x")]).differences
    assert "no b'x' at byte 100 of word/document.xml" in first


def test_part_that_is_missing_is_said() -> None:
    other = word(p(r("Le CN")), comments="<a/>")
    (first, *_) = proof_against(other, []).differences
    assert first == "Des fichiers internes manquent ou sont en trop : word/comments.xml."
