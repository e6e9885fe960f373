"""Hold what evidence is gathered from: a form in one document, a mention in its place."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from glossary.lexicon import Lexicon
from glossary.mentions import Evidence, Mention
from glossary.model import Term
from glossary.resolve.profiles import FormProfile
from glossary.resolve.words import Reader

# Number of the candidate, and what speaks for or against it.
Found = Iterator[tuple[int, Evidence]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Hold what is the same for every mention of a form in one document."""

    profile: FormProfile
    lexicon: Lexicon
    full: Mapping[str, Mention]
    """First mention of a full form by term id."""
    as_of: str
    """Date of the document; empty where unknown."""
    domains: Sequence[str]
    """Domains that the reader chose."""

    @property
    def terms(self) -> tuple[Term, ...]:
        """Give the candidates."""
        return self.profile.terms


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Hold one mention with what stands around it."""

    case: Case
    mention: Mention
    reader: Reader
    near: Sequence[Mention]
    """The mentions around, in text order, without this one."""
