"""Claims: their life as a table, what is wrong with one, and never more than the grant."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.plan.projects.steget import PROJECT, approved, claim, other, plain

from samordna.domain.plan.projects.claim import (
    STANDING,
    TRANSITIONS,
    Claim,
    ClaimState,
    ClaimStep,
    after_step,
    claim_steps,
    counted,
)
from samordna.domain.plan.projects.claim_checks import claim_problems
from samordna.domain.plan.projects.claims_table import claims_table
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Refused, refuses

AUTUMN, SPRING = Period(202307, 202312), Period(202401, 202406)
FIRST = claim(1, AUTUMN, 400)
DAY = dt.date(2024, 2, 1)


def codes(one: Claim, *others: Claim, project=PROJECT) -> set[str]:
    return {found.code for found in claim_problems(one, project, others)}


def test_a_claim_is_claimed_approved_and_paid_and_nothing_else():
    for state, leads in TRANSITIONS.items():
        one = replace(FIRST, history=(replace(FIRST.history[0], state=state),))
        assert set(claim_steps(one)) == set(leads)
        for step in set(ClaimStep) - set(leads):
            with pytest.raises(Refused, match="Det som går att göra nu"):
                after_step(one, step, 1, DAY, "")
    done = approved(FIRST, 380, paid=380)
    assert [entry.state.value for entry in done.history] == ["claimed", "approved", "paid"]
    assert (done.claimed, done.worth, done.paid.amount) == (400_00, 380_00, 380_00)
    assert ClaimState.REJECTED not in STANDING


def test_a_claim_is_worth_what_was_asked_for_then_what_was_approved_and_nothing_when_it_fell():
    assert FIRST.worth == 400_00
    assert approved(FIRST, 300).worth == 300_00
    assert after_step(FIRST, ClaimStep.REJECT, 0, DAY, "").worth == 0
    assert counted([FIRST, approved(claim(2, SPRING, 200), 150)]) == 550_00


def test_a_claim_above_what_is_left_of_the_grant_is_refused_and_says_what_is_left():
    much = claim(2, SPRING, 1601)
    [found] = [one for one in claim_problems(much, PROJECT, [FIRST]) if one.code == "claim-above-grant"]
    assert plain(str(found)) == (
        "projektet Steget, ansökan 2, januari–juni 2024: Ansökan är på 1 601 kr, men 1 600 kr är kvar av bidraget. "
        "Sänk beloppet till det som är kvar, eller lägg in ett ändrat beslut."
    )
    assert codes(claim(2, SPRING, 1600), FIRST) == set()
    assert codes(claim(2, SPRING, 1601), approved(FIRST, 399)) == set()


@given(st.lists(st.integers(1, 2500), max_size=6))
def test_claims_that_are_taken_never_come_above_the_grant(amounts: list[int]):
    taken: list[Claim] = []
    for number, amount in enumerate(amounts, start=1):
        month = PROJECT.period.months[number - 1]
        one = claim(number, Period(month, month), amount)
        if not refuses(claim_problems(one, PROJECT, taken)):
            taken.append(one)
    assert counted(taken) <= PROJECT.grant


@pytest.mark.parametrize(
    ("code", "one"),
    [
        ("claim-overlaps", claim(2, Period(202312, 202401), 10)),
        ("project-outside-its-months", claim(2, Period(202412, 202501), 10)),
        ("claim-of-nothing", claim(2, SPRING, 0)),
        ("claim-above-share", claim(2, SPRING, 10, costs=17)),
        ("project-negative-amount", replace(claim(2, SPRING, 10), time=-1)),
        ("claim-approved-above", approved(claim(2, SPRING, 10), 11)),
        ("claim-approved-above", approved(claim(2, SPRING, 10), 9, paid=10)),
        ("claim-day-before", after_step(claim(2, SPRING, 10), ClaimStep.APPROVE, 1, dt.date(2024, 1, 1), "")),
    ],
)
def test_what_is_wrong_with_a_claim_is_told(code, one):
    assert code in codes(one, FIRST)


def test_nothing_is_claimed_before_the_grant_and_months_of_a_claim_that_fell_are_free():
    assert codes(FIRST, project=other(history=PROJECT.history[:1])) == {"claim-before-grant"}
    fallen = after_step(FIRST, ClaimStep.WITHDRAW, 400_00, DAY, "")
    assert codes(claim(2, AUTUMN, 400), fallen) == set()


def test_the_table_tells_each_claim_and_what_it_leaves_of_the_grant():
    fallen = after_step(claim(3, SPRING, 50), ClaimStep.REJECT, 50_00, dt.date(2024, 8, 1), "")
    table = claims_table(PROJECT, [approved(FIRST, 380, paid=380), claim(2, SPRING, 300), fallen])
    shown = {row.label: [getattr(cell, "decimal", "") for cell in row.cells] for row in table.rows}
    assert shown == {
        "Ansökan 1, juli–december 2023, utbetald": ["800", "", "400", "380", "380", "1620"],
        "Ansökan 2, januari–juni 2024, sökt": ["600", "", "300", "", "", "1320"],
        "Ansökan 3, januari–juni 2024, avslagen": ["100", "", "50", "", "", "1320"],
        "Summa": ["1400", "0", "700", "380", "380", "1320"],
    }
