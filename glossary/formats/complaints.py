"""Gather what is wrong with a file while its good rows go on."""

from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeVar

from glossary.errors import InvalidFile, InvalidTerm, Problem
from glossary.model import Term

# A file of another kind has a problem in every row; nobody reads more than these.
MAX_PROBLEMS = 1_000

Values = TypeVar("Values")


class Complaints:
    """Collect problems with their places; raise them all at the end."""

    def __init__(self, passed_over: Callable[[Problem], None] | None = None) -> None:
        """Start with none; `passed_over` is told what is left out without being wrong."""
        self._passed_over = passed_over
        self._problems: list[Problem] = []
        self._seen: dict[str, str] = {}
        self._count = 0

    def add(self, where: str, what: str, value: str = "") -> None:
        """Note one problem."""
        self._count += 1
        if self._count <= MAX_PROBLEMS:
            self._problems.append(Problem(where, what, value))

    def pass_over(self, where: str, why: str, value: str = "") -> None:
        """Tell of something that is right in its own way but no term of a glossary."""
        if self._passed_over is not None:
            self._passed_over(Problem(where, why, value))

    def add_term(self, where: str, error: InvalidTerm) -> None:
        """Note the problems of one term found at a place."""
        for problem in error.problems:
            column = f", column {problem.where}" if problem.where else ""
            self.add(where + column, problem.what, problem.value)

    def is_new(self, term: Term, where: str) -> bool:
        """Say whether a term's id is the first of its kind; note it where not."""
        first = self._seen.setdefault(term.id, where)
        if first != where:
            self.add(f"{where}, column id", f"this id is already used in {first}", term.id)
        return first == where

    def placed(self, where: str, make: Callable[[Values], Term], values: Values) -> Iterator["Placed"]:
        """Yield the term that `make` makes of values, or note what is wrong and yield nothing."""
        try:
            term = make(values)
        except InvalidTerm as error:
            self.add_term(where, error)
            return
        if self.is_new(term, where):
            yield Placed(where, term)

    def raise_all(self) -> None:
        """Raise InvalidFile if there was any problem."""
        if self._count > MAX_PROBLEMS:
            rest = self._count - MAX_PROBLEMS
            self._problems.append(Problem("", f"and {rest:,} more problems"))
        if self._problems:
            raise InvalidFile(self._problems)


class Placed(NamedTuple):
    """Hold a term with the place in its file, to be quoted in complaints."""

    where: str
    term: Term
