"""What do the rows of cost centres that activities name cost in a year?"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from samordna.domain.activities.activity import Activity
from samordna.domain.activities.money import RowMoney, Told
from samordna.domain.activities.naming import id_of
from samordna.domain.document import EnteredOrigin, LedgerOrigin, Part
from samordna.domain.plan.booked import Booked
from samordna.domain.plan.budget import Budget
from samordna.domain.plan.forecast import Forecast
from samordna.domain.plan.register import COST_CENTRE, CostCentre, RegisterRow
from samordna.domain.statements.cost_centre_lines import EVERY_OBJECT
from samordna.domain.values.period import Month, Period
from samordna.office.questions.books.ledgers import balances
from samordna.office.questions.followed.forecast import forecast_now
from samordna.office.questions.plan.plan import plan_held


@dataclass(frozen=True)
class MoneyOfYear:
    """What rows cost in a fiscal year, by key. ``covered`` are the months that are booked, None when none are."""

    rows: Mapping[str, RowMoney]
    covered: Period | None


def money_of(year: Period, through: Month | None = None) -> MoneyOfYear:
    """Return what every row of the register costs in a fiscal year, as far as anybody has booked or said.

    What is booked after the month ``through`` is left out; budget and forecast are always the whole year's.
    """
    held = plan_held().plan
    books = balances(year, objects=frozenset({(COST_CENTRE, EVERY_OBJECT)}))
    told = books.year_of(year.last)
    booked, covered = Booked(held.register, books), _until(told.covered if told else None, through)
    version = told.version if told else 0
    budget, forecast = held.budget_of(year), forecast_now(year)
    rows = {}
    for row in held.register.rows:
        told_of_it = (
            *_booked(row, booked, covered, version),
            *_decided(row, budget, year),
            *_expected(row, forecast),
        )
        rows[row.key] = RowMoney(row.key, row.name, dict(told_of_it))
    return MoneyOfYear(rows, covered)


def _until(covered: Period | None, through: Month | None) -> Period | None:
    if covered is None or through is None or through >= covered.last:
        return covered
    return Period(covered.first, through) if covered.first <= through else None


def _booked(row: RegisterRow, booked: Booked, covered: Period | None, version: int) -> Iterator[tuple[Told, Part]]:
    amount = booked.over(row.key, covered) if covered and isinstance(row, CostCentre) else None
    if amount is not None and covered:
        origin = LedgerOrigin((), covered, "movement", ((COST_CENTRE, row.code),), (version,))
        yield Told.ACTUAL, Part(row.name, amount, origin)


def _decided(row: RegisterRow, budget: Budget | None, year: Period) -> Iterator[tuple[Told, Part]]:
    number = budget.latest.get(row.key) if budget else None
    if budget and number:
        source = budget.revisions[-1].decision.told
        yield Told.BUDGET, Part(row.name, number.amount, EnteredOrigin(source, row.key, "budget", year))


def _expected(row: RegisterRow, forecast: Forecast) -> Iterator[tuple[Told, Part]]:
    number = forecast.of(row.key)
    if number:
        origin = EnteredOrigin(number.how, row.key, "forecast", forecast.year)
        yield Told.FORECAST, Part(row.name, number.amount, origin)


def planned_funds(activity: Activity, year: Period) -> Part | None:
    """Return what a year's activity plan gives an activity; None when it says nothing of it.

    Its rows are those of the part that has the activity's id, else those that are called what the activity is.
    """
    plan = plan_held().activity_plan_of(year)
    if plan is None:
        return None
    rows = plan.of_part(activity.id) or tuple(one for one in plan.activities if id_of(one.label) == activity.id)
    amounts = [one.funds for one in rows if one.funds is not None]
    origin = EnteredOrigin(plan.source, f"activity-plan:{activity.id}", "budget", year)
    return Part(activity.name, sum(amounts), origin) if amounts else None
