"""What has been agreed to be paid for a year, and how much of it has been worked up?

Until agreements have a register of their own, an agreed sum is entered for a row.
"""

from dataclasses import dataclass

from samordna.domain.plan.profile import EVEN, Profile
from samordna.domain.values.money import Ore
from samordna.domain.values.period import Period


@dataclass(frozen=True, slots=True)
class AgreedSum:
    """What an agreement says that a row costs in a fiscal year; ``source`` names the agreement."""

    row: str
    year: Period
    amount: Ore
    profile: Profile = EVEN
    performer: str = ""
    source: str = ""

    def worked_up(self, period: Period) -> Ore:
        """Return the part of the sum that falls on months of its year."""
        return sum(ore for month, ore in self.profile.spread(self.amount, self.year).items() if month in period)


@dataclass(frozen=True, slots=True)
class Contribution:
    """What a party pays for a fiscal year (medlemsbidrag), an income told as plus; it falls evenly on the months.

    ``expected`` is what the forecast reckons with when that is something else.
    """

    party: str
    year: Period
    amount: Ore
    source: str = ""
    expected: Ore | None = None

    def in_forecast(self) -> Ore:
        """Return what the forecast reckons with."""
        return self.amount if self.expected is None else self.expected


def over_months(amount: Ore, year: Period, period: Period) -> Ore:
    """Return the part of a year's amount that falls evenly on some of its months."""
    return sum(ore for month, ore in EVEN.spread(amount, year).items() if month in period)
