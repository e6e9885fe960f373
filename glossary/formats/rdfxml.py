"""Read and write terms as SKOS in RDF/XML, as Opentheso and its kind exchange it."""

from collections.abc import Iterable, Iterator
from typing import IO

from glossary.extras import extra
from glossary.formats.complaints import Complaints, Placed
from glossary.formats.types import UNSTATED, Edition
from glossary.formats.xml import refuse_harm
from glossary.model import Term


def read(stream: IO[bytes], complaints: Complaints) -> Iterator[Placed]:
    """Yield the good concepts of an RDF/XML file, by address; entities are refused."""
    with extra("skos", "rdfxml"):
        from glossary.formats import rdf
    data = rdf.read_bytes(stream)
    refuse_harm(data)
    yield from rdf.from_graph(rdf.parsed(rdf.new_graph(), data, "xml"), complaints, format="skos")


def write(terms: Iterable[Term], stream: IO[bytes], edition: Edition = UNSTATED) -> None:
    """Write terms as one concept scheme."""
    with extra("skos", "rdfxml"):
        from glossary.formats import rdf
    stream.write(rdf.to_graph(terms, edition).serialize(format="xml", encoding="utf-8"))
