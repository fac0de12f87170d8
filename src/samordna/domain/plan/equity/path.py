"""What is equity at the end of each year, when every year's result is added to what there was?

Amounts are öre. A floor and a ceiling hold from a day until a later one begins, and say who decided or recommended.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from samordna.domain.document import Origin
from samordna.domain.plan.equity import problems as kinds
from samordna.domain.plan.equity.limits import Limit, Limits, Standing, limit_of, limits_problems, standing
from samordna.domain.values.kronor import whole_kronor
from samordna.domain.values.language import swedish
from samordna.domain.values.money import Ore
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Problem


@dataclass(frozen=True, slots=True)
class YearHeading:
    """What a year is heading for: contributions as plus, net cost as plus for a cost, and what both rest on.

    The origins say what each is made of where more is known than the sentence ``source``.
    """

    year: Period
    contributions: Ore
    net_cost: Ore
    source: str
    contributions_origin: Origin | None = None
    net_cost_origin: Origin | None = None

    @property
    def result(self) -> Ore:
        """Contributions less net cost: plus is a surplus."""
        return self.contributions - self.net_cost


@dataclass(frozen=True, slots=True)
class EquityPath:
    """The equity before the first year, where that is told, the years in order, and the limits there are."""

    opening: Ore
    source: str
    years: tuple[YearHeading, ...]
    floors: tuple[Limit, ...] = ()
    ceilings: tuple[Limit, ...] = ()
    opening_origin: Origin | None = None

    @property
    def limits(self) -> Limits:
        """The floors and ceilings together."""
        return Limits(self.floors, self.ceilings)

    def closing(self) -> tuple[Ore, ...]:
        """Return the equity at the end of each year."""
        amounts, equity = [], self.opening
        for year in self.years:
            equity += year.result
            amounts.append(equity)
        return tuple(amounts)


def path_problems(path: EquityPath) -> tuple[Problem, ...]:
    """Return what is wrong with a path, or else what it should make somebody think of, year by year."""
    wrong = (
        *_of_years(path),
        *limits_problems(path.limits),
    )
    return wrong or tuple(_of_levels(path))


def _of_years(path: EquityPath) -> Iterator[Problem]:
    for before, year in pairwise(path.years):
        if year.year.start != before.year.end + dt.timedelta(days=1):
            told = {"year": year.year.start.year, "before": before.year.start.year}
            yield kinds.YEARS_NOT_IN_ROW.at(swedish("eget kapital"), **told)


def _of_levels(path: EquityPath) -> Iterator[Problem]:
    for year, equity in zip(path.years, path.closing(), strict=True):
        place = swedish("eget kapital {year}").format(year=year.year.start.year)
        floor, ceiling = limit_of(path.floors, year.year), limit_of(path.ceilings, year.year)
        levels = (one.level(year.contributions) if one else None for one in (floor, ceiling))
        match standing(equity, *levels):
            case Standing.SPENT:
                yield kinds.BELOW_ZERO.at(place, amount=whole_kronor(equity))
            case Standing.BELOW if floor:
                yield kinds.BELOW_FLOOR.at(place, **_told(equity, floor, year))
            case Standing.ABOVE if ceiling:
                yield kinds.ABOVE_CEILING.at(place, **_told(equity, ceiling, year))


def _told(equity: Ore, limit: Limit, year: YearHeading) -> dict[str, str]:
    level = limit.level(year.contributions)
    return {"amount": whole_kronor(equity), "limit": whole_kronor(level), "source": limit.source}
