"""Load the libraries that not every installation has."""

from collections.abc import Iterator
from contextlib import contextmanager

from glossary.errors import MissingExtra


@contextmanager
def extra(name: str, format: str) -> Iterator[None]:
    """Turn a missing library into MissingExtra, which says what to install."""
    try:
        yield
    except ModuleNotFoundError as error:
        raise MissingExtra(format, name) from error
