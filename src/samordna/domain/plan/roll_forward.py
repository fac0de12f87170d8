"""What does next year's budget look like when this year's is where it begins?"""

from dataclasses import replace

from samordna.domain.plan.booked import Booked
from samordna.domain.plan.budget import Budget, BudgetNumber, Decision, Revision
from samordna.domain.plan.by_month import Refinement
from samordna.domain.plan.profile import Profile, Shape, as_last_year
from samordna.domain.plan.register import Register
from samordna.domain.values.period import Month, Period, months_later


def rolled_forward(budget: Budget, to: Period, register: Register, decision: Decision) -> Budget:
    """Return a budget for the year ``to`` with the numbers that hold, of the rows that are in use then.

    Months that were told move with the year; what followed the year before must follow another now, and waits for it.
    Numbers decided for some months by themselves stay behind.
    """
    kept = (number for row, number in budget.latest.items() if _in_use(row, to, register))
    numbers = tuple(_moved(number, budget.year, to) for number in kept)
    return Budget(to, (Revision(decision, numbers),))


def _in_use(key: str, year: Period, register: Register) -> bool:
    row = register.row(key)
    return row is not None and row.valid_in(year)


def _moved(number: BudgetNumber, before: Period, to: Period) -> BudgetNumber:
    refined = tuple(_refined(one, before, to) for one in number.refined)
    profile = Profile(Shape.LAST_YEAR) if number.profile.shape is Shape.LAST_YEAR else number.profile
    return replace(number, profile=profile, refined=refined)


def _refined(one: Refinement, before: Period, to: Period) -> Refinement:
    return replace(one, month=months_later(to.first, _months_between(before.first, one.month)) if one.month else None)


def _months_between(first: Month, later: Month) -> int:
    return (later // 100 - first // 100) * 12 + later % 100 - first % 100


def with_last_years_shape(budget: Budget, booked: Booked) -> Budget:
    """Return the budget with every row that waits for the year before given its weights, where that has been read."""
    revisions = tuple(
        replace(revision, numbers=tuple(_shaped(number, budget.year, booked) for number in revision.numbers))
        for revision in budget.revisions
    )
    return Budget(budget.year, revisions)


def _shaped(number: BudgetNumber, year: Period, booked: Booked) -> BudgetNumber:
    before = booked.balances.year_of(months_later(year.first, -1))
    if not (number.profile.waits and number.profile.shape is Shape.LAST_YEAR and before):
        return number
    return replace(number, profile=as_last_year(booked.months(number.row, before), before.year.period))
