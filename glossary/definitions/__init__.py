"""Find the definitions that a document gives itself: «forme longue (FL)»."""

from glossary.definitions.find import find_definitions

__all__ = ["find_definitions"]
