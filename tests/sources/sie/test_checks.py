"""What is wrong inside a file is told once, with enough to find it; a good file is told of in no way."""

import datetime as dt
from dataclasses import replace

import pytest
from tests.sources.sie.sample_files import CENTRE, FULL, HEAD, JANUARY, PROJECT, SMALL, YEAR
from tests.sources.sie.sample_ledger import ledger

from samordna.domain.ledger.books import FiscalYear
from samordna.sources.sie import check_sie, everything, read_sie, write_sie4
from samordna.sources.sie.model import Balance, DimensionRecord, PeriodBalance, Row, RowKind, Voucher

GOOD = replace(
    FULL,
    head=replace(FULL.head, format="PC8", declared_type="4"),
    closing=(*FULL.closing, Balance(0, "3010", (), 0)),
    objects={**FULL.objects},
)


def told(file, **how):
    return [problem.code for problem in check_sie(file, "bok.se", **how)]


def found(file, **how):
    [problem] = check_sie(file, "bok.se", **how)
    return problem.found


def booked(*vouchers):
    return replace(GOOD, vouchers=vouchers)


def test_a_good_file_is_told_of_in_no_way():
    assert told(GOOD) == []
    reading = read_sie(ledger(), "bok.se")
    assert check_sie(reading.file, "bok.se", file_type=reading.file_type, counts=reading.counts) == ()


# Records of a type


def test_records_that_a_type_must_have_are_told_together():
    bare = replace(SMALL, head=replace(HEAD, program="", generated=None, company=""), accounts={}, vouchers=())
    assert found(bare, file_type="2") == (
        "Poster som måste finnas i SIE typ 2 saknas: #PROGRAM, #FORMAT, #GEN, #SIETYP, #FNAMN, #OMFATTN, #KONTO."
    )


@pytest.mark.parametrize(
    ("file_type", "missing"), [("1", "#FORMAT"), ("4E", "#FORMAT, #SIETYP"), ("4I", "#FORMAT, #SIETYP")]
)
def test_a_file_of_type_1_need_not_say_its_type(file_type, missing):
    file = replace(GOOD, head=replace(GOOD.head, format="", declared_type=""))
    first = check_sie(file, "bok.se", file_type=file_type)[0]
    assert first.found == f"Poster som måste finnas i SIE typ {file_type} saknas: {missing}."


def test_a_record_that_was_read_is_there_though_nothing_could_be_made_of_it():
    file = replace(GOOD, head=replace(GOOD.head, generated=None))
    assert told(file) == ["missing-records"]
    assert told(file, counts={"GEN": 1}) == []


def test_balances_that_vouchers_move_must_be_stated_and_others_may_be_left_out():
    assert found(replace(GOOD, closing=(), object_closing=())) == "Poster som måste finnas i SIE typ 4E saknas: #UB."
    assert found(replace(GOOD, results=(Balance(-1, "5010", (), 1),), period_balances=())) == (
        "Poster som måste finnas i SIE typ 4E saknas: #RES."
    )
    still = replace(GOOD, closing=(), results=(), vouchers=(), period_balances=(), object_closing=())
    assert told(still) == []


@pytest.mark.parametrize(
    ("file_type", "labels"),
    [
        ("1", "#OMFATTN, #DIM, #OBJEKT, #OIB, #OUB, #PSALDO, #PBUDGET, #VER"),
        ("2", "#DIM, #OBJEKT, #OIB, #OUB, #VER"),
        ("3", "#VER"),
        ("4I", "#BKOD, #OMFATTN, #IB, #UB, #RES, #OIB, #OUB, #PSALDO, #PBUDGET"),
    ],
)
def test_records_of_another_type_are_told_together(file_type, labels):
    assert found(GOOD, file_type=file_type) == (
        f"Poster som inte hör till SIE typ {file_type} finns i filen: {labels}."
    )


def test_a_file_of_xml_has_no_records_to_miss():
    assert told(replace(GOOD, head=HEAD), file_type="5") == []


