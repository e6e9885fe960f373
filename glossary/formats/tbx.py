"""Read and write terms as TBX, the exchange format of terminologists.

Written is ISO 30042:2019, dialect TBX-Basic, style DCA. Read are both styles
of it and the older `termEntry`, `langSet`, `tig` and `ntig` of version 2. What
TBX-Basic has no place for stands in notes that start with `en-clair:`, so that
our own files come back whole.
"""

import re
from collections.abc import Iterable, Iterator
from typing import IO, cast
from xml.etree.ElementTree import Element
from xml.sax.saxutils import escape, quoteattr

from glossary.errors import InvalidFile
from glossary.formats.complaints import Complaints, Placed
from glossary.formats.foreign import Concept, Label, LabelRole, place
from glossary.formats.types import UNSTATED, Edition
from glossary.formats.xml import read_elements, text_of
from glossary.model import Lang, Source, Term
from glossary.rows import COLUMNS, from_row, to_row

OWN = "en-clair:"
# What no data category of TBX-Basic carries.
NOTED = ("kind", "usage", "status", "context", "source_date", "valid_from", "valid_to")

_ENTRIES = frozenset({"conceptEntry", "termEntry"})
_HEADERS = frozenset({"tbxHeader", "martifHeader"})
_ROOTS = frozenset({"tbx", "martif"})
_LANGUAGES = frozenset({"langSec", "langSet"})
_SECTIONS = frozenset({"termSec", "tig", "ntig"})
# Elements whose data category stands in `type`; in style DCT the name itself is the category.
_TYPED = frozenset({"admin", "adminNote", "descrip", "descripNote", "ref", "termNote", "xref"})

