"""What differs between two files for a year: the differences add up, and the same books give none."""

import datetime as dt
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tests.ledger.sample_books import BOOKS

from samordna.domain.ledger.balances import Balances, Sums, YearBalances
from samordna.domain.ledger.books import Account, AccountKind, Detail, FiscalYear
from samordna.domain.ledger.difference_table import Side, difference_table
from samordna.domain.ledger.differences import Change, ChangeKind, LedgerTotals, differences
from samordna.domain.values.period import Period

YEAR = FiscalYear(dt.date(2024, 1, 1), dt.date(2024, 12, 31))
NUMBERS = ["1510", "1930", "2010", "2411", "3010", "5010"]
CENTRE, PROJECT = ("1", "3001"), ("6", "P1")

ORE = st.integers(-(10**9), 10**9)
TOTALS = st.builds(
    LedgerTotals,
    year=st.just(YEAR),
    covers_to=st.sampled_from([202401, 202408, 202412]),
    accounts=st.sets(st.sampled_from(NUMBERS)).map(lambda some: {n: BOOKS.accounts[n] for n in [*some, "1930"]}),
    opening=st.just({}),
    movements=st.just({}),
).flatmap(
    lambda totals: st.builds(
        lambda opening, movements: LedgerTotals(YEAR, totals.covers_to, totals.accounts, opening, movements),
        st.dictionaries(st.sampled_from(sorted(totals.accounts)), ORE),
        st.dictionaries(
            st.sampled_from(sorted(totals.accounts)),
            st.dictionaries(st.sampled_from([202401, 202405, 202411]), ORE),
        ),
    )
)


def totals(covers_to=202408, *, opening=None, objects=None, without=(), **movements):
    accounts = {n: BOOKS.accounts[n] for n in NUMBERS if n not in without}
    moved = {number.removeprefix("k"): months for number, months in movements.items()}
    return LedgerTotals(YEAR, covers_to, accounts, opening or {}, moved, objects or {})


def test_the_same_books_give_no_difference_and_every_account_is_unchanged():
    books = totals(opening={"1930": 100}, k1930={202401: -7}, k5010={202401: 7}, objects={("5010", CENTRE): 7})
    found = differences(books, books)
    assert (found.rows, found.added, found.gone, found.objects) == ((), (), (), ())
    assert (found.unchanged, found.opens_alike, found.changed_before) == (6, True, ())


def test_a_new_month_is_told_apart_from_what_was_booked_since_in_old_ones():
    before = totals(202408, opening={"1930": 100}, k1930={202401: -7}, k5010={202401: 7})
    now = totals(202409, opening={"1930": 100}, k1930={202401: -7, 202409: -50}, k5010={202401: 10, 202409: 47})
    bank, rent = differences(before, now).rows
    assert (bank.account.number, bank.kind, bank.months, bank.read_before) == ("1930", ChangeKind.CHANGED, (), 0)
    assert (bank.opening, bank.movement, bank.closing) == (Change(100, 100), Change(-7, -57), Change(93, 43))
    assert (rent.months, rent.read_before, rent.movement.difference) == ((202401,), 3, 50)
    assert differences(before, now).changed_before == (rent,)
    assert differences(before, now).common == Period(202401, 202408)


def test_what_only_moved_between_months_is_a_difference_though_the_year_is_the_same():
    [row] = differences(totals(k5010={202401: 7}), totals(k5010={202402: 7})).rows
    assert (row.movement.difference, row.read_before, row.months) == (0, 0, (202401, 202402))


def test_accounts_that_are_new_or_gone_are_named_with_amounts_or_without():
    found = differences(
        totals(without=["5010", "3010"], k2411={202401: 1}), totals(without=["2411"], k5010={202401: 1})
    )
    assert [account.number for account in found.added] == ["3010", "5010"]
    assert [account.number for account in found.gone] == ["2411"]
    assert [(row.account.number, row.kind) for row in found.rows] == [
        ("2411", ChangeKind.GONE), ("5010", ChangeKind.NEW),
    ]  # fmt: skip
    assert found.unchanged == 3


def test_a_cost_that_moved_between_cost_centres_is_told_though_no_account_differs():
    before = totals(k5010={202401: 7}, objects={("5010", CENTRE): 7})
    now = totals(k5010={202401: 7}, objects={("5010", PROJECT): 7})
    found = differences(before, now)
    assert (found.rows, found.objects) == ((), (CENTRE, PROJECT))


def test_totals_are_those_of_balances_of_one_year():
    sums = Sums({"5010": {202401: 7}}, {("5010", CENTRE): {202401: 3, 202402: 4}})
    balances = Balances(BOOKS.accounts, {}, (YearBalances(YEAR, 3, 202408, {"1930": 1}, sums),))
    assert LedgerTotals.of(balances) == LedgerTotals(
        YEAR, 202408, BOOKS.accounts, {"1930": 1}, {"5010": {202401: 7}}, {("5010", CENTRE): 7}
    )


