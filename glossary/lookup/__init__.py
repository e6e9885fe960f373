"""Answer one question about a form or words, in order of trust."""

from glossary.lookup.beside import find_with_collections, outside
from glossary.lookup.find import FULL_FORM, find
from glossary.lookup.types import Hit, Matched

__all__ = ["FULL_FORM", "Hit", "Matched", "find", "find_with_collections", "outside"]
