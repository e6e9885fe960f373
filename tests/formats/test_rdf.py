"""Hold that SKOS and JSON-LD give back what they took, and fetch nothing."""

import io
import json

import pytest
from hypothesis import given, settings
from rdflib import RDF, SKOS, Graph, Namespace

from glossary import formats
from glossary.errors import InvalidFile
from glossary.model import Source, Term
from tests.samples import TERMS
from tests.strategies import HOSTILE, lists_of_terms

NAMES = ("skos", "rdfxml", "jsonld")
SYNTAX = {"skos": "turtle", "rdfxml": "xml"}
SCHEMA = Namespace("http://schema.org/")


def read(data, name, **options):
    data = data if isinstance(data, bytes) else data.encode("utf-8")
    return list(formats.read(io.BytesIO(data), name, **options))


def write(terms, name):
    stream = io.BytesIO()
    formats.write(terms, stream, name, edition=formats.Edition("version 2026-11", "2026-11-24"))
    return stream.getvalue()


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=40, deadline=None)
@given(terms=lists_of_terms())
def test_what_was_written_is_read_back(name, terms):
    if terms or name == "jsonld":
        assert sorted(read(write(terms, name), name), key=lambda term: term.id) == sorted(
            terms, key=lambda term: term.id
        )


@pytest.mark.parametrize("name", NAMES)
def test_shipped_terms_come_back(name):
    terms = list(formats.shipped_terms())[::12]
    assert sorted(read(write(terms, name), name), key=lambda term: term.id) == terms


@pytest.mark.parametrize("name", SYNTAX)
def test_another_reader_finds_the_labels(name):
    graph = Graph().parse(data=write(TERMS, name), format=SYNTAX[name])
    concepts = list(graph.subjects(RDF.type, SKOS.Concept))
    assert len(concepts) == len(TERMS)
    for concept in concepts:
        preferred = list(graph.objects(concept, SKOS.prefLabel))
        assert len(preferred) == 1
        assert preferred[0] not in set(graph.objects(concept, SKOS.altLabel)), "SKOS reference, S13"
    assert any("version 2026-11" in value for value in graph.objects())


# rdflib 7 itself uses what it deprecates.
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
def test_rdflib_reads_our_json_ld_with_the_context_given():
    content = json.loads(write(TERMS, "jsonld")) | {"@context": {"@vocab": str(SCHEMA)}}
    graph = Graph().parse(data=json.dumps(content), format="json-ld")
    assert len(set(graph.subjects(RDF.type, SCHEMA.DefinedTerm))) == len(TERMS)
    assert {str(code) for code in graph.objects(None, SCHEMA.termCode)} == {term.short_form for term in TERMS}


def test_a_label_that_an_editor_added_is_a_variant():
    data = write(TERMS[1:2], "skos").decode().replace('"C.S.E."@fr', '"C.S.E."@fr, "comité social"@fr')
    assert read(data, "skos")[0].variants == ("C.S.E.", "comité social")


OPENTHESO = """<?xml version="1.0" encoding="UTF-8"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:skos="http://www.w3.org/2004/02/skos/core#"
         xmlns:dcterms="http://purl.org/dc/terms/">
<skos:ConceptScheme rdf:about="https://example.org/?idt=th1">
  <skos:prefLabel xml:lang="fr">Thésaurus du travail</skos:prefLabel>
  <skos:hasTopConcept rdf:resource="https://example.org/?idc=7&amp;idt=th1"/>
</skos:ConceptScheme>
<skos:Concept rdf:about="https://example.org/?idc=7&amp;idt=th1">
  <dcterms:identifier>7</dcterms:identifier>
  <skos:prefLabel xml:lang="fr">Revenu de solidarité active</skos:prefLabel>
  <skos:prefLabel xml:lang="en">Active solidarity income</skos:prefLabel>
  <skos:altLabel xml:lang="fr">RSA</skos:altLabel>
  <skos:altLabel xml:lang="fr">revenu de solidarité</skos:altLabel>
  <skos:definition xml:lang="fr">Revenu minimum
    versé sous conditions.</skos:definition>
  <skos:inScheme rdf:resource="https://example.org/?idt=th1"/>
  <skos:narrower rdf:resource="https://example.org/?idc=8&amp;idt=th1"/>
  <dcterms:created>2019-05-01</dcterms:created><dcterms:modified>2023-02-28</dcterms:modified>
</skos:Concept>
<skos:Concept rdf:about="https://example.org/?idc=8&amp;idt=th1">
  <dcterms:identifier>8</dcterms:identifier><skos:prefLabel xml:lang="fr">majoration</skos:prefLabel>
  <skos:inScheme rdf:resource="https://example.org/?idt=th1"/>
</skos:Concept></rdf:RDF>"""


