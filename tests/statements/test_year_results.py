"""Years are judged by what was booked, expected and budgeted; equity goes by them, and what is not known is told."""

import datetime as dt
from dataclasses import replace

import pytest
from tests.statements.follow_up import BEFORE, LEDGER, PLAN, YEAR, budget
from tests.statements.follow_up import reading as made
from tests.statements.test_outlook import PLACED

from samordna.domain.document import ComputedOrigin, Missing, Number
from samordna.domain.plan.balance_requirement.judged import Adjustment, AdjustmentKind, Grounds, Judged
from samordna.domain.plan.balance_requirement.restoring import RecoveryPlan, RecoveryStep
from samordna.domain.plan.balance_requirement.said import GroundsCited, Occasion, RequirementSaid, YearAdjusted
from samordna.domain.plan.balance_requirement.tables import judged_table, statement_table
from samordna.domain.plan.equity.limits import Limit, Limits
from samordna.domain.statements.equity_years import ComingYear, path_told
from samordna.domain.statements.holdings import Amount
from samordna.domain.statements.outlook import outlook
from samordna.domain.statements.requirement_years import requirement_told
from samordna.domain.statements.year_results import YearResults, year_results
from samordna.domain.values.period import Period
from samordna.domain.values.unit import KRONOR

NEXT = Period(202501, 202512)
NOTHING = Missing("bidragen är inte inlagda")


def results(*, plan=PLACED, asked="2024-01..2024-04", allotted=None, balances=LEDGER) -> YearResults:
    told = year_results(made(plan=plan, asked=asked, balances=balances), lambda _: allotted or NOTHING)
    assert told is not None
    return told


def kronor(value) -> int | None:
    return -int(value.exact) // 100 if isinstance(value, Amount) else None


def amount(value: int) -> Amount:
    return Amount(value * 100, ComputedOrigin("Prov."))


def coming(contributions, cost):
    return lambda _: ComingYear(contributions, cost, "Prov")


def test_a_closed_year_is_what_was_booked_and_the_current_one_what_the_outlook_says():
    told = results()
    assert [(one.year, one.judged, kronor(one.result)) for one in told.closed()] == [(BEFORE, Judged.OUTCOME, -100)]
    current, heading = told.current(), outlook(told.reading, KRONOR)
    assert heading is not None
    cell = heading.table.cell("result", "forecast")
    assert isinstance(cell, Number)
    assert (current.judged, kronor(current.result)) == (Judged.FORECAST, cell.shown)
    so_far = told.so_far()
    assert so_far is not None
    assert (so_far.covered, kronor(so_far.result)) == (Period(202401, 202404), -60)


def test_a_year_that_is_read_to_its_end_and_asked_for_whole_is_over():
    told = results(asked="2023-01..2023-12")
    assert (told.current().judged, told.so_far()) == (Judged.OUTCOME, None)
    assert told.closed() == ()
    assert results(asked="2023-01..2023-04").current().judged is Judged.FORECAST


def test_budgets_are_judged_from_the_year_asked_for_on_and_coming_ones_by_their_allotments():
    plan = replace(PLACED, budgets=(*PLAN.budgets, budget(NEXT, k10=700, k20=900)))
    known = results(plan=plan, allotted=amount(-1500)).budgets()
    assert [(one.year, kronor(one.result)) for one in known] == [(YEAR, -1260), (NEXT, -100)]
    assert kronor(results(plan=plan).budgets()[1].result) is None


def test_the_requirement_holds_results_adjustments_and_grounds_together():
    said = RequirementSaid(
        adjusted=(YearAdjusted(YEAR, Adjustment(AdjustmentKind.GAINS, 50_00, "Not 2")),),
        cited=(GroundsCited(YEAR, Occasion.BUDGET, Grounds("Stort eget kapital", "§ 4")),),
        plans=(RecoveryPlan(2023, (RecoveryStep(2024, 100_00),), "§ 5"),),
    )
    told = requirement_told(results(), said)
    assert told.judged is not None
    assert told.so_far is not None
    forecast = kronor(results().current().result)
    assert forecast is not None
    assert told.judged.balance_result == (forecast - 50) * 100
    assert told.so_far.balance_result == -110_00
    assert [(one.year, one.judged) for one in told.requirement.years] == [
        (BEFORE, Judged.OUTCOME), (YEAR, Judged.FORECAST), (YEAR, Judged.BUDGET),
    ]  # fmt: skip
    assert {problem.code for problem in told.problems} == {"balance-requirement-deficit-without-plan"}
    table = statement_table(told.requirement, told.judged, so_far=told.so_far)
    assert [column.label for column in table.columns] == ["Utfall jan–apr 2024", "Helårets prognos"]
    assert [cell.shown for cell in table.row("balance").cells if isinstance(cell, Number)] == [-110, forecast - 50]
    assert len([cell for cell in table.row("left").cells if isinstance(cell, Number)]) == 1
    assert "Justeringarna är hela årets, i båda kolumnerna." in table.remarks
    years = judged_table(told.requirement)
    assert [row.label for row in years.rows] == ["2023, utfall", "2024, helårets prognos", "2024, budget"]
    assert years.remarks == ("2024, budget: synnerliga skäl, Stort eget kapital (§ 4).",)


