"""What the plan says of a row: an amount with its source, nothing at all, or why something is missing."""

from dataclasses import replace

from tests.plan.rows import REGISTER, SPRING, YEAR, budget

from samordna.domain.ledger.entered import Scenario
from samordna.domain.plan.agreement import AgreedSum, Contribution
from samordna.domain.plan.budget import Budget
from samordna.domain.plan.checks import plan_problems
from samordna.domain.plan.forecast import Forecast, ForecastNumber
from samordna.domain.plan.plan import NO_PLAN, NotPlanned, Plan, Planned
from samordna.domain.plan.profile import Profile, Shape

PLAN = Plan(
    register=REGISTER,
    budgets=(budget({"3001": 240, "investeringar": 100}),),
    forecasts=(Forecast(YEAR, 202404, (ForecastNumber("3001", 250_00, "Två till anställs."),)),),
    contributions=(
        Contribution("Staten", YEAR, 1200_00, "Beslut 7"),
        Contribution("Regionen", YEAR, 600_00, "Beslut 7"),
    ),
)


def test_a_budget_is_told_with_its_decision():
    assert PLAN.figure("3001", Scenario.BUDGET, YEAR) == Planned(
        240_00, "Budget för januari–december 2024, Styrelsen § 41"
    )
    assert PLAN.figure("3001", Scenario.BUDGET, SPRING).amount == 80_00


def test_a_row_that_is_not_in_the_budget_has_nothing_to_say():
    assert PLAN.figure("3011", Scenario.BUDGET, YEAR) is None


def test_a_year_without_a_budget_is_missing_one():
    missing = NotPlanned("budget för januari–december 2023 är inte inlagd")
    assert PLAN.figure("3001", Scenario.BUDGET, YEAR.years_before(1)) == missing
    assert Plan(REGISTER, (Budget(YEAR.years_before(1), ()),)).figure(
        "3001", Scenario.BUDGET, YEAR.years_before(1)
    ) == (missing)


def test_a_forecast_is_told_with_what_it_rests_on():
    assert PLAN.figure("3001", Scenario.FORECAST, YEAR) == Planned(
        250_00, "Prognos för januari–december 2024 efter april 2024. Två till anställs."
    )


def test_a_row_in_use_that_nobody_has_forecast_is_missing_one():
    assert PLAN.figure("3011", Scenario.FORECAST, YEAR) == NotPlanned("prognos för 3011 Almby är inte inlagd")
    assert PLAN.figure("4001", Scenario.FORECAST, YEAR) is None  # it is not used any more
    assert PLAN.figure("3001", Scenario.FORECAST, SPRING) == NotPlanned("prognos för januari–april 2024 är inte inlagd")


def test_what_is_no_row_and_what_has_happened_are_not_planned():
    assert PLAN.figure("99", Scenario.FORECAST, YEAR) is None
    assert isinstance(NO_PLAN.figure("99", Scenario.FORECAST, YEAR), NotPlanned)  # nobody has planned anything
    assert PLAN.figure("3001", Scenario.ACTUAL, YEAR) is None


def test_contributions_are_an_income_and_fall_evenly():
    assert PLAN.contributed(Scenario.BUDGET, YEAR) == Planned(
        -1800_00, "Bidrag från 2 parter för januari–december 2024: Beslut 7"
    )
    assert PLAN.contributed(Scenario.FORECAST, SPRING).amount == -600_00
    assert PLAN.contributed(Scenario.BUDGET, YEAR.years_before(1)) is None
    assert PLAN.contributed(Scenario.ACTUAL, YEAR) is None


def test_the_forecast_may_reckon_with_another_contribution_than_was_decided():
    less = replace(PLAN.contributions[0], expected=1000_00)
    plan = replace(PLAN, contributions=(less,))
    assert plan.contributed(Scenario.FORECAST, YEAR).amount == -1000_00
    assert plan.contributed(Scenario.BUDGET, YEAR).amount == -1200_00


def test_everything_that_is_wrong_is_told_at_once():
    wrong = replace(
        PLAN,
        forecasts=(Forecast(YEAR, 202404, (ForecastNumber("99", 1_00, "x"),)),),
        agreed=(AgreedSum("98", YEAR, 1_00), AgreedSum("3001", YEAR, 1_00, Profile(Shape.AGREED))),
    )
    assert [f"{problem.code} {problem.place}" for problem in plan_problems(wrong)] == [
        "plan-row-without-budget budget januari–december 2024, 1010",
        "plan-row-without-budget budget januari–december 2024, 1010:10",
        "plan-row-without-budget budget januari–december 2024, 3011",
        "plan-number-of-unknown-row prognos januari–december 2024, 99",
        "plan-number-of-unknown-row avtal, 98",
        "plan-shape-waits avtal, 3001",
    ]
    assert plan_problems(NO_PLAN) == ()
