"""Where the plan of a year stands, and which money it rests on: asked of what is held, now or as it was then."""

import datetime as dt

import pytest
from tests.years.plans import input_files

from samordna.domain.document import Number
from samordna.domain.plan.activity_plan.planned import OverheadRow
from samordna.domain.plan.budget import Decision
from samordna.domain.plan.financing.allotment import AllotmentState
from samordna.domain.values.period import Period
from samordna.office import actions, questions
from samordna.office.actions import TERMINAL
from samordna.office.questions import StepName, StepState

pytestmark = pytest.mark.usefixtures("association_folder")

YEAR, NEXT = Period(202201, 202212), Period(203101, 203112)


def states(year: Period) -> dict[StepName, StepState]:
    return {one.name: one.state for one in questions.plan_steps(questions.plan_asked(year))}


def result(asked: questions.PlanAsked, column: str = "without") -> int:
    [row] = [row for row in asked.summary.rows if row.id.startswith("result:")]
    cell = asked.summary.cell(row.id, column)
    assert isinstance(cell, Number)
    return cell.shown


def test_of_an_empty_association_everything_is_left_to_do():
    told = states(NEXT)
    assert {state for name, state in told.items() if name is not StepName.PROJECTS} == {StepState.LEFT}
    asked = questions.plan_asked(NEXT)
    assert (asked.restings, asked.financing, asked.budget, asked.cases) == ((), None, None, None)
    assert [one.code for one in asked.findings] == ["association-no-key"]


def test_of_sjuharad_2022_what_is_there_and_what_is_not_adopted():
    actions.take_plan(input_files("sjuharad"), by=TERMINAL)
    told = states(YEAR)
    assert told[StepName.MEMBERS] is told[StepName.FINANCING] is told[StepName.ACTIVITIES] is StepState.DONE
    assert told[StepName.EQUITY] is StepState.BEGUN  # a deficit wants a reasoned decision
    assert told[StepName.BUDGET] is told[StepName.ADOPTION] is StepState.LEFT


def test_the_surest_state_is_taken_unless_another_is_asked_for():
    actions.take_plan(input_files("sjuharad"), by=TERMINAL)
    assert (questions.plan_asked(YEAR).state, result(questions.plan_asked(YEAR))) == (AllotmentState.DECIDED, -573)
    requested = questions.plan_asked(YEAR, AllotmentState.REQUESTED)
    assert (result(requested), result(requested, "with")) == (395, 968)
    assert [one.name for one in requested.restings] == ["äskade bidrag", "beslutade bidrag"]
    assert questions.plan_asked(Period(202501, 202512)).state is AllotmentState.PRELIMINARY


@pytest.mark.parametrize(
    ("word", "state"),
    [("äskad", AllotmentState.REQUESTED), ("Beslutad ", AllotmentState.DECIDED), ("decided", AllotmentState.DECIDED),
     ("återtagen", None), ("", None)],
)  # fmt: skip
def test_a_state_is_known_by_what_a_person_calls_it(word: str, state: AllotmentState | None):
    assert questions.state_named(word) is state


def test_an_adopted_plan_is_read_as_it_was_whatever_comes_after():
    actions.take_plan(input_files("sjuharad"), by=TERMINAL)
    decision = Decision("Styrelsen § 56", "", dt.date(2021, 11, 16))
    actions.adopt_plan(YEAR, decision, AllotmentState.DECIDED, by=TERMINAL)
    header = "År;Grupp;Läge;Belopp;Dag;Källa\n"
    less = {"staten": "8 000 000", "region": "4 000 000", "kommuner": "4 000 000"}
    lower = "".join(f"2022;{group};beslutad;{amount};;Ändrat beslut\n" for group, amount in less.items())
    actions.take_plan({"tilldelning.csv": f"{header}{lower}".encode()}, by=TERMINAL)
    assert result(questions.plan_shown(YEAR)) == -573
    assert result(questions.plan_asked(YEAR)) == -3_605
    assert questions.plan_paper(YEAR).status == ""
    actions.revise_plan(YEAR, "Lägre bidrag", by=TERMINAL)
    actions.put_overhead(YEAR, OverheadRow("Styrelse", 0), by=TERMINAL)
    assert result(questions.plan_shown(YEAR)) == -3_605
