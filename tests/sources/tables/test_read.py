"""When a mapping does not fit, or lacks something; and how several tables become one ledger."""

import datetime as dt
from dataclasses import replace

from tests.sources.tables.agreed import DAY, YEAR, held, read, suggested, table, told
from tests.sources.tables.written import as_workbook

from samordna.domain.ledger.books import FiscalYear
from samordna.domain.ledger.checks import check_books
from samordna.sources.sie import books_of
from samordna.sources.tables import Column, Field, Signs, joined, read_table, suggestion, tables_of

BALANCES = """
    Saldolista per 2024-08-31
    Konto | Benämning | IB | UB
    1930 | Bank | 10 | 15
    2010 | Eget kapital | -10 | -10
    3010 | Bidrag | 0 | -5
"""
VOUCHERS = """
    Ver | Datum | Konto | Kst | Belopp
    A 1 | 2024-01-31 | 1930 | | 5
    A 1 | 2024-01-31 | 3010 | 3001 | -5
"""


def codes(reading) -> list[str]:
    return [problem.code for problem in reading.problems]


def test_a_mapping_that_lacks_something_reads_nothing_and_says_what():
    mapping = suggested("Konto | Saldo\n1930 | 5")
    reading = read_table(table("Konto | Saldo\n1930 | 5"), "x.csv", mapping)
    assert reading.file is None
    assert codes(reading) == ["mapping-incomplete", "mapping-incomplete"]
    assert "Vilket räkenskapsår gäller tabellen?" in reading.problems[0].found


def test_a_mapping_for_other_heads_reads_nothing():
    reading = read_table(table(BALANCES.replace("Benämning", "Budget")), "x.csv", suggested(BALANCES))
    assert reading.file is None
    assert codes(reading) == ["mapping-does-not-fit"]


def test_a_mapping_finds_its_heads_on_another_row_and_another_sheet():
    head, *rows = [line.split("|") for line in BALANCES.strip().splitlines()[1:]]
    data = as_workbook(("Försättsblad", [["Hej"]]), ("Oktober", [["Sida 1"], [], head, *rows]))
    mapping = replace(suggested(BALANCES), sheet="September")
    assert held(read_table(data, "x.xlsx", mapping)) == held(read(BALANCES))


def test_a_mapping_with_columns_beyond_the_table_finds_nothing_in_them():
    mapping = suggested(BALANCES)
    wide = replace(mapping, columns=(*mapping.columns, Column(99, Field.COST_CENTRE)))
    assert held(read_table(table(BALANCES), "x.csv", wide)) == held(read(BALANCES))


def test_a_mapping_without_heads_reads_from_the_first_row():
    rows = "1930 | Bank | 15\n2010 | Eget kapital | -10\n3010 | Bidrag | -5"
    assert set(held(read(rows))) == {"1930", "2010", "3010"}


def test_a_person_may_say_where_the_heads_are_and_what_signs_mean():
    text = "Konto | Belopp\nKonto | Saldo | Debet | Kredit\n1930 | 7 | 5 |\n3010 | -7 | | 5"
    [grid] = tables_of(table(text), "x.csv").grids
    first, second = (suggestion(grid, {}, head_row=row).mapping for row in (0, 1))
    assert (first.head_row, second.head_row) == (0, 1)
    assert {column.field for column in first.columns} == {Field.ACCOUNT, Field.AMOUNT}
    reading = read_table(table(text), "x.csv", replace(second.for_time(YEAR, DAY), signs=Signs.CREDIT))
    assert held(reading) == {"1930": (0, -700), "3010": (0, 700)}


def test_vouchers_and_balances_of_two_files_are_one_ledger():
    vouchers, balances = read(VOUCHERS), read(BALANCES)
    assert "table-without-opening" in codes(vouchers)
    both = joined("bok", [vouchers, balances])
    assert both.problems == ()
    assert held(both) == held(balances)
    assert both.file.accounts["1930"].name == "Bank"
    assert both.counts["VER"] == 1
    books = books_of(both).books
    assert books.covered_to == dt.date(2024, 8, 31)
    assert check_books(books, "bok") == ()


def test_balances_that_do_not_follow_from_the_vouchers_are_told():
    both = joined("bok", [read(VOUCHERS), read(BALANCES.replace("10 | 15", "10 | 16"))])
    assert "balance-does-not-follow" in [problem.code for problem in check_books(books_of(both).books, "bok")]


def test_tables_of_different_years_are_no_ledger():
    before = FiscalYear(dt.date(2023, 1, 1), dt.date(2023, 12, 31))
    both = joined("bok", [read(VOUCHERS), read(BALANCES, year=before, covered_to=before.end)])
    assert both.file is None
    assert "wrong-fiscal-year" in codes(both)


def test_a_table_that_cannot_be_read_spoils_the_ledger():
    broken = read_table(table(BALANCES), "x.csv", suggested("Konto | Saldo\n1930 | 5"))
    assert joined("bok", [read(VOUCHERS), broken]).file is None
    assert joined("bok", []).file is None


def test_a_table_without_cells_reads_nothing():
    assert codes(read_table(b"", "x.csv", suggested(BALANCES))) == ["no-table"]


def test_twenty_of_a_kind_are_told_and_the_rest_counted():
    rows = "\n".join(f"{number} | 0 | x" for number in range(2000, 2030))
    reading = read(f"Konto | IB | UB\n1930 | 0 | 0\n{rows}")
    assert told(reading)[:2] == ["cell-amount C3", "cell-amount C4"]
    assert len([code for code in codes(reading) if code == "cell-amount"]) == 21
    assert "10 till" in reading.problems[20].found


def test_an_identity_number_in_a_cell_is_not_repeated():
    [problem] = read("Konto | IB | UB\n1930 | 0 | 640823-3234").problems[:1]
    assert "640823" not in str(problem)
