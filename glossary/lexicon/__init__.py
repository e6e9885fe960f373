"""Hold the glossary in memory, ready to be searched."""

from glossary.lexicon.lexicon import Lexicon, phrase_key
from glossary.lexicon.patterns import Pattern, PatternIndex, Word, patterns_of, plurals

__all__ = ["Lexicon", "Pattern", "PatternIndex", "Word", "patterns_of", "phrase_key", "plurals"]
