"""A year carries its own cost, or its deficit is restored within three years, or it is decided on what grounds not."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samordna.domain.document import Blank, Number
from samordna.domain.plan.balance_requirement import problems
from samordna.domain.plan.balance_requirement.checks import Requirement, requirement_problems
from samordna.domain.plan.balance_requirement.judged import Adjustment, AdjustmentKind, Grounds, Judged, YearJudged
from samordna.domain.plan.balance_requirement.restoring import (
    EarlierDeficit,
    RecoveryPlan,
    RecoveryStep,
    deficits_after,
)
from samordna.domain.plan.balance_requirement.tables import restoration_table, statement_table
from samordna.domain.values.period import Period
from samordna.domain.values.problem import ProblemKind

KINDS = [kind for kind in vars(problems).values() if isinstance(kind, ProblemKind)]
GROUNDS = Grounds("Eget kapital över rekommenderad nivå tas i anspråk", "Styrelsen § 12")


def year(number: int, kronor: int, judged: Judged = Judged.OUTCOME, **changes) -> YearJudged:
    period = Period(number * 100 + 1, number * 100 + 12)
    return YearJudged(period, kronor * 100, judged, f"Årsredovisning {number}", **changes)


def plan(*steps: tuple[int, int], deficit_year=2021, decision="§ 9") -> RecoveryPlan:
    return RecoveryPlan(deficit_year, tuple(RecoveryStep(at, kronor * 100) for at, kronor in steps), decision)


def codes(*years: YearJudged, **told) -> list[str]:
    found = requirement_problems(Requirement(years, **told))
    assert all(problem.place and problem.found and problem.remedy for problem in found)
    return [problem.code.removeprefix("balance-requirement-") for problem in found]


def amounts(table, column="amount"):
    return {
        row.id: cell.shown if isinstance(cell := table.cell(row.id, column), Number) else None for row in table.rows
    }


def test_gains_go_out_exempt_come_back_and_what_is_not_realised_is_left_out():
    told = {"GAINS": 30, "EXEMPT_GAINS": 10, "EXEMPT_LOSSES": 5, "UNREALISED": -7, "REVERSED": 2}
    adjustments = tuple(Adjustment(AdjustmentKind[kind], kronor * 100, "Not 4") for kind, kronor in told.items())
    judged = year(2024, 100, adjustments=adjustments)
    assert judged.balance_result == (100 - 30 + 10 + 5 + 7 + 2) * 100
    assert list(amounts(statement_table(Requirement((judged,)), judged)).values())[:7] == [100, -30, 10, 5, 7, 2, 94]
    assert codes(judged) == []


def test_the_published_calculation_of_insjoriket_comes_out():
    """What is printed rests on eight months; the law wants the forecast, and that is told."""
    printed = year(2024, 1_310_175, covered=Period(202401, 202408))
    table = statement_table(Requirement((printed,)), printed)
    assert amounts(table) == {
        "result": 1_310_175, "gains": 0, "exempt-gains": 0, "exempt-losses": 0, "unrealised": 0, "reversed": 0,
        "balance": 1_310_175, "earlier": 0, "restored": 0, "new": 0, "left": 0,
    }  # fmt: skip
    assert table.cell("gains", "amount").text == "–"
    assert codes(printed) == ["not-the-whole-year"]
    assert codes(year(2024, 1_500_000, Judged.FORECAST, covered=Period(202401, 202408))) == []


def test_a_later_surplus_restores_the_oldest_deficit_first():
    years = (year(2023, 70), year(2021, -50), year(2022, -40))
    told = deficits_after(years, [EarlierDeficit(2020, 10_00, "Årsredovisning 2020")])
    assert [(one.year, one.amount // 100, one.left // 100, one.deadline) for one in told] == [
        (2020, 10, 0, 2023), (2021, 50, 0, 2024), (2022, 40, 30, 2025),
    ]  # fmt: skip


def test_a_deficit_with_grounds_is_not_to_be_restored_and_a_budget_is_none():
    assert deficits_after([year(2021, -50, grounds=GROUNDS), year(2022, -40, Judged.BUDGET)]) == ()
    judged = year(2024, -50, grounds=GROUNDS)
    rests_on, why = statement_table(Requirement((judged,)), judged).remarks
    assert rests_on == "Balanskravet är bedömt på utfall: Årsredovisning 2024."
    assert why == (
        "Underskottet återställs inte av synnerliga skäl: Eget kapital över rekommenderad nivå tas i anspråk "
        "(Styrelsen § 12)."
    )


@pytest.mark.parametrize(
    ("years", "told", "expected"),
    [
        ((year(2024, 1), year(2024, 2)), {}, ["year-twice"]),
        ((year(2024, 1), year(2024, 2, Judged.BUDGET)), {}, []),
        ((year(2024, 9, adjustments=(Adjustment(AdjustmentKind.GAINS, -1, "Not"),)),), {}, ["negative-adjustment"]),
        ((year(2024, 9, adjustments=(Adjustment(AdjustmentKind.GAINS, 1, " "),)),), {}, ["adjustment-without-source"]),
        ((year(2024, -9, grounds=replace(GROUNDS, decision=" ")),), {}, ["grounds-without-decision"]),
        ((year(2024, -9, grounds=replace(GROUNDS, reason="")),), {}, ["grounds-without-decision"]),
        ((year(2024, -9, Judged.BUDGET),), {}, ["budget-deficit"]),
        ((year(2024, -9, Judged.BUDGET, grounds=GROUNDS),), {}, []),
        ((year(2021, -9),), {}, ["deficit-without-plan"]),
        ((year(2021, -9),), {"plans": (plan((2022, 9)),)}, []),
        ((year(2021, -9), year(2023, 9)), {}, []),
        ((year(2021, -9), year(2024, 8)), {"plans": (plan((2022, 9)),)}, ["deadline-passed"]),
        ((year(2021, -9), year(2023, 8)), {"plans": (plan((2022, 9)),)}, []),
        ((year(2021, 9),), {"plans": (plan((2022, 9)),)}, ["plan-of-no-deficit"]),
        ((year(2021, -9),), {"plans": (plan((2022, 9), decision=""),)}, ["plan-without-decision"]),
        ((year(2021, -9),), {"plans": (plan((2025, 9)),)}, ["plan-outside-its-years"]),
        ((year(2021, -9),), {"plans": (plan((2021, 9)),)}, ["plan-outside-its-years"]),
        ((year(2021, -9),), {"plans": (plan((2022, 3), (2024, 5)),)}, ["plan-is-not-enough"]),
    ],
)
def test_what_is_wrong_or_asked_for_is_told(years, told, expected):
    assert codes(*years, **told) == expected


def test_a_deficit_says_by_when_and_how_much():
    [problem] = requirement_problems(Requirement((year(2021, -9_000),)))
    assert str(problem).replace("\xa0", " ") == (
        "balanskravet 2021: 9 000 kr är inte återställt, och det finns varken åtgärdsplan eller synnerliga skäl. "
        "Besluta en åtgärdsplan som återställer det senast 2024, eller ange skälen (KL 11 kap. 12–13 §§)."
    )


def test_the_calculation_carries_what_is_left_and_changes_with_an_earlier_year():
    requirement = Requirement((year(2021, -50), year(2022, 20), year(2023, 10)), (EarlierDeficit(2020, 5_00, "ÅR"),))
    table = statement_table(requirement, requirement.years[1])
    assert list(amounts(table).values())[-4:] == [-55, 20, 0, -35]
    first = statement_table(requirement, requirement.years[0])
    assert list(amounts(first).values())[-4:] == [-5, 0, -50, -55]
    changed = replace(requirement, years=(year(2021, -10), *requirement.years[1:]))
    assert list(amounts(statement_table(changed, changed.years[1])).values())[-4:] == [-15, 15, 0, 0]


def test_deficits_stand_with_plan_restored_and_left():
    requirement = Requirement((year(2021, -50), year(2022, -20), year(2023, 60)), plans=(plan((2022, 30), (2023, 20)),))
    table = restoration_table(requirement)
    assert [row.label for row in table.rows] == ["2021, senast 2024", "2022, senast 2025"]
    assert amounts(table) == {"2021": 50, "2022": 20}
    assert amounts(table, "planned") == {"2021": 50, "2022": None}
    assert isinstance(table.cell("2022", "planned"), Blank)
    assert amounts(table, "restored") == {"2021": 50, "2022": 10}
    assert amounts(table, "left") == {"2021": 0, "2022": 10}


@given(st.lists(st.integers(-(10**9), 10**9), max_size=8))
def test_nothing_is_restored_that_was_not_a_deficit_or_by_more_than_the_surpluses(results):
    years = [year(2000 + index, result) for index, result in enumerate(results)]
    deficits = deficits_after(years)
    assert sum(one.amount for one in deficits) == -sum(result for result in results if result < 0) * 100
    restored = sum(one.amount - one.left for one in deficits)
    assert 0 <= restored <= sum(result for result in results if result > 0) * 100
    assert all(0 <= one.left <= one.amount and all(at > one.year for at, _ in one.restored) for one in deficits)


def test_every_kind_has_a_code_of_its_own_and_says_what_to_do():
    assert len({kind.code for kind in KINDS}) == len(KINDS) > 10
    assert all(kind.found.endswith(".") and kind.remedy.endswith(".") for kind in KINDS)
