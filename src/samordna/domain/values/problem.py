"""What can be wrong with something a person handed in, and what follows from it?

A problem is place, what was found, and what to do. What it leads to (refuse, warn, inform) is a
property of its kind and stands in one table per subject, never where the problem is discovered.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum


class Severity(Enum):
    """What a problem leads to."""

    REFUSE = "refuse"
    """Nothing changes."""
    WARN = "warn"
    """It is taken, and the person is told."""
    INFORM = "inform"
    """Worth knowing, nothing to do."""


@dataclass(frozen=True, slots=True)
class ProblemKind:
    """A row of a problem table: ``found`` is a sentence with ``{fields}``, ``remedy`` what to do about it."""

    code: str
    severity: Severity
    found: str
    remedy: str

    def at(self, place: str, **fields: object) -> "Problem":
        """Return the problem of this kind at ``place`` (a file and line, an account, a line of a layout)."""
        return Problem(self.code, self.severity, place, self.found.format(**fields), self.remedy.format(**fields))


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: where, what was found, what to do. ``str()`` is what a person reads.

    ``line`` is the line of a file for those who count; ``place`` says it in words, so it is no part of what is equal.
    """

    code: str
    severity: Severity
    place: str
    found: str
    remedy: str
    line: int | None = field(default=None, compare=False)

    def __str__(self) -> str:
        return f"{self.place}: {self.found} {self.remedy}"


def refuses(problems: Iterable[Problem]) -> bool:
    """Tell whether any of the problems stops what was asked for."""
    return any(problem.severity is Severity.REFUSE for problem in problems)


class Refused(Exception):  # noqa: N818 - a refusal is an answer, not an error of the program
    """What was asked for is not done; ``problems`` say where, what and what to do instead."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))
