"""Hold what the registry of formats promises."""

import io
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from glossary import formats
from glossary.errors import InvalidFile, MissingExtra, UnknownFormat
from glossary.formats.cells import guard, unguard
from glossary.model import DOMAINS


@pytest.mark.parametrize("name", formats.NAMES)
def test_a_format_is_found_by_name_and_suffix(name):
    found = formats.by_name(name)
    assert formats.by_suffix(f"Base.{found.suffixes[0].upper()[1:]}").name == name
    assert found.write


@pytest.mark.parametrize("path", ["base", "base.exe", ""])
def test_an_unknown_suffix_is_refused_with_the_known_formats(path):
    with pytest.raises(UnknownFormat, match="expected one of csv, json"):
        formats.by_suffix(path)


def test_an_unknown_format_is_refused():
    with pytest.raises(UnknownFormat, match="'doc'"):
        formats.by_name("doc")


def test_the_shipped_terms_are_read():
    assert sum(1 for _ in formats.shipped_terms()) > 2_000


def test_every_shipped_collection_is_read_and_its_ids_bear_its_name():
    collections = formats.shipped_collections()
    assert [found.name for found in collections][:1] == ["administration"]
    assert all(term.id.startswith(f"{found.name}-") for found in collections for term in found.terms())


@pytest.mark.parametrize("cell", ["=1", "'=1", "''=1", "'", "CSE", "-", "@x", "+1", "", "=", "a=b"])
def test_a_guarded_cell_is_harmless_and_comes_back(cell):
    assert guard(cell)[:1] not in tuple("=+-@")
    assert unguard(guard(cell)) == cell


def test_the_documentation_lists_every_format_suffix_and_domain():
    text = (Path(__file__).parents[2] / "docs" / "formats.md").read_text("utf-8")
    suffixes = [suffix for name in formats.NAMES for suffix in formats.by_name(name).suffixes]
    assert not [word for word in (*formats.NAMES, *suffixes, *DOMAINS) if f"`{word}`" not in text]


def test_a_format_whose_library_is_missing_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(MissingExtra, match=r"install «en-clair\[xlsx\]»"):
        formats.write([], io.BytesIO(), "xlsx")


def test_naming_the_formats_loads_none_of_their_libraries():
    code = (
        "import sys; from glossary import formats; [formats.by_name(name) for name in formats.NAMES];"
        "print([name for name in ('openpyxl', 'rdflib', 'reportlab') if name in sys.modules])"
    )
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
        == "[]\n"
    )


def test_a_shipped_collection_read_unchecked_is_the_same():
    [found] = [one for one in formats.shipped_collections() if one.name == "administration"]
    assert [replace(term, collection="") for term in found.marked_terms()] == list(found.terms())
    assert {term.collection for term in found.marked_terms()} == {"administration"}


def test_the_shipped_terms_read_unchecked_are_the_same():
    assert formats.terms_at_once() == list(formats.shipped_terms())


@pytest.mark.parametrize(
    "edited", ["id,short_form\nx,X\n", 'id\n"x\n', ""], ids=["columns", "quote", "nothing"]
)
def test_shipped_terms_that_lost_their_shape_are_told(tmp_path, monkeypatch, edited):
    (tmp_path / "terms.csv").write_text(edited)
    monkeypatch.setattr("glossary.formats.shipped.shipped_folder", lambda: tmp_path)
    with pytest.raises(InvalidFile, match="column"):
        formats.terms_at_once()
