"""Agreements are entered, signed, changed in versions and ended; what they say feeds forecasts and what is owed."""

import datetime as dt
from dataclasses import replace

import pytest
from tests.actions.people import actor, last_trace
from tests.actions.test_attachments import PDF, PNG
from tests.plan.agreements.agreed import agreement, part
from tests.web.plan_books import NEXT, YEAR, with_register

from samordna.access.models import Role, TrailEntry
from samordna.domain.plan.agreement import AgreedSum
from samordna.domain.plan.agreements.life import AgreementAct, AgreementState, AgreementStep
from samordna.domain.plan.agreements.terms import AgreedNumber, Notice, ServiceAgreement
from samordna.domain.plan.owed import open_at
from samordna.domain.statements.span import Asked
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Refused
from samordna.office import actions, questions
from samordna.office.actions import TERMINAL
from samordna.office.questions.basis import basis
from samordna.office.store import models

pytestmark = pytest.mark.usefixtures("association_folder")

SIGNED, TODAY = dt.date(2023, 12, 15), dt.date(2024, 9, 1)
ASKED = Asked.of(Period(202401, 202408))
TERMS = replace(agreement(part("3001", 600_000)), history=())


def refused(code: str):
    return pytest.raises(Refused, check=lambda refusal: code in {problem.code for problem in refusal.problems})


def held() -> ServiceAgreement:
    return questions.agreement_shown(1).agreement


@pytest.fixture(autouse=True)
def _register(association_folder):  # noqa: ARG001
    with_register()


def test_a_signed_agreement_feeds_the_forecast_and_what_is_owed():
    before = questions.plan_held().number
    number, told = actions.write_agreement(TERMS, signed=SIGNED, by=TERMINAL)
    assert (number, told) == (1, ())
    made_from = basis(ASKED)
    assert made_from.plan.forecast_of(YEAR).of("3001").amount == 600_000_00
    [owed] = [one for one in open_at(made_from.plan.owed, ASKED.period) if one.row == "3001"]
    assert owed.amount == 400_000_00 - 250_00
    assert questions.plan_held(to=before).plan.agreed == ()


def test_a_draft_feeds_nothing_until_it_is_signed():
    actions.write_agreement(TERMS, by=TERMINAL)
    assert questions.plan_held().plan.agreed == ()
    actions.take_agreement_step(1, AgreementAct(AgreementStep.SIGN, TODAY), by=TERMINAL)
    [told] = questions.plan_held().plan.agreed
    assert (told.row, told.amount, told.agreement) == ("3001", 600_000_00, 1)


def test_a_new_version_says_what_it_changes_and_the_old_one_is_known_then():
    actions.write_agreement(TERMS, signed=SIGNED, by=TERMINAL)
    then = questions.plan_held().number
    more = replace(TERMS, parts=(part("3001", 650_000),))
    actions.change_agreement(1, more, AgreementAct(AgreementStep.AMEND, TODAY, "Tilläggsavtal"), by=TERMINAL)
    shown = questions.agreement_shown(1)
    assert [one.label for one in shown.versions[0].changed] == ["Summa 2024, 3001"]
    assert shown.agreement.history[-1].told == "Tilläggsavtal"
    assert questions.plan_held(to=then).plan.agreed[0].amount == 600_000_00
    assert last_trace().new["comment"] == "Tilläggsavtal"


def test_an_agreement_can_take_the_place_of_a_sum_that_had_none():
    actions.agree_sum(AgreedSum("3001", YEAR, 600_000_00, source="Muntligt"), by=TERMINAL)
    _, told = actions.write_agreement(TERMS, by=TERMINAL)
    assert [problem.code for problem in told] == ["agreement-overlapping-sum"]
    assert len(questions.plan_held().plan.agreed) == 1, "a draft takes no place"
    actions.take_agreement_step(1, AgreementAct(AgreementStep.SIGN, TODAY), replaces_sums=True, by=TERMINAL)
    [held_now] = questions.plan_held().plan.agreed
    assert held_now.agreement == 1
    assert questions.agreed_shown(YEAR).sums[0].holds.value is None
    [line] = questions.agreed_shown(YEAR).sums
    assert line.before[0].value.source == "Muntligt"


def test_two_agreements_of_one_party_on_one_row_are_told_and_add_up():
    actions.write_agreement(TERMS, signed=SIGNED, by=TERMINAL)
    _, told = actions.write_agreement(replace(TERMS, name="En till"), signed=SIGNED, by=TERMINAL)
    assert [problem.code for problem in told] == ["agreement-overlapping"]
    assert sum(one.amount for one in questions.plan_held().plan.agreed) == 1_200_000_00


@pytest.mark.parametrize(
    ("terms", "code"),
    [
        (replace(TERMS, first=202501), "agreement-period-backwards"),
        (replace(TERMS, agreed=AgreedNumber(30)), "agreement-number-without-count"),
        (replace(TERMS, parts=(part("9999", 1),)), "plan-number-of-unknown-row"),
        (replace(TERMS, remark="Ring 19121212-1212"), "identity-number-typed"),
        (replace(TERMS, name="x" * 1_001), "plan-text-too-long"),
    ],
)
def test_what_is_wrong_is_refused_and_leaves_only_a_trace(terms: ServiceAgreement, code: str):
    number = questions.plan_held().number
    with pytest.raises(Refused) as refusal:
        actions.write_agreement(terms, by=TERMINAL)
    assert code in {problem.code for problem in refusal.value.problems}
    assert "19121212-1212" not in str(refusal.value)
    assert questions.plan_held().number == number
    assert TrailEntry.objects.last().refused


