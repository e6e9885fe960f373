"""Answer one question about a form or words, in order of trust."""

from glossary.lookup.find import find
from glossary.lookup.types import Hit, Matched

__all__ = ["Hit", "Matched", "find"]
