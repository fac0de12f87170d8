"""Which figures come from a person and not from a ledger?

Budget and forecast, staff counts, and years before the first ledger that was read.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import Final

from samordna.domain.values.period import Period
from samordna.domain.values.unit import KRONOR, KRONOR_ORE, PERCENT, PERSONS, THOUSANDS, Unit

LEAST_PART: Final[Mapping[str, Fraction]] = {
    KRONOR_ORE.code: Fraction(1),
    KRONOR.code: Fraction(1),
    THOUSANDS.code: Fraction(1),
    PERCENT.code: Fraction(1, 10_000),
    PERSONS.code: Fraction(1),
}
"""What one step of ``EnteredFigure.exact`` is: an öre, a hundredth of a per cent, a person."""


_MONEY: Final = frozenset({KRONOR_ORE.code, KRONOR.code, THOUSANDS.code})


def same_quantity(one: Unit, other: Unit) -> bool:
    """Tell whether two units count the same thing: kronor and öre do, kronor and persons do not."""
    return one == other or {one.code, other.code} <= _MONEY


class Scenario(Enum):
    """Which of the measures a figure is (utfall, budget, prognos, ej bokfört)."""

    ACTUAL = "actual"
    BUDGET = "budget"
    FORECAST = "forecast"
    UNBOOKED = "unbooked"
    """What has been worked up and is not booked: the plan tells it row by row, nobody enters it for a line."""


@dataclass(frozen=True, slots=True)
class EnteredFigure:
    """A figure a person entered: for what, which measure, over which months, and where it was taken from.

    ``key`` names what it is a figure for, as the layout writes it: ``keyfigures:anstallda``,
    ``income:kostnader``. ``exact`` is a whole number of the unit's ``LEAST_PART``: öre whatever unit of
    money, persons, hundredths of a per cent (48 % is 4800). ``source`` is the document or decision.
    """

    key: str
    scenario: Scenario
    period: Period
    exact: int
    unit: Unit
    source: str

    @property
    def value(self) -> Fraction:
        """The exact value as ``unit`` counts it: 4800 hundredths of a per cent are 0.48."""
        return self.exact * LEAST_PART[self.unit.code]
