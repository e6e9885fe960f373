"""Read and write terms as JSON: a list of objects, one a line."""

import json
from collections.abc import Iterable, Iterator
from typing import IO

from glossary.formats.complaints import Complaints, Placed
from glossary.formats.jsonstream import Items
from glossary.formats.types import UNSTATED, Edition
from glossary.model import Term
from glossary.rows import from_object, to_object

_encode = json.JSONEncoder(ensure_ascii=False).encode


def read(stream: IO[bytes], complaints: Complaints) -> Iterator[Placed]:
    """Yield the good items of a JSON file with their numbers, in file order.

    Takes a list of terms or an object that holds it under `terms`. Raises
    InvalidFile at once where it is none.
    """
    for number, values in enumerate(Items(stream, keys=("terms",)), 1):
        where = f"item {number}"
        yield from complaints.placed(where, from_object, values)


def write(terms: Iterable[Term], stream: IO[bytes], edition: Edition = UNSTATED) -> None:
    """Write terms in the order given, each on a line of its own."""
    lead = b"[\n"
    for term in terms:
        stream.write(lead + _encode(to_object(term)).encode("utf-8"))
        lead = b",\n"
    stream.write(b"\n]\n" if lead == b",\n" else b"[]\n")