_ROLES: dict[str, LabelRole] = {
    "abbreviation": "short",
    "acronym": "short",
    "fullForm": "full",
    "initialism": "short",
    "shortForm": "short",
    "variant": "variant",
}
_DEAD = re.compile(r"(deprecated|superseded|obsolete|rejected)", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[!-~]+")

_HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dca" xml:lang="fr" xmlns="urn:iso:std:iso:30042:ed-2">
<tbxHeader><fileDesc><titleStmt><title>En clair</title></titleStmt>
<publicationStmt><p>CC0 1.0</p></publicationStmt>
<sourceDesc><p>{source}</p></sourceDesc></fileDesc></tbxHeader>
<text><body>
"""
_TAIL = "</body></text>\n</tbx>\n"


def read(stream: IO[bytes], complaints: Complaints) -> Iterator[Placed]:
    """Yield the good terms of a TBX file with their lines, in file order.

    Raises InvalidFile at once where the XML is broken, harmful or no TBX.
    """
    title = ""
    has_entries = False
    for found in read_elements(stream, _ENTRIES | _HEADERS, roots=_ROOTS):
        if found.element.tag in _HEADERS:
            title = next(map(text_of, found.element.iter("title")), "")
            continue
        has_entries = True
        identifier = found.element.get("id", "")
        where = f"line {found.line}, entry {identifier}".removesuffix(", entry ")
        notes = _own_notes(found.element)
        if notes:
            yield from _place_own(found.element, notes, where, complaints)
        else:
            yield from place(_concept(found.element, title), where, complaints)
    if not has_entries and not title:
        complaints.raise_all()
        raise InvalidFile("the TBX file holds no <conceptEntry> and no <termEntry>")


def write(terms: Iterable[Term], stream: IO[bytes], edition: Edition = UNSTATED) -> None:
    """Write terms in the order given, withdrawn ones as deprecated."""
    source = " – ".join(part for part in ("Glossaire En clair", *edition) if part)
    stream.write(_HEAD.format(source=escape(source)).encode("utf-8"))
    for term in terms:
        stream.write("\n".join(_entry_lines(term)).encode("utf-8") + b"\n")
    stream.write(_TAIL.encode("utf-8"))


def _entry_lines(term: Term) -> Iterator[str]:
    # An xs:ID starts with no digit, as `3949` does.
    yield f'<conceptEntry id="_{term.id}">'
    yield _typed("descrip", "subjectField", term.domain)
    row = to_row(term)
    noted = {name: row[name] for name in NOTED if row[name]}
    if term.source:
        yield _typed("admin", "source", term.source.name)
    if term.replaced_by:
        yield f'<ref type="crossReference" target="_{term.replaced_by}">remplacé par</ref>'
    if _ADDRESS.fullmatch(row["source_url"]):
        yield f'<xref type="externalCrossReference" target={quoteattr(row["source_url"])}>source</xref>'
    else:
        noted["source_url"] = row["source_url"]
    if not term.full_form:
        noted["lang"] = term.lang
    for name, value in noted.items():
        if value:
            yield f"<note>{OWN}{name}={escape(value)}</note>"
    yield from _language_lines(term)
    yield "</conceptEntry>"


def _language_lines(term: Term) -> Iterator[str]:
    yield '<langSec xml:lang="fr">'
    if term.definition:
        yield _typed("descrip", "definition", term.definition)
    status = "deprecatedTerm" if term.is_withdrawn else "preferredTerm"
    other = "deprecatedTerm" if term.is_withdrawn else "admittedTerm"
    yield _term_line(term.short_form, "acronym" if term.kind == "acronym" else "", status)
    for variant in term.variants:
        yield _term_line(variant, "variant", other)
    if term.full_form and term.lang != "fr":
        yield f'</langSec>\n<langSec xml:lang="{term.lang}">'
    if term.full_form:
        yield _term_line(term.full_form, "fullForm", other)
    yield "</langSec>"


def _term_line(text: str, kind: str, status: str) -> str:
    typed = _typed("termNote", "termType", kind) if kind else ""
    status = _typed("termNote", "administrativeStatus", f"{status}-admn-sts")
    return f"<termSec><term>{escape(text)}</term>{typed}{status}</termSec>"


def _typed(element: str, category: str, text: str) -> str:
    return f'<{element} type="{category}">{escape(text)}</{element}>'


def _own_notes(entry: Element) -> dict[str, str]:
    texts = (text_of(note) for note in entry.findall("note"))
    pairs = (text.removeprefix(OWN).partition("=") for text in texts if text.startswith(OWN))
    return {name: value for name, _, value in pairs if name in COLUMNS}


def _place_own(entry: Element, notes: dict[str, str], where: str, complaints: Complaints) -> Iterator[Placed]:
    labels = [(lang, _label(section), section) for lang, part in _parts(entry) for section in _sections(part)]
    row = dict.fromkeys(COLUMNS, "") | notes
    row["id"] = entry.get("id", "").removeprefix("_")
    row["domain"] = _value(entry, "subjectField")
    row["definition"] = _value(entry, "definition")
    row["source"] = _value(entry, "source")
    row["source_url"] = _target(entry, "externalCrossReference") or notes.get("source_url", "")
    row["replaced_by"] = _target(entry, "crossReference").removeprefix("_")
    full = next(((lang, label) for lang, label, _ in labels if label.role == "full"), None)
    if full:
        row["lang"], row["full_form"] = full[0], full[1].text
    rest = [label for _, label, _ in labels if full is None or label is not full[1]]
    short = next((item for item in rest if item.role == "short"), None) or next(
        (item for item in rest if not item.role), None
    )
    row["short_form"] = short.text if short else ""
    row["variants"] = "|".join(item.text for item in rest if item is not short)
    if labels and all(_is_dead(section) for _, _, section in labels):
        row["status"] = "withdrawn"
    yield from complaints.placed(where, from_row, row)


def _concept(entry: Element, title: str) -> Concept:
    """Give what an entry of another program says in French, or else in English."""
    parts = [(lang, part) for lang, part in _parts(entry) if any(_sections(part))]
    lang = next((ours for ours in ("fr", "en") if any(lang == ours for lang, _ in parts)), "fr")
    ours = [part for found, part in parts if found == lang]
    sections = [section for part in ours for section in _sections(part)]
    living = [section for section in sections if not _is_dead(section)]
    source = next((text for text in (_value(entry, "source"), title) if text), "")
    return Concept(
        format="tbx",
        identifier=entry.get("id", ""),
        labels=[_label(section) for section in (*living, *(s for s in sections if s not in living))],
        lang=cast(Lang, lang),
        definition=_definition(entry, ours),
        domains=re.split(r"\s*[»>/;,]\s*", _value(entry, "subjectField")),
        source=Source(name=source, url=_target(entry, "externalCrossReference")) if source else None,
        is_withdrawn=bool(sections) and not living,
    )


def _definition(entry: Element, ours: list[Element]) -> str:
    for category in ("definition", "explanation"):
        # The definitions of other languages stand below the entry too.
        for part in (*ours, _without_languages(entry)):
            if text := _value(part, category):
                return text
    return ""


def _without_languages(entry: Element) -> Element:
    bare = Element(entry.tag)
    bare.extend(child for child in entry if child.tag not in _LANGUAGES)
    return bare


def _parts(entry: Element) -> list[tuple[str, Element]]:
    """Give the language sections with the first part of their language tags."""
    return [
        (re.split("[-_]", part.get("lang", ""))[0].lower(), part) for part in entry if part.tag in _LANGUAGES
    ]


def _sections(part: Element) -> list[Element]:
    return [section for section in part if section.tag in _SECTIONS]


def _label(section: Element) -> Label:
    term = next(section.iter("term"), None)
    role = _ROLES.get(_value(section, "termType"), "")
    return Label(text=text_of(term) if term is not None else "", role=role)


def _is_dead(section: Element) -> bool:
    return any(
        _DEAD.search(status) is not None
        for category in ("administrativeStatus", "normativeAuthorization")
        if (status := _value(section, category))
    )


def _value(element: Element, category: str) -> str:
    return next((text for found in _of(element, category) if (text := text_of(found))), "")


def _target(element: Element, category: str) -> str:
    return next((target for found in _of(element, category) if (target := found.get("target", ""))), "")


def _of(element: Element, category: str) -> Iterator[Element]:
    for found in element.iter():
        if (found.get("type") if found.tag in _TYPED else found.tag) == category:
            yield found
