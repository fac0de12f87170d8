"""What will be claimed of a project's months that nobody has claimed, and how much of its grant is left for it?

What can be claimed is what a claim tells: costs as the funder counts them, with common costs and flat rates that nobody
pays again, and participants' time.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from samordna.domain.plan.projects.claim import Claim
from samordna.domain.plan.projects.co_financing import CoFinancingKind, contributed
from samordna.domain.plan.projects.costs import budgeted, flat_rate_of
from samordna.domain.plan.projects.earned import Earning
from samordna.domain.plan.projects.life import RUNNING, ProjectState
from samordna.domain.plan.projects.project import ExternalProject
from samordna.domain.plan.projects.revenue import falling
from samordna.domain.values.money import Ore, round_half_away
from samordna.domain.values.period import Month, Period


@dataclass(frozen=True)
class ToClaim:
    """A project's claims to come, each of as many months as its rhythm says."""

    earning: Earning

    @cached_property
    def standing(self) -> tuple[Claim, ...]:
        """The claims that count against the grant."""
        return tuple(claim for claim in self.earning.claims if claim.stands)

    def claims(self) -> Iterator[tuple[Month, Ore]]:
        """Yield the last month and the money of each claim to come, as far as the grant reaches; none once it ended."""
        if self._project.state not in RUNNING | {ProjectState.APPLIED}:
            return
        left = self._project.grant - sum(claim.worth for claim in self.standing) - self._advanced
        size = max(1, self._project.rhythm.claim_months)
        for at in range(0, len(self._unclaimed), size):
            stretch = self._unclaimed[at : at + size]
            eligible = sum(map(self.eligible, stretch), Fraction(0))
            amount = min(max(0, left), round_half_away(eligible * self._project.share))
            left -= amount
            yield stretch[-1], amount

    def eligible(self, month: Month) -> Fraction:
        """Return what a claim would tell of a month: its costs, and its part of the time that nobody has claimed."""
        year = self._project.year_of(month)
        costs = self._by_books(month) if self.earning.books.covers(month) else self._to_come.get(month, Fraction(0))
        return costs + (self._time(year) if year else 0)

    def _by_books(self, month: Month) -> Fraction:
        """Return a booked month's costs; the office's rows hold the common ones, unless a flat rate is for them."""
        year = self._project.year_of(month)
        if year is None or flat_rate_of(self._project.costs, year) is not None:
            return self.earning.eligible(month)
        common = sum(one.amount for one in self._project.overhead if one.year == year)
        return self.earning.eligible(month) + Fraction(common, len(self._months_of(year)))

    @cached_property
    def _to_come(self) -> Mapping[Month, Fraction]:
        """What is left of each year's budget, evenly on its months that nobody has claimed or booked."""
        found: dict[Month, Fraction] = {}
        for year in self._project.years:
            free = [month for month in self._months_of(year) if month in self._unclaimed]
            coming = [month for month in free if not self.earning.books.covers(month)]
            told = self._claimed(year) + sum(self._by_books(month) for month in free if month not in coming)
            left = max(Fraction(0), Fraction(budgeted(self._project.costs, year=year) - told))
            found |= {month: left / len(coming) for month in coming}
        return found

    def _claimed(self, year: Period) -> Ore:
        """Return the costs of a year, without participants' time, that the claims that stand have told."""
        return sum(falling(claim.actual + claim.flat_rate, claim.period, year) for claim in self.standing)

    def _time(self, year: Period) -> Fraction:
        """Return the time of a month of a year: what nobody has claimed, evenly on the months that nobody has."""
        free = sum(1 for month in self._months_of(year) if month in self._unclaimed)
        claimed = sum(falling(claim.time, claim.period, year) for claim in self.standing)
        left = contributed(self._project.co_financing, CoFinancingKind.TIME, year) - claimed
        return Fraction(max(0, left), free) if free else Fraction(0)

    def _months_of(self, year: Period) -> tuple[Month, ...]:
        return tuple(month for month in year.months if month in self._project.period)

    @property
    def _project(self) -> ExternalProject:
        return self.earning.project

    @property
    def _advanced(self) -> Ore:
        """The advances, which are set off against what is left; a claim that paid less has set them off already."""
        set_off = sum(claim.worth - claim.paid.amount for claim in self.standing if claim.paid)
        return max(0, sum(one.amount for one in self._project.advances) - set_off)

    @cached_property
    def _unclaimed(self) -> tuple[Month, ...]:
        claimed = {month for claim in self.standing for month in claim.period.months}
        return tuple(month for month in self._project.period.months if month not in claimed)
