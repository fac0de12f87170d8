"""A year's number by months and accounts; revisions; periods decided by themselves. It always adds up."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.plan.rows import BOARD, LEDGER, REGISTER, SPRING, YEAR, budget

from samordna.domain.plan.booked import Booked
from samordna.domain.plan.budget import Budget, BudgetNumber, Decision, PeriodNumber, Revision
from samordna.domain.plan.by_month import Refinement
from samordna.domain.plan.checks import LARGEST, budget_problems
from samordna.domain.plan.profile import EVEN, Profile, Shape, as_last_year
from samordna.domain.plan.roll_forward import rolled_forward, with_last_years_shape
from samordna.domain.values.period import Period

AUTUMN = Decision("Styrelsen § 60", "Almby startar senare", dt.date(2024, 6, 14))


def of_row(amount: int, *, profile: Profile = EVEN, refined: tuple[Refinement, ...] = ()) -> Budget:
    return Budget(YEAR, (Revision(BOARD, (BudgetNumber("3001", amount, profile, refined),)),))


def test_a_number_is_for_the_year_and_falls_evenly():
    told = budget({"3001": 280})
    assert told.over("3001", YEAR).amount == 280_00
    assert told.over("3001", SPRING).amount == 93_36  # the first months get the öre that are left
    assert told.over("3001", YEAR).source == "Budget för januari–december 2024, Styrelsen § 41"
    assert told.over("3001", SPRING).source == (
        "Budget för januari–december 2024, Styrelsen § 41; januari–april 2024 är jämnt fördelad"
    )
    assert told.over("3011", YEAR) is None


def test_a_number_decided_for_some_months_holds_for_exactly_those():
    decided = Revision(AUTUMN, periods=(PeriodNumber("3001", SPRING, 100_00), PeriodNumber("3011", SPRING, 7_00)))
    told = Budget(YEAR, (*budget({"3001": 240}).revisions, decided))
    assert told.over("3001", SPRING).amount == 100_00
    assert told.over("3001", SPRING).source == "Budget för januari–april 2024, Styrelsen § 60, 14 juni 2024"
    assert told.over("3001", Period(202401, 202405)).amount == 100_00  # five twelfths of the year
    assert told.over("3001", YEAR).amount == 240_00
    assert told.over("3011", SPRING).amount == 7_00


def test_the_first_that_was_adopted_and_the_latest_are_both_kept():
    changed = Revision(AUTUMN, (BudgetNumber("3011", 300_00),))
    told = Budget(YEAR, (*budget({"3001": 240, "3011": 610}).revisions, changed))
    assert {row: number.amount for row, number in told.first_adopted.items()} == {"3001": 240_00, "3011": 610_00}
    assert {row: number.amount for row, number in told.latest.items()} == {"3001": 240_00, "3011": 300_00}
    assert [(one.decision.reference, number.row) for one, number in told.numbers()] == [
        ("Styrelsen § 41", "3001"), ("Styrelsen § 41", "3011"), ("Styrelsen § 60", "3011"),
    ]  # fmt: skip


def test_months_that_are_told_stand_and_the_rest_shares_what_is_left():
    months = of_row(1200_00, refined=(Refinement(650_00, month=202406),)).months("3001")
    assert months[202406] == 650_00
    assert {ore for month, ore in months.items() if month != 202406} == {50_00}


def test_accounts_that_are_told_are_parts_of_the_number():
    refined = (Refinement(600_00, "5010"), Refinement(120_00, "5020", 202403))
    parts = of_row(1200_00, refined=refined).by_account("3001")
    assert {account: sum(months.values()) for account, months in parts.items()} == {
        "": 480_00, "5010": 600_00, "5020": 120_00,
    }  # fmt: skip
    assert parts["5020"] == {month: 120_00 if month == 202403 else 0 for month in YEAR.months}


REFINEMENTS = st.lists(
    st.builds(
        Refinement,
        st.integers(-(10**9), 10**9),
        st.sampled_from(["", "5010", "5020"]),
        st.one_of(st.none(), st.sampled_from(YEAR.months)),
    ),
    max_size=14,
    unique_by=lambda one: (one.account, one.month),
).map(lambda told: tuple(one for one in told if one.account or one.month))
PROFILES = st.one_of(
    st.just(EVEN),
    st.builds(Profile, st.just(Shape.OWN), st.lists(st.integers(-9, 9), min_size=12, max_size=12).map(tuple)),
)


@given(st.integers(-(10**12), 10**12), PROFILES, REFINEMENTS)
def test_however_it_is_told_it_adds_up_to_the_number(amount, profile, refined):
    told = of_row(amount, profile=profile, refined=refined)
    assert sum(told.months("3001").values()) == amount
    assert sum(ore for months in told.by_account("3001").values() for ore in months.values()) == amount


@given(st.integers(-(10**12), 10**12), PROFILES, st.integers(1, 11))
def test_the_months_before_and_after_are_the_year(amount, profile, cut):
    told, months = of_row(amount, profile=profile), YEAR.months
    parts = [Period(months[0], months[cut - 1]), Period(months[cut], months[-1])]
    assert sum(told.over("3001", part).amount for part in parts) == amount


def test_a_profile_follows_the_year_before():
    profile = as_last_year({202301: 100_00, 202306: 300_00}, YEAR.years_before(1))
    months = profile.spread(800_00, YEAR)
    assert (months[202401], months[202406], sum(months.values())) == (200_00, 600_00, 800_00)


def test_a_cost_that_was_taken_back_and_came_again_falls_where_it_came():
    profile = as_last_year({202301: -50_00, 202302: 150_00, 202303: 100_00}, YEAR.years_before(1))
    assert profile.spread(400_00, YEAR)[202401] == -100_00


def test_a_year_that_nearly_took_itself_out_has_no_shape_to_follow():
    profile = as_last_year({202301: -1000_00, 202302: 1001_00}, YEAR.years_before(1))
    assert set(profile.spread(1200_00, YEAR).values()) == {100_00}


def test_a_profile_of_another_number_of_months_falls_evenly():
    assert Profile(Shape.OWN, (1, 2)).over(YEAR) == (1,) * 12


def test_rows_that_follow_the_year_before_are_given_its_weights():
    waiting = of_row(1400_00, profile=Profile(Shape.LAST_YEAR))
    shaped = with_last_years_shape(waiting, Booked(REGISTER, LEDGER))
    assert shaped.over("3001", Period(202406, 202406)).amount == 700_00
    assert "fördelad som förra årets utfall" in shaped.over("3001", SPRING).source
    unread = of_row(1400_00, profile=Profile(Shape.LAST_YEAR))
    assert with_last_years_shape(replace(unread, year=Period(202201, 202212)), Booked(REGISTER, LEDGER)) == replace(
        unread, year=Period(202201, 202212)
    )


def test_next_years_budget_begins_with_this_years():
    numbers = (
        BudgetNumber("3001", 240_00, Profile(Shape.LAST_YEAR, (1,) * 12), (Refinement(9_00, "5010", 202403),)),
        BudgetNumber("4001", 50_00),
        BudgetNumber("borttagen", 1_00),
    )
    periods = (PeriodNumber("3001", SPRING, 5_00),)
    told = Budget(YEAR, (Revision(BOARD, numbers, periods),))
    later = Period(202501, 202512)
    rolled = rolled_forward(told, later, REGISTER, AUTUMN)
    assert rolled == Budget(
        later,
        (
            Revision(
                AUTUMN, (BudgetNumber("3001", 240_00, Profile(Shape.LAST_YEAR), (Refinement(9_00, "5010", 202503),)),)
            ),
        ),
    )


GOOD = {"1010": 1, "1010:10": 2, "3001": 3, "3011": 4, "investeringar": 5}


def test_nothing_is_wrong_with_a_good_budget():
    assert budget_problems(budget(GOOD), REGISTER) == ()


def test_a_row_that_is_left_out_is_told():
    (problem,) = budget_problems(budget({row: k for row, k in GOOD.items() if row != "3011"}), REGISTER)
    assert str(problem) == (
        "budget januari–december 2024, 3011: ”3011” är inte med i budgeten för januari–december 2024. "
        "Är det meningen behöver inget göras; raden visas utan budget."
    )


def revised(*numbers: BudgetNumber, periods: tuple[PeriodNumber, ...] = (), decision: Decision = BOARD) -> list[str]:
    whole = Budget(YEAR, (*budget(GOOD).revisions, Revision(decision, numbers, periods)))
    return [f"{problem.code} {problem.place}" for problem in budget_problems(whole, REGISTER)]


PLACE = "budget januari–december 2024"
EVERY_MONTH = tuple(Refinement(1_00, month=month) for month in YEAR.months)
WRONG = [
    ([BudgetNumber("99", 1_00)], "plan-number-of-unknown-row", "99"),
    ([BudgetNumber("3001", 1_00), BudgetNumber("3001", 2_00)], "plan-number-twice", "3001"),
    ([BudgetNumber("3001", LARGEST + 1)], "plan-number-too-large", "3001"),
    ([BudgetNumber("4001", 1_00)], "plan-not-used-then", "4001"),
    ([BudgetNumber("3001", 1_00, EVEN, (Refinement(1, month=202501),))], "plan-outside-the-year", "3001"),
    ([BudgetNumber("3001", 1_00, Profile(Shape.OWN, (1, 2)))], "plan-weights-do-not-fit", "3001"),
    ([BudgetNumber("3001", 1_00, Profile(Shape.OWN, (1, -1) * 6))], "plan-weights-do-not-fit", "3001"),
    ([BudgetNumber("3001", 1_00, Profile(Shape.LAST_YEAR))], "plan-shape-waits", "3001"),
    ([BudgetNumber("3001", 13_00, EVEN, EVERY_MONTH)], "plan-months-do-not-add-up", "3001"),
    ([BudgetNumber("3001", 1_00, EVEN, (Refinement(2_00, "5010"),))], "plan-more-than-the-whole", "3001"),
    ([BudgetNumber("3001", 1_00, EVEN, (Refinement(2_00, "5010", 202402),))], "plan-more-than-the-whole", "3001"),
    ([BudgetNumber("3001", -1_00, EVEN, (Refinement(-2_00, month=202402),))], "plan-more-than-the-whole", "3001"),
]


@pytest.mark.parametrize(("numbers", "code", "row"), WRONG)
def test_what_is_wrong_with_a_revision_is_told(numbers, code, row):
    assert revised(*numbers) == [f"{code} {PLACE}, {row}"]


def test_every_month_may_be_told_when_they_add_up():
    assert revised(BudgetNumber("3001", 12_00, EVEN, EVERY_MONTH)) == []


@pytest.mark.parametrize("decision", [Decision("", "Skäl"), Decision("§ 1", "  ")])
def test_a_change_says_why_and_on_which_decision(decision):
    assert revised(decision=decision) == [f"plan-no-decision {PLACE}"]


def test_months_of_another_year_are_not_decided_here():
    period = Period(202408, 202501)
    assert revised(periods=(PeriodNumber("3001", period, 1),)) == [f"plan-outside-the-year {PLACE}"]
    twice = (PeriodNumber("3001", SPRING, 1), PeriodNumber("3001", SPRING, 2))
    assert revised(periods=twice) == [f"plan-number-twice {PLACE}, januari–april 2024, 3001"]
