"""How much of its grant has a project earned, as its conditions are met?

The condition of a grant is costs that the funder counts. For the months of a claim it is what was claimed, or approved
once it is; after them it is what the books hold, times the funder's share. Never more than the grant.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from samordna.domain.plan.agreement import over_months
from samordna.domain.plan.projects.books import ProjectBooks
from samordna.domain.plan.projects.claim import Claim, ClaimState, of_project
from samordna.domain.plan.projects.costs import flat_rate_of
from samordna.domain.plan.projects.life import WAS_GRANTED
from samordna.domain.plan.projects.project import ExternalProject, RowUse
from samordna.domain.values.money import Ore, round_half_away
from samordna.domain.values.period import Month, Period, months_later


@dataclass(frozen=True)
class Earning:
    """A project, what has been claimed of it, and its books."""

    project: ExternalProject
    claims: tuple[Claim, ...]
    books: ProjectBooks

    @classmethod
    def of(cls, books: ProjectBooks, claims: Iterable[Claim]) -> "Earning":
        """Return the earning of the project of some books; ``claims`` may be of any project."""
        return cls(books.project, of_project(claims, books.project.id), books)

    def over(self, period: Period) -> Ore:
        """Return what is earned over some months: an income, told as plus. Years add up to what is earned to date."""
        return self.through(period.last) - self.through(months_later(period.first, -1))

    def through(self, month: Month) -> Ore:
        """Return what is earned from the beginning to the end of a month, at most the grant."""
        if self.project.state not in WAS_GRANTED or month < self.project.period.first:
            return 0
        told = Period(self.project.period.first, min(month, self.project.booked.last))
        exact = self.claimed(told) + self.by_books(told)
        return max(0, min(self.project.granted, round_half_away(exact)))

    def claimed(self, period: Period) -> Ore:
        """Return what the claims that stand give for some months; a claim falls evenly on its own."""
        parts = ((claim, _within(claim.period, period)) for claim in self.claims if claim.stands)
        return sum(over_months(claim.worth, claim.period, months) for claim, months in parts if months)

    def by_books(self, period: Period) -> Fraction:
        """Return what the books give for the months that nobody has claimed; a claim that was rejected gives none."""
        free = [month for month in period.months if month not in self._claimed_months]
        return sum((self.eligible(month) for month in free), Fraction(0)) * self.project.share

    def eligible(self, month: Month) -> Fraction:
        """Return what the funder counts of a month that the books tell of.

        Actual costs as booked, and the year's flat rate on them; without such a rate the flat-rate costs as booked.
        Participants' time counts when it is claimed: no ledger knows of it.
        """
        at = Period(month, month)
        actual, year = self.books.over(RowUse.ACTUAL, at), self.project.year_of(month)
        rate = flat_rate_of(self.project.costs, year) if year else None
        if rate is None:
            return Fraction(actual + self.books.over(RowUse.FLAT_RATE, at))
        return actual * (1 + rate)

    def booked(self, period: Period) -> Ore:
        """Return what is booked as the project's income over some months, told as plus."""
        return -self.books.over(RowUse.INCOME, period)

    @cached_property
    def _claimed_months(self) -> frozenset[Month]:
        settled = (one for one in self.claims if one.stands or one.state is ClaimState.REJECTED)
        return frozenset(month for one in settled for month in one.period.months)


def _within(one: Period, other: Period) -> Period | None:
    return Period(max(one.first, other.first), min(one.last, other.last)) if one.overlaps(other) else None


def received(project: ExternalProject, claims: Iterable[Claim], through: Month) -> Ore:
    """Return what the funder has paid to the end of a month: claims, and advances."""
    paid = (claim.paid for claim in of_project(claims, project.id))
    days = (
        *((one.day, one.amount) for one in paid if one),
        *((one.day, one.amount) for one in project.advances),
    )
    return sum(amount for day, amount in days if day.year * 100 + day.month <= through)
