"""The plan of a year is made by deeds, without any books: said, seen, undone, written, adopted and begun anew."""

import datetime as dt

import pytest
from tests.actions.people import actor, last_trace
from tests.years.plans import input_files

from samordna.access.models import Role
from samordna.domain.document import Number
from samordna.domain.plan.activity_plan.chapters import Chapter, PlanText
from samordna.domain.plan.activity_plan.planned import Direction, OverheadRow, PlannedActivity, PlannedPart
from samordna.domain.plan.budget import Decision
from samordna.domain.plan.financing.allotment import AllotmentState
from samordna.domain.plan.financing.year import Frame
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Refused
from samordna.office import actions, questions
from samordna.office.actions import TERMINAL

pytestmark = pytest.mark.usefixtures("association_folder")

YEAR, LAST = Period(202701, 202712), Period(202601, 202612)
PART = PlannedPart("", "Steget", Direction.INDIVIDUAL)
ROW = PlannedActivity("steget", "Granby", "Granby", 20, 300_000_00)
OFFICE = OverheadRow("Kansli", 100_000_00)
DECISION = Decision("Styrelsen  § 56", "", dt.date(2026, 11, 18))


def refused(code: str):
    return pytest.raises(Refused, check=lambda refusal: code in {problem.code for problem in refusal.problems})


def plan(year: Period = YEAR):
    return questions.plan_held().activity_plan_of(year)


def with_plan(year: Period = YEAR) -> None:
    actions.add_part(year, PART, by=TERMINAL)
    actions.put_planned_activity(year, ROW, by=TERMINAL)
    actions.put_overhead(year, OFFICE, by=TERMINAL)


def adopt(year: Period = YEAR, **said: object) -> int:
    return actions.adopt_plan(year, DECISION, AllotmentState.DECIDED, by=TERMINAL, **said)


def test_a_plan_is_made_row_by_row_and_each_is_traced():
    with_plan()
    assert plan().parts == (PlannedPart("steget", "Steget", Direction.INDIVIDUAL),)
    assert (plan().activities, plan().overhead) == ((ROW,), (OFFICE,))
    assert (last_trace().deed, last_trace().subject) == ("plan-activities", "verksamhetsplan januari–december 2027")
    actions.move_overhead(YEAR, "Kansli", up=True, by=TERMINAL)
    actions.remove_planned_activity(YEAR, ROW.key, by=TERMINAL)
    actions.remove_part(YEAR, "steget", by=TERMINAL)
    actions.set_plan_source(YEAR, "Förslag", by=TERMINAL)
    assert (plan().parts, plan().activities, plan().source) == ((), (), "Förslag")


def test_two_persons_lose_nothing():
    with_plan()
    seen = questions.plan_seen(YEAR)
    actions.put_overhead(YEAR, OverheadRow("Styrelse", 5_00), by=TERMINAL, seen=seen)
    with refused("plan-said-meanwhile"):
        actions.put_overhead(YEAR, OverheadRow("Revision", 5_00), by=TERMINAL, seen=seen)
    assert [one.label for one in plan().overhead] == ["Kansli", "Styrelse"]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (PlannedActivity("steget", "Granby", "Granby", 1, 1), "activity-plan-row-twice"),
        (PlannedActivity("steget", "Ekby", "", -1, 1), "activity-plan-negative-count"),
        (PlannedActivity("steget", " ", "", 1, 1), "activity-plan-no-name"),
        (PlannedActivity("annan", "Ekby", "", 1, 1), "activity-plan-no-such-part"),
        (PlannedActivity("steget", "E" * 201, "", 1, 1), "plan-text-too-long"),
        (PlannedActivity("steget", "Ring 19121212-1212", "", 1, 1), "identity-number-typed"),
    ],
)
def test_what_is_wrong_is_refused_and_changes_nothing(row: PlannedActivity, code: str):
    with_plan()
    before = plan()
    with refused(code):
        actions.put_planned_activity(YEAR, row, by=TERMINAL)
    assert plan() == before


def test_a_change_is_taken_back_and_so_is_that():
    with_plan()
    before = plan()
    actions.remove_overhead(YEAR, "Kansli", by=TERMINAL)
    actions.undo_activities(YEAR, by=TERMINAL)
    assert plan() == before
    assert [one.changes[0].label for one in questions.plan_changes(YEAR)][:2] == ["Kansli", "Kansli"]
    with refused("activity-plan-nothing-to-undo"):
        actions.undo_activities(LAST, by=TERMINAL)


def test_a_year_begins_from_the_one_before():
    with refused("activity-plan-nothing-to-roll"):
        actions.roll_plan(YEAR, LAST, by=TERMINAL)
    with_plan(LAST)
    adopt(LAST)
    actions.roll_plan(YEAR, LAST, by=TERMINAL)
    assert (plan().year, plan().activities, plan().source) == (YEAR, (ROW,), "Utkast efter planen för 2026")
    with refused("activity-plan-exists"):
        actions.roll_plan(YEAR, LAST, by=TERMINAL)


