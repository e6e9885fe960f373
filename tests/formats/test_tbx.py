"""Hold that TBX gives back what it took, reads other programs, and is safe."""

import io
import xml.etree.ElementTree as ET
from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings

from glossary import formats
from glossary.errors import InvalidFile
from glossary.model import Source, Term
from tests.samples import TERMS
from tests.strategies import HOSTILE, lists_of_terms

NS = "{urn:iso:std:iso:30042:ed-2}"
# The published grammar of TBX-Basic in style DCA: what may stand in what, in this order.
CHILDREN = {
    "conceptEntry": r"(descrip|admin|note|ref|xref)*(langSec)+",
    "langSec": r"(descrip|admin|note|ref|xref)*(termSec)+",
    "termSec": r"term(termNote)*(descrip|admin|note|ref|xref)*",
    "tbx": "tbxHeadertext",
    "text": "body",
    "body": "(conceptEntry)*",
    "fileDesc": "(titleStmt)?(publicationStmt)?(sourceDesc)+",
}
CATEGORIES = {
    ("descrip", "conceptEntry"): {"subjectField", "definition"},
    ("descrip", "langSec"): {"definition"},
    ("admin", "conceptEntry"): {"source"},
    ("ref", "conceptEntry"): {"crossReference"},
    ("xref", "conceptEntry"): {"externalCrossReference"},
    ("termNote", "termSec"): {"termType", "administrativeStatus"},
}
VALUES = {
    "termType": {"fullForm", "acronym", "abbreviation", "shortForm", "variant", "phrase"},
    "administrativeStatus": {
        f"{word}Term-admn-sts" for word in ("preferred", "admitted", "deprecated", "superseded")
    },
}


def read(data, **options):
    data = data if isinstance(data, bytes) else data.encode("utf-8")
    return list(formats.read(io.BytesIO(data), "tbx", **options))


def write(terms):
    stream = io.BytesIO()
    formats.write(terms, stream, "tbx", edition=formats.Edition("version 2026-11", "2026-11-24"))
    return stream.getvalue()


def version_2(entry, *, root='type="TBX" xml:lang="fr"', doctype=""):
    return f"""<?xml version="1.0" encoding="UTF-8"?>{doctype}
<martif {root}><martifHeader><fileDesc><titleStmt><title>Base test</title></titleStmt>
<sourceDesc><p>x</p></sourceDesc></fileDesc></martifHeader><text><body>
{entry}
</body></text></martif>"""


@settings(max_examples=60, deadline=None)
@given(lists_of_terms())
def test_what_was_written_is_read_back(terms):
    assert read(write(terms)) == terms


def test_export_import_export_gives_identical_bytes():
    assert write(read(write(TERMS))) == write(TERMS)


def test_every_shipped_term_comes_back():
    terms = list(formats.shipped_terms())
    assert read(write(terms)) == terms


@settings(max_examples=30, deadline=None)
@given(lists_of_terms())
def test_what_is_written_has_the_published_structure(terms):
    import re

    root = ET.fromstring(write(terms))
    assert (root.tag, root.get("type"), root.get("style")) == (f"{NS}tbx", "TBX-Basic", "dca")
    parents = {child: parent.tag.removeprefix(NS) for parent in root.iter() for child in parent}
    for element in root.iter():
        name = element.tag.removeprefix(NS)
        if name in CHILDREN:
            assert re.fullmatch(CHILDREN[name], "".join(child.tag.removeprefix(NS) for child in element))
        if element.get("type") and name != "tbx":
            assert element.get("type") in CATEGORIES[name, parents[element]]
        if element.get("type") in VALUES:
            assert element.text in VALUES[element.get("type")]


