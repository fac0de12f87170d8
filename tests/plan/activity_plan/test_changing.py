"""A plan is added to, changed, moved in and taken from; what cannot be done says why, and the rest stays as it was."""

from dataclasses import replace

import pytest

from samordna.domain.plan.activity_plan import changing
from samordna.domain.plan.activity_plan.checks import activity_plan_problems
from samordna.domain.plan.activity_plan.differences import plan_differences
from samordna.domain.plan.activity_plan.planned import (
    ActivityPlan,
    Direction,
    OverheadRow,
    PlannedActivity,
    PlannedPart,
)
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Refused

YEAR = Period(202601, 202612)
PART = PlannedPart("steget", "Steget", Direction.INDIVIDUAL)
OTHER = PlannedPart("motet", "Mötet", Direction.STRUCTURAL)
ROWS = tuple(PlannedActivity("steget", name, name, 10, 100_000_00) for name in ("Granby", "Ekby", "Alby"))
MEETING = PlannedActivity("motet", "Lokala dagar", "", 50, 20_000_00)
OFFICE, BOARD = OverheadRow("Kansli", 900_000_00, 700_000_00), OverheadRow("Styrelse", 100_000_00)
PLAN = ActivityPlan(YEAR, (PART, OTHER), (*ROWS, MEETING), (OFFICE, BOARD), "Förslag")


def refused(code: str):
    return pytest.raises(Refused, check=lambda refusal: [one.code for one in refusal.problems] == [code])


def names(plan: ActivityPlan) -> list[str]:
    return [one.label for one in plan.of_part("steget")]


def test_a_plan_is_made_from_nothing():
    plan = changing.with_part(changing.empty_plan(YEAR), PART)
    plan = changing.with_overhead(changing.with_activity(plan, ROWS[0]), OFFICE)
    assert plan == ActivityPlan(YEAR, (PART,), (ROWS[0],), (OFFICE,), "")
    assert plan.cost(granted=False) == 1_000_000_00


def test_a_row_is_changed_where_it_stands_and_moved_to_another_part():
    dearer = replace(ROWS[1], funds=150_000_00)
    plan = changing.with_activity(PLAN, dearer, ROWS[1].key)
    assert plan.of_part("steget") == (ROWS[0], dearer, ROWS[2])
    assert changing.with_activity(PLAN, replace(MEETING, part="steget"), MEETING.key).of_part("motet") == ()


@pytest.mark.parametrize(
    ("name", "up", "after"),
    [
        ("Ekby", True, ["Ekby", "Granby", "Alby"]),
        ("Ekby", False, ["Granby", "Alby", "Ekby"]),
        ("Granby", True, ["Granby", "Ekby", "Alby"]),
        ("Alby", False, ["Granby", "Ekby", "Alby"]),
    ],
)
def test_a_row_moves_one_step_within_its_part(name: str, up: bool, after: list[str]):
    [row] = [one for one in ROWS if one.label == name]
    moved = changing.moved_activity(PLAN, row.key, up=up)
    assert names(moved) == after
    assert moved.of_part("motet") == (MEETING,)


def test_parts_and_overhead_move_and_are_taken_out():
    assert changing.moved_part(PLAN, "motet", up=True).parts == (OTHER, PART)
    assert changing.moved_overhead(PLAN, "Styrelse", up=True).overhead == (BOARD, OFFICE)
    assert changing.without_overhead(PLAN, "Kansli").overhead == (BOARD,)
    without = changing.without_activity(PLAN, MEETING.key)
    assert changing.without_part(without, "motet").parts == (PART,)


def test_what_cannot_be_done_says_why():
    with refused("activity-plan-part-in-use"):
        changing.without_part(PLAN, "motet")
    for deed in (changing.without_activity, changing.without_overhead, changing.without_part):
        with refused("activity-plan-no-such-row"):
            deed(PLAN, "okänd")
    with refused("activity-plan-no-such-row"):
        changing.moved_activity(PLAN, "okänd", up=True)
    with refused("activity-plan-no-such-row"):
        changing.with_overhead(PLAN, OFFICE, "okänd")


@pytest.mark.parametrize(
    ("heading", "name"), [("Steget", "steget-2"), ("Gröna vägen, fram", "grona-vagen-fram"), ("***", "del")]
)
def test_a_new_part_gets_an_id_of_its_own(heading: str, name: str):
    assert changing.part_id(heading, PLAN) == name


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        (replace(PLAN, parts=(PART, OTHER, PlannedPart("nytt", "STEGET", Direction.INDIVIDUAL))), "heading-twice"),
        (replace(PLAN, parts=(PART, replace(OTHER, heading=" "))), "no-name"),
        (replace(PLAN, activities=(replace(ROWS[0], label=" "),)), "no-name"),
        (replace(PLAN, activities=(replace(ROWS[0], part="borta"),)), "no-such-part"),
        (replace(PLAN, activities=(replace(ROWS[0], participants=10_000_000),)), "too-large"),
        (replace(PLAN, activities=(replace(ROWS[0], funds=10**16),)), "too-large"),
        (replace(PLAN, overhead=(replace(OFFICE, label=""),)), "no-name"),
        (replace(PLAN, overhead=(replace(OFFICE, amount=10**16),)), "too-large"),
    ],
)
def test_what_is_wrong_with_what_came_of_it_is_told(changed: ActivityPlan, code: str):
    assert [one.code for one in activity_plan_problems(changed)] == [f"activity-plan-{code}"]


def test_what_differs_is_told_row_by_row():
    after = changing.with_activity(PLAN, replace(ROWS[1], funds=150_000_00), ROWS[1].key)
    after = changing.without_overhead(changing.with_activity(after, PlannedActivity("steget", "Nyby")), "Styrelse")
    told = [(one.label, one.old.replace("\xa0", " "), one.new.replace("\xa0", " ")) for one in
            plan_differences(PLAN, replace(after, source="Nytt förslag"))]  # fmt: skip
    assert told == [
        ("Steget, Ekby", "10 deltagare, 100 000 kr", "10 deltagare, 150 000 kr"),
        ("Steget, Nyby", "", "utan medel och deltagare"),
        ("Styrelse", "100 000 kr", ""),
        ("Planen står i", "Förslag", "Nytt förslag"),
    ]
    assert plan_differences(PLAN, PLAN) == ()
    [moved] = plan_differences(PLAN, changing.moved_part(PLAN, "motet", up=True))
    assert (moved.label, moved.new) == ("Ordningen", "ändrad")
