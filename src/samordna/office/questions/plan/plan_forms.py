"""Which forms are filled in away from the site, and what is one that comes back held against?"""

from collections.abc import Iterator
from typing import Final

from samordna.domain.document import Form
from samordna.domain.plan.budget import BudgetNumber
from samordna.domain.plan.budget_sheet import (
    BudgetProfile,
    BudgetRow,
    ForecastRow,
    RowKey,
    SheetBasis,
    SheetHead,
    budget_form,
    forecast_form,
)
from samordna.domain.plan.checks import may_be_income
from samordna.domain.plan.forecast import Forecast
from samordna.domain.plan.plan import Plan
from samordna.domain.plan.profile import Shape
from samordna.domain.plan.register import BudgetLine, Kind, RegisterRow
from samordna.domain.values.period import Period
from samordna.office.questions.books.ledgers import imports
from samordna.office.questions.followed.forecast import forecast_now
from samordna.office.questions.identity import association
from samordna.office.questions.plan.plan import plan_held
from samordna.sources.budgets import Expected

PROFILES: Final = {
    Shape.EVEN: BudgetProfile.EVEN,
    Shape.AGREED: BudgetProfile.AGREED,
    Shape.LAST_YEAR: BudgetProfile.LAST_YEAR,
    Shape.OWN: BudgetProfile.OWN,
}
"""What the form calls how a number falls on its months."""


def budget_form_of(year: Period) -> Form:
    """Return the form of a year's budget, with what holds filled in."""
    return budget_form(_head(year, basis_now()), budget_rows(plan_held().plan, year))


def basis_now() -> SheetBasis:
    """Return what a form that goes out now is filled in from."""
    return SheetBasis(plan_held().number, max((one.version for one in imports()), default=0))


def budget_rows(plan: Plan, year: Period) -> tuple[BudgetRow, ...]:
    """Return the rows of the form of a budget, with what holds in a plan."""
    budget = plan.budget_of(year)
    latest = budget.latest if budget else {}
    months = {row: tuple(budget.months(row).values()) for row in latest} if budget else {}
    return tuple(_budget_row(row, latest.get(row.key), months.get(row.key, ())) for row in _followed(plan, year))


def _budget_row(row: RegisterRow, number: BudgetNumber | None, months: tuple[int, ...]) -> BudgetRow:
    code, project = key_of(row)
    if number is None:
        return BudgetRow(code, project, row.name)
    profile = PROFILES[number.profile.shape]
    told = months if profile is BudgetProfile.OWN else ()
    return BudgetRow(code, project, row.name, number.amount, profile, told, number.note)


def forecast_form_of(year: Period) -> Form:
    """Return the form of a year's forecast, as it stands: proposed numbers too, so that nothing must be looked up."""
    return forecast_form(_head(year, basis_now()), forecast_rows(plan_held().plan, forecast_now(year)))


def forecast_rows(plan: Plan, stands: Forecast) -> tuple[ForecastRow, ...]:
    """Return the rows of the form of a forecast, as it stands."""
    return tuple(_forecast_row(row, stands) for row in _followed(plan, stands.year))


def _forecast_row(row: RegisterRow, forecast: Forecast) -> ForecastRow:
    code, project = key_of(row)
    number = forecast.of(row.key)
    if number is None:
        return ForecastRow(code, project, row.name)
    return ForecastRow(code, project, row.name, number.amount, number.comment)


def expected_of(year: Period) -> Expected:
    """Return what a form for a year is held against: whose it is, the rows there are, and which may be incomes."""
    plan = plan_held().plan
    known = {key_of(row): row for row in plan.register.rows}
    stands = forecast_now(year)
    incomes = [key for key, row in known.items() if may_be_income(row.key, plan) or _is_income(stands, row.key)]
    return Expected(_head(year), tuple(known), tuple(incomes))


def key_of(row: RegisterRow) -> RowKey:
    """Return how a form names a row: code and project; a line of the budget by its own word."""
    return RowKey(row.key) if isinstance(row, BudgetLine) else RowKey(row.code, row.project)


def _is_income(stands: Forecast, row: str) -> bool:
    """Tell whether the books propose an income for a row."""
    number = stands.of(row)
    return number is not None and number.amount < 0


def _followed(plan: Plan, year: Period) -> Iterator[RegisterRow]:
    return (row for row in plan.register.rows if row.kind is not Kind.OUTSIDE and row.valid_in(year))


def _head(year: Period, basis: SheetBasis | None = None) -> SheetHead:
    facts = association()
    return SheetHead(facts.name, facts.organisation_number, year.last // 100, basis)
