"""Is it a count about people as it is, or what may be read of one?

What is read is made from what is by disclosure control and by nothing else: a count as it is stands in no document.
"""

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class RawCount:
    """A count about people as it is: it is no number, adds up to nothing by itself, and prints nothing.

    Raises ``ValueError`` for less than nobody.
    """

    count: int

    def __post_init__(self) -> None:
        if self.count < 0:
            raise ValueError(self.count)

    def __repr__(self) -> str:
        return "RawCount(…)"


@dataclass(frozen=True, slots=True)
class Shown:
    """A count that may be read as it is."""

    count: int


@dataclass(frozen=True, slots=True)
class Below:
    """A count that is at least ``least`` and less than ``threshold``, and of which no more may be read: ``<5``."""

    threshold: int
    least: int = 1


@dataclass(frozen=True, slots=True)
class Withheld:
    """A count that is not told, because another one could be computed from it or it is a part of one below."""


Published: TypeAlias = Shown | Below | Withheld
"""What may be read of a count about people (publicerat antal)."""
