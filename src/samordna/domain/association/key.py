"""How does the charter share what is to be paid: between the groups, and then within each?"""

import datetime as dt
from dataclasses import dataclass
from enum import Enum
from typing import Final

from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.domain.values.unit import KRONOR, Unit


class Basis(Enum):
    """What the members of a group are weighed by."""

    POPULATION = "population"
    AGREED = "agreed"

    @property
    def in_words(self) -> str:
        """What a person calls it."""
        return _BASES[self]


_BASES: Final = {Basis.POPULATION: swedish("folkmängd"), Basis.AGREED: swedish("avtalade vikter")}


@dataclass(frozen=True, slots=True)
class GroupPart:
    """A group's weight against the others (2, 1 and 1 for half and two quarters), and what it is shared by within."""

    group: str
    weight: int
    basis: Basis


@dataclass(frozen=True, slots=True)
class CountDay:
    """The day of the year before of which populations count: 30 June in one association, the last in another."""

    month: int
    day: int

    def before(self, year: Period) -> dt.date:
        """Return that day in the year before; raises ``ValueError`` for a day that no year has."""
        return dt.date(year.start.year - 1, self.month, self.day)


END_OF_JUNE: Final = CountDay(6, 30)
END_OF_YEAR: Final = CountDay(12, 31)


@dataclass(frozen=True, slots=True)
class AllocationKey:
    """The rule for sharing (fördelningsnyckel) from a day on, until a later one begins.

    Parts are whole numbers of ``unit``, kronor or thousands. ``source`` is the charter or decision it stands in.
    """

    since: dt.date
    parts: tuple[GroupPart, ...]
    source: str
    unit: Unit = KRONOR
    counted: CountDay = END_OF_JUNE

    def part_of(self, group: str) -> GroupPart | None:
        """Return the part of a group; None when the key does not name it."""
        return next((part for part in self.parts if part.group == group), None)


@dataclass(frozen=True, slots=True)
class AgreedWeight:
    """What a member has been agreed to weigh within its group from a day on, until a later weight begins."""

    member: str
    weight: int
    since: dt.date
    source: str
