"""Hold the glossary in memory, ready to be searched."""

from glossary.lexicon.lexicon import Lexicon, phrase_key
from glossary.lexicon.patterns import Pattern, Word

__all__ = ["Lexicon", "Pattern", "Word", "phrase_key"]
