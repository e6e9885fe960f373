"""Read and write terms as SKOS in Turtle, the form that people can read."""

from collections.abc import Iterable, Iterator
from typing import IO

from glossary.errors import InvalidFile
from glossary.extras import extra
from glossary.formats.complaints import Complaints, Placed
from glossary.formats.types import UNSTATED, Edition
from glossary.model import Term


def read(stream: IO[bytes], complaints: Complaints) -> Iterator[Placed]:
    """Yield the good concepts of a Turtle file, by address."""
    with extra("skos", "skos"):
        from glossary.formats import rdf
    data = rdf.read_bytes(stream)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InvalidFile(f"line {line}: is not UTF-8 (byte {error.start})") from None
    yield from rdf.from_graph(rdf.parsed(rdf.new_graph(), text, "turtle"), complaints, format="skos")


def write(terms: Iterable[Term], stream: IO[bytes], edition: Edition = UNSTATED) -> None:
    """Write terms as one concept scheme, sorted by the serializer."""
    with extra("skos", "skos"):
        from glossary.formats import rdf
    stream.write(rdf.to_graph(terms, edition).serialize(format="turtle", encoding="utf-8"))
