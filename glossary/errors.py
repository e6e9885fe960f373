"""Name everything that can go wrong, without knowing who is told.

The tree::

    GlossaryError
    ├── InvalidInput        the caller's data is wrong; carries every Problem
    │   ├── InvalidTerm     a term that breaks a rule of the model
    │   ├── InvalidFile     a file that cannot be read as what it claims to be
    │   └── InvalidText     a text that cannot be annotated
    ├── TooLarge            over a stated limit
    ├── UnknownFormat       no reader or writer of that name
    │   └── MissingExtra    its library is not installed
    ├── NotFound            no such thing; carries near names
    ├── Conflict            someone else changed it first, or it exists already
    ├── Forbidden           a token is missing, wrong or revoked
    └── Busy                try again later; carries the seconds to wait

`web/errors.py` translates them to HTTP, `cli/` to exit codes.
"""

from collections.abc import Sequence
from typing import NamedTuple


class Problem(NamedTuple):
    """Say where something is wrong, what, and with which value."""

    where: str
    """A place a person finds: «line 14, column status», a field name."""
    what: str
    """What is wrong and what was expected, one sentence without full stop."""
    value: str = ""
    """The offending value, as written; empty where there is none."""

    def __str__(self) -> str:
        """Join place, complaint and value into one line."""
        place = f"{self.where}: " if self.where else ""
        shown = f" (found {self.value[:80]!r})" if self.value else ""
        return f"{place}{self.what}{shown}"


class GlossaryError(Exception):
    """Stand above every error of this package."""


class InvalidInput(GlossaryError):
    """Carry every problem of a refused input."""

    def __init__(self, problems: Sequence[Problem] | str) -> None:
        """Take problems, or one sentence that stands for a single one."""
        found = [Problem("", problems)] if isinstance(problems, str) else list(problems)
        super().__init__("; ".join(str(problem) for problem in found))
        self.problems = tuple(found)


class InvalidTerm(InvalidInput):
    """Refuse a term that breaks a rule of the model."""


class InvalidFile(InvalidInput):
    """Refuse a file that is not what it claims to be."""


class InvalidText(InvalidInput):
    """Refuse a text that cannot be annotated."""


class TooLarge(GlossaryError):
    """Refuse what is over a stated limit."""

    def __init__(self, what: str, *, limit: int, unit: str) -> None:
        """Name the thing, its limit and the unit of the limit."""
        super().__init__(f"{what} is larger than the limit of {limit:,} {unit}")
        self.limit = limit
        self.unit = unit


class UnknownFormat(GlossaryError):
    """Refuse a format that nobody here reads or writes."""

    def __init__(self, name: str, known: Sequence[str]) -> None:
        """Name the format asked for and those that exist."""
        super().__init__(f"unknown format {name!r}; expected one of {', '.join(known)}")
        self.name = name
        self.known = tuple(known)


class MissingExtra(UnknownFormat):
    """Refuse a format whose library is not installed."""

    def __init__(self, name: str, extra: str) -> None:
        """Name the format and the extra of this package that brings its library."""
        GlossaryError.__init__(
            self, f"the format {name} needs a library that is not installed; install «en-clair[{extra}]»"
        )
        self.name = name
        self.known = ()
        self.extra = extra


class NotFound(GlossaryError):
    """Say that there is no such thing, and what comes near."""

    def __init__(self, what: str, *, near: Sequence[str] = ()) -> None:
        """Name what was asked for, and near names, best first."""
        hint = f"; near: {', '.join(near)}" if near else ""
        super().__init__(f"{what} was not found{hint}")
        self.what = what
        self.near = tuple(near)


class Conflict(GlossaryError):
    """Refuse a change that would lose somebody else's."""


class Forbidden(GlossaryError):
    """Refuse what needs an editor's token."""


class Busy(GlossaryError):
    """Ask to come back later."""

    def __init__(self, message: str, *, retry_after: int) -> None:
        """Carry the seconds to wait."""
        super().__init__(message)
        self.retry_after = retry_after
