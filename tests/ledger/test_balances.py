import datetime as dt

from hypothesis import given
from hypothesis import strategies as st
from tests.ledger.sample_books import books, voucher

from samordna.domain.ledger.balances import sum_postings
from samordna.domain.ledger.books import Posting

CENTRE, PROJECT, OTHER = ("1", "3001"), ("6", "P1"), ("1", "3002")
DAYS = st.dates(dt.date(2024, 1, 1), dt.date(2024, 12, 31))
ROWS = st.builds(
    Posting,
    st.sampled_from(["1930", "3010", "5010"]),
    st.sampled_from([(), (CENTRE,), (PROJECT,), (CENTRE, PROJECT), (PROJECT, CENTRE), (OTHER, PROJECT)]),
    st.integers(-(10**9), 10**9),
    DAYS,
    st.just(""),
)


def ledger(*dated_rows):
    return books(vouchers=tuple(voucher(str(n), date=day, postings=rows) for n, (day, rows) in enumerate(dated_rows)))


def row(account, amount, *objects):
    return Posting(account, objects, amount, dt.date(2024, 12, 31), "")


JANUARY, MARCH = dt.date(2024, 1, 5), dt.date(2024, 3, 31)


def test_amounts_are_summed_by_account_and_the_month_of_the_voucher():
    sums = sum_postings(ledger((JANUARY, (row("5010", 500), row("1930", -500))), (MARCH, (row("5010", 25),))))
    assert sums.accounts == {"5010": {202401: 500, 202403: 25}, "1930": {202401: -500}}


def test_a_row_with_objects_counts_once_for_each_of_them():
    sums = sum_postings(ledger((JANUARY, (row("5010", 500, CENTRE, PROJECT), row("5010", 7, CENTRE)))))
    assert sums.objects == {("5010", CENTRE): {202401: 507}, ("5010", PROJECT): {202401: 500}}


def test_a_declared_pair_is_summed_together_whatever_order_the_row_has():
    rows = (row("5010", 500, CENTRE, PROJECT), row("5010", 7, PROJECT, CENTRE), row("5010", 9, PROJECT))
    assert sum_postings(ledger((JANUARY, rows))).pairs == {("5010", CENTRE, PROJECT): {202401: 507}}


@given(st.lists(st.tuples(DAYS, st.lists(ROWS, max_size=4).map(tuple)), max_size=5))
def test_the_parts_add_up_to_what_was_booked(dated_rows):
    sums = sum_postings(ledger(*dated_rows))
    booked = [posting for _, rows in dated_rows for posting in rows]
    assert sum(map(sum, (by.values() for by in sums.accounts.values()))) == sum(p.amount for p in booked)
    for key in (CENTRE, PROJECT, OTHER):
        parts = sum(sum(by.values()) for (_, held), by in sums.objects.items() if held == key)
        assert parts == sum(p.amount for p in booked if key in p.objects)
