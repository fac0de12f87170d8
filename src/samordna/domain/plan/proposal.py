"""Which forecasts do the books, the agreements and the budget lead to, and how was each found?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from samordna.domain.plan.agreement import AgreedSum
from samordna.domain.plan.booked import Booked
from samordna.domain.plan.budget import Budget
from samordna.domain.plan.forecast import Forecast, ForecastNumber, Ground, Proposal
from samordna.domain.plan.register import Kind, RegisterRow
from samordna.domain.values.kronor import whole_kr
from samordna.domain.values.language import swedish
from samordna.domain.values.money import Ore, round_half_away
from samordna.domain.values.period import Month, Period, month_in_words

_LEAST_SHARE: Final = Fraction(1, 10)
_LARGEST_SHARE: Final = Fraction(1)
"""Last year's months say something of this year's when they held a tenth of that year or more, and not beyond it."""


@dataclass(frozen=True)
class Grounds:
    """What proposals are made from: the books through ``covers_to``, agreed sums, and the budget when there is one."""

    year: Period
    covers_to: Month
    booked: Booked
    agreed: Sequence[AgreedSum] = ()
    budget: Budget | None = None

    @property
    def so_far(self) -> Period:
        """The months of the year that the books cover."""
        return Period(self.year.first, min(self.covers_to, self.year.last))


def forecast_proposed(grounds: Grounds) -> Forecast:
    """Return the forecast that stands when nobody writes anything: the first proposal of each row that is followed."""
    followed = (row for row in grounds.booked.register.rows if row.kind is not Kind.OUTSIDE)
    first = (next(iter(proposals(row, grounds)), None) for row in followed if row.valid_in(grounds.year))
    numbers = tuple(ForecastNumber.proposed(proposal) for proposal in first if proposal)
    return Forecast(grounds.year, grounds.covers_to, numbers)


def proposals(row: RegisterRow, grounds: Grounds) -> tuple[Proposal, ...]:
    """Return what can be proposed for a row, what is most to be trusted first.

    An agreement says the year's sum; the months of last year know of what is paid once; a run rate knows only that
    months are alike, and of a year that is over, all of them; the budget is what is left
    when nothing has happened.
    """
    told = (*_by_agreement(row, grounds), *_by_last_year(row, grounds), *_by_run_rate(row, grounds))
    return (*told, *_by_budget(row, grounds))


def _by_agreement(row: RegisterRow, grounds: Grounds) -> Iterator[Proposal]:
    agreed = [one for one in grounds.agreed if one.row == row.key and one.year == grounds.year]
    if agreed:
        amount = sum(one.amount for one in agreed)
        so_far = grounds.booked.over(row.key, grounds.so_far)
        how = swedish("Avtalat för året: {amount}. Bokfört till och med {month}: {booked}.")
        told = how.format(
            amount=whole_kr(amount), month=month_in_words(grounds.so_far.last), booked=whole_kr(so_far or 0)
        )
        yield Proposal(row.key, amount, Ground.AGREEMENT, told)


def _by_last_year(row: RegisterRow, grounds: Grounds) -> Iterator[Proposal]:
    so_far = grounds.so_far
    if so_far == grounds.year:
        return
    now, before = grounds.booked.over(row.key, so_far), _year_before(grounds)
    whole, part = (grounds.booked.over(row.key, one) for one in (before, so_far.years_before(1)))
    if not (now and whole and part) or not _covered(grounds, before):
        return
    share = Fraction(part, whole)
    if _LEAST_SHARE <= share <= _LARGEST_SHARE:
        how = swedish("Förra året var {share} % av kostnaden bokförd till och med {month}, nu är {booked} bokfört.")
        month = month_in_words(so_far.years_before(1).last)
        told = how.format(share=round_half_away(share * 100), month=month, booked=whole_kr(now))
        yield Proposal(row.key, _whole_kronor(now / share), Ground.LAST_YEAR, told)


def _by_run_rate(row: RegisterRow, grounds: Grounds) -> Iterator[Proposal]:
    so_far = grounds.so_far
    now = grounds.booked.over(row.key, so_far)
    if so_far == grounds.year and now is not None:
        yield Proposal(row.key, now, Ground.RUN_RATE, swedish("Året är slut: det som är bokfört."))
    elif now:
        yield at_the_same_rate(row.key, now, so_far, grounds.year)


def at_the_same_rate(key: str, booked: Ore, so_far: Period, year: Period) -> Proposal:
    """Return what a year comes to when its other months are as those that the books cover."""
    months, whole = len(so_far.months), len(year.months)
    how = swedish("Bokfört {booked} på {months} av {whole} månader; resten i samma takt.")
    told = how.format(booked=whole_kr(booked), months=months, whole=whole)
    return Proposal(key, _whole_kronor(Fraction(booked * whole, months)), Ground.RUN_RATE, told)


def _by_budget(row: RegisterRow, grounds: Grounds) -> Iterator[Proposal]:
    number = grounds.budget.latest.get(row.key) if grounds.budget else None
    if number:
        told = swedish("Som budgeten: inget annat är känt.")
        yield Proposal(row.key, number.amount, Ground.BUDGET, told)


def _year_before(grounds: Grounds) -> Period:
    return grounds.year.years_before(1)


def _covered(grounds: Grounds, year: Period) -> bool:
    """Tell whether a year has been read to its end."""
    known = grounds.booked.balances.year_of(year.last)
    return known is not None and known.year.period == year and known.covers_to >= year.last


def _whole_kronor(ore: Fraction) -> Ore:
    return round_half_away(ore / 100) * 100
