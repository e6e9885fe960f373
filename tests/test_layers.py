"""Hold the import floors: imports go strictly down."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "glossary"
FLOORS = {
    "errors": 0,
    "text": 0,
    "extras": 1,
    "keys": 1,
    "model": 1,
    "mentions": 1,
    "paper": 1,
    "rows": 2,
    "outline": 2,
    "ordinary": 2,
    "lexicon": 3,
    "capitals": 3,
    "store": 4,
    "formats": 4,
    "lookup": 4,
    "scan": 4,
    "definitions": 4,
    "resolve": 4,
    "unknown": 4,
    "documents": 4,
    "annotate": 5,
    "filling": 5,
    "jargon": 6,
    "bulk": 6,
    "care": 6,
    "sheet": 6,
    "web": 7,
    "cli": 8,
    "__main__": 9,
}
# The one place that imports each third-party library.
HOMES = {
    "ahocorasick_rs": "lexicon",
    "babel": "web",
    "click": "cli",
    "docx": "sheet",
    "flask": "web",
    "flask_babel": "web",
    "granian": "web",
    "lxml": "documents",
    "markdown_it": "documents",
    "mdit_py_plugins": "documents",
    "odfdo": "documents",
    "openpyxl": "formats",
    "pydantic": "web",
    "pypdf": "documents",
    "pypdfium2": "documents",
    "rapidfuzz": "lookup",
    "rdflib": "formats",
    "reportlab": "paper",
    "sqlite_utils": "store",
    "werkzeug": "web",
}
FILES = sorted(path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py")


def room_of(path: Path) -> str:
    """Name the room a file belongs to."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(path: Path) -> Iterator[str]:
    """Yield every module that a file imports, those for types included."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            yield node.module or ""


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_go_strictly_down(path: Path) -> None:
    room = room_of(path)
    for module in imported(path):
        if module == "glossary" and room != "cli":
            pytest.fail(f"{path} imports the door of the package")
        if module.startswith("glossary."):
            other = module.split(".")[1]
            assert other == room or FLOORS[other] < FLOORS[room], f"{room} imports {other}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_library_is_imported_in_one_room(path: Path) -> None:
    for module in imported(path):
        home = HOMES.get(module.split(".")[0])
        assert home is None or home == room_of(path), f"{path} imports {module}, which belongs to {home}"


def test_every_room_has_a_floor() -> None:
    rooms = {room_of(path) for path in FILES}
    assert rooms <= set(FLOORS)