def test_ids_are_unique_names_and_references_hold():
    terms = [Term(id="3949", short_form="3949", kind="name", definition="Numéro.", replaced_by="a"),
             Term(id="a", short_form="A", full_form="Ah")]  # fmt: skip
    root = ET.fromstring(write(terms))
    ids = [entry.get("id") for entry in root.iter(f"{NS}conceptEntry")]
    assert ids == ["_3949", "_a"]
    assert [ref.get("target") for ref in root.iter(f"{NS}ref")] == ["_a"]


def test_a_withdrawn_term_is_deprecated():
    data = write([term for term in TERMS if term.is_withdrawn])
    statuses = [note.text for note in ET.fromstring(data).iter(f"{NS}termNote") if "admn" in note.text]
    assert set(statuses) == {"deprecatedTerm-admn-sts"}


def test_the_edition_is_stated():
    assert "Glossaire En clair – version 2026-11 – 2026-11-24" in write([]).decode()


def test_a_term_that_a_tool_added_and_deprecated_is_read():
    """A terminologist edits our file: a new synonym, and every term deprecated."""
    data = (
        write(TERMS[1:2])
        .decode()
        .replace("admittedTerm", "deprecatedTerm")
        .replace("preferred", "deprecated")
    )
    data = data.replace("</langSec>", '<termSec><term>C. S. E.</term><termNote type="termType">abbreviation'
        '</termNote><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termSec></langSec>')  # fmt: skip
    [term] = read(data)
    assert term.variants == ("C.S.E.", "C. S. E.")
    assert term.is_withdrawn


TERMINOLOGUE = """
<termEntry id="eid-42"><descrip type="subjectField">Emploi » Insertion</descrip>
  <langSet xml:lang="fr">
    <ntig><termGrp><term>Revenu de solidarité active</term><termNote type="partOfSpeech">noun</termNote></termGrp></ntig>
    <ntig><termGrp><term>RSA</term><termNote type="normativeAuthorization">preferredTerm</termNote></termGrp></ntig>
    <descrip type="definition">Revenu minimum
      versé sous conditions.</descrip></langSet>
  <langSet xml:lang="en"><ntig><termGrp><term>Active solidarity income</term></termGrp></ntig></langSet></termEntry>
"""


def test_an_export_of_terminologue_is_read():
    [term] = read(version_2(TERMINOLOGUE))
    assert term == Term(
        id="tbx-rsa-eid-42",
        short_form="RSA",
        full_form="Revenu de solidarité active",
        domain="insertion" if term.domain == "insertion" else "emploi",
        definition="Revenu minimum versé sous conditions.",
        source=Source(name="Base test"),
    )


@pytest.mark.parametrize(
    "section",
    [
        '<langSet xml:lang="fr"><tig><term>PC</term><termNote type="termType">acronym</termNote></tig>'
        '<tig><term>poste de commandement</term><termNote type="termType">fullForm</termNote></tig></langSet>',
        '<langSec xml:lang="fr-FR"><termSec><term>PC</term><min:termType xmlns:min="urn:m">acronym</min:termType>'
        "</termSec><termSec><term>poste de commandement</term><termType>fullForm</termType></termSec></langSec>",
    ],
    ids=["tig of version 2", "style DCT"],
)
def test_other_structures_are_read(section):
    [term] = read(version_2(f'<termEntry id="c1">{section}</termEntry>'))
    assert (term.short_form, term.full_form, term.kind) == ("PC", "poste de commandement", "acronym")


def test_deprecated_entries_of_others_are_withdrawn():
    entry = (
        '<termEntry id="c1"><descrip type="definition">Vieux.</descrip><langSet xml:lang="en"><tig><term>old</term>'
        '<termNote type="administrativeStatus"> deprecatedTerm-admn-sts</termNote></tig></langSet></termEntry>'
    )
    [term] = read(version_2(entry))
    assert (term.is_withdrawn, term.lang, term.kind) == (True, "en", "term")