def test_the_parts_of_a_result_are_told_as_a_surplus_has_them():
    judged = requirement_told(results(), RequirementSaid()).judged
    assert judged is not None
    assert isinstance(judged.origin, ComputedOrigin)
    assert sum(part.exact for part in judged.origin.parts) == judged.result
    assert judged.origin.parts[0].exact == 2400_00


def test_a_plan_for_a_year_after_the_one_asked_for_is_no_matter_yet():
    said = RequirementSaid(plans=(RecoveryPlan(2024, (RecoveryStep(2025, 1_00),), "§ 5"),))
    assert "balance-requirement-plan-of-no-deficit" not in {
        problem.code for problem in requirement_told(results(asked="2023-01..2023-12"), said).problems
    }


def test_a_result_that_is_not_known_is_told_and_nothing_is_judged():
    told = requirement_told(results(plan=replace(PLACED, contributions=())), RequirementSaid())
    assert told.judged is None
    assert told.problems[0].code == "balance-requirement-result-unknown"


def test_the_path_leads_from_the_books_over_the_forecast_to_what_is_planned():
    limits = Limits((Limit(dt.date(2024, 1, 1), "§ 2", amount=1_00),))
    told = path_told(results(), coming(amount(-2000), amount(2100)), limits)
    assert told.path is not None
    assert [year.year.start.year for year in told.path.years] == [2023, 2024, 2025, 2026, 2027]
    forecast = kronor(results().current().result)
    assert forecast is not None
    closing = [1000 - 100, 900 + forecast]
    assert told.path.opening == 1000_00
    assert [ore // 100 for ore in told.path.closing()] == [*closing, *(closing[1] - 100 * n for n in (1, 2, 3))]
    assert [year.source for year in told.path.years[2:]] == ["Prov"] * 3


def test_a_year_whose_costs_nobody_has_planned_costs_what_the_last_planned_one_does_and_says_so():
    def plans(year: Period) -> ComingYear:
        cost = amount(2100) if year == NEXT else Missing("kostnaderna finns inte")
        return ComingYear(amount(-2000), cost, "Prov")

    path = path_told(results(), plans, Limits()).path
    assert path is not None
    assert [year.net_cost for year in path.years[2:]] == [2100_00] * 3
    assert [year.source for year in path.years[2:]] == [
        "Prov", *["Prov; kostnader: som 2025, inget annat är planerat"] * 2
    ]  # fmt: skip


def test_the_path_stops_where_contributions_are_not_known_and_says_why():
    told = path_told(results(), coming(NOTHING, amount(1)), Limits())
    assert told.path is not None
    assert [year.year for year in told.path.years] == [BEFORE, YEAR]
    assert str(told.problems[-1]).startswith("eget kapital: Vägen slutar 2024. Om 2025: bidragen är inte inlagda.")


def test_without_the_forecast_there_are_the_closed_years_and_the_reason():
    told = path_told(results(plan=replace(PLACED, contributions=())), coming(amount(-1), amount(1)), Limits())
    assert told.path is not None
    assert [year.year for year in told.path.years] == [BEFORE]
    assert told.problems[0].code == "equity-year-unknown"


def test_equity_that_was_booked_otherwise_is_told():
    before, now = LEDGER.years
    moved = replace(before.movements, accounts={**before.movements.accounts, "2010": {202306: -70_00}})
    other = replace(LEDGER, years=(replace(before, movements=moved), now))
    told = path_told(results(balances=other), coming(NOTHING, NOTHING), Limits())
    assert told.problems[0].code == "equity-booked-otherwise"


@pytest.mark.parametrize("asked", ["2024-01..2024-04", "2024-02..2024-03"])
def test_every_year_says_what_it_rests_on(asked):
    told = results(asked=asked)
    assert [one.source for one in (*told.closed(), told.current(), *told.budgets())] == [
        "bokfört januari–december 2023",
        "bokfört till och med april 2024, resten enligt prognosen",
        "budget januari–december 2024",
    ]
