"""Make the reading sheet of one document or of a bundle: «Fiche de lecture».

One list of the sigles met, in alphabetical order: what they mean, where they
are met first, and what the reader has to settle alone.
"""

from glossary.sheet.gathering import make_sheet
from glossary.sheet.types import File, Line, Met, Sheet, State
from glossary.sheet.writing import FORMATS, write

__all__ = ["FORMATS", "File", "Line", "Met", "Sheet", "State", "make_sheet", "write"]
