"""What a later ledger changes in closed months: all of it, nothing else, and what cannot be told is not nothing."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.control.closing_books import LEDGER, as_one_sum, booked_also
from tests.plan.rows import SPRING, read_through

from samordna.domain.control.closed_months import AccountChange, changes_in_closed, reason_wanted
from samordna.domain.ledger.balances import Balances
from samordna.domain.ledger.differences import Change
from samordna.domain.values.period import Period

ACCOUNTS = LEDGER.accounts
MAY = Period(202401, 202405)


def with_opening(account: str, ore: int) -> Balances:
    *before, last = LEDGER.years
    return replace(LEDGER, years=(*before, replace(last, opening={**last.opening, account: ore})))


def test_the_same_books_and_later_months_change_nothing():
    for later in (LEDGER, booked_also(202405, {"5010": 10, "1930": -10})):
        found = changes_in_closed(LEDGER, later, SPRING)
        assert (found.changes, found.told, found.need_reason) == ((), True, False)


def test_what_is_changed_is_told_by_account_and_month():
    found = changes_in_closed(LEDGER, booked_also(202403, {"5010": 10, "1930": -10}), SPRING)
    assert found.changes == (
        AccountChange(ACCOUNTS["1930"], 202403, Change(0, -10_00)),
        AccountChange(ACCOUNTS["5010"], 202403, Change(0, 10_00)),
    )
    assert (found.months, found.need_reason) == ((202403,), True)


def test_what_is_moved_between_closed_months_is_two_changes():
    moved = booked_also(202402, {"5010": 100}, booked_also(202404, {"5010": -100}))
    told = [(one.month, one.change.difference) for one in changes_in_closed(LEDGER, moved, SPRING).changes]
    assert told == [(202402, 100_00), (202404, -100_00)]


def test_the_years_earlier_months_and_what_it_opened_with_belong_to_what_is_closed():
    april = Period(202404, 202404)
    assert changes_in_closed(LEDGER, booked_also(202401, {"5010": 1}), april).months == (202401,)
    (opening,) = changes_in_closed(LEDGER, with_opening("1510", 5_00), april).changes
    assert opening == AccountChange(ACCOUNTS["1510"], None, Change(0, 5_00))


def test_a_ledger_that_stops_before_the_closed_months_do_lacks_what_was_booked_in_them():
    *before, last = read_through(LEDGER, 202403).years
    accounts = {
        account: {month: ore for month, ore in months.items() if month <= 202403}
        for account, months in last.movements.accounts.items()
    }
    cut = replace(LEDGER, years=(*before, replace(last, movements=replace(last.movements, accounts=accounts))))
    found = changes_in_closed(LEDGER, cut, SPRING)
    assert {one.month for one in found.changes} == {202404}
    assert AccountChange(ACCOUNTS["5010"], 202404, Change(100_00, 0)) in found.changes


def test_a_ledger_of_one_sum_over_more_than_the_closed_months_cannot_tell():
    found = changes_in_closed(LEDGER, as_one_sum(), SPRING)
    assert (found.changes, found.told, found.need_reason) == ((), False, True)


def test_a_ledger_of_one_sum_over_the_closed_months_is_held_against_their_sum():
    assert not changes_in_closed(LEDGER, as_one_sum(), MAY).need_reason
    more = as_one_sum(booked_also(202401, {"5010": 10}))
    assert changes_in_closed(LEDGER, more, MAY).changes == (
        AccountChange(ACCOUNTS["5010"], 202405, Change(140_00, 150_00)),
    )


def test_a_later_ledger_that_changes_closed_months_is_taken_only_with_a_reason():
    found = changes_in_closed(LEDGER, booked_also(202403, {"5010": 10, "1930": -10}), SPRING)
    (problem,) = reason_wanted(found, SPRING, "  ")
    assert problem.place == "januari–april 2024"
    assert problem.found == "Filen ändrar 2 belopp i en stängd period: 1930 Bank, 5010 Insatser."
    (untold,) = reason_wanted(changes_in_closed(LEDGER, as_one_sum(), SPRING), SPRING, "")
    assert untold.code == "period-closed-months-not-told"
    unchanged = changes_in_closed(LEDGER, LEDGER, SPRING)
    assert [*reason_wanted(found, SPRING, "Sen faktura"), *reason_wanted(unchanged, SPRING, "")] == []


def test_of_many_accounts_the_first_are_named():
    found = changes_in_closed(LEDGER, booked_also(202403, dict.fromkeys(ACCOUNTS, 1)), SPRING)
    (problem,) = reason_wanted(found, SPRING, "")
    assert problem.found.endswith("3010 Bidrag ….")


def test_a_year_that_has_not_been_read_is_no_question_to_ask():
    with pytest.raises(ValueError, match="2025-04"):
        changes_in_closed(LEDGER, LEDGER, Period(202501, 202504))


@given(
    st.lists(
        st.tuples(
            st.integers(202401, 202412), st.sampled_from(sorted(ACCOUNTS)), st.integers(-(10**6), 10**6).filter(bool)
        ),
        max_size=8,
    )
)
def test_the_changes_add_up_to_what_the_later_ledger_has_more_in_the_closed_months(bookings):
    later = LEDGER
    for month, account, kronor in bookings:
        later = booked_also(month, {account: kronor}, later)
    found = changes_in_closed(LEDGER, later, SPRING)
    assert sum(one.change.difference for one in found.changes) == sum(
        kronor * 100 for month, _, kronor in bookings if month <= SPRING.last
    )
    assert all(one.change.difference for one in found.changes)
    assert all(one.month in SPRING for one in found.changes)
