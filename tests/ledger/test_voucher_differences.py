"""Which vouchers differ between two ledgers of a year: by number where it is one voucher's own, else by content."""

import datetime as dt
import json
import random

from hypothesis import given
from hypothesis import strategies as st
from tests.ledger.sample_books import JANUARY, voucher

from samordna.domain.ledger.books import Posting, Voucher
from samordna.domain.ledger.voucher_differences import AmountChange, ChangedVoucher, voucher_differences

RENT = voucher("1", ("5010", 100_00), ("1930", -100_00), text="Hyra")
FEE = voucher("2", ("5010", 7_00), ("1930", -7_00), text="Avgift")
CENTRE, PROJECT = ("1", "3001"), ("6", "P1")


def found(before, now):
    difference = voucher_differences(before, now)
    return difference.added, difference.gone, difference.changed, difference.unchanged


def test_the_same_vouchers_in_another_order_and_on_other_lines_differ_in_nothing():
    before, now = [RENT, FEE], [FEE._replace(line=90), RENT._replace(line=70)]
    assert found(before, now) == ((), (), (), 2)
    assert not voucher_differences(before, now)


def test_a_number_that_stands_in_one_ledger_only_is_added_or_gone():
    assert found([RENT], [RENT, FEE]) == ((FEE,), (), (), 1)
    assert found([RENT, FEE], [FEE]) == ((), (RENT,), (), 1)
    assert voucher_differences([RENT], [RENT, FEE])


def test_the_same_number_of_another_series_is_another_voucher():
    other = RENT._replace(series="C")
    assert found([RENT], [other]) == ((other,), (RENT,), (), 0)


def test_a_changed_voucher_says_which_amounts_differ_and_leaves_out_those_that_do_not():
    now = voucher("1", ("5010", 60_00), ("6010", 40_00), ("1930", -100_00), text="Hyra")
    [changed] = voucher_differences([RENT], [now]).changed
    assert changed == ChangedVoucher(
        RENT, now, (AmountChange("5010", (), 100_00, 60_00), AmountChange("6010", (), 0, 40_00))
    )
    assert [amount.difference for amount in changed.amounts] == [-40_00, 40_00]
    assert (changed.date_differs, changed.text_differs, changed.rows_differ) == (False, False, True)


def test_money_that_moved_between_objects_is_a_change_though_the_account_is_the_same():
    def booked(*objects):
        return RENT._replace(postings=(Posting("5010", objects, 1_00, JANUARY, ""),))

    [changed] = voucher_differences([booked(CENTRE)], [booked(CENTRE, PROJECT)]).changed
    assert changed.amounts == (
        AmountChange("5010", (CENTRE,), 1_00, 0),
        AmountChange("5010", (CENTRE, PROJECT), 0, 1_00),
    )
    assert found([booked(PROJECT, CENTRE)], [booked(CENTRE, PROJECT)]) == ((), (), (), 1)  # SIE orders no objects


def test_another_date_text_or_row_text_is_a_change_without_amounts():
    later, other = RENT._replace(date=dt.date(2024, 2, 1)), RENT._replace(text="Lokal")
    row = RENT._replace(postings=tuple(posting._replace(text="mars") for posting in RENT.postings))
    changes = [voucher_differences([RENT], [now]).changed[0] for now in (later, other, row)]
    assert [change.amounts for change in changes] == [(), (), ()]
    told = [(change.date_differs, change.text_differs, change.rows_differ) for change in changes]
    assert told == [(True, False, False), (False, True, False), (False, False, True)]


def test_rows_in_another_order_are_the_same_rows():
    assert found([RENT], [RENT._replace(postings=RENT.postings[::-1])]) == ((), (), (), 1)


def test_a_row_that_was_parted_in_two_is_a_change_whose_amounts_are_the_same():
    parted = voucher("1", ("5010", 40_00), ("5010", 60_00), ("1930", -100_00), text="Hyra")
    [changed] = voucher_differences([RENT], [parted]).changed
    assert (changed.amounts, changed.rows_differ) == ((), True)


def test_vouchers_without_a_number_are_known_by_what_they_say_and_never_called_changed():
    rent, fee = RENT._replace(number=""), FEE._replace(number="")
    assert found([rent, fee], [fee, rent]) == ((), (), (), 2)
    dearer = rent._replace(postings=voucher("", ("5010", 9), ("1930", -9)).postings)
    assert found([rent, fee], [fee, dearer]) == ((dearer,), (rent,), (), 1)


def test_of_two_alike_without_a_number_one_that_is_gone_is_told_once():
    rent = RENT._replace(number="")
    assert found([rent, rent, rent], [rent]) == ((), (rent, rent), (), 1)
    assert found([rent], [rent, rent]) == ((rent,), (), (), 1)


def test_a_number_that_was_used_twice_is_matched_by_content_first():
    twice = FEE._replace(number="1")
    assert found([RENT, twice], [twice, RENT]) == ((), (), (), 2)
    mended = twice._replace(text="Avgift, rättad")
    assert found([RENT, twice], [mended, RENT]) == ((), (), (ChangedVoucher(twice, mended, ()),), 1)
    assert found([RENT, twice], [RENT]) == ((), (twice,), (), 1)


