"""Contributions are asked for by rules, followed until paid, and held against the books; nothing is lost on the way."""

import datetime as dt

import pytest
from tests.actions.people import actor
from tests.questions.demo_books import laid_out_as
from tests.web.plan_books import YEAR, with_register
from tests.years.plans import input_files

from samordna.access.models import Role, TrailEntry
from samordna.domain.plan.agreement import Contribution
from samordna.domain.plan.contributions.requisition import RequisitionAct, RequisitionState, RequisitionStep
from samordna.domain.plan.contributions.rules import NO_RULES, ContributionRules, GroupRule, LedgerRule
from samordna.domain.plan.rhythm import Rhythm
from samordna.domain.statements.span import Asked
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Refused
from samordna.office import actions, questions
from samordna.office.actions import TERMINAL
from samordna.office.questions.basis import basis

pytestmark = pytest.mark.usefixtures("association_folder")

DAY = dt.date(2024, 1, 2)
JANUARY, AUGUST = Period(202401, 202401), Period(202401, 202408)
NEXT = Period(202501, 202512)


def refused(code: str):
    return pytest.raises(Refused, check=lambda refusal: code in {problem.code for problem in refusal.problems})


def act(step: RequisitionStep, why: str = "") -> RequisitionAct:
    return RequisitionAct(step, DAY, why)


@pytest.fixture(autouse=True)
def _parties(association_folder):  # noqa: ARG001
    with_register()
    for party, kronor in (("Staten", 1_200), ("Regionen", 600)):
        actions.enter_contribution(Contribution(party, YEAR, kronor * 100, "Beslut 7"), by=TERMINAL)


def shown():
    return questions.contributions_shown(YEAR, DAY)


def test_what_parties_have_decided_is_asked_for_month_by_month():
    [one, other] = actions.request_contributions(
        YEAR, [("Staten", JANUARY), ("Regionen", JANUARY)], day=DAY, by=TERMINAL
    )
    assert (one.number, one.amount, other.number, other.amount) == (1, 100_00, 2, 50_00)
    asked = shown().of.asked_of("Staten")
    assert (asked.requested, len(asked.planned)) == (100_00, 11)
    assert questions.requisition_shown(1).requisition.source == "Beslut 7"


def test_what_is_not_left_is_not_asked_for_again():
    actions.request_contributions(YEAR, [("Staten", JANUARY)], day=DAY, by=TERMINAL)
    with refused("requisition-not-to-request"):
        actions.request_contributions(YEAR, [("Staten", JANUARY)], day=DAY, by=TERMINAL)
    with refused("requisition-not-to-request"):
        actions.request_contributions(YEAR, [("Ingen", JANUARY)], day=DAY, by=TERMINAL)
    with refused("plan-nothing-to-request"):
        actions.request_contributions(YEAR, [], day=DAY, by=TERMINAL)
    assert len(questions.plan_held().requisitions) == 1
    assert TrailEntry.objects.last().refused


def test_several_go_a_step_on_together_or_none_does():
    actions.request_contributions(YEAR, [("Staten", JANUARY), ("Regionen", JANUARY)], day=DAY, by=TERMINAL)
    actions.take_requisition_steps([1, 2], act(RequisitionStep.INVOICE), by=TERMINAL)
    actions.take_requisition_steps([1], act(RequisitionStep.PAY), by=TERMINAL)
    with refused("requisition-not-in-that-state"):
        actions.take_requisition_steps([2, 1], act(RequisitionStep.PAY), by=TERMINAL)
    states = [said.value.state for said in questions.plan_held().requisitions]
    assert states == [RequisitionState.PAID, RequisitionState.INVOICED]
    with refused("requisition-not-there"):
        actions.take_requisition_steps([9], act(RequisitionStep.PAY), by=TERMINAL)


def test_what_is_credited_is_asked_for_anew_under_another_number_and_stays():
    actions.request_contributions(YEAR, [("Staten", JANUARY)], day=DAY, by=TERMINAL)
    actions.take_requisition_steps([1], act(RequisitionStep.INVOICE), by=TERMINAL)
    actions.take_requisition_steps([1], act(RequisitionStep.CREDIT, "Fel belopp"), by=TERMINAL)
    [again] = actions.request_contributions(YEAR, [("Staten", JANUARY)], day=DAY, by=TERMINAL)
    assert again.number == 2
    assert questions.requisition_shown(1).requisition.history[-1].told == "Fel belopp"
    assert len(questions.requisition_shown(1).before) == 3


def test_who_saw_an_older_state_does_not_write_over_a_newer():
    actions.request_contributions(YEAR, [("Staten", JANUARY)], day=DAY, by=TERMINAL)
    seen = questions.requisition_shown(1).said.number
    actions.take_requisition_steps([1], act(RequisitionStep.INVOICE), by=TERMINAL, seen=seen)
    with refused("plan-said-meanwhile"):
        actions.take_requisition_steps([1], act(RequisitionStep.PAY), by=TERMINAL, seen=seen)


