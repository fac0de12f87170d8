"""What was decided that the rows may cost?

One number a year and row, with a profile over its months; parts of it may be told by account or month. Nothing is
changed: a revision says what holds instead, why, and on which decision. Amounts are net cost: a cost is plus, as the
association enters it, and an income minus.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from samordna.domain.plan.by_month import Refinement, by_account
from samordna.domain.plan.profile import EVEN, Profile
from samordna.domain.values.language import swedish
from samordna.domain.values.money import Ore
from samordna.domain.values.period import Month, Period, swedish_date


@dataclass(frozen=True, slots=True)
class Decision:
    """What a revision rests on: the day, the paragraph or paper, and why."""

    reference: str
    reason: str
    day: dt.date | None = None

    @property
    def told(self) -> str:
        """``Styrelsen § 41, 24 november 2023``."""
        return ", ".join(part for part in (self.reference, swedish_date(self.day) if self.day else "") if part)


@dataclass(frozen=True, slots=True)
class BudgetNumber:
    """What a row may cost in the year, how it falls on the months, and what of it is told by account or month.

    ``note`` is a word of whoever made it.
    """

    row: str
    amount: Ore
    profile: Profile = EVEN
    refined: tuple[Refinement, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class PeriodNumber:
    """What was decided for a row over some months by themselves: it holds for exactly those, beside the year's."""

    row: str
    period: Period
    amount: Ore


@dataclass(frozen=True, slots=True)
class Revision:
    """A decision and what it says of the rows that it names; the others stay as they were."""

    decision: Decision
    numbers: tuple[BudgetNumber, ...] = ()
    periods: tuple[PeriodNumber, ...] = ()


@dataclass(frozen=True, slots=True)
class Decided:
    """An amount and where it was decided, as a sentence tells it."""

    amount: Ore
    source: str


@dataclass(frozen=True)
class Budget:
    """The budget of a fiscal year: its revisions, the first that was adopted first."""

    year: Period
    revisions: tuple[Revision, ...]

    @property
    def first_adopted(self) -> Mapping[str, BudgetNumber]:
        """What the first revision said, row by row."""
        return {number.row: number for number in self.revisions[0].numbers} if self.revisions else {}

    @property
    def latest(self) -> Mapping[str, BudgetNumber]:
        """What holds, row by row."""
        return {row: number for row, (number, _) in self._holding.items()}

    @property
    def period_numbers(self) -> Mapping[tuple[str, Period], PeriodNumber]:
        """What holds for some months by themselves, by row and months."""
        return {key: number for key, (number, _) in self._for_periods.items()}

    def revision_of(self, row: str) -> int | None:
        """Return which of the revisions a row's number rests on, 1 for the first; None when it has no number."""
        found = [at for at, one in enumerate(self.revisions, 1) if any(number.row == row for number in one.numbers)]
        return found[-1] if found else None

    def over(self, row: str, period: Period) -> Decided | None:
        """Return what a row may cost over months of the year; None when it has no number.

        A number decided for just these months goes before the profile of the year's.
        """
        if period != self.year and (row, period) in self._for_periods:
            number, decision = self._for_periods[row, period]
            return Decided(number.amount, _told(swedish("Budget för {period}"), period, decision))
        found = self._holding.get(row)
        if not found:
            return None
        number_of_year, decision = found
        whole = _told(swedish("Budget för {period}"), self.year, decision)
        whole = ". ".join(part for part in (whole, number_of_year.note) if part)
        if period == self.year:
            return Decided(number_of_year.amount, whole)
        months = self.months(row)
        amount = sum(ore for month, ore in months.items() if month in period)
        share = swedish("{whole}; {period} är {profile}")
        profile = number_of_year.profile.in_words
        return Decided(amount, share.format(whole=whole, period=period.in_words, profile=profile))

    def months(self, row: str) -> Mapping[Month, Ore]:
        """Return a row's year by months; nothing when it has no number."""
        number = self._holding.get(row)
        if number and not number[0].refined:
            return number[0].profile.spread(number[0].amount, self.year)
        months: dict[Month, Ore] = dict.fromkeys(self.year.months, 0)
        for spread in self.by_account(row).values():
            for month, ore in spread.items():
                months[month] += ore
        return months

    def by_account(self, row: str) -> Mapping[str, Mapping[Month, Ore]]:
        """Return a row's year by account and month; what is told of no account stands under an empty one."""
        number = self.latest.get(row)
        return by_account(number.amount, number.profile, number.refined, self.year) if number else {}

    @cached_property
    def _holding(self) -> Mapping[str, tuple[BudgetNumber, Decision]]:
        return {number.row: (number, one.decision) for one in self.revisions for number in one.numbers}

    @cached_property
    def _for_periods(self) -> Mapping[tuple[str, Period], tuple[PeriodNumber, Decision]]:
        return {(number.row, number.period): (number, one.decision) for one in self.revisions for number in one.periods}

    def numbers(self) -> Iterator[tuple[Revision, BudgetNumber]]:
        """Yield every number that was ever decided, with its revision, in order."""
        for revision in self.revisions:
            for number in revision.numbers:
                yield revision, number


def _told(words: str, period: Period, decision: Decision) -> str:
    return ", ".join(part for part in (words.format(period=period.in_words), decision.told) if part)
