"""What requisitions ask of somebody: what is overdue, who leaves with debts, what was asked too much or too little."""

import datetime as dt
from dataclasses import replace

from tests.association.members import ASSOCIATION, YEAR
from tests.plan.contributions.paying import by_party, of_members, requested

from samordna.domain.plan.contributions.checks import requisition_problems
from samordna.domain.plan.contributions.planning import contribution_year
from samordna.domain.plan.contributions.requisition import Requisition, RequisitionAct, RequisitionStep, after
from samordna.domain.plan.contributions.rules import NO_RULES

JULY = dt.date(2024, 7, 1)


def told(of, day: dt.date = dt.date(2024, 1, 15)) -> list[str]:
    return [problem.code for problem in requisition_problems(of, day)]


def test_a_year_that_nobody_has_asked_for_asks_nothing():
    assert told(by_party()) == []


def test_what_is_not_paid_when_it_is_due_is_told_until_it_is():
    made = requested(by_party(), "Staten", 2)
    [late] = requisition_problems(by_party(made=made), dt.date(2024, 2, 1))
    assert (late.code, "rekvisition 1, 1\xa0000 kr, som förföll 31 januari 2024" in late.found) == (
        "contributions-overdue",
        True,
    )
    paid = tuple(after(one, RequisitionAct(RequisitionStep.PAY, JULY)) for one in made)
    assert told(by_party(made=paid), JULY) == []


def test_a_member_that_leaves_with_debts_is_told_with_the_amount_and_what_to_do():
    left = dt.date(2024, 6, 30)
    members = tuple(replace(one, left=left) if one.code == "t3" else one for one in ASSOCIATION.members)
    leaving = replace(ASSOCIATION, members=members)
    of = of_members(association=leaving)
    assert told(of) == []
    made = requested(of, "t3", 2)
    problems = [*requisition_problems(of_members(made=made, association=leaving), dt.date(2024, 1, 15))]
    assert [problem.code for problem in problems] == ["contributions-left-with-debt"]
    assert "lämnar förbundet 30 juni 2024 med" in problems[0].found
    assert "rekvisition 1, 2" in problems[0].found
    assert problems[0].remedy.startswith("Kräv in beloppet innan medlemskapet avslutas")


def test_more_or_less_than_the_share_is_told():
    made = requested(by_party(), "Staten", 12)
    lower = contribution_year(
        tuple(
            replace(group, payers=tuple(replace(one, amount=one.amount // 2) for one in group.payers))
            for group in by_party().payers
        ),
        NO_RULES,
        made,
        YEAR,
    )
    assert "contributions-requested-more" in told(lower)
    higher = contribution_year(
        tuple(
            replace(group, payers=tuple(replace(one, amount=one.amount * 2) for one in group.payers))
            for group in by_party().payers
        ),
        NO_RULES,
        made,
        YEAR,
    )
    assert "contributions-rest-without-months" in told(higher)


def test_a_requisition_to_somebody_that_does_not_pay_any_more_is_told():
    [one] = requested(by_party(), "Staten")
    stray: Requisition = replace(one, payer="Annan", name="Annan")
    problems = [*requisition_problems(by_party(made=(stray, replace(stray, number=2))), dt.date(2024, 1, 15))]
    assert [problem.code for problem in problems] == ["contributions-payer-gone"]
    assert "Rekvisition 1, 2 är ställd till ”Annan”" in problems[0].found


def test_what_a_party_was_asked_for_is_the_members_of_that_name_when_the_plan_tells_of_members():
    [one] = requested(by_party(), "Staten")
    named = replace(one, payer="Södra regionen", name="Södra regionen")
    of = of_members(made=(named,))
    assert of.asked_of("r2").requested == one.amount
    assert told(of) == []
