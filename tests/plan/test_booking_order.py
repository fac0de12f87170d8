"""An order to book: balanced to the öre, exactly what is owed, dated the last day, refused whole with all reasons."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.plan.orders import ALL, ALMBY, CHART, CLAIM, PART, PARTIES, REGISTER, SPRING

from samordna.domain.ledger.balances import Sums, sum_postings
from samordna.domain.ledger.checks import check_books
from samordna.domain.plan.accrual_accounts import AccrualAccounts, proposed_accounts
from samordna.domain.plan.booked import Booked
from samordna.domain.plan.booking_order import BookingOrder, OrderLine, booking_order, order_books, order_problems
from samordna.domain.plan.owed import CONTRIBUTIONS, Owed, OwedKind, OwedState
from samordna.domain.plan.owed_found import recognised
from samordna.domain.plan.register import CostCentre, Kind
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Refused

ACCOUNTS = proposed_accounts(ALL, REGISTER, CHART, ["3010"])
ORDER = booking_order(7, ALL, ACCOUNTS, REGISTER, CHART)


def rows(order: BookingOrder) -> list[tuple[str, int, int, tuple[tuple[str, str], ...]]]:
    return [(line.account.number, line.debit, line.credit, line.objects) for line in order.lines]


def refused(*owed: Owed, accounts: AccrualAccounts = ACCOUNTS) -> list[str]:
    with pytest.raises(Refused) as refusal:
        booking_order(7, owed, accounts, REGISTER, CHART)
    return [str(problem).partition(". ")[0] for problem in refusal.value.problems]


def test_a_cost_is_debit_on_its_row_and_an_income_credit():
    assert rows(ORDER) == [
        ("5010", 203_33, 0, (("1", "3011"),)),
        ("2990", 0, 203_33, ()),
        ("6010", 50_00, 0, (("1", "1010"), ("6", "10"))),
        ("2990", 0, 50_00, ()),
        ("1790", 80_00, 0, ()),
        ("3990", 0, 80_00, (("1", "4001"),)),
        ("1790", 150_00, 0, ()),
        ("3010", 0, 150_00, ()),
    ]
    assert (ORDER.title, ORDER.day) == ("Bokningsorder 7", dt.date(2024, 4, 30))
    assert [entry.text for entry in ORDER.entries] == [
        "Upplupen kostnad t.o.m. 2024-04, 3011 Almby",
        "Upplupen kostnad t.o.m. 2024-04, 1010 Kansli, projektledning",
        "Upplupen intäkt t.o.m. 2024-04, 4001 Projektet Steget",
        "Upplupna bidrag t.o.m. 2024-04",
    ]


def test_contributions_stand_on_the_row_that_is_theirs_when_there_is_one():
    outside = CostCentre("9000", "Bidrag", "verksamhet", kind=Kind.OUTSIDE)
    with_one = replace(REGISTER, rows=(*REGISTER.rows, outside))
    assert booking_order(1, [PARTIES], ACCOUNTS, with_one, CHART).lines[1].objects == (("1", "9000"),)
    with_two = replace(with_one, rows=(*with_one.rows, replace(outside, code="9001")))
    assert booking_order(1, [PARTIES], ACCOUNTS, with_two, CHART).lines[1].objects == ()


def test_what_is_sent_can_be_written_again():
    assert booking_order(7, [replace(ALMBY, state=OwedState.SENT)], ACCOUNTS, REGISTER, CHART).lines == ORDER.lines[:2]


@pytest.mark.parametrize(
    ("owed", "told"),
    [
        ([], ["bokningsorder: Bokningsordern har inga poster"]),
        (
            [ALMBY, replace(CLAIM, period=Period(202401, 202403))],
            ["bokningsorder: Posterna ska bokas i olika månader: mars 2024, april 2024"],
        ),
        (
            [replace(ALMBY, period=Period(202601, 202604))],
            ["bokningsorder: Inget räkenskapsår med april 2026 är inläst"],
        ),
        ([replace(ALMBY, state=OwedState.BOOKED)], ["3011, januari–april 2024: Posten är bokförd och kan inte bokas"]),
        ([replace(ALMBY, amount=0)], ["3011, januari–april 2024: Beloppet är noll: det finns inget att boka"]),
        (
            [replace(CLAIM, row="investeringar")],
            [
                f"investeringar, januari–april 2024: {what}"
                for what in (
                    "”investeringar” är inget kostnadsställe: det finns inget att boka på",
                    "Kontot för projektets intäkt är inte valt, och bokföringen ger inget förslag",
                )
            ],
        ),
    ],
)
def test_what_cannot_be_booked_is_refused_with_the_reason(owed, told):
    assert refused(*owed) == told


def test_accounts_that_are_not_chosen_or_do_not_fit_are_told_all_at_once():
    accounts = AccrualAccounts(costs={"3011": "4444", "1010:10": "1930"}, incomes={CONTRIBUTIONS: "3010"})
    assert refused(*ALL, accounts=accounts) == [
        "3011, januari–april 2024: Konto 4444, för kostnaden, finns inte i kontoplanen",
        "bokningsorder: Kontot för upplupna kostnader är inte valt, och bokföringen ger inget förslag",
        "1010:10, januari–april 2024: Konto 1930 är ett annat slags konto än kostnaden bokas på",
        "4001, januari–april 2024: Kontot för projektets intäkt är inte valt, och bokföringen ger inget förslag",
        "bokningsorder: Kontot för upplupna intäkter är inte valt, och bokföringen ger inget förslag",
        "bokningsorder: Kontot för fordran på parterna är inte valt, och bokföringen ger inget förslag",
    ]


def test_a_hundredth_of_a_krona_too_much_is_found():
    entry = ORDER.entries[0]
    debit, credit = entry.lines
    more = replace(ORDER, entries=(replace(entry, lines=(OrderLine(debit.account, 203_34), credit)),))
    assert [problem.code for problem in order_problems(more)] == ["order-unbalanced", "order-not-what-is-owed"]
    both = replace(entry, lines=(OrderLine(debit.account, 203_34), OrderLine(credit.account, -203_34)))
    (problem,) = order_problems(replace(ORDER, entries=(both,)))
    assert problem.found == "Raderna bokar 203,34 kr, men 203,33 kr saknas i bokföringen."
    assert order_problems(ORDER) == ()


def test_the_books_of_an_order_hold_one_voucher_and_what_it_uses():
    books = order_books(ORDER, {("1", "3011"): "Almby"}, company="X", organisation_number="", made=dt.date(2024, 9, 2))
    (voucher,) = books.vouchers
    assert (voucher.name, voucher.date, voucher.text) == ("utan nummer", dt.date(2024, 4, 30), "Bokningsorder 7")
    assert list(books.accounts) == ["1790", "2990", "3010", "3990", "5010", "6010"]
    assert (books.objects, books.dimensions) == (
        {("1", "3011"): "Almby"}, {"1": "Kostnadsställe", "6": "Projekt"},
    )  # fmt: skip
    wrong = {problem.code for problem in check_books(books, "order")}
    assert wrong == {"vouchers-without-balances", "coverage-not-declared", "undeclared-object"}


def booked_with(*owed: Owed) -> Booked:
    """Return what is booked when a later ledger holds the order."""
    order = booking_order(1, owed, ACCOUNTS, REGISTER, CHART)
    moved = sum_postings(order_books(order, {}, company="", organisation_number="", made=order.day))
    *before, last = CHART.years
    sums = Sums(*(_added(getattr(last.movements, part), getattr(moved, part)) for part in PARTS))
    return Booked(REGISTER, replace(CHART, years=(*before, replace(last, movements=sums))))


PARTS = ("accounts", "objects", "pairs")


def _added(one, other):
    months = {key: dict(held) for key, held in one.items()}
    for key, held in other.items():
        for month, ore in held.items():
            months.setdefault(key, {})[month] = months.get(key, {}).get(month, 0) + ore
    return months


@pytest.mark.parametrize("owed", [ALMBY, PART, CLAIM], ids=lambda owed: owed.kind.value)
def test_a_ledger_that_holds_the_order_is_recognised_as_having_booked_it(owed):
    before = Booked(REGISTER, CHART)
    sent = replace(owed, state=OwedState.SENT, booked=before.over(owed.row, SPRING))
    assert recognised(sent, before.over(owed.row, SPRING)).state is OwedState.SENT
    assert recognised(sent, booked_with(ALMBY, PART, CLAIM).over(owed.row, SPRING)).state is OwedState.BOOKED


OWED = st.one_of(
    st.builds(
        lambda row, ore: Owed(row, OwedKind.AGREEMENT, SPRING, ore, "Avtal."),
        st.sampled_from([ALMBY.row, PART.row]),
        st.integers(1, 10**12),
    ),
    st.integers(1, 10**12).map(lambda ore: replace(CLAIM, amount=-ore)),
    st.integers(1, 10**12).map(lambda ore: replace(PARTIES, amount=-ore)),
)


@given(st.lists(OWED, min_size=1, max_size=12))
def test_every_order_is_balanced_and_books_exactly_what_is_owed(owed):
    order = booking_order(1, owed, ACCOUNTS, REGISTER, CHART)
    assert sum(line.debit for line in order.lines) == sum(line.credit for line in order.lines)
    assert sum(line.debit for line in order.lines) == sum(abs(one.amount) for one in owed)
    of_result = [line.amount for line in order.lines if not line.account.kind.on_balance_sheet]
    assert sum(of_result) == sum(one.amount for one in owed)
    for one in owed:
        if one.row != CONTRIBUTIONS:
            row = REGISTER.row(one.row)
            on_row = [line.amount for line in order.lines if dict(line.objects).get("1") == row.code]
            assert sum(on_row) == sum(other.amount for other in owed if other.row == one.row)
