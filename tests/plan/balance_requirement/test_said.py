"""What people say of the balance requirement is whole before it is kept: source, decision, amounts, its three years."""

import pytest

from samordna.domain.plan.balance_requirement.checks import (
    Requirement,
    adjustment_problems,
    earlier_problems,
    grounds_problems,
    recovery_problems,
    requirement_problems,
)
from samordna.domain.plan.balance_requirement.judged import Adjustment, AdjustmentKind, Grounds, Judged
from samordna.domain.plan.balance_requirement.restoring import EarlierDeficit, RecoveryPlan, RecoveryStep
from samordna.domain.plan.balance_requirement.said import GroundsCited, Occasion, RequirementSaid, YearAdjusted
from samordna.domain.values.period import Period

YEAR, NEXT = Period(202401, 202412), Period(202501, 202512)
GAIN = Adjustment(AdjustmentKind.GAINS, 5_00, "Not 2")


def codes(problems) -> list[str]:
    found = list(problems)
    assert all(problem.place and problem.found and problem.remedy for problem in found)
    return [problem.code.removeprefix("balance-requirement-") for problem in found]


def plan(*steps: tuple[int, int], decision="§ 5") -> RecoveryPlan:
    return RecoveryPlan(2024, tuple(RecoveryStep(year, kronor * 100) for year, kronor in steps), decision)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (plan((2025, 10), (2027, 20)), []),
        (plan((2025, 10), decision=" "), ["plan-without-decision"]),
        (plan(), ["plan-without-steps"]),
        (plan((2025, 0)), ["plan-without-steps"]),
        (plan((2025, 10), (2026, -10)), ["plan-step-negative"]),
        (plan((2028, 10)), ["plan-outside-its-years"]),
        (plan((2024, 10)), ["plan-outside-its-years"]),
    ],
)
def test_a_recovery_plan_by_itself(told, expected):
    assert codes(recovery_problems(told)) == expected


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (adjustment_problems("p", GAIN), []),
        (adjustment_problems("p", Adjustment(AdjustmentKind.GAINS, -1, "Not 2")), ["negative-adjustment"]),
        (adjustment_problems("p", Adjustment(AdjustmentKind.UNREALISED, -1, "")), ["adjustment-without-source"]),
        (grounds_problems("p", Grounds("Skäl", "§ 3")), []),
        (grounds_problems("p", Grounds("Skäl", "")), ["grounds-without-decision"]),
        (earlier_problems(EarlierDeficit(2021, 0, "Bokslut")), ["earlier-is-nothing"]),
        (earlier_problems(EarlierDeficit(2021, 5, " ")), ["earlier-without-source"]),
    ],
)
def test_the_rest_by_themselves(found, expected):
    assert codes(found) == expected


def test_what_is_wrong_with_an_earlier_deficit_is_told_of_the_whole_too():
    assert "earlier-without-source" in codes(requirement_problems(Requirement((), (EarlierDeficit(2021, 5, ""),))))


def test_grounds_are_of_the_budget_or_of_what_came_to_be():
    budget, result = Grounds("Budgeten", "§ 1"), Grounds("Resultatet", "§ 2")
    cited = (GroundsCited(YEAR, Occasion.BUDGET, budget), GroundsCited(YEAR, Occasion.RESULT, result))
    said = RequirementSaid(adjusted=(YearAdjusted(YEAR, GAIN),), cited=cited)
    assert said.grounds(YEAR, Judged.BUDGET) == budget
    assert said.grounds(YEAR, Judged.FORECAST) == said.grounds(YEAR, Judged.OUTCOME) == result
    assert said.grounds(NEXT, Judged.BUDGET) is None
    assert (said.adjustments(YEAR), said.adjustments(NEXT)) == ((GAIN,), ())


def test_a_row_is_called_by_its_name_without_the_sign_of_print():
    assert AdjustmentKind.GAINS.name_in_words == "samtliga realisationsvinster"
    assert AdjustmentKind.REVERSED.name_in_words.startswith("återföring av")
