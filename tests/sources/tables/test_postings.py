"""What a huvudbok and a verifikationslista say: vouchers, sections, openings, sums."""

import pytest
import xlsxwriter
from tests.sources.tables.agreed import booked, held, read, told

from samordna.domain.ledger.balances import sum_postings
from samordna.domain.ledger.checks import check_books
from samordna.sources.sie import books_of

VOUCHERS = {
    "A 1 2024-01-31": [("1930", 50000), ("3010", -50000)],
    "B 1 2024-02-29": [("5010", 21050), ("1930", -21050)],
}

LIST = """
    Ver | Datum      | Konto | Kontonamn | Text           | Kst  | Debet  | Kredit
    A 1 | 2024-01-31 | 1930  | Bank      | Bidrag januari |      | 500,00 |
    A 1 | 2024-01-31 | 3010  | Bidrag    | Bidrag januari | 3001 |        | 500,00
    B 1 | 2024-02-29 | 5010  | Hyra      | Lokal          | 3001 | 210,50 |
    B 1 | 2024-02-29 | 1930  | Bank      | Bankgiro       |      |        | 210,50
    Summa |          |       |           |                |      | 710,50 | 710,50
"""
OPENING = ["table-without-opening tabell.csv"]


def test_rows_of_the_same_number_and_day_are_a_voucher():
    reading = read(LIST)
    assert told(reading) == OPENING
    assert booked(reading) == VOUCHERS
    first, second = reading.file.vouchers
    assert (first.series, first.number, first.text, first.line) == ("A", "1", "Bidrag januari", 2)
    assert [row.text for row in first.rows] == ["", ""]
    assert [row.text for row in second.rows] == ["Lokal", "Bankgiro"]
    assert first.rows[1].objects == (("1", "3001"),)


@pytest.mark.parametrize(
    ("cell", "named"), [("A1", "A 1"), ("A-1", "A 1"), ("LF:12", "LF 12"), ("17", "17"), ("2024-7", "2024-7")]
)
def test_a_number_may_hold_its_series(cell, named):
    text = f"Ver | Datum | Konto | Belopp\n{cell} | 2024-01-31 | 1930 | 5\n{cell} | 2024-01-31 | 3010 | -5"
    assert list(booked(read(text))) == [f"{named} 2024-01-31"]


def test_the_series_may_stand_in_a_column_of_its_own():
    text = "Serie | Nr | Datum | Konto | Belopp\nA | 1 | 2024-01-31 | 1930 | 5\nA | 1 | 2024-01-31 | 3010 | -5"
    assert list(booked(read(text))) == ["A 1 2024-01-31"]


FORMS = {
    "only the first row has number and day": """
        Ver | Datum      | Konto | Text    | Debet  | Kredit
        A 1 | 2024-01-31 | 1930  | Bidrag  | 500    |
            |            | 3010  | Totalt  |        | 500
        B 1 | 2024-02-29 | 5010  | Hyra    | 210,50 |
            |            | 1930  |         |        | 210,50
    """,
    "a row of its own begins each, and a sum ends it": """
        Ver | Datum      | Konto | Text    | Debet  | Kredit
        A 1 | 2024-01-31 |       | Bidrag  |        |
            |            | 1930  |         | 500    |
            |            | 3010  |         |        | 500
            |            |       | Summa   | 500    | 500
        B 1 | 2024-02-29 |       | Hyra    |        |
            |            | 5010  |         | 210,50 |
            |            | 1930  |         |        | 210,50
            |            | Summa |         | 210,50 | 210,50
            |            |       |         | 710,50 | 710,50
    """,
    "amounts in one column, and the sum bears the number": """
        Ver | Datum    | Konto | Text         | Belopp
        A 1 | 20240131 | 1930  | Bidrag       | 500
        A 1 | 20240131 | 3010  | Bidrag       | -500
        A 1 |          |       | Summa A 1    | 0
        B 1 | 29/2 2024 | 5010 | Hyra         | 210,50
        B 1 | 29/2 2024 | 1930 | Hyra         | -210,50
    """,
    "credit is plus": """
        Ver | Datum    | Konto | Text         | Belopp
        A 1 | 20240131 | 1930  | Bidrag       | -500
        A 1 | 20240131 | 3010  | Bidrag       | 500
        B 1 | 20240229 | 5010  | Hyra         | -210,50
        B 1 | 20240229 | 1930  | Hyra         | 210,50
    """,
}  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_vouchers_are_the_same_in_whichever_form_they_are_listed(form):
    reading = read(FORMS[form])
    assert told(reading) == OPENING
    assert booked(reading) == VOUCHERS


def test_the_text_of_a_voucher_may_stand_on_a_row_before_its_rows():
    reading = read(FORMS["a row of its own begins each, and a sum ends it"])
    assert [voucher.text for voucher in reading.file.vouchers] == ["Bidrag", "Hyra"]


def test_vouchers_of_one_number_on_two_days_are_two_and_told_by_the_checks():
    reading = read(LIST.replace("A 1 | 2024-01-31 | 3010", "A 1 | 2024-02-01 | 3010"))
    assert len(reading.file.vouchers) == 3
    found = check_books(books_of(reading).books, "x")
    assert {"unbalanced-voucher", "duplicate-voucher"} <= {problem.code for problem in found}


