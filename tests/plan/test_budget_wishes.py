"""What is wanted of a row becomes a number only where it differs, and says what cannot be."""

import pytest

from samordna.domain.plan.budget import Budget, BudgetNumber, Decision, PeriodNumber, Revision
from samordna.domain.plan.budget_wishes import RowWish, Wishes, wanted_numbers, wanted_periods
from samordna.domain.plan.by_month import Refinement
from samordna.domain.plan.profile import EVEN, Profile, Shape
from samordna.domain.values.period import Period

YEAR, INTERIM = Period(202401, 202412), Period(202401, 202408)
OWN = Profile(Shape.OWN, tuple(range(1, 13)))
PARTS = (Refinement(100, "5010"), Refinement(50, month=202403))
NUMBERS = (
    BudgetNumber("1", 1200),
    BudgetNumber("2", 7800, OWN, note="som förr"),
    BudgetNumber("3", 900, refined=PARTS),
    BudgetNumber("4", 300, Profile(Shape.LAST_YEAR, (1,) * 12)),
)
BUDGET = Budget(YEAR, (Revision(Decision("§ 1", "budget"), NUMBERS, (PeriodNumber("1", INTERIM, 700),)),))


def wanted(*wishes: RowWish, agreed: dict[str, Profile] | None = None) -> tuple[BudgetNumber, ...]:
    numbers, problems = wanted_numbers(Wishes(wishes), BUDGET, agreed or {})
    assert problems == ()
    return numbers


def test_what_is_left_blank_or_is_the_same_changes_nothing():
    assert wanted(
        RowWish("1"),
        RowWish("1", 1200),
        RowWish("2", shape=Shape.OWN, note="som förr"),
        RowWish("3", accounts=(("5010", 100),)),
        RowWish("4", 300, Shape.LAST_YEAR),
        RowWish("new"),
    ) == ()  # fmt: skip


@pytest.mark.parametrize(
    ("wish", "number"),
    [
        (RowWish("1", 0), BudgetNumber("1", 0)),
        (RowWish("1", note="ny"), BudgetNumber("1", 1200, note="ny")),
        (RowWish("2", 100, Shape.OWN, note="som förr"), BudgetNumber("2", 100, OWN, note="som förr")),
        (RowWish("2", shape=Shape.EVEN), BudgetNumber("2", 7800, EVEN, note="som förr")),
        (RowWish("2", 7900), BudgetNumber("2", 7900, OWN, note="som förr")),
        (RowWish("1", None, Shape.OWN, (5,) * 12), BudgetNumber("1", 60, Profile(Shape.OWN, (5,) * 12))),
        (RowWish("3", accounts=()), BudgetNumber("3", 900, refined=PARTS[1:])),
        (RowWish("new", 5, Shape.LAST_YEAR), BudgetNumber("new", 5, Profile(Shape.LAST_YEAR))),
    ],
)
def test_what_differs_is_a_number(wish: RowWish, number: BudgetNumber):
    assert wanted(wish) == (number,)


def test_as_agreed_falls_as_the_agreement_and_waits_without_one():
    quarters = (0, 0, 1) * 4
    agreed = {"1": Profile(Shape.OWN, quarters), "2": EVEN}
    wishes = [RowWish(row, shape=Shape.AGREED) for row in ("1", "2", "3")]
    profiles = [number.profile for number in wanted(*wishes, agreed=agreed)]
    assert profiles == [Profile(Shape.AGREED, quarters), Profile(Shape.AGREED, (1,) * 12), Profile(Shape.AGREED)]
    assert [profile.waits for profile in profiles] == [False, False, True]


def test_what_is_agreed_now_holds_for_what_is_decided_anew_and_the_year_has_the_months_it_has():
    short = Period(202407, 202412)
    agreed = {"1": EVEN, "2": Profile(Shape.OWN, (0, 1) * 3), "3": Profile(Shape.OWN, (0, 1) * 3)}
    then = Profile(Shape.AGREED, (1, 0) * 3)
    held = (BudgetNumber("2", 600, then), BudgetNumber("3", 600, then))
    budget = Budget(short, (Revision(Decision("§ 1", "budget"), held),))
    wishes = Wishes((RowWish("1", 60, Shape.AGREED), RowWish("2", 700), RowWish("3")))
    numbers, _ = wanted_numbers(wishes, budget, agreed)
    assert [(one.row, one.profile.weights) for one in numbers] == [("1", (1,) * 6), ("2", (0, 1) * 3)]


def test_months_that_another_amount_drops_are_told():
    numbers, problems = wanted_numbers(Wishes((RowWish("3", 800), RowWish("1", 5))), BUDGET, {})
    assert numbers[0] == BudgetNumber("3", 800, refined=PARTS[:1])
    assert [problem.code for problem in problems] == ["plan-months-dropped"]


def test_months_that_do_not_make_the_year_and_parts_without_a_whole_are_told():
    wishes = (RowWish("1", 61, Shape.OWN, (5,) * 12), RowWish("new", accounts=(("5010", 5),)))
    _, problems = wanted_numbers(Wishes(wishes), BUDGET, {})
    assert [problem.code for problem in problems] == ["plan-months-do-not-add-up", "plan-parts-without-whole"]
    assert [problem.place for problem in problems] == [
        "budget januari–december 2024, 1",
        "budget januari–december 2024, new",
    ]


def test_numbers_for_some_months_are_those_that_differ():
    amounts = {"1": 700, "2": 0, "3": None}
    assert wanted_periods(Wishes((), INTERIM, amounts), BUDGET) == (PeriodNumber("2", INTERIM, 0),)
    other = Period(202401, 202404)
    assert wanted_periods(Wishes((), other, {"1": 700}), BUDGET) == (PeriodNumber("1", other, 700),)
    assert wanted_periods(Wishes((), None, {"1": 5}), BUDGET) == ()


def test_which_decision_a_number_rests_on():
    later = Budget(YEAR, (*BUDGET.revisions, Revision(Decision("§ 2", "mer"), (BudgetNumber("1", 1300),))))
    assert [later.revision_of(row) for row in ("1", "2", "new")] == [2, 1, None]
    assert later.period_numbers == {("1", INTERIM): PeriodNumber("1", INTERIM, 700)}
