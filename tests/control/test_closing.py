"""The life of a period: open, preliminary, closed, and opened again with a reason."""

from dataclasses import replace

import pytest
from tests.control.closing_books import BASIS
from tests.plan.rows import SPRING

from samordna.domain.control.checklist import checklist
from samordna.domain.control.closing import TRANSITIONS, Closing, PeriodState, PeriodStep, after, steps_of
from samordna.domain.values.problem import Refused

READY = checklist(BASIS)
LEFT = checklist(replace(BASIS, notes=()))
OPEN = Closing(SPRING)
PRELIMINARY = after(OPEN, PeriodStep.PREPARE, LEFT, 3)
CLOSED = after(PRELIMINARY, PeriodStep.CLOSE, READY, 4)


def refused(closing: Closing, step: PeriodStep, checks=READY, reason="") -> str:
    with pytest.raises(Refused) as refusal:
        after(closing, step, checks, 5, reason=reason)
    return str(refusal.value)


def test_a_period_is_preliminary_with_items_left_and_is_closed_on_an_import():
    assert (PRELIMINARY.state, PRELIMINARY.version, PRELIMINARY.pinned) == (PeriodState.PRELIMINARY, 3, None)
    assert (CLOSED.state, CLOSED.pinned, CLOSED.checked) == (PeriodState.CLOSED, 4, READY)


def test_what_hinders_is_named():
    assert refused(PRELIMINARY, PeriodStep.CLOSE, LEFT) == (
        "januari–april 2024: Innan perioden kan stängas återstår: "
        "1510 Kundfordringar, 1677 Ludvikamoms, 1930 Bank och 2 till. "
        "Rätta eller förklara det som återstår; till dess kan perioden vara preliminär."
    )
    one = (*READY, LEFT[6])
    assert LEFT[6].hinders
    assert "återstår: 1510 Kundfordringar." in refused(PRELIMINARY, PeriodStep.CLOSE, one)


def test_it_is_opened_again_with_a_reason_and_keeps_what_it_was_closed_on():
    assert "varför den ska öppnas igen" in refused(CLOSED, PeriodStep.REOPEN, reason="  ")
    again = after(CLOSED, PeriodStep.REOPEN, READY, 5, reason=" Fakturan från Almby ")
    assert (again.state, again.reason, again.version, again.pinned) == (
        PeriodState.PRELIMINARY, "Fakturan från Almby", 4, None,
    )  # fmt: skip
    anew = after(again, PeriodStep.CLOSE, READY, 5)
    assert (anew.pinned, anew.reason) == (5, "")


@pytest.mark.parametrize("state", PeriodState)
@pytest.mark.parametrize("step", PeriodStep)
def test_the_table_says_what_each_step_leads_to(state, step):
    closing = replace(OPEN, state=state)
    if step in TRANSITIONS[state]:
        assert after(closing, step, READY, 4, reason="Rättelse").state is TRANSITIONS[state][step]
        assert step in steps_of(state, READY)
    else:
        assert "kan inte" in refused(closing, step, reason="Rättelse")


def test_a_step_that_cannot_be_taken_says_what_can():
    assert refused(OPEN, PeriodStep.CLOSE) == (
        "januari–april 2024: Perioden är öppen och kan inte stängas. Det som går att göra nu: göras preliminär."
    )
    assert "göra nu: inget." in refused(PRELIMINARY, PeriodStep.REOPEN, LEFT)
    assert steps_of(PeriodState.PRELIMINARY, LEFT) == ()
    assert steps_of(PeriodState.PRELIMINARY, READY) == (PeriodStep.CLOSE,)