def test_a_record_that_stands_once_and_is_repeated_is_told_and_others_may_repeat():
    assert found(GOOD, counts={"FNAMN": 3, "PROSA": 9, "KONTO": 4}) == (
        "Posten #FNAMN ska finnas en gång men finns 3 gånger. Den sista gäller."
    )


def test_a_mark_of_import_matters_to_vouchers_that_are_to_be_imported():
    marked = replace(SMALL, head=replace(GOOD.head, flagged=True, covered_to=None, industry=""), opening=())
    assert told(marked) == ["already-imported"]
    assert told(replace(GOOD, head=replace(GOOD.head, flagged=True))) == []


# Years and names


@pytest.mark.parametrize(
    ("start", "end", "wrong"),
    [
        (dt.date(2023, 1, 1), dt.date(2023, 12, 31), False),
        (dt.date(2022, 1, 1), dt.date(2022, 12, 31), True),
        (dt.date(2023, 7, 1), dt.date(2024, 6, 30), True),
    ],
)
def test_a_year_begins_the_day_after_the_one_before(start, end, wrong):
    assert told(replace(GOOD, years={0: YEAR, -1: FiscalYear(start, end)})) == ["years-do-not-follow"] * wrong


def test_a_year_that_the_file_does_not_name_leaves_no_gap():
    older = FiscalYear(dt.date(2019, 1, 1), dt.date(2019, 12, 31))
    assert told(replace(GOOD, years={0: YEAR, -5: older})) == []


def test_a_dimension_that_is_not_reserved_needs_a_name():
    rows = (Row("5010", (("20", "V"), ("19", "x"), ("6", "y")), 1), Row("1930", (), -1))
    file = booked(Voucher("A", "1", JANUARY, rows=rows))
    assert found(file) == "Dimension 20 används men har inget namn i filen: posten #DIM 20 saknas."
    assert told(replace(file, dimensions={"20": DimensionRecord("20", "V")})) == []


def test_an_object_that_only_balances_name_is_told_and_one_of_vouchers_is_left_to_the_books():
    balances = (PeriodBalance(0, 202401, "5010", (), 10_50), PeriodBalance(0, 202401, "5010", (("1", "9"),), 1))
    file = replace(GOOD, period_balances=balances, objects={CENTRE: "x"})
    assert found(file) == "Kostnadsställe 9 används men har inget namn i filen. Koden visas i stället för namnet."


# Balances


def test_a_balance_that_stands_twice_is_told_with_its_account():
    file = replace(GOOD, opening=(*GOOD.opening, Balance(0, "1930", (), 100_00)))
    assert found(file) == "#IB finns mer än en gång för samma konto och tid: 1 (1930). Den sista gäller."
    twice = (PeriodBalance(0, 202401, "5010", (), 9_00),) * 2
    assert found(replace(GOOD, period_budgets=twice)).startswith("#PBUDGET finns mer än en gång")


def test_a_balance_of_another_year_month_or_object_is_not_the_same():
    opening = (*GOOD.opening, Balance(-1, "1930", (), 100_00))
    budgets = [PeriodBalance(0, month, "5010", objects, 1) for month in (202401, 202402) for objects in ((), (CENTRE,))]
    assert told(replace(GOOD, opening=opening, period_budgets=tuple(budgets))) == []


def test_a_result_account_opens_with_nothing():
    opening = (*GOOD.opening, Balance(0, "5010", (), 5_00), Balance(0, "3010", (), 0), Balance(-1, "3010", (), 1))
    assert found(replace(GOOD, opening=opening)) == (
        "Resultatkonton har ingående balanser, fast de börjar varje år på noll: 5010 (5,00 kr)."
    )


def test_closing_balances_and_results_sum_to_zero():
    results = (Balance(0, "5010", (), 10_51),)
    assert told(replace(GOOD, results=results, period_balances=())) == ["closing-unbalanced"]
    assert told(replace(GOOD, results=(), vouchers=(), period_balances=())) == []  # states no results


