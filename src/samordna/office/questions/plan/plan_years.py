"""Which years is there to plan for?"""

from typing import Final

from django.utils import timezone

from samordna.domain.values.period import Period, months_later
from samordna.office.questions.books.ledgers import imports
from samordna.office.questions.plan.plan import plan_held

_BESIDE: Final = 5
"""Years before and after those that are known that can be looked at."""


def this_year() -> Period:
    """Return the calendar year that it is: the fiscal year of whoever has not read in books that say otherwise."""
    first = timezone.localdate().year * 100 + 1
    return Period(first, months_later(first, 11))


def year_after(year: Period) -> Period:
    """Return the twelve months after a fiscal year."""
    return Period(months_later(year.last, 1), months_later(year.last, 12))


def plan_years() -> tuple[Period, ...]:
    """Return the years that anybody has planned or booked, and at least the coming one, the latest first."""
    booked = _booked() or {this_year()}
    known = booked | _planned() | {budget.year for budget in plan_held().plan.budgets}
    return tuple(sorted({*known, year_after(max(booked)), year_after(max(known))}, reverse=True))


def plan_year(ends: int) -> Period | None:
    """Return the fiscal year to plan for that ends in a calendar year; None where there is none to speak of.

    Besides the years that something is known of there are five more before and after them, for a view of several.
    """
    years = plan_years()
    known = next((year for year in years if year.last // 100 == ends), None)
    latest, earliest = years[0], years[-1]
    near = earliest.last // 100 - _BESIDE <= ends <= latest.last // 100 + _BESIDE
    return known or (latest.years_before(latest.last // 100 - ends) if near else None)


def usual_plan_year() -> Period:
    """Return the latest year that has an activity plan or is financed, else the one after the latest books."""
    planned = _planned()
    return max(planned) if planned else year_after(max(_booked() or {this_year()}))


def _booked() -> set[Period]:
    return {one.year.period for one in imports() if one.current}


def _planned() -> set[Period]:
    held = plan_held()
    return {one.year for one in held.financing} | {one.year for one in held.activity_plans}
