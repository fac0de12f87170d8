"""A booking order becomes a file of SIE 4I that reads back as the same voucher."""

import datetime as dt
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tests.plan.orders import ALL, ALMBY, CHART, REGISTER

from samordna.domain.ledger.books import Books
from samordna.domain.plan.accrual_accounts import proposed_accounts
from samordna.domain.plan.booking_order import booking_order, order_books
from samordna.domain.plan.register import CostCentre
from samordna.sources.sie import books_of, read_sie, write_importable

ACCOUNTS = proposed_accounts(ALL, REGISTER, CHART, ["3010"])
NAMES = {("1", "3011"): "Almby", ("1", "1010"): "Kansli", ("1", "4001"): "Steget", ("6", "10"): "Projekt tio"}
MADE = dt.date(2024, 9, 2)


def ordered(owed=ALL, register=REGISTER, names=NAMES) -> Books:
    order = booking_order(7, owed, ACCOUNTS, register, CHART)
    return order_books(order, names, company="Förbundet Exempel", organisation_number="222000-0000", made=MADE)


def read_back(data: bytes) -> Books:
    reading = read_sie(data, "order.si")
    assert (reading.file_type, [str(problem) for problem in reading.problems if reading.refused]) == ("4I", [])
    books = books_of(reading).books
    assert books is not None
    return books


def test_it_reads_back_as_the_same_books_dated_the_last_day():
    books = ordered()
    written = write_importable(books)
    assert written.problems == ()
    back = read_back(written.data)
    assert [voucher._replace(line=0) for voucher in back.vouchers] == list(books.vouchers)
    assert {voucher.date for voucher in back.vouchers} == {dt.date(2024, 4, 30)}
    assert (back.company, back.organisation_number, back.generated) == (
        books.company, books.organisation_number, books.generated,
    )  # fmt: skip
    assert (back.accounts, back.objects, back.years) == (books.accounts, books.objects, books.years)


def test_it_is_the_form_that_ledgers_import():
    text = write_importable(ordered()).data.decode("cp437")
    assert text.startswith('#FLAGGA 0\r\n#PROGRAM "Samordna" "')
    assert '#VER "" "" 20240430 "Bokningsorder 7"\r\n{\r\n   #TRANS 5010 {1 "3011"} 203.33 ' in text
    assert not {"#IB", "#UB", "#RES", "#OMFATTN"} & {line.split(" ")[0] for line in text.splitlines()}


def test_an_object_without_a_name_of_the_ledgers_own_is_not_named():
    assert b"#OBJEKT" not in write_importable(ordered(names={})).data


def test_a_character_that_the_file_cannot_hold_is_replaced_and_told():
    rows = tuple(replace(row, name="Almby – nära") if row.key == "3011" else row for row in REGISTER.rows)
    written = write_importable(ordered([ALMBY], replace(REGISTER, rows=rows)), "order.si")
    assert "Almby - nära" in written.data.decode("cp437")
    assert [(problem.place, problem.code) for problem in written.problems] == [("order.si", "replaced-characters")]


@given(st.text(st.characters(codec="cp437", exclude_categories=("Cc", "Cs")), min_size=1, max_size=40), st.integers(1))
def test_whatever_the_row_is_called_and_owes_comes_back(name, ore):
    row = CostCentre("3011", name, "verksamhet")
    amount = ore % 10**13 + 1
    books = ordered([replace(ALMBY, amount=amount)], replace(REGISTER, rows=(row,)))
    (voucher,) = read_back(write_importable(books).data).vouchers
    assert [posting.amount for posting in voucher.postings] == [amount, -amount]
    assert [posting.objects for posting in voucher.postings] == [(("1", "3011"),), ()]