def test_what_accounts_move_by_month_is_what_they_move_in_the_year():
    def by_month(**moved):
        months = [PeriodBalance(0, 202401, account.removeprefix("k"), (), ore) for account, ore in moved.items()]
        return replace(GOOD, period_balances=tuple(months))

    assert told(by_month(k1930=-10_50, k5010=10_50)) == []
    assert found(by_month(k1930=-10_00, k5010=10_40)) == (
        "Saldona per månad (#PSALDO) ger något annat än årets balanser och resultat. Konton: 2. "
        "1930 (−10,00 kr mot −10,50 kr), 5010 (10,40 kr mot 10,50 kr)."
    )
    assert told(by_month(k5010=10_50)) == []  # tells results only
    assert told(by_month(k5010=10_50, k2010=0)) == ["months-do-not-follow"]


def test_months_of_another_year_or_of_objects_say_nothing_of_the_whole_year():
    months = (PeriodBalance(-1, 202301, "5010", (), 1), PeriodBalance(0, 202401, "5010", (CENTRE,), 1))
    assert told(replace(GOOD, period_balances=months)) == []


def test_objects_of_a_dimension_come_to_no_more_than_their_account():
    def closing(*balances):
        return replace(GOOD, object_closing=tuple(Balance(0, "1930", objects, ore) for objects, ore in balances))

    other = ("1", "3002")
    objects = {CENTRE: "a", PROJECT: "b", other: "c"}
    assert told(replace(closing(((CENTRE,), 80_00), ((PROJECT,), 80_00)), objects=objects)) == []
    assert found(replace(closing(((CENTRE,), 80_00), ((other,), 80_00)), objects=objects)) == (
        "Saldona för objekt i #OUB är tillsammans större än kontots. Ställen: 1 (1930)."
    )
    assert told(closing(((CENTRE,), -1))) == ["objects-exceed-account"]


def test_objects_of_an_account_without_a_balance_are_compared_with_nothing():
    assert told(replace(GOOD, object_closing=(Balance(0, "1510", (CENTRE,), 5),))) == []
    months = (*GOOD.period_balances, PeriodBalance(0, 202403, "5010", (CENTRE,), 5))
    assert told(replace(GOOD, period_balances=months)) == []


# Vouchers


def numbered(*names):
    return booked(*(Voucher(series, number, JANUARY, line=9) for series, number in names), *GOOD.vouchers)


def test_numbers_ascend_in_each_series_and_the_first_that_does_not_is_told():
    assert told(numbered(("B", "9"), ("B", "10"), ("C", "2"), ("B", ""), ("B", "x"), ("B", "010"))) == []
    [problem] = check_sie(numbered(("B", "9"), ("B", "7"), ("B", "8"), ("B", "1")), "bok.se")
    assert problem.found == "Verifikationsnumren i serie B stiger inte: B 7 kommer efter B 9."
    assert (problem.place, problem.line) == ("bok.se, rad 9", 9)


def test_vouchers_that_were_made_have_no_line_to_tell():
    [problem] = check_sie(booked(Voucher("B", "2", JANUARY), Voucher("B", "1", JANUARY), *GOOD.vouchers), "bok.se")
    assert (problem.place, problem.line) == ("bok.se", None)


def opened(text="", day=YEAR.start, **amounts):
    rows = tuple(Row(account.removeprefix("k"), (), ore) for account, ore in amounts.items())
    return told(booked(Voucher("A", "0", day, text, rows=rows), *GOOD.vouchers))


def test_opening_balances_that_are_booked_too_are_told():
    assert opened(k1930=100_00, k2010=-100_00) == ["opening-booked-too"]
    assert opened("Ingående balanser 2024", k1930=100_00, k2091=-100_00) == ["opening-booked-too"]


