"""What is wrong with an activity plan is told, each with place and remedy."""

from dataclasses import replace

import pytest

from samordna.domain.plan.activity_plan import problems
from samordna.domain.plan.activity_plan.checks import activity_plan_problems
from samordna.domain.plan.activity_plan.planned import (
    ActivityPlan,
    Direction,
    OverheadRow,
    PlannedActivity,
    PlannedPart,
)
from samordna.domain.plan.activity_plan.tables import activity_tables, economic_summary, performers_table
from samordna.domain.values.period import Period
from samordna.domain.values.problem import ProblemKind

KINDS = [kind for kind in vars(problems).values() if isinstance(kind, ProblemKind)]
PART = PlannedPart("rehab", "Rehabilitering", Direction.INDIVIDUAL)
STEP = PlannedActivity("rehab", "Steget", "Granby", 20, 300_000_00)
OFFICE = OverheadRow("Kansli", 100_000_00, 80_000_00)
PLAN = ActivityPlan(Period(202401, 202412), (PART,), (STEP,), (OFFICE,), "Styrelsens beslut § 7")


def test_nothing_is_wrong_with_a_good_one():
    assert activity_plan_problems(PLAN) == ()
    assert activity_plan_problems(replace(PLAN, activities=(STEP, replace(STEP, performer="Ekby")))) == ()


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"parts": (PART, replace(PART, direction=Direction.STRUCTURAL))}, "part-twice"),
        ({"activities": (STEP, STEP)}, "row-twice"),
        ({"activities": (replace(STEP, funds=None),)}, "nobody-pays"),
        ({"activities": (replace(STEP, funds=-1_00),)}, "negative"),
        ({"activities": (replace(STEP, participants=-1),)}, "negative-count"),
        ({"overhead": (OFFICE, OFFICE)}, "row-twice"),
        ({"overhead": (replace(OFFICE, with_project=-1_00),)}, "negative"),
        ({"overhead": (replace(OFFICE, amount=-1_00),)}, "negative"),
    ],
)
def test_what_is_wrong_is_told(changes, code):
    [problem] = activity_plan_problems(replace(PLAN, **changes))
    assert problem.code == f"activity-plan-{code}"
    assert problem.place.startswith("verksamhetsplanen 2024, ") or code == "part-twice"
    assert problem.found
    assert problem.remedy


def test_who_else_pays_is_enough():
    assert activity_plan_problems(replace(PLAN, activities=(replace(STEP, funds=None, paid_by="ESF"),))) == ()


def test_a_project_changes_only_the_overhead():
    assert (PLAN.cost(granted=False), PLAN.cost(granted=True)) == (400_000_00, 380_000_00)
    assert OverheadRow("Styrelse", 5_00).cost(granted=True) == 5_00


def test_a_plan_without_structural_activities_has_no_row_for_them():
    table = economic_summary(PLAN, [])
    assert [row.id for row in table.rows] == ["performer:Granby", "overhead", ":total"]


def test_an_empty_plan_can_be_laid_out():
    empty = ActivityPlan(PLAN.year, (), (), (), "")
    assert activity_tables(empty) == ()
    assert [row.id for row in performers_table(empty).rows] == [":total"]
    assert activity_plan_problems(empty) == ()


def test_every_kind_has_a_code_of_its_own_and_says_what_to_do():
    assert len({kind.code for kind in KINDS}) == len(KINDS) >= 5
    assert all(kind.found.endswith(".") and kind.remedy.endswith(".") for kind in KINDS)
