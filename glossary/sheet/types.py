"""Say what a reading sheet holds."""

from dataclasses import dataclass
from typing import Literal

State = Literal["known", "undecided", "unknown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """Hold where a form is met first in one file."""

    file: str
    """Name of the file."""
    page: int
    """Number of the page, from 1; 0 where the format has no pages."""
    heading: str
    """The nearest heading above; empty where there is none."""
    place: str
    """The place in French: «page 2, ligne 14»; empty where nothing is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Hold one form with one meaning, as the bundle uses it."""

    form: str
    """As it is written where it is met first."""
    state: State
    """Whether its meaning is known, undecided among several, or unknown to the glossary."""
    meaning: str
    """Full form; the possible ones where undecided; empty for a name and for what is unknown."""
    detail: str
    """Definition and remark; may be empty."""
    met: tuple[Met, ...]
    """Where it is met first in each file that uses it so, in the order of the files."""
    others: tuple[str, ...] = ()
    """What the same form means elsewhere in the bundle; empty where it never changes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """Hold what is said of one file."""

    name: str
    format: str
    """Name of its format: `pdf`."""
    pages: int
    """How many pages have text; 0 where the format has no pages."""
    forms: int
    """How many lines of the sheet it has a part in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Hold a reading sheet."""

    files: tuple[File, ...]
    """In the order in which they were given."""
    lines: tuple[Line, ...]
    """In alphabetical order; meanings of one form by where they are met first."""

    def forms(self, state: State) -> tuple[str, ...]:
        """Give the forms of a state, in alphabetical order, each once."""
        return tuple(dict.fromkeys(line.form for line in self.lines if line.state == state))

    @property
    def changing(self) -> tuple[str, ...]:
        """Give the forms whose meaning changes, in alphabetical order, each once."""
        return tuple(dict.fromkeys(line.form for line in self.lines if line.others))
