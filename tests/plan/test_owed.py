"""What has been worked up and not booked: found, sent, recognised in a later ledger, or withdrawn."""

from dataclasses import replace

import pytest
from tests.plan.rows import LEDGER, REGISTER, SPRING, YEAR

from samordna.domain.ledger.entered import Scenario
from samordna.domain.plan.agreement import AgreedSum, Contribution
from samordna.domain.plan.booked import Booked
from samordna.domain.plan.owed import (
    CONTRIBUTIONS,
    TRANSITIONS,
    Owed,
    OwedKind,
    OwedState,
    OwedStep,
    after,
    besides,
    open_at,
    steps_of,
    waiting_before,
    waiting_behind,
)
from samordna.domain.plan.owed_found import (
    booked_ahead,
    claimed,
    owed_by_agreements,
    owed_contributions,
    partly_booked,
    recognised,
    with_arrived,
)
from samordna.domain.plan.plan import Plan, Planned
from samordna.domain.plan.profile import Profile, Shape
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Refused

BOOKED = Booked(REGISTER, LEDGER)
ALMBY = AgreedSum("3011", YEAR, 600_00, performer="Almby kommun")
GRANBY = AgreedSum("3001", YEAR, 1200_00)
(OWED,) = owed_by_agreements([ALMBY], BOOKED, SPRING)
SENT = after(OWED, OwedStep.SEND)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_what_is_worked_up_of_an_agreement_and_not_booked_is_owed():
    assert replace(OWED, how="") == Owed("3011", OwedKind.AGREEMENT, SPRING, 200_00, "")
    assert plain(OWED.how) == "Avtalat 600 kr för året, upparbetat 200 kr januari–april 2024, bokfört 0 kr."


def test_agreements_of_a_row_are_taken_together_and_an_agreed_profile_is_followed():
    first_half = Profile(Shape.AGREED, (1,) * 6 + (0,) * 6)
    more = AgreedSum("3011", YEAR, 60_00, first_half)
    (owed,) = owed_by_agreements([ALMBY, more], BOOKED, SPRING)
    assert owed.amount == 200_00 + 40_00


def test_nothing_is_owed_where_more_is_booked_than_worked_up_and_that_is_told():
    assert owed_by_agreements([GRANBY], BOOKED, SPRING) == ()
    (finding,) = booked_ahead([GRANBY, ALMBY], BOOKED, SPRING)
    assert plain(str(finding)) == (
        "3001: Mer är bokfört än upparbetat: 500 kr mot 400 kr. "
        "Se efter om något är betalt i förskott eller bokfört på fel kostnadsställe."
    )


def test_small_change_can_be_left():
    assert owed_by_agreements([ALMBY], BOOKED, SPRING, least=200_01) == ()


def test_an_agreement_of_another_year_and_months_that_are_not_read_owe_nothing():
    assert owed_by_agreements([replace(ALMBY, year=YEAR.years_before(1))], BOOKED, SPRING) == ()
    assert owed_by_agreements([ALMBY], BOOKED, Period(202405, 202406)) == ()


def test_a_contribution_that_nobody_has_invoiced_is_an_income():
    parties = [Contribution("Staten", YEAR, 900_00), Contribution("Regionen", YEAR, 300_00)]
    (owed,) = owed_contributions(parties, 250_00, SPRING)
    assert (owed.row, owed.kind, owed.amount) == (CONTRIBUTIONS, OwedKind.CONTRIBUTION, -150_00)
    assert owed_contributions(parties, 400_00, SPRING) == ()
    assert owed_contributions([], 0, SPRING) == ()


def test_a_projects_claim_is_an_income():
    assert claimed("4001", SPRING, 80_00, "ansökan 3").amount == -80_00


@pytest.mark.parametrize("state", OwedState)
@pytest.mark.parametrize("step", OwedStep)
def test_the_table_says_what_each_step_leads_to(state, step):
    owed = replace(OWED, state=state)
    if step in TRANSITIONS[state]:
        assert after(owed, step).state is TRANSITIONS[state][step]
        assert step in steps_of(owed)
    else:
        with pytest.raises(Refused) as refused:
            after(owed, step)
        assert [problem.code for problem in refused.value.problems] == ["owed-not-in-that-state"]


def test_a_step_that_cannot_be_taken_says_what_can():
    with pytest.raises(Refused) as refused:
        after(SENT, OwedStep.SEND)
    assert str(refused.value) == (
        "3011 januari–april 2024: Posten är skickad och kan inte skickas. "
        "Det som går att göra nu: bokföras, tas tillbaka."
    )


