"""Hold the glossary in memory, ready to be searched."""

from glossary.lexicon.below import is_known, with_below
from glossary.lexicon.index import Group, PatternIndex, Reading, Start
from glossary.lexicon.lexicon import Lexicon, phrase_key
from glossary.lexicon.patterns import Pattern, Word, fits, patterns_of, summary

__all__ = [
    "Group",
    "Lexicon",
    "Pattern",
    "PatternIndex",
    "Reading",
    "Start",
    "Word",
    "fits",
    "is_known",
    "patterns_of",
    "phrase_key",
    "summary",
    "with_below",
]
