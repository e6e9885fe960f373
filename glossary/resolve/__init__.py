"""Say which meaning a mention has in its document, with reasons, or abstain."""

from glossary.resolve.choice import resolve
from glossary.resolve.dates import find_date

__all__ = ["find_date", "resolve"]
