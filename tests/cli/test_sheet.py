"""Hold the command that makes reading sheets."""

from pathlib import Path

import pytest

from glossary.cli.door import run

TEXT = "# Bilan\n\nLe CNFPT forme. Le ZQRT évolue.\n"


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    """Write two small files."""
    for name in ("a.md", "b.txt"):
        (tmp_path / name).write_text(TEXT, "utf-8")
    return [str(tmp_path / name) for name in ("a.md", "b.txt")]


@pytest.mark.parametrize(
    ("output", "start"),
    [
        ("f.html", b"<!DOCTYPE html>"),
        ("f.pdf", b"%PDF-"),
        ("f.docx", b"PK"),
        ("f.csv", b"\xef\xbb\xbfsigle;"),
    ],
)
def test_the_format_follows_the_name(files: list[str], tmp_path: Path, output: str, start: bytes) -> None:
    assert run(["sheet", *files, "-o", str(tmp_path / output), "--db", str(tmp_path / "none.db")]) == 0
    assert (tmp_path / output).read_bytes().startswith(start)


def test_a_format_that_is_asked_for_wins(files: list[str], tmp_path: Path) -> None:
    output = tmp_path / "f.html"
    assert (
        run(["sheet", files[0], "--format", "csv", "-o", str(output), "--db", str(tmp_path / "none.db")]) == 0
    )
    assert "CNFPT;connu;Centre national" in output.read_text("utf-8-sig")


def test_a_file_that_cannot_be_read_leaves_no_sheet(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.pdf").write_bytes(b"Le CSE")
    assert (
        run(["sheet", str(tmp_path / "a.pdf"), "-o", str(tmp_path / "f.csv"), "--db", str(tmp_path / "n.db")])
        == 2
    )
    assert "is no PDF, or it is damaged" in capfd.readouterr().err
    assert not (tmp_path / "f.csv").exists()