def test_a_chapter_is_written_and_emptied_and_stays_in_its_history():
    with_plan()
    for text in ("Först.\r\n\r\nSedan.  ", "Om.", ""):
        actions.write_chapter(YEAR, PlanText("mal", text), by=TERMINAL)
    assert questions.plan_held().plan_texts_of(YEAR) == {}
    assert [one.text for one in questions.texts_said(YEAR)["mal"]] == ["", "Om.", "Först.\n\nSedan."]
    actions.write_chapter(YEAR, PlanText("del:steget", "Vad steget är."), by=TERMINAL)
    with refused("activity-plan-no-such-part"):
        actions.write_chapter(YEAR, PlanText("del:borta", "Text"), by=TERMINAL)
    with refused("identity-number-typed"):
        actions.write_chapter(YEAR, PlanText("mal", "Deltagaren 19121212-1212"), by=TERMINAL)


def test_an_adopted_plan_is_changed_only_by_a_new_version_and_reads_as_it_did():
    with_plan()
    adopt()
    life = questions.plan_held().plan_life_of(YEAR)
    assert (life.version, life.latest.in_words) == (1, "Styrelsen § 56, 18 november 2026")
    for change in (
        lambda: actions.put_overhead(YEAR, OverheadRow("Styrelse", 5_00), by=TERMINAL),
        lambda: actions.write_chapter(YEAR, PlanText(Chapter.GOALS.value, "Nytt"), by=TERMINAL),
        adopt,
    ):
        with refused("activity-plan-already-adopted"):
            change()
    with refused("activity-plan-no-reason"):
        actions.revise_plan(YEAR, " ", by=TERMINAL)
    actions.revise_plan(YEAR, "Tilldelningen ändrades", by=TERMINAL)
    actions.put_overhead(YEAR, OverheadRow("Styrelse", 50_000_00), by=TERMINAL)
    draft, first = questions.plan_paper(YEAR), questions.plan_paper(YEAR, version=1)
    assert draft.status.startswith("Utkast till version 2: den som gäller antogs Styrelsen § 56")
    assert first.status == ""
    assert _cost(first) == 400_000_00
    assert _cost(draft) == 450_000_00
    adopt()
    assert questions.plan_paper(YEAR).status == ""
    with refused("activity-plan-nothing-planned"):
        questions.plan_paper(YEAR, version=3)


def test_a_plan_whose_money_cannot_be_shared_out_is_not_adopted():
    with_plan()
    actions.set_frame(YEAR, Frame(1_000_000_00, "Ramen"), by=TERMINAL)
    with refused("association-no-key") as refusal:
        adopt()
    assert all(problem.place and problem.remedy for problem in refusal.value.problems)
    assert questions.plan_held().plan_life_of(YEAR).latest is None
    actions.withdraw_frame(YEAR, by=TERMINAL)
    adopt()


def _cost(document) -> int:
    tables = [
        block for one in document.sections for block in one.blocks if getattr(block, "id", "") == "economic-summary"
    ]
    cell = tables[0].cell(":total", "without")
    assert isinstance(cell, Number)
    return cell.exact


def test_what_cannot_be_adopted_is_refused():
    with refused("activity-plan-nothing-to-adopt"):
        adopt()
    with_plan()
    with refused("activity-plan-no-decision"):
        actions.adopt_plan(YEAR, Decision(" ", "", None), AllotmentState.DECIDED, by=TERMINAL)
    seen = questions.plan_held().number
    actions.put_overhead(YEAR, OverheadRow("Styrelse", 5_00), by=TERMINAL)
    with refused("plan-said-meanwhile"):
        adopt(seen=seen)
    assert questions.plan_held().plan_life_of(YEAR).version == 1
    adopt(seen=questions.plan_held().number)


def test_a_plan_is_not_adopted_on_money_that_was_not_seen():
    with_plan()
    seen = questions.plan_held().number
    actions.set_frame(YEAR, Frame(900_000_00, "Beslut"), by=TERMINAL)
    with refused("plan-said-meanwhile"):
        adopt(seen=seen)


def test_who_only_reads_plans_nothing():
    for role in (Role.BOARD, Role.AUDITOR, Role.ADMINISTRATOR):
        with refused("not-allowed"):
            actions.put_overhead(YEAR, OFFICE, by=actor(role))
        with refused("not-allowed"):
            actions.adopt_plan(YEAR, DECISION, AllotmentState.DECIDED, by=actor(role))
    assert plan() is None


def test_files_do_not_change_an_adopted_plan_and_the_same_files_say_nothing():
    files = input_files("sjuharad")
    actions.take_plan(files, by=TERMINAL)
    year = Period(202201, 202212)
    adopt(year)
    number = questions.plan_held().number
    actions.take_plan(files, by=TERMINAL)
    assert questions.plan_held().number == number
    name = "verksamhetsplan-2022.csv"
    changed = {
        name: files[name].replace(b"Mark;Mark;110", b"Mark;Mark;111"),
        "overhead-2022.csv": files["overhead-2022.csv"],
    }
    with refused("activity-plan-already-adopted"):
        actions.take_plan(changed, by=TERMINAL)
    assert questions.plan_held().number == number
