"""Find the parts of a Word package: by its relations, never by their names."""

import posixpath
from dataclasses import dataclass
from typing import NamedTuple

from glossary.documents.package import Package
from glossary.documents.xmlparts import elements
from glossary.errors import InvalidFile

# Word writes two vocabularies: the usual one, and the strict one of ISO 29500.
WORDS = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
RELATIONS = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
)
CONTENT_TYPES = "[Content_Types].xml"
SIGNATURES = "_xmlsignatures/"


class Relation(NamedTuple):
    """Hold what one part says of another."""

    id: str
    kind: str
    """Last step of its type: `header`, `comments`."""
    target: str
    """Name of the other part in the package."""


def relations_name(part: str) -> str:
    """Name the part that holds the relations of another."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def relations(package: Package, part: str) -> list[Relation]:
    """List what a part is related to inside the package, in file order."""
    name = relations_name(part)
    folder = posixpath.dirname(part)
    found = []
    for element in elements(name, package.part(name)):
        given = element.attributes
        if element.depth == 2 and given.get("TargetMode") != "External" and given.get("Target"):
            target = posixpath.normpath(posixpath.join("/", folder, given["Target"])).lstrip("/")
            found.append(Relation(given.get("Id", ""), given.get("Type", "").rsplit("/", 1)[-1], target))
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """Name the parts of one Word document; empty where it lacks one."""

    main: str
    headers: tuple[str, ...]
    footers: tuple[str, ...]
    footnotes: str
    endnotes: str
    comments: str
    styles: str
    ids: frozenset[str]
    """Every id that its relations have."""


def find_parts(package: Package) -> Parts:
    """Find the parts of a document that hold text; raises InvalidFile where there is none."""
    main = next((found.target for found in relations(package, "") if found.kind == "officeDocument"), "")
    if main not in package:
        raise InvalidFile("the Word document names no main part; open it and save it again")
    related = relations(package, main)

    def named(kind: str) -> tuple[str, ...]:
        targets = dict.fromkeys(found.target for found in related if found.kind == kind)
        return tuple(
            sorted((name for name in targets if name in package), key=lambda name: (len(name), name))
        )

    def only(kind: str) -> str:
        return next(iter(named(kind)), "")

    return Parts(
        main=main,
        headers=named("header"),
        footers=named("footer"),
        footnotes=only("footnotes"),
        endnotes=only("endnotes"),
        comments=only("comments"),
        styles=only("styles"),
        ids=frozenset(found.id for found in related),
    )


class Style(NamedTuple):
    """Hold what a paragraph style says of a paragraph."""

    level: int = 0
    """Level of the heading, 1 for the highest; 0 for anything else."""
    is_list: bool = False
    name: str = ""
    """Its name as Word writes it in every language, in small letters: `heading 1`."""


class _Drafts:
    """Hold the styles of a document while they are read."""

    def __init__(self) -> None:
        self.levels: dict[str, int] = {}
        self.lists: set[str] = set()
        self.parents: dict[str, str] = {}
        self.names: dict[str, str] = {}


def read_styles(package: Package, name: str) -> dict[str, Style]:
    """Give what each paragraph style says, by its id; Word writes names in English in any language."""
    drafts, current = _Drafts(), ""
    for element in elements(name, package.part(name)):
        local = element.name.rpartition(" ")[2]
        value = next((v for key, v in element.attributes.items() if key.endswith(" val")), "")
        if local == "style":
            current = next((v for key, v in element.attributes.items() if key.endswith(" styleId")), "")
        elif local == "name":
            drafts.names[current] = value.lower()
        elif local == "basedOn":
            drafts.parents[current] = value
        elif local == "outlineLvl" and value.isdecimal() and int(value) < 9:
            drafts.levels[current] = int(value) + 1
        elif local == "numPr":
            drafts.lists.add(current)
    return {style: _resolved(style, drafts) for style in drafts.names}


def _resolved(style: str, drafts: _Drafts) -> Style:
    seen: set[str] = set()
    own_name = drafts.names[style]
    level, is_list = 0, False
    while style and style not in seen:
        seen.add(style)
        name = drafts.names.get(style, "")
        named = (
            int(name[8:]) if name.startswith("heading ") and name[8:].isdecimal() else int(name == "title")
        )
        level = level or drafts.levels.get(style, 0) or named
        is_list = is_list or style in drafts.lists
        style = drafts.parents.get(style, "")
    return Style(level, is_list, own_name)