def test_the_vouchers_that_are_gone_stand_in_the_order_they_had():
    numbers = ["9", "3", "7", "1"]
    vouchers = [RENT._replace(number=number) for number in numbers]
    twice = [vouchers[1]._replace(text="en"), vouchers[1]._replace(text="två")]
    gone = voucher_differences([vouchers[0], *twice, *vouchers[2:]], [vouchers[2], vouchers[1]]).gone
    assert [one.number for one in gone] == ["9", "3", "3", "1"]


def test_the_first_are_shown_and_the_rest_counted():
    many = [RENT._replace(number=str(number)) for number in range(120)]
    shown = voucher_differences(many[:10], many[5:]).first(3)
    assert [one.number for one in shown.added.shown] == ["10", "11", "12"]
    assert (shown.added.count, shown.added.more) == (110, 107)
    assert (shown.gone.count, shown.gone.more, shown.changed.count, shown.unchanged) == (5, 2, 0, 5)


def test_what_is_shown_can_be_kept_as_json():
    dearer = voucher("2", ("5010", 8_00), ("1930", -8_00), text="Avgift")
    extra = voucher("3", ("5010", 12_50), ("1930", -12_50), text="Mer")
    told = json.loads(json.dumps(voucher_differences([RENT, FEE], [dearer, extra]).first().as_json()))
    row = {"series": "B", "date": "2024-01-31", "rows": 2}
    assert told["added"] == {"count": 1, "first": [row | {"number": "3", "text": "Mer", "debit": "12.50"}]}
    assert told["gone"] == {"count": 1, "first": [row | {"number": "1", "text": "Hyra", "debit": "100.00"}]}
    [changed] = told["changed"]["first"]
    assert (changed["number"], changed["rows_differ"], told["unchanged"]) == ("2", True, 0)
    assert changed["date"] == {"before": "2024-01-31", "now": "2024-01-31"}
    assert changed["amounts"] == [
        {"account": "1930", "objects": [], "before": "-7.00", "now": "-8.00"},
        {"account": "5010", "objects": [], "before": "7.00", "now": "8.00"},
    ]


# What holds always

DAYS = st.sampled_from([JANUARY, dt.date(2024, 2, 29)])
TEXTS = st.sampled_from(["", "Hyra", "Avgift"])
POSTINGS = st.builds(
    Posting,
    st.sampled_from(["1930", "5010", "6010"]),
    st.sampled_from([(), (CENTRE,), (CENTRE, PROJECT), (PROJECT, CENTRE)]),
    st.integers(-3, 3),
    DAYS,
    TEXTS,
)
VOUCHERS = st.builds(
    Voucher,
    st.sampled_from(["A", "B"]),
    st.sampled_from(["", "1", "2", "3"]),
    DAYS,
    TEXTS,
    st.lists(POSTINGS, max_size=3).map(tuple),
    st.integers(1, 99),
)
LEDGERS = st.lists(VOUCHERS, max_size=9)


def bare(vouchers):
    """Return what vouchers say, whichever of several alike they are."""
    told = []
    for one in vouchers:
        rows = [(p.account, tuple(sorted(p.objects)), p.amount, p.date, p.text) for p in one.postings]
        told.append((one.series, one.number, one.date, one.text, sorted(rows)))
    return sorted(told)


def booked(vouchers):
    sums = {}
    for one in vouchers:
        for posting in one.postings:
            sums[posting.account] = sums.get(posting.account, 0) + posting.amount
    return sums


@given(LEDGERS, st.randoms(use_true_random=False))
def test_a_ledger_never_differs_from_itself_in_any_order(vouchers, rand: random.Random):
    shuffled = rand.sample(vouchers, len(vouchers))
    difference = voucher_differences(vouchers, shuffled)
    assert not difference
    assert difference.unchanged == len(vouchers)


@given(LEDGERS, LEDGERS)
def test_swapping_the_ledgers_swaps_added_and_gone_and_turns_every_change(before, now):
    there, back = voucher_differences(before, now), voucher_differences(now, before)
    assert bare(there.added) == bare(back.gone)
    assert bare(there.gone) == bare(back.added)
    assert bare(one.before for one in there.changed) == bare(one.now for one in back.changed)
    assert bare(one.now for one in there.changed) == bare(one.before for one in back.changed)
    assert there.unchanged == back.unchanged
    assert {account: -ore for account, ore in there.by_account.items()} == back.by_account


@given(LEDGERS, LEDGERS)
def test_the_differences_of_vouchers_add_up_to_those_of_accounts(before, now):
    then, since = booked(before), booked(now)
    differ = {account: since.get(account, 0) - then.get(account, 0) for account in sorted({*then, *since})}
    assert voucher_differences(before, now).by_account == {account: ore for account, ore in differ.items() if ore}


@given(LEDGERS, LEDGERS)
def test_every_voucher_is_told_of_exactly_once(before, now):
    difference = voucher_differences(before, now)
    both = difference.unchanged + len(difference.changed)
    assert both + len(difference.added) == len(now)
    assert both + len(difference.gone) == len(before)
    assert all(bare([one.before]) != bare([one.now]) for one in difference.changed)