def test_a_comment_with_a_persons_number_is_refused_and_not_repeated():
    actions.request_contributions(YEAR, [("Staten", JANUARY)], day=DAY, by=TERMINAL)
    with pytest.raises(Refused) as refusal:
        actions.take_requisition_steps([1], act(RequisitionStep.WITHDRAW, "Se 19121212-1212"), by=TERMINAL)
    assert "19121212-1212" not in str(refusal.value)


def test_rules_hold_from_a_year_on_until_a_later_year_has_its_own():
    rules = ContributionRules((GroupRule(rhythm=Rhythm.QUARTERLY),), (LedgerRule(("3010",)),))
    assert shown().of.rules == NO_RULES
    actions.set_contribution_rules(YEAR, rules, by=TERMINAL)
    held = questions.plan_held()
    assert held.rules_of(YEAR) == held.rules_of(NEXT) == rules
    assert held.rules_of(YEAR.years_before(1)) == NO_RULES
    own = ContributionRules((GroupRule(rhythm=Rhythm.YEARLY),))
    actions.set_contribution_rules(NEXT, own, by=TERMINAL)
    assert questions.plan_held().rules_of(NEXT) == own
    with refused("contribution-rule-without-account"):
        actions.set_contribution_rules(YEAR, ContributionRules(ledger=(LedgerRule(()),)), by=TERMINAL)
    told = actions.set_contribution_rules(YEAR, ContributionRules(ledger=(LedgerRule(("9999",)),)), by=TERMINAL)
    assert [problem.code for problem in told] == ["contribution-unknown-account"]


def test_the_books_are_held_against_what_falls_on_their_months():
    actions.set_contribution_rules(YEAR, ContributionRules(ledger=(LedgerRule(("3010",), ("Staten",)),)), by=TERMINAL)
    [staten, others] = shown().matching.parts
    assert (staten.falls, staten.booked.amount, staten.deferred) == (800_00, 1_000_00, 200_00)
    assert others.booked is None
    earlier = questions.contributions_shown(YEAR, DAY, to=202404)
    assert earlier.matching.parts[0].falls == 400_00


def test_the_blocks_of_a_report_are_made_from_its_basis_alone():
    made_from = basis(Asked.of(AUGUST))
    blocks = questions.contribution_blocks(made_from)
    actions.request_contributions(YEAR, [("Staten", JANUARY)], day=DAY, by=TERMINAL)
    assert questions.contribution_blocks(made_from) == blocks
    by_party, booked = questions.contribution_blocks(basis(Asked.of(AUGUST)))
    assert by_party.cell("Staten", "requested").exact == 100_00
    assert booked.cell(":total", "falls").exact == 1_200_00
    assert questions.contribution_blocks(made_from) == blocks


def test_only_who_may_asks():
    with pytest.raises(Refused):
        actions.request_contributions(YEAR, [("Staten", JANUARY)], day=DAY, by=actor(Role.BOARD))
    with pytest.raises(Refused):
        actions.set_contribution_rules(YEAR, NO_RULES, by=actor(Role.AUDITOR))
    assert actions.request_contributions(YEAR, [("Staten", JANUARY)], day=DAY, by=actor(Role.DIRECTOR))


def test_a_year_that_nothing_was_entered_for_is_contributed_by_its_financing_plan():
    actions.take_plan(input_files("sjuharad"), by=TERMINAL)
    year = Period(202201, 202212)
    told = [one for one in questions.plan_held().plan.contributions if one.year == year]
    assert [(one.party, one.amount // 100_000, one.decided) for one in told] == [
        ("Staten", 9_032, True), ("Regionen", 5_000, False), ("Kommunerna", 5_000, False),
    ]  # fmt: skip
    assert told[0].source.startswith("Finansieringsplanen: Staten beslutad")
    of = questions.contributions_shown(year, DAY)
    assert of.shares is not None
    assert sum(one.payer.amount for one in of.of.asked) == 19_032_000_00


def test_what_was_entered_holds_before_the_plan_and_a_difference_is_told():
    actions.take_plan(input_files("sjuharad"), by=TERMINAL)
    year = Period(202201, 202212)
    actions.enter_contribution(Contribution("Alla", year, 20_000_000_00), by=TERMINAL)
    told = [one.party for one in questions.plan_held().plan.contributions if one.year == year]
    assert told == ["Alla"]
    problems = [problem.code for problem in questions.contributions_shown(year, DAY).problems]
    assert problems == ["contributions-entered-differs"]


def test_files_again_say_nothing_new_and_a_line_about_nobody_is_refused():
    laid_out_as("insjoriket")
    files = input_files("insjoriket")
    actions.take_plan(files, by=TERMINAL)
    number = questions.plan_held().number
    assert {len(one.made) for one in shown().of.asked} == {8}
    actions.take_plan(files, by=TERMINAL)
    assert questions.plan_held().number == number
    stray = {**files, "rekvisitioner-2024.csv": "Vem;Månader;Läge;Dag\nIngen;2024-09;begärd;2024-09-01\n".encode()}
    with refused("requisition-not-to-request"):
        actions.take_plan(stray, by=TERMINAL)
    assert questions.plan_held().number == number
