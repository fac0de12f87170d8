"""Month by month, how much has the association laid out for a project before the funder pays?

What has been is from the books and the payments; what comes is the lifetime budget and claims in the project's rhythm.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from samordna.domain.plan.projects.co_financing import CoFinancingKind, contributed
from samordna.domain.plan.projects.costs import budgeted
from samordna.domain.plan.projects.earned import Earning
from samordna.domain.plan.projects.project import ExternalProject, RowUse
from samordna.domain.plan.projects.to_claim import ToClaim
from samordna.domain.values.money import Ore
from samordna.domain.values.period import Month, Period, month_of, months_later
from samordna.domain.values.share_out import shared_out


@dataclass(frozen=True, slots=True)
class LiquidityMonth:
    """A month: costs paid, money received, and what has come and gone until then; minus is what is laid out.

    ``expected``: the books do not tell of it, yet or at all.
    """

    month: Month
    paid: Ore
    received: Ore
    balance: Ore
    expected: bool


@dataclass(frozen=True)
class Liquidity:
    """The months of a project, from its first until its last payment."""

    earning: Earning

    @cached_property
    def months(self) -> tuple[LiquidityMonth, ...]:
        """Every month, in order."""
        balance, found = 0, []
        for month in Period(self._project.period.first, self._last).months:
            paid, received = self._paid.get(month, 0), self._received.get(month, 0)
            balance += received - paid
            expected = not self.earning.books.covers(month)
            found.append(LiquidityMonth(month, paid, received, balance, expected))
        return tuple(found)

    @property
    def deepest(self) -> LiquidityMonth | None:
        """The month when most is laid out, the first of equals; None when nothing ever is."""
        lowest = min(self.months, key=lambda one: one.balance)
        return lowest if lowest.balance < 0 else None

    def as_budgeted(self, through: Month) -> tuple[Period, ...]:
        """Return the years until a month that the books should tell of and do not: their costs are the budget's."""
        told = [one.month for one in self.months if one.expected and one.month <= min(through, self._reaches)]
        return tuple(year for year in self._project.years if any(month in year for month in told))

    @property
    def _project(self) -> ExternalProject:
        return self.earning.project

    @property
    def _reaches(self) -> Month:
        return self.earning.books.reaches

    @property
    def _last(self) -> Month:
        return max(self._project.period.last, *self._received, self._project.period.first)

    @cached_property
    def _paid(self) -> Mapping[Month, Ore]:
        """What is paid each month: as booked, and what is left of each year's budget evenly on its other months."""
        paid = {month: self._booked(month) for month in self._project.booked.months if self.earning.books.covers(month)}
        for year in self._project.years:
            months = [one for one in year.months if one in self._project.booked]
            coming = [month for month in months if month in self._project.period and month not in paid]
            if coming:
                left = max(0, self._to_pay(year) - sum(paid.get(month, 0) for month in months))
                paid |= dict(zip(coming, shared_out(left, [1] * len(coming)), strict=True))
        return paid

    def _to_pay(self, year: Period) -> Ore:
        """Return what a year's budget pays on the project's own rows; its part of the office's costs is paid anyway."""
        overhead = sum(one.amount for one in self._project.overhead if one.year == year)
        return budgeted(self._project.costs, year=year) - overhead

    def _booked(self, month: Month) -> Ore:
        at = Period(month, month)
        return sum(self.earning.books.over(use, at) for use in (RowUse.ACTUAL, RowUse.FLAT_RATE))

    @cached_property
    def _received(self) -> Mapping[Month, Ore]:
        """What is received each month: advances, claims, co-financing in money; claims to come within the grant."""
        found: dict[Month, Ore] = {}
        for month, amount in (*self._advances(), *self._claims(), *self._co_financing(), *self._to_come()):
            found[month] = found.get(month, 0) + amount
        return found

    def _advances(self) -> Iterator[tuple[Month, Ore]]:
        yield from ((month_of(one.day), one.amount) for one in self._project.advances)

    def _claims(self) -> Iterator[tuple[Month, Ore]]:
        for claim in self._to_claim.standing:
            if claim.paid:
                yield month_of(claim.paid.day), claim.paid.amount
            else:
                yield self._comes(claim.period.last), claim.worth

    def _comes(self, last: Month) -> Month:
        """Return when money for months until ``last`` comes: never in a month that is booked and knew nothing of it."""
        return max(
            months_later(last, self._project.rhythm.payment_lag), months_later(self._reaches, 1) if self._reaches else 0
        )

    def _co_financing(self) -> Iterator[tuple[Month, Ore]]:
        for year in self._project.years:
            months = [one for one in year.months if one in self._project.period]
            if months:
                amount = contributed(self._project.co_financing, CoFinancingKind.MONEY, year)
                yield from zip(months, shared_out(amount, [1] * len(months)), strict=True)

    def _to_come(self) -> Iterator[tuple[Month, Ore]]:
        yield from ((self._comes(last), amount) for last, amount in self._to_claim.claims())

    @cached_property
    def _to_claim(self) -> ToClaim:
        return ToClaim(self.earning)
