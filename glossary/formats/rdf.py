"""Say in RDF what a term is, and read it from RDF, ours or another program's.

The words are those of SKOS, Dublin Core and OWL. What they lack stands in a
small vocabulary of our own, so that our files come back whole; a thesaurus of
another program (Opentheso, for one) is read through its labels.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import IO, cast

from rdflib import RDF, BNode, Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS, FOAF, OWL, SKOS
from rdflib.term import Node

from glossary.errors import InvalidFile
from glossary.formats.complaints import Complaints, Placed
from glossary.formats.foreign import Concept, Label, day_of, place, slug
from glossary.formats.types import Edition
from glossary.model import Lang, Source, Term
from glossary.rows import COLUMNS, from_row, to_row

# A name, not an address: the base has no home on the web of its own.
BASE = "urn:x-en-clair:"
TERM = Namespace(f"{BASE}term:")
DOMAIN = Namespace(f"{BASE}domain:")
OURS = Namespace(f"{BASE}vocabulary:")
SCHEME = URIRef(f"{BASE}glossary")
# What a file leaves relative is resolved to a name that leads nowhere (RFC 6761).
RELATIVE = "https://relative.invalid/"
CC0 = URIRef("https://creativecommons.org/publicdomain/zero/1.0/")

# Read whole: rdflib keeps every statement in memory.
MAX_BYTES = 100_000_000
OWN = ("kind", "usage", "status", "context", "valid_from", "valid_to")

_ADDRESS = re.compile(r"https?://[\w\-.~:/?#@!$&'()*+,;=%]+", re.ASCII)
_SPACE = re.compile(r"\s*[\t\r\n]\s*")


def read_bytes(stream: IO[bytes]) -> bytes:
    """Read a whole stream; raise InvalidFile where it is too large to be kept in memory."""
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise InvalidFile(f"the file is larger than {MAX_BYTES:,} bytes; export it as CSV instead")
    return data


def to_graph(terms: Iterable[Term], edition: Edition) -> Graph:
    """Say every term in one graph, as concepts of one scheme."""
    graph = new_graph()
    graph.add((SCHEME, RDF.type, SKOS.ConceptScheme))
    graph.add((SCHEME, DCTERMS.title, Literal("Glossaire En clair", lang="fr")))
    graph.add((SCHEME, DCTERMS.license, CC0))
    for predicate, text in ((OWL.versionInfo, edition.name), (DCTERMS.issued, edition.date)):
        if text:
            graph.add((SCHEME, predicate, Literal(text)))
    for term in terms:
        _add_term(graph, term)
    return graph


def new_graph() -> Graph:
    """Make an empty graph with short names for our vocabularies."""
    graph = Graph(bind_namespaces="none")
    for prefix, space in (("skos", SKOS), ("dct", DCTERMS), ("owl", OWL), ("foaf", FOAF), ("ec", OURS)):
        graph.bind(prefix, space)
    return graph


def from_graph(graph: Graph, complaints: Complaints, *, format: str) -> Iterator[Placed]:
    """Yield the terms of every concept, by address."""
    nodes = set(graph.subjects(RDF.type, SKOS.Concept))
    concepts: list[Node] = sorted((node for node in nodes if isinstance(node, URIRef)), key=str)
    if not concepts:
        raise InvalidFile("the file holds no skos:Concept")
    for node in concepts:
        where = f"concept {node}"
        if str(node).startswith(TERM) and (node, OURS.kind, None) in graph:
            yield from _place_own(graph, node, where, complaints)
        else:
            yield from place(_concept(graph, node, format), where, complaints)


def _add_term(graph: Graph, term: Term) -> None:
    node = TERM[term.id]
    row = to_row(term)
    full = term.full_form or term.short_form
    lang = term.lang
    statements: list[tuple[Node, Node]] = [
        (RDF.type, SKOS.Concept),
        (SKOS.inScheme, SCHEME),
        (DCTERMS.identifier, Literal(term.id)),
        (SKOS.prefLabel, Literal(full, lang=lang)),
        (OURS.shortForm, Literal(term.short_form)),
        *((SKOS.altLabel, Literal(text, lang="fr")) for text in (term.short_form, *term.variants) if text != full),
        *((OURS[name], Literal(row[name])) for name in OWN if row[name]),
    ]  # fmt: skip
    if term.full_form == term.short_form:
        statements.append((OURS.fullForm, Literal(term.full_form)))
    if term.variants:
        # Labels of a concept have no order.
        statements.append((OURS.variants, Literal(row["variants"])))
    if term.definition:
        statements.append((SKOS.definition, Literal(term.definition, lang="fr")))
    if term.is_withdrawn:
        statements.append((OWL.deprecated, Literal(True)))
    if term.replaced_by:
        statements.append((DCTERMS.isReplacedBy, TERM[term.replaced_by]))
    for predicate, value in statements:
        graph.add((node, predicate, value))
    _add_domain(graph, node, term.domain)
    if term.source:
        _add_source(graph, node, term.source)


def _add_domain(graph: Graph, node: URIRef, domain: str) -> None:
    group = DOMAIN[domain]
    graph.add((group, RDF.type, SKOS.Collection))
    graph.add((group, SKOS.prefLabel, Literal(domain, lang="fr")))
    graph.add((group, SKOS.member, node))
    graph.add((node, DCTERMS.subject, group))


def _add_source(graph: Graph, node: URIRef, source: Source) -> None:
    told = BNode(f"s-{str(node).removeprefix(TERM)}")
    graph.add((node, DCTERMS.source, told))
    graph.add((told, DCTERMS.title, Literal(source.name)))
    if source.url:
        graph.add((told, DCTERMS.identifier, Literal(source.url)))
    if _ADDRESS.fullmatch(source.url):
        graph.add((told, FOAF.page, URIRef(source.url)))
    if source.date:
        graph.add((told, DCTERMS.date, Literal(source.date)))


def _place_own(graph: Graph, node: Node, where: str, complaints: Complaints) -> Iterator[Placed]:
    row = dict.fromkeys(COLUMNS, "") | {name: _one(graph, node, OURS[name]) for name in OWN}
    row["id"] = str(node).removeprefix(TERM)
    row["short_form"] = short = _one(graph, node, OURS.shortForm)
    label = graph.value(node, SKOS.prefLabel)
    row["lang"] = getattr(label, "language", None) or "fr"
    full = _text(label)
    row["full_form"] = _one(graph, node, OURS.fullForm) or (full if full != short else "")
    row["variants"] = "|".join(_variants(graph, node, short, full))
    row["definition"] = _one(graph, node, SKOS.definition)
    row["domain"] = str(graph.value(node, DCTERMS.subject) or "").removeprefix(DOMAIN)
    row["replaced_by"] = str(graph.value(node, DCTERMS.isReplacedBy) or "").removeprefix(TERM)
    if _is_deprecated(graph, node):
        row["status"] = "withdrawn"
    if told := graph.value(node, DCTERMS.source):
        row["source"] = _one(graph, told, DCTERMS.title)
        row["source_url"] = _one(graph, told, DCTERMS.identifier)
        row["source_date"] = _one(graph, told, DCTERMS.date)
    yield from complaints.placed(where, from_row, row)


def _variants(graph: Graph, node: Node, short: str, full: str) -> Iterator[str]:
    """Yield the other labels: in our order, then those that an editor added."""
    labels = {_text(label) for label in graph.objects(node, SKOS.altLabel)} | {short, full}
    ours = _one(graph, node, OURS.variants).split("|")
    yield from (text for text in ours if text and text in labels)
    yield from sorted(labels.difference(ours, (short, full)))


def _concept(graph: Graph, node: Node, format: str) -> Concept:
    """Give what a concept of another program says in French, or else in English."""
    labels = [*graph.objects(node, SKOS.prefLabel), *_sorted(graph.objects(node, SKOS.altLabel))]
    labels += _sorted(graph.objects(node, SKOS.hiddenLabel))
    languages = [_language(label) for label in labels]
    lang = next((ours for ours in ("fr", "en", "") if ours in languages), "fr")
    groups = [
        label for group in graph.subjects(SKOS.member, node) for label in graph.objects(group, SKOS.prefLabel)
    ]
    return Concept(
        format=format,
        identifier=_identifier(graph, node),
        labels=[Label(text=_text(label)) for label in labels if _language(label) in (lang, "")],
        lang=cast(Lang, lang or "fr"),
        definition=_note(graph, node, lang),
        domains=[_text(label) for label in groups],
        source=_source(graph, node),
        is_withdrawn=_is_deprecated(graph, node),
    )


def _note(graph: Graph, node: Node, lang: str) -> str:
    """Give the definition, or the note that stands for it, in a language; never in another."""
    for predicate in (SKOS.definition, DCTERMS.description, SKOS.scopeNote):
        for note in _sorted(graph.objects(node, predicate)):
            # Some programs describe a note by a node of its own.
            told = graph.value(note, RDF.value) or note
            if isinstance(told, Literal) and _language(told) in (lang, ""):
                return _text(told)
    return ""


def _source(graph: Graph, node: Node) -> Source | None:
    scheme = graph.value(node, SKOS.inScheme) or graph.value(node, SKOS.topConceptOf)
    titles = [
        _text(title)
        for predicate in (DCTERMS.title, SKOS.prefLabel)
        for title in sorted(graph.objects(scheme, predicate), key=lambda title: _language(title) != "fr")
        if scheme is not None
    ]
    name = titles[0] if titles else str(scheme or "")
    date = day_of(_one(graph, node, DCTERMS.modified) or _one(graph, node, DCTERMS.created))
    return Source(name=name, url=str(node), date=date) if name else None


def _identifier(graph: Graph, node: Node) -> str:
    known = _one(graph, node, DCTERMS.identifier) or _one(graph, node, SKOS.notation)
    return known or slug(re.split(r"[/#]", str(node).rstrip("/#"))[-1])


def _is_deprecated(graph: Graph, node: Node) -> bool:
    return _one(graph, node, OWL.deprecated).lower() in ("true", "1")


def _one(graph: Graph, node: Node, predicate: Node) -> str:
    return next((_text(value) for value in _sorted(graph.objects(node, predicate))), "")


def _sorted(nodes: Iterable[Node]) -> list[Node]:
    return sorted(nodes, key=lambda node: (_language(node), str(node)))


def _language(node: Node) -> str:
    return (getattr(node, "language", None) or "").split("-")[0].lower()


def _text(node: Node | None) -> str:
    return "" if node is None else _SPACE.sub(" ", str(node)).strip()


def parsed(graph: Graph, data: bytes | str, format: str) -> Graph:
    """Parse into a graph; raise InvalidFile with the parser's line where it fails."""
    parse: Callable[..., object] = graph.parse
    try:
        parse(data=data, format=format, publicID=RELATIVE)
    except Exception as error:
        # rdflib lets through whatever its parsers raise.
        line = getattr(error, "lines", None)
        where = f"line {line + 1}: " if isinstance(line, int) else ""
        raise InvalidFile(f"{where}the file cannot be read: {_SPACE.sub(' ', str(error))[:200]}") from error
    return graph