def test_months_in_the_wrong_order_are_told_beside_other_agreements_too():
    actions.write_agreement(TERMS, by=TERMINAL)
    with pytest.raises(Refused) as refusal:
        actions.write_agreement(replace(TERMS, first=202501), by=TERMINAL)
    assert {problem.code for problem in refusal.value.problems} == {"agreement-period-backwards"}


def test_who_saw_an_older_version_does_not_write_over_a_newer():
    actions.write_agreement(TERMS, signed=SIGNED, by=TERMINAL)
    seen = questions.agreement_shown(1).said.number
    act = AgreementAct(AgreementStep.AMEND, TODAY, "Ändrat")
    actions.change_agreement(1, replace(TERMS, remark="Först"), act, by=TERMINAL, seen=seen)
    with refused("plan-said-meanwhile"):
        actions.change_agreement(1, replace(TERMS, remark="Sedan"), act, by=TERMINAL, seen=seen)
    assert held().remark == "Först"


def test_nothing_changed_and_no_agreement_are_told():
    actions.write_agreement(TERMS, signed=SIGNED, by=TERMINAL)
    act = AgreementAct(AgreementStep.AMEND, TODAY, "Inget")
    with refused("plan-nothing-changed"):
        actions.change_agreement(1, TERMS, act, by=TERMINAL)
    with refused("plan-no-such-agreement"):
        actions.change_agreement(2, TERMS, act, by=TERMINAL)
    with refused("plan-no-such-agreement"):
        actions.take_agreement_step(9, AgreementAct(AgreementStep.SIGN, TODAY), by=TERMINAL)
    with pytest.raises(Refused):
        questions.agreement_shown(9)


def test_a_life_is_lived_step_by_step():
    actions.write_agreement(TERMS, signed=SIGNED, by=TERMINAL)
    for step, day in (
        (AgreementStep.GIVE_NOTICE, dt.date(2024, 5, 1)),
        (AgreementStep.TAKE_BACK_NOTICE, dt.date(2024, 5, 2)),
        (AgreementStep.END, dt.date(2024, 12, 31)),
    ):
        actions.take_agreement_step(1, AgreementAct(step, day), by=TERMINAL)
    assert [entry.state for entry in held().history] == [
        AgreementState.DRAFT,
        AgreementState.SIGNED,
        AgreementState.NOTICED,
        AgreementState.SIGNED,
        AgreementState.ENDED,
    ]
    assert questions.plan_held().plan.agreed[0].amount == 600_000_00, "what has ended counts for its year"
    with refused("agreement-not-in-that-state"):
        actions.take_agreement_step(1, AgreementAct(AgreementStep.SIGN, dt.date(2025, 1, 1)), by=TERMINAL)


def test_only_who_may_enters_agreements_and_papers():
    with pytest.raises(Refused):
        actions.write_agreement(TERMS, by=actor(Role.BOARD))
    actions.write_agreement(TERMS, by=actor(Role.DIRECTOR))
    with pytest.raises(Refused):
        actions.attach_to_agreement(1, name="a.pdf", data=PDF, by=actor(Role.AUDITOR))


def test_papers_are_put_to_an_agreement_and_taken_away_with_a_reason():
    actions.write_agreement(TERMS, by=TERMINAL)
    paper = actions.attach_to_agreement(1, name="../avtal.pdf", data=PDF, by=TERMINAL)
    assert [one.file_name for one in questions.agreement_shown(1).papers] == ["avtal.pdf"]
    assert questions.agreement_paper(paper.id).data == PDF
    with refused("paper-already-there"):
        actions.attach_to_agreement(1, name="igen.pdf", data=PDF, by=TERMINAL)
    with refused("attachment-wrong-kind"):
        actions.attach_to_agreement(1, name="x.html", data=b"<html>", by=TERMINAL)
    with refused("plan-no-such-agreement"):
        actions.attach_to_agreement(2, name="a.png", data=PNG, by=TERMINAL)
    with pytest.raises(Refused):
        actions.withdraw_from_agreement(paper.id, reason=" ", by=TERMINAL)
    actions.withdraw_from_agreement(paper.id, reason="Fel fil", by=TERMINAL)
    assert questions.agreement_shown(1).papers == ()
    assert questions.agreement_paper(paper.id) is None
    assert models.PlanPaper.objects.count() == 1, "the paper stays in the archive"
    with refused("no-such-paper"):
        actions.withdraw_from_agreement(paper.id, reason="Igen", by=TERMINAL)


def test_the_tables_are_made_from_a_basis_alone():
    assert questions.agreement_blocks(basis(ASKED)) == ()
    actions.write_agreement(TERMS, signed=SIGNED, by=TERMINAL)
    made_from = basis(ASKED)
    first, terms, second = questions.agreement_blocks(made_from)
    actions.take_agreement_step(1, AgreementAct(AgreementStep.END, dt.date(2024, 12, 31)), by=TERMINAL)
    assert questions.agreement_blocks(made_from) == (first, terms, second)
    assert second.cell("3001", "left").exact == 400_000_00 - 250_00


def test_the_list_of_a_year_holds_what_has_run_on_into_it():
    actions.write_agreement(replace(TERMS, notice=Notice(dt.date(2024, 9, 30), 12)), signed=SIGNED, by=TERMINAL)
    later = questions.agreements_shown(NEXT, dt.date(2025, 2, 1))
    assert [one.number for one in later.agreements] == [1]
    assert [problem.code for problem in later.problems] == ["agreement-notice-passed"]
    assert questions.agreements_shown(NEXT, dt.date(2024, 9, 1)).agreements == ()
