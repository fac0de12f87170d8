"""What is a project to cost over its life, and how much of it is a flat rate on something else?

Costs are plus. A flat-rate cost (schablonkostnad) is a part of other costs, or a fixed amount such as a unit cost.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import Final

from samordna.domain.values.language import swedish
from samordna.domain.values.money import Ore, round_half_away
from samordna.domain.values.period import Period


class CostKind(Enum):
    """How the funder counts a cost."""

    ACTUAL = "actual"
    FLAT_RATE = "flat-rate"

    @property
    def in_words(self) -> str:
        """What a person calls it."""
        return _KINDS[self]


_KINDS: Final = {CostKind.ACTUAL: swedish("faktiska kostnader"), CostKind.FLAT_RATE: swedish("schablonkostnader")}


@dataclass(frozen=True, slots=True)
class BudgetedCost:
    """A line of the lifetime budget, in one fiscal year.

    With ``rate`` it is that part of the year's lines with the labels of ``base``, of all actual costs when no base is
    told, and ``amount`` says nothing; without it is ``amount``. No rate is counted on another.
    """

    year: Period
    label: str
    kind: CostKind
    amount: Ore = 0
    rate: Fraction | None = None
    base: tuple[str, ...] = ()


def worth(cost: BudgetedCost, costs: Sequence[BudgetedCost]) -> Ore:
    """Return what a line comes to among the lines of its project; half an öre is rounded away from zero."""
    if cost.rate is None:
        return cost.amount
    return round_half_away(cost.rate * sum(one.amount for one in _base(cost, costs)))


def _base(cost: BudgetedCost, costs: Sequence[BudgetedCost]) -> list[BudgetedCost]:
    told = (one for one in costs if one.year == cost.year and one.rate is None)
    return [one for one in told if (one.label in cost.base if cost.base else one.kind is CostKind.ACTUAL)]


def budgeted(costs: Sequence[BudgetedCost], kind: CostKind | None = None, year: Period | None = None) -> Ore:
    """Return what the lines of a kind in a year come to; of every kind and year where none is told."""
    told = (one for one in costs if (kind is None or one.kind is kind) and (year is None or one.year == year))
    return sum(worth(one, costs) for one in told)


def flat_rate_of(costs: Sequence[BudgetedCost], year: Period) -> Fraction | None:
    """Return what the flat rates on actual costs of a year are of them all; None when there is no such rate.

    What has been worked up is told by the ledger in one sum, so rates on parts of it count as one on the whole. A rate
    on other flat-rate costs is booked with them.
    """
    actual = budgeted(costs, CostKind.ACTUAL, year)
    told = (one for one in costs if one.year == year and one.rate is not None)
    rated = [one for one in told if all(base.kind is CostKind.ACTUAL for base in _base(one, costs))]
    if not rated or not actual:
        return None
    return Fraction(sum(worth(one, costs) for one in rated), actual)
