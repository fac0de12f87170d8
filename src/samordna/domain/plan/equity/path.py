"""What is equity at the end of each year, when every year's result is added to what there was?

Amounts are öre. A floor and a ceiling hold from a day until a later one begins, and say who decided or recommended.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from samordna.domain.plan.equity import problems as kinds
from samordna.domain.values.language import swedish
from samordna.domain.values.money import Ore, round_half_away
from samordna.domain.values.numerals import swedish_number
from samordna.domain.values.period import Period, swedish_date
from samordna.domain.values.problem import Problem
from samordna.domain.values.unit import KRONOR


@dataclass(frozen=True, slots=True)
class Limit:
    """A floor or ceiling from a day on: an amount, or a part of the year's contributions."""

    since: dt.date
    source: str
    amount: Ore | None = None
    share: Fraction | None = None

    def level(self, contributions: Ore) -> Ore:
        """Return the level in a year with these contributions; nothing for a limit that says no level."""
        if self.amount is not None:
            return self.amount
        return round_half_away(contributions * (self.share or Fraction(0)))


@dataclass(frozen=True, slots=True)
class YearHeading:
    """What a year is heading for: contributions as plus, net cost as plus for a cost, and what both rest on."""

    year: Period
    contributions: Ore
    net_cost: Ore
    source: str

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

    def closing(self) -> tuple[Ore, ...]:
        """Return the equity at the end of each year."""
        amounts, equity = [], self.opening
        for year in self.years:
            equity += year.result
            amounts.append(equity)
        return tuple(amounts)


def limit_of(limits: Sequence[Limit], year: Period) -> Limit | None:
    """Return the limit that holds on the last day of a year, when its equity is told; None when none has begun."""
    begun = [limit for limit in limits if limit.since <= year.end]
    return max(begun, key=lambda limit: limit.since, default=None)


def path_problems(path: EquityPath) -> tuple[Problem, ...]:
    """Return what is wrong with a path, or else what it should make somebody think of, year by year."""
    wrong = (
        *_of_years(path),
        *_of_limits(path.floors, swedish("golvet för eget kapital")),
        *_of_limits(path.ceilings, swedish("taket för eget kapital")),
    )
    return wrong or tuple(_of_levels(path))


def _of_years(path: EquityPath) -> Iterator[Problem]:
    for before, year in pairwise(path.years):
        if year.year.start != before.year.end + dt.timedelta(days=1):
            told = {"year": year.year.start.year, "before": before.year.start.year}
            yield kinds.YEARS_NOT_IN_ROW.at(swedish("eget kapital"), **told)


def _of_limits(limits: Sequence[Limit], place: str) -> Iterator[Problem]:
    for limit in limits:
        if (limit.amount is None) == (limit.share is None):
            yield kinds.LIMIT_WITHOUT_LEVEL.at(place, day=swedish_date(limit.since))
    for day, times in Counter(limit.since for limit in limits).items():
        if times > 1:
            yield kinds.LIMIT_TWICE.at(place, day=swedish_date(day))


def _of_levels(path: EquityPath) -> Iterator[Problem]:
    for year, equity in zip(path.years, path.closing(), strict=True):
        place = swedish("eget kapital {year}").format(year=year.year.start.year)
        floor, ceiling = limit_of(path.floors, year.year), limit_of(path.ceilings, year.year)
        if equity < 0:
            yield kinds.BELOW_ZERO.at(place, amount=_kronor(equity))
        elif floor and equity < floor.level(year.contributions):
            yield kinds.BELOW_FLOOR.at(place, **_told(equity, floor, year))
        elif ceiling and equity > ceiling.level(year.contributions):
            yield kinds.ABOVE_CEILING.at(place, **_told(equity, ceiling, year))


def _told(equity: Ore, limit: Limit, year: YearHeading) -> dict[str, str]:
    level = limit.level(year.contributions)
    return {"amount": _kronor(equity), "limit": _kronor(level), "source": limit.source}


def _kronor(amount: Ore) -> str:
    return swedish_number(KRONOR.shown(amount))
