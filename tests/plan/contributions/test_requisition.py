"""A requisition goes from planned to paid, step by step, and what was asked for is never lost."""

import datetime as dt

import pytest
from tests.association.members import YEAR

from samordna.domain.document import paragraphs_of, tables_of
from samordna.domain.plan.contributions import problems
from samordna.domain.plan.contributions.requisition import (
    STANDING,
    TRANSITIONS,
    WANTS_REASON,
    Requisition,
    RequisitionAct,
    RequisitionEntry,
    RequisitionState,
    RequisitionStep,
    after,
    steps_of,
)
from samordna.domain.plan.contributions.requisition_document import Sender, requisition_document
from samordna.domain.values.period import Period
from samordna.domain.values.problem import ProblemKind, Refused

DAY = dt.date(2024, 3, 1)
ONE = Requisition(7, "t1", "Granby", YEAR, Period(202401, 202403), 1_500_00, dt.date(2024, 3, 31), "Beslut 7")


def at(state: RequisitionState) -> Requisition:
    history = () if state is RequisitionState.PLANNED else (RequisitionEntry(state, DAY),)
    return Requisition(7, "t1", "Granby", YEAR, ONE.period, ONE.amount, ONE.due, ONE.source, history)


def refused(code: str):
    return pytest.raises(Refused, check=lambda refusal: [problem.code for problem in refusal.problems] == [code])


@pytest.mark.parametrize("state", RequisitionState)
@pytest.mark.parametrize("step", RequisitionStep)
def test_a_step_is_taken_or_refused_as_the_table_says(state: RequisitionState, step: RequisitionStep):
    leads_to = TRANSITIONS[state].get(step)
    if leads_to is None:
        with refused("requisition-not-in-that-state"):
            after(at(state), RequisitionAct(step, DAY, "Skäl"))
    else:
        assert after(at(state), RequisitionAct(step, DAY, "Skäl")).state is leads_to
    assert (step in steps_of(at(state))) is (leads_to is not None)


def test_credits_and_withdrawals_want_a_reason_and_days_are_in_order():
    for step in WANTS_REASON:
        state = next(state for state, leading in TRANSITIONS.items() if step in leading)
        with refused("requisition-without-reason"):
            after(at(state), RequisitionAct(step, DAY))
    with refused("requisition-step-before-the-last"):
        after(at(RequisitionState.REQUESTED), RequisitionAct(RequisitionStep.PAY, dt.date(2024, 2, 29)))


def test_what_stands_has_been_asked_for_and_keeps_how_it_came_there():
    one = ONE
    for step in (RequisitionStep.REQUEST, RequisitionStep.INVOICE, RequisitionStep.PAY):
        one = after(one, RequisitionAct(step, DAY))
    assert one.has_been(RequisitionState.INVOICED)
    assert one.stands
    credited = after(one, RequisitionAct(RequisitionStep.CREDIT, DAY, "Dubbelt"))
    assert not credited.has_been(RequisitionState.INVOICED)
    assert (credited.state in STANDING, credited.history[-1].told) == (False, "Dubbelt")


def test_every_problem_has_a_code_of_its_own_and_says_what_to_do():
    kinds = [kind for kind in vars(problems).values() if isinstance(kind, ProblemKind)]
    assert len({kind.code for kind in kinds}) == len(kinds) > 15
    assert all(kind.found.endswith(".") and kind.remedy.endswith(".") for kind in kinds)


def test_on_paper_it_says_who_pays_what_for_which_months_by_when_and_no_account_is_made_up():
    one = after(ONE, RequisitionAct(RequisitionStep.REQUEST, DAY))
    document = requisition_document(one, Sender("Förbundet", "222000-0000"), 6_000_00)
    assert (document.title, document.author) == ("Rekvisition 7", "Förbundet")
    assert dict(document.facts) == {
        "Till": "Granby", "Från": "Förbundet", "Organisationsnummer": "222000-0000",
        "Begärd": "1 mars 2024", "Förfaller": "31 mars 2024",
    }  # fmt: skip
    text = " ".join(str(part) for paragraph in paragraphs_of(document) for part in paragraph.parts)
    assert "begär medlemsbidrag av Granby för januari–mars 2024" in text
    assert "senast 31 mars 2024. Ange rekvisition 7 vid betalning." in text
    assert "grundas på: Beslut 7." in text
    assert "giro" not in text
    [table] = tables_of(document)
    assert [cell.text for row in table.rows for cell in row.cells] == ["1\xa0500", "6\xa0000"]
    assert len(tables_of(requisition_document(one, Sender("Förbundet")))[0].rows) == 1
