"""Hold what the registry of formats promises."""

import pytest

from glossary import formats
from glossary.errors import UnknownFormat
from glossary.formats.cells import guard, unguard


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