@pytest.mark.parametrize("name", SYNTAX)
def test_a_thesaurus_of_opentheso_is_read(name):
    data = Graph().parse(data=OPENTHESO, format="xml").serialize(format=SYNTAX[name])
    told = []
    assert read(data, name, passed_over=told.append) == [
        Term(
            id="skos-rsa-7",
            short_form="RSA",
            full_form="Revenu de solidarité active",
            definition="Revenu minimum versé sous conditions.",
            variants=("revenu de solidarité",),
            source=Source(
                name="Thésaurus du travail", url="https://example.org/?idc=7&idt=th1", date="2023-02-28"
            ),
        )
    ]
    assert [problem.value for problem in told] == ["majoration"]


def test_a_set_of_another_site_is_read():
    data = """{"@context": "https://schema.org", "@type": "DefinedTermSet", "name": "Lexique", "hasDefinedTerm":
      {"@type": "DefinedTerm", "name": "Comité social et économique", "alternateName": "CSE", "termCode": "12"}}"""
    assert [(term.id, term.short_form, term.full_form) for term in read(data, "jsonld")] == [
        ("jsonld-cse-12", "CSE", "Comité social et économique")
    ]


@pytest.mark.parametrize(
    ("name", "data", "match"),
    [
        ("skos", "@prefix a: <b>\n. oops", "line [12]: the file cannot be read"),
        ("skos", b"\xe9", "line 1: is not UTF-8"),
        ("skos", "", "no skos:Concept"),
        ("rdfxml", "<a>", "line 1, column 4: .*not well-formed"),
        (
            "rdfxml",
            '<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;">]><a>&d;</a>',
            "line 1.*DOCTYPE declares",
        ),
        ("rdfxml", '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', "DOCTYPE declares"),
        ("jsonld", "[", "line 1, column 2: the file is not JSON"),
        ("jsonld", "[" * 100_000, "nested too deeply"),
        ("jsonld", "[3]", "item 1: expected an object"),
        ("jsonld", '{"@context": "http://127.0.0.1:9/x", "hasDefinedTerm": []}', "is not fetched"),
        ("jsonld", '{"@context": "https://schema.org"}', "expected a list of terms"),
    ],
)
def test_a_hostile_file_is_refused(name, data, match):
    with pytest.raises(InvalidFile, match=match):
        read(data, name)


@pytest.mark.parametrize(
    "text", ["x" * 1_000_000, "a\u202eb", "a\x00b", "a\x85b"], ids=["long", "bidi", "NUL", "NEL"]
)
def test_hostile_text_is_refused_with_its_place(text):
    item = {"@id": "x", "name": ["CSE", "Comité"], "description": text}
    with pytest.raises(InvalidFile, match=r"item 1, column definition: (longer|has a)"):
        read(json.dumps({"hasDefinedTerm": [item]}), "jsonld")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_that_is_legal_comes_back(name, text):
    text = text.strip()
    terms = [Term(id="a", short_form=text, kind="name", definition=text, source=Source(name=text, url=text))]
    assert read(write(terms, name), name) == terms