def test_a_voucher_that_is_not_even_is_told_by_the_checks_with_its_row():
    books = books_of(
        read(
            LIST.replace(
                "2024-01-31 | 1930  | Bank      | Bidrag januari |      | 500,00", "2024-01-31 | 1930 | | | | 501"
            )
        )
    ).books
    [problem] = [problem for problem in check_books(books, "x") if problem.code == "unbalanced-voucher"]
    assert problem.place == "x, rad 2"


def test_what_the_year_opened_with_may_stand_among_the_vouchers():
    opening = "        | 2024-01-01 | 1930 | Bank | Ingående balans | | 1000 |\n     IB | | 2010 | EK | IB | | | 1000\n"
    head, rest = LIST.split("\n", 2)[1:]
    reading = read(f"{head}\n{opening}{rest}")
    assert reading.problems == ()
    assert {one.account: one.ore for one in reading.file.opening} == {"1930": 100000, "2010": -100000}
    assert booked(reading) == VOUCHERS


SPOILT = {
    "cell-date B3": ("2024-01-31 | 3010", "2024-02-31 | 3010"),
    "cell-amount H3": ("3001 |        | 500,00", "3001 |        | femhundra"),
    "cell-error G4": ("210,50 |\n", "#REF! |\n"),
    "cell-account C3": ("| 3010 ", "| DIFF "),
    "row-without-account C3": ("| 3010 ", "|      "),
    "sum-does-not-follow G6": ("| 710,50 | 710,50", "| 711,50 | 710,50"),
}


@pytest.mark.parametrize("problem", SPOILT)
def test_what_cannot_be_understood_is_told_in_its_cell(problem):
    old, new = SPOILT[problem]
    assert LIST.count(old) == 1
    assert problem in told(read(LIST.replace(old, new)))


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "Ver | Datum | Konto | Belopp\n | 2024-01-31 | 1930 | 5\nA 1 | 2024-01-31 | 3010 | -5",
            "row-without-voucher A2",
        ),
        ("Ver | Datum | Konto | Belopp\nA 1 | | 1930 | 5\nA 1 | 2024-01-31 | 3010 | -5", "row-without-voucher B2"),
        ("Ver | Datum | Konto | Belopp\nA 1 | 2024-01-31 | 1930 | 5\n | | | 7", "row-without-account C3"),
    ],
)
def test_a_row_of_no_voucher_is_refused_rather_than_guessed(text, problem):
    reading = read(text)
    assert problem in told(reading)
    assert reading.refused


# Huvudbok

LEDGER = """
    Huvudbok
    Samordningsförbundet Exempel | | Org.nr: 222000-0000
    Räkenskapsår: 2024-01-01 - 2024-12-31 | | Period: 2024-01-01 - 2024-08-31
    |
    Ver   | Datum      | Text            | Kst  | Debet  | Kredit | Saldo
    1930 Bankgiro
          |            | Ingående balans |      |        |        | 1 000,00
    A 1   | 2024-01-31 | Bidrag januari  |      | 500,00 |        | 1 500,00
    Huvudbok
    Sida 2 | | Utskriven 2024-09-01
    Ver   | Datum      | Text            | Kst  | Debet  | Kredit | Saldo
    B 1   | 2024-02-29 | Hyra            |      |        | 210,50 | 1 289,50
          |            | Omslutning      |      | 500,00 | 210,50 |
          |            | Utgående balans |      |        |        | 1 289,50
    2010  | Eget kapital
          |            | Ingående balans |      |        |        | -1 000,00
          |            | Utgående balans |      |        |        | -1 000,00
    Konto: 3010 Bidrag
          |            | Ingående saldo  |      |        |        | 0,00
    A 1   | 2024-01-31 | Bidrag januari  | 3001 |        | 500,00 | -500,00
          |            | Utgående saldo  |      |        |        | -500,00
    5010 - Lokalhyra
    B 1   | 2024-02-29 | Hyra            | 3001 | 210,50 |        | 210,50
          |            | Utgående saldo  |      |        |        | 210,50
          |            | Summa           |      | 710,50 | 710,50 |
"""
HELD = {"1930": (100000, 128950), "2010": (-100000, -100000), "3010": (0, -50000), "5010": (0, 21050)}


def test_a_ledger_in_sections_is_its_vouchers_and_its_balances():
    reading = read(LEDGER)
    assert reading.problems == ()
    assert held(reading) == HELD
    assert {name: sorted(rows) for name, rows in booked(reading).items()} == {
        name: sorted(rows) for name, rows in VOUCHERS.items()
    }
    assert {number: account.name for number, account in reading.file.accounts.items()} == {
        "1930": "Bankgiro", "2010": "Eget kapital", "3010": "Bidrag", "5010": "Lokalhyra",
    }  # fmt: skip
    assert reading.file.head.organisation_number == "222000-0000"
    assert check_books(books_of(reading).books, "x") == ()


