"""A line can be others less each other, several that are planned, a balance that is carried on, or a limit."""

import datetime as dt
from dataclasses import replace
from fractions import Fraction

import pytest
from tests.statements.follow_up import LEDGER, PLAN, follow_up, form, reading
from tests.statements.ledger import books, entered, layout

from samordna.domain.document import BLANK, Missing, Number
from samordna.domain.plan.equity.limits import Limit, Limits
from samordna.domain.statements.figure import figure_told
from samordna.domain.statements.lay_out import lay_out
from samordna.domain.statements.reading import Place
from samordna.domain.statements.span import Asked
from samordna.domain.values.period import Period

SUMMARY = """
[[statement]]
id = "summary"
kind = "summary"
title = "Sammanfattning"
unit = "kr"
shows = "credit"
measure = "movement"
columns = [
  { id = "actual", label = "{short}" },
  { id = "budget", label = "Budget {year}", span = "year", scenario = "budget" },
  { id = "forecast", label = "Prognos {year}", span = "year", scenario = "forecast" },
]
lines = [
  { id = "netto", label = "Nettokostnad", less = ["income:resultat", "income:bidrag", "income:ranta"], planned = ["enheter:total"] },
  { id = "bidrag", label = "Bidrag", line = "income:bidrag" },
  { id = "finans", label = "Finansnetto", line = "income:ranta", FINANCE },
  { id = "resultat", label = "Resultat", sum = "above", kind = "result" },
  { id = "ek", label = "Eget kapital", line = "balance:sum_ek", measure = "closing", carries = "summary:resultat", memo = true },
  { id = "golv", label = "Golv", limit = "floor", memo = true },
  { id = "tak", label = "Tak", limit = "ceiling", unit = "percent", memo = true },
]
"""  # noqa: E501
FLOOR = Limit(dt.date(2024, 1, 1), "Styrelsen § 2", amount=300_00)
CEILING = Limit(dt.date(2024, 2, 1), "Rådet", share=Fraction(1, 5))
LIMITS = Limits((FLOOR,), (CEILING,))


def text(finance: str = "seldom_planned = true") -> str:
    return form() + SUMMARY.replace("FINANCE", finance)


def shown(column: str, finance: str = "seldom_planned = true", plan=PLAN) -> dict[str, object]:
    table = follow_up(text(finance), plan=plan).table("summary")
    cells = {row.id: table.cell(row.id, column) for row in table.rows}
    return {row: cell.shown if isinstance(cell, Number) else cell for row, cell in cells.items()}


def test_one_line_less_others_is_what_happened():
    happened = shown("actual")
    assert (happened["netto"], happened["bidrag"], happened["finans"], happened["resultat"]) == (-820, 750, 10, -60)
    assert happened["ek"] == 840


def test_what_is_seldom_planned_is_what_is_booked_so_far_in_a_forecast_and_nothing_in_a_budget():
    assert (shown("budget")["finans"], shown("forecast")["finans"]) == (BLANK, 10)
    assert isinstance(shown("forecast", "nil = ''")["finans"], Missing)


def test_what_another_line_holds_where_it_is_planned_is_blank_there():
    assert shown("forecast", "planned = []")["finans"] == BLANK
    assert shown("actual", "planned = []")["finans"] == 10


@pytest.mark.parametrize("finance", ["seldom_planned = true", "planned = []"])
def test_what_nobody_has_planned_is_nothing_in_a_variance_as_it_is_in_its_sum(finance):
    forecast = '  { id = "forecast", label = "Prognos {year}", span = "year", scenario = "forecast" },\n'
    variance = '  { id = "variance", label = "Avvikelse", difference = ["actual", "budget"], better = "plus" },\n'
    table = follow_up(text(finance).replace(forecast, forecast + variance), plan=PLAN).table("summary")
    told = {row.id: table.cell(row.id, "variance").shown for row in table.rows[:4]}
    assert told["finans"] == 10
    assert told["netto"] + told["bidrag"] + told["finans"] == told["resultat"]


