"""An agreement comes to hold, changes in versions and ends; what was signed never goes away."""

import datetime as dt

import pytest
from tests.plan.agreements.agreed import DAY, agreement, part

from samordna.domain.plan.agreements.differences import Difference, differences
from samordna.domain.plan.agreements.life import (
    CHANGING,
    TRANSITIONS,
    AgreementAct,
    AgreementState,
    AgreementStep,
)
from samordna.domain.plan.agreements.steps import after, steps_of
from samordna.domain.plan.agreements.terms import AgreedNumber, Counted, Notice
from samordna.domain.values.problem import Refused

LATER = dt.date(2024, 6, 1)
END = dt.date(2024, 12, 31)


def refused(code: str):
    return pytest.raises(Refused, check=lambda refusal: [problem.code for problem in refusal.problems] == [code])


@pytest.mark.parametrize("state", AgreementState)
@pytest.mark.parametrize("step", AgreementStep)
def test_a_step_is_taken_or_refused_as_the_table_says(state: AgreementState, step: AgreementStep):
    one = agreement(state=state)
    leads_to = TRANSITIONS[state].get(step)
    if leads_to is None:
        with refused("agreement-not-in-that-state"):
            after(one, AgreementAct(step, END, "Skäl"))
    else:
        taken = after(one, AgreementAct(step, END, "Skäl"))
        assert taken.state is leads_to
        assert taken.history[:-1] == one.history
        assert taken.history[-1].told == "Skäl"


def test_what_can_be_done_now_is_told_with_the_refusal():
    with pytest.raises(Refused, match="Det som går att göra nu: inget"):
        after(agreement(state=AgreementState.ENDED), AgreementAct(AgreementStep.SIGN, END))
    assert steps_of(agreement(state=AgreementState.DRAFT)) == (
        AgreementStep.CHANGE, AgreementStep.SIGN, AgreementStep.WITHDRAW,
    )  # fmt: skip


def test_a_new_version_keeps_number_and_history_and_says_what_it_changes():
    one = agreement()
    terms = agreement(part("3011", 650_000), number=77, agreed=AgreedNumber(30, Counted.STARTS))
    now = after(one, AgreementAct(AgreementStep.AMEND, LATER, "Tilläggsavtal 1"), terms=terms)
    assert (now.number, now.state) == (1, AgreementState.SIGNED)
    assert [entry.state for entry in now.history] == [
        AgreementState.DRAFT, AgreementState.SIGNED, AgreementState.SIGNED,
    ]  # fmt: skip
    assert differences(one, now) == (
        Difference("Avtalat antal per år", "", "30 starter"),
        Difference("Summa 2024, 3011", "600\xa0000 kr, jämnt", "650\xa0000 kr, jämnt"),
    )


def test_terms_change_only_in_steps_that_change_them():
    terms = agreement(part("3011", 1))
    for step in set(AgreementStep) - CHANGING:
        if step in TRANSITIONS[AgreementState.SIGNED]:
            assert after(agreement(), AgreementAct(step, END), terms=terms).parts == agreement().parts


def test_what_was_signed_changes_only_with_a_reason():
    with refused("agreement-amended-without-reason"):
        after(agreement(), AgreementAct(AgreementStep.AMEND, LATER, "  "), terms=agreement(part("3011", 1)))


def test_a_step_is_not_taken_before_the_one_before_it():
    with refused("agreement-step-before-the-last"):
        after(agreement(), AgreementAct(AgreementStep.GIVE_NOTICE, DAY - dt.timedelta(days=1)))


def test_an_agreement_does_not_end_before_its_last_month():
    with refused("agreement-ends-later"):
        after(agreement(), AgreementAct(AgreementStep.END, dt.date(2024, 11, 30)))
    assert after(agreement(), AgreementAct(AgreementStep.END, dt.date(2024, 12, 1))).state is AgreementState.ENDED


def test_an_agreement_without_a_day_of_notice_says_nothing_of_what_follows_from_it():
    labels = [one.label for one in differences(agreement(), agreement(notice=Notice(LATER, 12)))]
    assert labels == ["Sista dag för uppsägning", "Utan uppsägning"]