def test_what_only_looks_like_an_opening_balance_is_not_one():
    assert opened(k1930=100_01, k2010=-100_01) == []
    assert opened(k1930=100_00, k5010=-100_00) == []
    assert opened(k1930=100_00) == []
    assert opened(day=JANUARY, k1930=100_00, k2010=-100_00) == []
    assert opened("Ingående balans rättad", k1930=3, k2010=-3) == []


def test_a_first_voucher_of_a_file_without_opening_balances_may_be_them():
    voucher = Voucher("A", "0", YEAR.start, "Ingående balans", rows=(Row("1930", (), 1), Row("2010", (), -1)))
    assert told(replace(booked(voucher, *GOOD.vouchers), opening=(), object_opening=())) == []


def corrected(*rows):
    return booked(Voucher("A", "1", JANUARY, rows=rows, line=7))


def test_a_row_that_was_added_is_booked_too_whoever_added_it_when():
    added = Row("5010", (CENTRE, PROJECT), 5, dt.date(2024, 3, 1), sign="AN", kind=RowKind.ADDED)
    same = Row("5010", (PROJECT, CENTRE), 5)
    assert told(corrected(added, same)) == []
    assert told(corrected(added, same, added)) == ["added-row-not-booked"]
    [problem] = check_sie(corrected(added, replace_amount(same)), "bok.se")
    assert problem.found.endswith("som inte följs av samma rad bokförd (#TRANS): konto 5010, 0,05 kr.")
    assert problem.line == 7


def replace_amount(row):
    return row._replace(ore=6)


def test_a_row_that_was_struck_is_booked_no_more():
    assert told(corrected(Row("5010", (), 5, kind=RowKind.STRUCK))) == []


# All in all


def test_everything_is_said_once_and_in_the_order_of_reading_using_and_checking():
    data = ledger(("#UB 0 1930 1289.50", "#UB 0 1930 1289.50\n#UB 0 1930 1289.00"), ("#GEN 20240910", "#GEN x"))
    problems = everything(read_sie(data, "bok.se"))
    assert [problem.code for problem in problems] == [
        "broken-record", "repeated-balance", "closing-unbalanced", "balance-does-not-follow",
    ]  # fmt: skip
    assert everything(read_sie(ledger(), "bok.se")) == ()


def test_what_is_no_sie_is_told_as_it_was_read():
    reading = read_sie(b"%PDF", "bok.se")
    assert everything(reading) == reading.problems != ()


def test_a_file_that_only_cannot_be_used_is_not_refused():
    importable = write_sie4(replace(SMALL, years={}), "4I").data
    problems = everything(read_sie(importable, "bok.si"))
    assert [problem.code for problem in problems] == ["not-for-books"]
    assert "Filen säger inte vilket räkenskapsår den gäller" in problems[0].found
    foreign = ledger(("#KONTO 1510", "#VALUTA EUR\n#KONTO 1510"), ("#UB 0 1930 1289.50", "#UB 0 1930 1289.00"))
    codes = [problem.code for problem in everything(read_sie(foreign, "bok.se"))]
    assert codes == ["not-for-books", "closing-unbalanced", "balance-does-not-follow"]


def test_vouchers_without_a_year_still_sum_to_zero():
    rows = (Row("5010", (), 5), Row("1930", (), -4))
    vouchers = (Voucher("A", "1", JANUARY, rows=rows), Voucher("A", "2", JANUARY))
    importable = write_sie4(replace(SMALL, years={}, vouchers=vouchers), "4I").data
    problems = everything(read_sie(importable, "bok.si"))
    assert [(one.code, one.line) for one in problems] == [
        ("not-for-books", None), ("unbalanced-voucher", 11), ("empty-voucher", 16),
    ]  # fmt: skip


def test_a_year_that_balances_need_and_lack_is_refused():
    data = ledger(("#RAR 0 20240101 20241231\n", ""))
    assert "no-fiscal-year" in [problem.code for problem in everything(read_sie(data, "bok.se"))]