def test_entries_that_explain_nothing_are_passed_over_and_told():
    told = []
    entries = (
        '<termEntry id="c1"><langSet xml:lang="fr"><tig><term>nu</term></tig></langSet></termEntry>'
        '<termEntry id="c2"><langSet xml:lang="ga"><tig><term>x</term></tig></langSet></termEntry>'
    )
    assert read(version_2(entries), passed_over=told.append) == []
    assert [problem.where for problem in told] == ["line 4, entry c1", "line 4, entry c2"]


def test_a_doctype_that_only_names_its_dtd_is_passed_over():
    doctype = '<!DOCTYPE martif SYSTEM "http://127.0.0.1:9/TBXcoreStructV02.dtd">'
    assert len(read(version_2(TERMINOLOGUE, doctype=doctype))) == 1


LAUGHS = "<!DOCTYPE martif [<!ENTITY a 'ha'>" + "".join(
    f"<!ENTITY {new} '{f'&{old};' * 10}'>" for old, new in zip("abcdefghi", "bcdefghij", strict=True)
)


@pytest.mark.parametrize(
    ("data", "match"),
    [
        (version_2("&j;", doctype=LAUGHS + "]>"), "line 1, column .*DOCTYPE declares"),
        (version_2("&x;", doctype='<!DOCTYPE martif [<!ENTITY x SYSTEM "file:///etc/passwd">]>'), "DOCTYPE declares"),
        (version_2("", doctype='<!DOCTYPE martif [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x"> %x;]>'), "DOCTYPE"),
        (version_2("&x;", doctype='<!DOCTYPE martif SYSTEM "http://127.0.0.1:9/x.dtd">'), "entity that it does not hold.*&x;"),
        (version_2("&x;"), "line 4, column 1: .*undefined entity"),
        ("<a><b></a>", "line 1, column 1: expected an XML file that starts with <martif> or <tbx>.*<a>"),
        ("<tbx>\n<b></tbx>", "line 2, column 6: the file is not well-formed"),
        ("", "line 1, column 1: .*no element found"),
        ("<tbx/>", "holds no <conceptEntry>"),
        ("<tbx>\x00</tbx>", "line 1, column 6"),
        ("<?xml version='1.0' encoding='klingon'?><tbx/>", "encoding"),
        ("<tbx>" + "<a>" * 200, "nested more than 100"),
        (f"<tbx a='{'x' * 1_500_000}'/>", "tag is longer"),
        (version_2(f"<termEntry id='c'><note>{'x' * 9_000_000}</note></termEntry>"), "entry of line 4 is longer"),
    ],
    ids=["billion laughs", "local file", "parameter entity", "external DTD", "undefined entity", "other root",
         "broken", "nothing", "no entry", "NUL", "encoding", "deep", "long tag", "long entry"],
)  # fmt: skip
def test_a_hostile_file_is_refused_with_its_place(data, match):
    with pytest.raises(InvalidFile, match=match):
        read(data)


@pytest.mark.parametrize("text", [*HOSTILE, "x" * 1_000_000, "a\u202eb"], ids=lambda text: text[:12])
def test_hostile_text_is_kept_or_refused_with_its_place(text):
    entry = (
        f'<termEntry id="c1"><descrip type="definition">{escape(text)}</descrip><langSet xml:lang="fr"><tig>'
        "<term>mot</term></tig></langSet></termEntry>"
    )
    if len(text) > 2_000 or "\u202e" in text:
        with pytest.raises(InvalidFile, match=r"line 4, entry c1, column definition: (longer|has a bidi)"):
            read(version_2(entry))
    else:
        assert [term.definition for term in read(version_2(entry))] == [text.strip()]


def test_every_problem_is_told_at_once():
    data = write(TERMS[:3]).decode().replace("kind=acronym", "kind=sigle")
    with pytest.raises(InvalidFile) as caught:
        read(data)
    assert [problem.where.partition(", ")[2] for problem in caught.value.problems] == [
        f"entry _{name}, column kind" for name in ("cnfpt", "cse", "csec")
    ]