def test_a_ledger_with_the_account_on_every_row_says_the_same():
    flat = """
        Konto | Kontonamn | Ver | Datum      | Text            | Belopp
        1930  | Bank      |     |            | Ingående balans | 1000
        1930  | Bank      | A 1 | 2024-01-31 | Bidrag          | 500
        1930  | Bank      | B 1 | 2024-02-29 | Hyra            | -210,50
        1930  | Bank      |     |            | Utgående balans | 1289,50
        2010  | EK        |     |            | Ingående balans | -1000
        2010  | EK        |     |            | Utgående balans | -1000
        3010  | Bidrag    | A 1 | 2024-01-31 | Bidrag          | -500
        5010  | Hyra      | B 1 | 2024-02-29 | Hyra            | 210,50
              |           |     |            | Summa           | 0
    """
    reading = read(flat)
    assert told(reading) == []
    assert reading.file_type == "huvudbok"
    assert {name: sorted(rows) for name, rows in booked(reading).items()} == {
        name: sorted(rows) for name, rows in VOUCHERS.items()
    }
    assert sum_postings(books_of(reading).books).accounts["1930"] == {202401: 50000, 202402: -21050}


def test_a_balance_that_does_not_follow_is_told_once_for_its_account_where_it_first_does_not():
    assert told(read(LEDGER.replace("|        | 1 500,00", "|        | 1 501,00"))) == ["row-does-not-follow G8"]


def test_a_closing_balance_that_does_not_follow_is_told_by_the_checks():
    books = books_of(read(LEDGER.replace("|        | 1 289,50\n    2010", "|        | 1 290,50\n    2010"))).books
    [problem] = check_books(books, "x")
    assert (problem.code, problem.place) == ("balance-does-not-follow", "x, konto 1930")


def test_a_sum_of_an_account_and_of_everything_is_checked():
    assert told(read(LEDGER.replace("Omslutning      |      | 500,00", "Omslutning      |      | 501,00"))) == [
        "sum-does-not-follow E13"
    ]
    assert told(read(LEDGER.replace("Summa           |      | 710,50", "Summa           |      | 710,60"))) == [
        "sum-does-not-follow E25"
    ]


def test_a_row_that_is_missing_is_told_by_its_section():
    gone = LEDGER.replace("    B 1   | 2024-02-29 | Hyra            |      |        | 210,50 | 1 289,50\n", "")
    found = read(gone)
    assert "sum-does-not-follow F12" in told(found)
    codes = {problem.code for problem in check_books(books_of(found).books, "x")}
    assert {"unbalanced-voucher", "balance-does-not-follow"} <= codes


def test_a_ledger_that_starts_later_than_the_year_is_refused():
    reading = read(LEDGER.replace("Ingående saldo  |      |        |        | 0,00", "Ingående saldo | | | | -40,00"))
    assert "table-starts-later G19" in told(reading)
    assert reading.refused


def test_a_list_that_says_it_starts_later_than_the_year_is_told():
    assert "period-starts-later tabell.csv" in told(read(LEDGER.replace("Period: 2024-01-01", "Period: 2024-02-01")))


def test_a_balance_before_the_period_may_stand_beside_what_the_year_opened_with():
    more = "          | | Ingående saldo | | | | 1 000,00\n    A 1   | 2024-01-31 | Bidrag januari  |      | 500,00"
    text = LEDGER.replace("    A 1   | 2024-01-31 | Bidrag januari  |      | 500,00", more)
    assert read(text).problems == ()
    assert told(read(text.replace("saldo | | | | 1 000,00", "saldo | | | | 1 001,00"))) == ["row-does-not-follow G8"]


def test_a_posting_before_any_section_is_refused():
    rows = "A 1 | 2024-01-31 | x | 5 |\n1930 Bank\nA 1 | 2024-01-31 | x | | 5"
    reading = read(f"Huvudbok\nVer | Datum | Text | Debet | Kredit\n{rows}")
    assert "row-without-account A3" in told(reading)


def test_a_posting_without_a_number_is_refused():
    text = "Huvudbok\nVer | Datum | Text | Debet | Kredit\n1930 Bank\n | 2024-01-31 | x | 5 |"
    assert "row-without-voucher A4" in told(read(text))


def test_a_workbook_of_a_ledger_is_read_with_real_days_and_numbers(tmp_path):
    with xlsxwriter.Workbook(tmp_path / "bok.xlsx") as book:
        sheet = book.add_worksheet()
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        sheet.write_row(0, 0, ["Ver", "Datum", "Text", "Debet", "Kredit", "Saldo"])
        sheet.merge_range("A2:F2", "1930 Bank")
        sheet.write_row(2, 0, ["", "", "Ingående balans", "", "", 10])
        sheet.write_row(3, 0, ["A 1", 45322, "x", 0.1 + 0.2, "", 10.3])
        sheet.write(4, 0, "3010")
        sheet.write(4, 1, "Bidrag")
        sheet.write_row(5, 0, ["A 1", "", "x", "", 0.3, -0.3])
        sheet.write(5, 1, 45322, day)
    assert booked(read((tmp_path / "bok.xlsx").read_bytes())) == {"A 1 2024-01-31": [("1930", 30), ("3010", -30)]}