def test_a_balance_is_carried_on_from_what_it_was_by_what_is_planned():
    budgeted = shown("budget")
    assert (budgeted["netto"], budgeted["bidrag"], budgeted["resultat"]) == (-3660, 2400, -1260)
    assert budgeted["ek"] == 900 - 1260
    assert isinstance(shown("budget", plan=replace(PLAN, budgets=()))["ek"], Missing)


def test_limits_stand_as_they_are_said_by_the_day_they_begin():
    told = shown("actual", plan=replace(PLAN, limits=LIMITS))
    assert (told["golv"], told["tak"]) == (300, 20)
    assert isinstance(shown("actual")["golv"], Missing)
    later = replace(FLOOR, since=dt.date(2024, 5, 1))
    missing = shown("actual", plan=replace(PLAN, limits=Limits((later,))))["golv"]
    assert isinstance(missing, Missing)
    assert missing.reason == "inget golv för eget kapital är sagt för januari–april 2024"


def test_a_share_is_an_amount_of_the_years_contributions_where_kronor_are_asked_for():
    in_kronor = text().replace('unit = "percent", ', "")
    table = follow_up(in_kronor, plan=replace(PLAN, limits=LIMITS)).table("summary")
    cell = table.cell("tak", "actual")
    assert isinstance(cell, Number)
    assert cell.shown == 480
    unknown = follow_up(in_kronor, plan=replace(PLAN, limits=LIMITS, contributions=())).table("summary")
    assert isinstance(unknown.cell("tak", "actual"), Missing)


def test_what_was_entered_on_the_line_holds_while_nobody_has_said_a_limit():
    known = reading(text(), entered("summary:golv", "250", "2024-01..2024-04"))
    cell = known.cell(Place("summary", "golv", "actual"))
    assert isinstance(cell, Number)
    assert cell.shown == 250


@pytest.mark.parametrize("row", ["netto", "resultat", "ek", "finans", "golv"])
@pytest.mark.parametrize("column", ["actual", "budget", "forecast"])
def test_every_figure_is_explained_and_its_parts_add_up_to_it(row, column):
    known = reading(text(), plan=replace(PLAN, limits=LIMITS))
    told = figure_told(known, Place("summary", row, column))
    assert told.definition
    if told.parts and isinstance(told.cell, Number):
        parts = [part.cell.exact for part in told.parts if isinstance(part.cell, Number)]
        assert sum(parts) == told.cell.exact


def test_a_year_long_ago_gives_no_account_a_line_of_its_own():
    """A table of years reads old ledgers; the accounts and cost centres of the other tables are of the near ones."""
    ancient = books(
        """
account        opening  2020-01
1930 T Bank       1000     -400
2010 S Kapital   -1000        .
5999 K Gammalt       .      400
"""
    )
    [old] = (replace(year, version=9) for year in ancient.years)
    together = replace(LEDGER, years=(old, *LEDGER.years), accounts={**ancient.accounts, **LEDGER.accounts})
    years = """
[[statement]]
id = "years"
kind = "keyfigures"
title = "År"
unit = "kr"
columns = [
  { id = "year", label = "{year}", span = "year" },
  { id = "year_4", label = "{year}", span = "previous_year_4", optional = true },
]
lines = [{ id = "resultat", label = "Resultat", line = "income:resultat", shows = "credit" }]

[[statement]]
id = "noten"
kind = "notes"
title = "Not"
unit = "kr"
measure = "movement"
columns = [{ id = "actual", label = "{short}" }]
lines = [{ each_account = "5*" }]
"""
    told = lay_out(layout(form() + years), together, Asked.of(Period(202401, 202404)), plan=PLAN)
    cells = told.table("years").row("resultat").cells
    assert [cell.shown for cell in cells if isinstance(cell, Number)] == [-60, -400]
    assert [row.id for row in told.table("noten").rows] == ["5010", "5020"]