@pytest.mark.parametrize(
    ("owed", "booked", "state"),
    [
        (SENT, None, OwedState.SENT),
        (SENT, 0, OwedState.SENT),
        (SENT, 199_99, OwedState.SENT),
        (SENT, 200_00, OwedState.BOOKED),
        (SENT, 250_00, OwedState.BOOKED),
        (OWED, 200_00, OwedState.BOOKED),
        (replace(SENT, booked=50_00), 200_00, OwedState.SENT),
        (replace(SENT, booked=50_00), 250_00, OwedState.BOOKED),
        (after(SENT, OwedStep.WITHDRAW), 200_00, OwedState.WITHDRAWN),
        (claimed("4001", SPRING, 80_00, "", booked=-40_00), -120_00, OwedState.BOOKED),
        (claimed("4001", SPRING, 80_00, "", booked=-40_00), 120_00, OwedState.PROPOSED),
    ],
)
def test_it_is_booked_when_a_later_ledger_has_it_on_its_row(owed, booked, state):
    assert recognised(owed, booked).state is state


def test_a_part_that_has_come_is_told():
    (finding,) = partly_booked(SENT, 120_00)
    assert plain(finding.found) == "120 kr av 200 kr har bokförts sedan bokningsordern skickades."
    for owed, booked in ((SENT, 0), (SENT, None), (SENT, 200_00), (OWED, 120_00)):
        assert list(partly_booked(owed, booked)) == []


def test_of_each_row_the_latest_that_was_found_by_then_counts_while_it_is_open():
    earlier = replace(OWED, period=Period(202401, 202402), amount=100_00)
    claim = claimed("3011", SPRING, 10_00, "")
    assert list(open_at([earlier, SENT, claim], SPRING)) == [SENT, claim]
    assert list(open_at([SENT, earlier], Period(202401, 202403))) == [earlier]
    assert list(open_at([earlier, after(SENT, OwedStep.WITHDRAW)], SPRING)) == []
    assert list(open_at([SENT], Period(202301, 202304))) == []


def test_what_somebody_has_dealt_with_is_not_proposed_again():
    withdrawn = after(SENT, OwedStep.WITHDRAW)
    booked = recognised(SENT, 200_00)
    assert besides([SENT], [OWED]) == (SENT,)
    assert besides([withdrawn], [OWED]) == (withdrawn,)
    assert besides([withdrawn], [replace(OWED, amount=7_00)]) == (withdrawn, replace(OWED, amount=7_00))
    assert besides([booked], [replace(OWED, amount=7_00)]) == (booked, replace(OWED, amount=7_00))
    assert besides([], [OWED]) == (OWED,)


def test_what_waits_in_an_order_is_besides_what_is_found_and_what_has_come_of_it_is_not():
    ordered = replace(SENT, period=Period(202401, 202402), amount=90_00, order=1)
    plan = replace(Plan(REGISTER), owed=(ordered,)).and_owed([OWED], least=110_00)
    assert [(one.order, one.amount, one.booked) for one in plan.owed] == [(1, 90_00, 0), (0, 110_00, 90_00)]
    assert plain(plan.owed[1].how).endswith("bokfört 0 kr. Av det väntar 90 kr redan på att bokas.")
    assert plan.figure("3011", Scenario.UNBOOKED, SPRING).amount == 200_00
    assert besides([ordered], [OWED], least=110_01) == (ordered,)
    partly = with_arrived(ordered, 40_00)
    assert (partly.rest, partly.remaining) == (50_00, replace(ordered, amount=50_00, booked=40_00))
    assert besides([partly], [OWED])[1].amount == 150_00
    assert [with_arrived(ordered, booked).rest for booked in (None, -5_00, 95_00)] == [90_00, 90_00, 0]


def test_an_order_that_was_taken_back_is_found_again_and_hides_no_other():
    ordered = replace(SENT, period=Period(202401, 202402), order=1)
    back = after(replace(SENT, order=2), OwedStep.WITHDRAW)
    assert besides([back], [OWED]) == (back, OWED)
    assert list(open_at([ordered, back], SPRING)) == [ordered]


def test_what_is_settled_after_an_amount_holds_its_months_and_is_younger():
    claim = claimed("4001", Period(202401, 202403), 80_00, "")
    later, of_spring = replace(claim, nth=1), claimed("4001", SPRING, 10_00, "")
    other = replace(claimed("4001", Period(202404, 202406), 10_00, ""), nth=2)
    told = (claim, later, of_spring, other, after(of_spring, OwedStep.WITHDRAW), replace(of_spring, row="3011"))
    assert list(waiting_behind(claim, told)) == [later, of_spring]
    assert waiting_before(claimed("4001", SPRING, 5_00, ""), told) == -170_00


def test_the_plan_tells_what_is_owed_row_by_row():
    plan = Plan(REGISTER).and_owed([OWED, claimed("3011", SPRING, 50_00, "ansökan 3")])
    told = plan.figure("3011", Scenario.UNBOOKED, SPRING)
    assert isinstance(told, Planned)
    assert told.amount == 150_00
    assert told.source.startswith("Avtalat")
    assert told.source.endswith("ansökan 3.")
    assert plan.figure("3001", Scenario.UNBOOKED, SPRING) is None
    assert plan.contributed(Scenario.UNBOOKED, SPRING) is None
