"""What does an association get of a file of SIE?"""

from typing import NamedTuple

from samordna.domain.ledger.books import Books
from samordna.domain.values.problem import Problem
from samordna.sources.sie import Reading, books_of, read_sie


class Used(NamedTuple):
    """A file that was read, its books, and everything that was found on the way."""

    reading: Reading
    books: Books | None
    problems: tuple[Problem, ...]

    @property
    def codes(self) -> list[str]:
        """The kinds of what was found."""
        return [problem.code for problem in self.problems]


def use(data: bytes, name: str = "bok.se", **roles: object) -> Used:
    """Read a file and make books of it."""
    reading = read_sie(data, name)
    usable = books_of(reading, **roles)
    return Used(reading, usable.books, (*reading.problems, *usable.problems))
