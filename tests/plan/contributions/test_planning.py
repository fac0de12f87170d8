"""The requisitions of a year are the share, whatever was asked for already and however often it is asked."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.association.members import YEAR
from tests.plan.contributions.paying import BOTH, by_party, of_members, requested

from samordna.domain.document import ComputedOrigin
from samordna.domain.plan.contributions.payers import Payer, PayingGroupOf
from samordna.domain.plan.contributions.planning import ContributionYear, contribution_year, falls_on, over_turns
from samordna.domain.plan.contributions.requisition import (
    Requisition,
    RequisitionEntry,
    RequisitionState,
)
from samordna.domain.plan.contributions.rules import NO_RULES, ContributionRules, DueDay, DueIn, GroupRule
from samordna.domain.plan.rhythm import Rhythm
from samordna.domain.values.period import Period

DAY = dt.date(2024, 1, 2)


def year_of(amount: int, rhythm: Rhythm, made: tuple[Requisition, ...] = (), months: Period = YEAR) -> ContributionYear:
    origin = ComputedOrigin("Andel.")
    payer = Payer("a", "Almby", amount, months, origin)
    group = PayingGroupOf("a", "Almby", amount, origin, (payer,))
    return contribution_year((group,), ContributionRules((GroupRule(rhythm=rhythm),)), made, YEAR)


def made(period: Period, amount: int, state: RequisitionState = RequisitionState.PAID) -> Requisition:
    return Requisition(1, "a", "Almby", YEAR, period, amount, DAY, "", (RequisitionEntry(state, DAY),))


def test_a_share_is_asked_for_month_by_month_in_whole_kronor():
    [asked] = year_of(1_000_00, Rhythm.MONTHLY).asked
    amounts = [one.amount // 100 for one in asked.planned]
    assert amounts == [83, 84, 83, 83, 84, 83, 83, 84, 83, 83, 84, 83]
    assert sum(amounts) == 1_000


def test_each_group_is_asked_by_its_own_rule_and_due_on_its_own_day():
    rules = ContributionRules(
        (
            GroupRule("Staten", Rhythm.HALF_YEARLY, DueDay(15, DueIn.BEFORE)),
            GroupRule("", Rhythm.QUARTERLY, DueDay(31, DueIn.LAST)),
        )
    )
    of = by_party(rules)
    told = {asked.payer.key: [(one.amount // 100, one.due) for one in asked.planned] for asked in of.asked}
    assert told["Staten"] == [(6_000, dt.date(2023, 12, 15)), (6_000, dt.date(2024, 6, 15))]
    assert told["Regionen"] == [
        (1_500, dt.date(2024, 3, 31)), (1_500, dt.date(2024, 6, 30)),
        (1_500, dt.date(2024, 9, 30)), (1_500, dt.date(2024, 12, 31)),
    ]  # fmt: skip


def test_a_group_can_be_paid_through_one_of_its_members():
    rules = ContributionRules((GroupRule("state", Rhythm.YEARLY, through="fk"),))
    of = of_members(rules, association=BOTH)
    assert of.asked_of("af") is None
    asked = of.asked_of("fk")
    assert (asked.payer.amount, [one.amount for one in asked.planned]) == (12_000_00, [12_000_00])
    apart = of_members(association=BOTH)
    assert [apart.asked_of(code).payer.amount for code in ("fk", "af")] == [6_000_00, 6_000_00]


def test_what_was_asked_for_is_not_planned_again_and_what_was_taken_back_is():
    of = by_party()
    first = requested(of, "Regionen", 2)
    again = by_party(made=first).asked_of("Regionen")
    assert (again.requested, again.rest, len(again.planned)) == (1_000_00, 5_000_00, 10)
    gone = replace(first[0], history=(*first[0].history, RequisitionEntry(RequisitionState.WITHDRAWN, DAY)))
    after_that = by_party(made=(gone, first[1])).asked_of("Regionen")
    assert after_that.planned[0].period == Period(202401, 202401)


def test_a_changed_share_is_made_up_for_on_the_months_that_are_left():
    quarter = made(Period(202401, 202403), 300_00)
    [asked] = year_of(1_800_00, Rhythm.QUARTERLY, (quarter,)).asked
    assert [one.amount // 100 for one in asked.planned] == [500, 500, 500]


def test_when_more_was_asked_for_than_the_share_nothing_more_is_planned():
    [asked] = year_of(200_00, Rhythm.QUARTERLY, (made(Period(202401, 202403), 300_00),)).asked
    assert (asked.rest, asked.planned) == (-100_00, ())


def test_another_rhythm_asks_for_the_months_that_are_left_of_a_turn():
    months = tuple(replace(made(Period(month, month), 100_00), number=month) for month in range(202401, 202408))
    [asked] = year_of(1_200_00, Rhythm.QUARTERLY, months).asked
    assert [(str(one.period), one.amount // 100) for one in asked.planned] == [
        ("2024-08..2024-09", 200), ("2024-10..2024-12", 300),
    ]  # fmt: skip


_MADE = st.lists(
    st.tuples(st.integers(1, 12), st.integers(0, 10**9), st.sampled_from(RequisitionState)),
    max_size=6,
    unique_by=lambda one: one[0],
)


@given(st.integers(0, 10**12), st.sampled_from(Rhythm), _MADE, st.integers(1, 12), st.integers(0, 11))
def test_the_requisitions_of_a_year_are_the_share(
    amount: int, rhythm: Rhythm, told: list[tuple[int, int, RequisitionState]], first: int, length: int
):
    months = Period(202400 + first, 202400 + min(12, first + length))
    assume(amount > 0)
    held = tuple(
        replace(made(Period(202400 + month, 202400 + month), ore, state), number=month) for month, ore, state in told
    )
    [asked] = year_of(amount, rhythm, held, months).asked
    asked_for = sum(one.amount for one in asked.standing)
    planned = sum(one.amount for one in asked.planned)
    covered = all(any(month in one.period for one in asked.standing) for month in months.months)
    assert planned == (0 if covered else max(amount - asked_for, 0))
    assert all(one.amount > 0 for one in asked.planned)
    every = [one.period for one in (*asked.standing, *asked.planned)]
    assert len({month for period in every for month in period.months}) == sum(len(one.months) for one in every)


@given(st.integers(0, 10**12), st.integers(1, 12), st.integers(0, 11))
def test_what_falls_on_the_months_together_is_the_whole_and_no_month_strays_a_krona(
    amount: int, first: int, length: int
):
    whole = Period(202400 + first, 202400 + min(12, first + length))
    told = [falls_on(amount, whole, Period(month, month)) for month in whole.months]
    assert sum(told) == falls_on(amount, whole, whole) == amount
    assert max(told) - min(told) <= 100
    assert sum(told[:2]) == falls_on(amount, whole, Period(whole.first, whole.months[min(1, len(whole.months) - 1)]))


@pytest.mark.parametrize("amount", [-1_000_00, -7, 0, 7, 1_000_00])
def test_turns_share_an_amount_of_any_sign(amount: int):
    turns = tuple(Rhythm.QUARTERLY.turns(YEAR))
    assert sum(over_turns(amount, turns)) == amount
    assert over_turns(amount, ()) == ()


def test_without_rules_everybody_is_asked_each_month_by_its_last_day():
    assert NO_RULES.of("state") == GroupRule()
    assert by_party().asked_of("Staten").planned[1].due == dt.date(2024, 2, 29)
