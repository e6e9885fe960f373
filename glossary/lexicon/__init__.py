"""Hold the glossary in memory, ready to be searched."""

from glossary.lexicon.index import PatternIndex, Start
from glossary.lexicon.lexicon import Lexicon, phrase_key
from glossary.lexicon.patterns import Pattern, Word, patterns_of

__all__ = ["Lexicon", "Pattern", "PatternIndex", "Start", "Word", "patterns_of", "phrase_key"]
