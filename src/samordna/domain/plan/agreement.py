"""What has been agreed to be paid for a year, and how much of it has been worked up?

A sum is a part of an agreement (``agreements``), or entered for a row without one.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from samordna.domain.plan.profile import EVEN, Profile, Shape
from samordna.domain.values.money import Ore
from samordna.domain.values.period import Period


@dataclass(frozen=True, slots=True)
class AgreedSum:
    """What an agreement says that a row costs in a fiscal year; ``source`` names the agreement.

    ``agreement`` is its number in the register of agreements, 0 for a sum that was entered without one.
    """

    row: str
    year: Period
    amount: Ore
    profile: Profile = EVEN
    performer: str = ""
    source: str = ""
    agreement: int = 0

    def worked_up(self, period: Period) -> Ore:
        """Return the part of the sum that falls on months of its year."""
        return sum(ore for month, ore in self.profile.spread(self.amount, self.year).items() if month in period)


def profiles_agreed(sums: Iterable[AgreedSum], year: Period) -> Mapping[str, Profile]:
    """Return how what is agreed for each row falls on the months of a year; several sums of a row fall together."""
    by_row: dict[str, list[AgreedSum]] = {}
    for one in sums:
        if one.year == year:
            by_row.setdefault(one.row, []).append(one)
    return {row: told[0].profile if len(told) == 1 else _together(told, year) for row, told in by_row.items()}


def _together(sums: Sequence[AgreedSum], year: Period) -> Profile:
    months = [sum(one.worked_up(Period(month, month)) for one in sums) for month in year.months]
    return Profile(Shape.AGREED, tuple(months))


@dataclass(frozen=True, slots=True)
class Contribution:
    """What a party pays for a fiscal year (medlemsbidrag), an income told as plus; it falls evenly on the months.

    ``expected`` is what the forecast reckons with when that is something else. What is not ``decided`` is planned with,
    and nobody owes it yet.
    """

    party: str
    year: Period
    amount: Ore
    source: str = ""
    expected: Ore | None = None
    decided: bool = True

    def in_forecast(self) -> Ore:
        """Return what the forecast reckons with."""
        return self.amount if self.expected is None else self.expected


def over_months(amount: Ore, year: Period, period: Period) -> Ore:
    """Return the part of a year's amount that falls evenly on some of its months."""
    return sum(ore for month, ore in EVEN.spread(amount, year).items() if month in period)