def test_what_is_known_as_one_sum_is_compared_in_all_and_no_month_is_named():
    by_month = totals(202408, k1930={202401: -7, 202405: -3}, k5010={202401: 7}, k3010={202402: 3})
    one_sum = replace(totals(202409, k1930={202409: -10}, k5010={202409: 8}, k3010={202409: 3}), detail=Detail.PERIOD)
    for before, now, sign in ((by_month, one_sum, 1), (one_sum, by_month, -1)):
        found = differences(before, now)
        [rent] = found.rows
        assert (rent.account.number, rent.movement.difference, rent.months) == ("5010", sign, ())
        assert (found.by_month, found.changed_before, found.unchanged) == (False, (), 5)
        table = difference_table(found, Side(1, "a.se", before.covered), Side(None, "b.se", now.covered))
        assert [column.id for column in table.columns][-1] == "closing-now"
        assert len(table.rows[0].cells) == len(table.columns)


@given(TOTALS, TOTALS)
def test_the_differences_add_up_to_what_the_files_differ_by(before, now):
    found = differences(before, now)
    for name in ("opening", "closing"):
        told = sum(getattr(row, name).difference for row in found.rows)
        booked = [sum(side.opening.values()) for side in (before, now)]
        if name == "closing":
            booked = [
                total + sum(sum(months.values()) for months in side.movements.values())
                for total, side in zip(booked, (before, now), strict=True)
            ]
        assert told == booked[1] - booked[0]
    for row in found.rows:
        assert row.closing.difference == row.opening.difference + row.movement.difference


@given(TOTALS, TOTALS)
def test_every_account_is_on_one_side_or_the_other_and_going_back_turns_every_sign(before, now):
    found, back = differences(before, now), differences(now, before)
    differing = {row.account.number for row in found.rows}
    assert found.unchanged == len((before.accounts.keys() & now.accounts.keys()) - differing)
    assert [row.closing.difference for row in back.rows] == [-row.closing.difference for row in found.rows]
    assert [row.read_before for row in back.rows] == [-row.read_before for row in found.rows]
    assert (back.added, back.gone) == (found.gone, found.added)
    assert differences(now, now).rows == ()


def shown(table):
    return [[row.code, *(getattr(cell, "text", "") for cell in row.cells), row.note] for row in table.rows]


def sides():
    return Side(3, "förut.se", Period(202401, 202408)), Side(None, "nu.se", Period(202401, 202409))


def test_the_table_shows_before_now_and_difference():
    before = totals(202408, opening={"1930": 100_00}, k1930={202401: -7_00}, k5010={202401: 7_00})
    now = totals(202409, opening={"1930": 100_00}, k1930={202401: -7_00, 202409: -5_50}, k5010={202401: 12_50})
    table = difference_table(differences(before, now), *sides())
    assert [column.label for column in table.columns] == [
        "Förändring förut", "Förändring nu", "Skillnad", "Utgående balans förut", "Utgående balans nu",
        "varav till och med augusti 2024",
    ]  # fmt: skip
    assert shown(table) == [
        ["1930", "−7,00", "−12,50", "−5,50", "93,00", "87,50", "", ""],
        ["5010", "7,00", "12,50", "5,50", "7,00", "12,50", "5,50", ""],
    ]
    assert table.remarks == (
        "Konton utan skillnad: 4.", "Ingående balanser är desamma.", "Debet är plus och kredit är minus.",
    )  # fmt: skip


def test_the_table_shows_opening_balances_when_they_differ():
    table = difference_table(differences(totals(opening={"1930": 1}), totals(opening={"1930": 3})), *sides())
    assert shown(table) == [["1930", "0,01", "0,03", "0,02", "–", "–", "–", "0,01", "0,03", "0,02", "", ""]]
    assert len(table.columns) == 10


def test_a_figure_of_an_import_names_it_and_one_of_a_file_not_taken_names_the_file():
    table = difference_table(differences(totals(k5010={202401: 1}), totals(k5010={202401: 3})), *sides())
    before, now = table.cell("5010", "movement-before"), table.cell("5010", "movement-now")
    assert (before.origin.imports, before.origin.accounts, before.origin.measure) == ((3,), ("5010",), "movement")
    assert now.origin.rule == "Konto 5010 i filen nu.se"


def test_what_the_amounts_do_not_say_is_remarked():
    new = Account("6110", "Material", AccountKind.COST)
    now = totals(k5010={202402: 7}, k6110={202401: 1})
    now = LedgerTotals(YEAR, 202408, {**now.accounts, "6110": new}, {}, now.movements)
    table = difference_table(differences(totals(k5010={202401: 7}), now), *sides())
    assert [row.note for row in table.rows] == ["flyttat mellan månader", "nytt konto"]
