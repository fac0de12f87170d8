"""What a saldolista says: accounts, groups, sums, cost centres, months."""

import datetime as dt

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st
from tests.sources.tables.agreed import YEAR, asked, held, read, told, unhurried
from tests.sources.tables.written import as_csv, as_workbook, kronor

from samordna.domain.ledger.balances import sum_postings
from samordna.domain.ledger.books import AccountKind, Detail
from samordna.domain.ledger.checks import check_books
from samordna.sources.ledger_file import read_ledger
from samordna.sources.sie import books_of
from samordna.sources.sie.values import kind_by_class
from samordna.sources.tables import Signs

LIST = """
    Saldolista per 2024-08-31
    Konto | Benämning     | IB    | Förändring | UB
    1930  | Bank          | 1 000 | 289,50     | 1 289,50
    2010  | Eget kapital  | -1000 |            | -1000
    3010  | Bidrag        |       | -500       | -500
    5010  | Hyra          |       | 210,50     | 210,50
"""
HELD = {"1930": (100000, 128950), "2010": (-100000, -100000), "3010": (0, -50000), "5010": (0, 21050)}


def test_a_list_is_what_each_account_opened_and_closed_with():
    reading = read(LIST)
    assert reading.problems == ()
    assert held(reading) == HELD
    assert reading.file.accounts["1930"].name == "Bank"
    assert (reading.file_type, reading.encoding) == ("saldolista", "UTF-8")
    assert reading.counts == {"KONTO": 4, "IB": 2, "UB": 2, "RES": 2}


def test_its_books_have_one_sum_for_the_whole_period_and_follow():
    books = books_of(read(LIST)).books
    assert (books.detail, books.covers_to_month, books.year) == (Detail.PERIOD, 202408, YEAR)
    assert sum_postings(books).accounts["5010"] == {202408: 21050}
    assert check_books(books, "x") == ()


SAME = {
    "without the change": """
        Per 2024-08-31
        Konto | IB    | UB
        1930  | 1 000 | 1 289,50
        2010  | -1000 | -1000
        3010  |       | -500
        5010  |       | 210,50
    """,
    "without the closing balance": """
        Per 2024-08-31
        Konto | IB    | Förändring
        1930  | 1 000 | 289,50
        2010  | -1000 |
        3010  |       | -500
        5010  |       | 210,50
    """,
}


@pytest.mark.parametrize("name", SAME)
def test_two_of_opening_change_and_closing_are_enough(name):
    assert held(read(SAME[name])) == HELD


def test_a_row_that_contradicts_itself_is_told_in_its_cell_and_what_it_closes_with_counts():
    reading = read(LIST.replace("1 289,50", "1 289,60"))
    assert told(reading) == ["row-does-not-follow E3", "table-unbalanced tabell.csv"]
    assert "1\u00a0289,50" in reading.problems[0].found
    assert "1\u00a0289,60" in reading.problems[0].found


def test_accounts_that_together_are_not_nothing_are_told():
    assert told(read(LIST.replace("210,50", "211,50"))) == ["table-unbalanced tabell.csv"]


def test_a_list_without_opening_balances_is_told():
    assert told(read("Konto | Saldo\n1930 | 5\n3010 | -5")) == ["table-without-opening tabell.csv"]


SIGNED = {
    Signs.CREDIT: ("-1289,50", "1000", "500", "-210,50"),
    Signs.REPORT: ("1289,50", "-1000", "500", "-210,50"),
    Signs.NATURAL: ("1289,50", "1000", "500", "210,50"),
}


@pytest.mark.parametrize("signs", SIGNED)
def test_amounts_are_debit_positive_however_the_table_signs_them(signs):
    text = "Konto | Saldo\n1930 | {}\n2010 | {}\n3010 | {}\n5010 | {}".format(*SIGNED[signs])
    assert {account: closing for account, (_, closing) in held(read(text)).items()} == {
        account: closing for account, (_, closing) in HELD.items()
    }


def test_debit_and_credit_may_stand_in_columns_of_their_own_credit_with_or_without_a_minus():
    text = "Konto | IB | Debet | Kredit\n1930 | 0 | 500 | {0}210,50\n3010 | | | {0}500\n5010 | | 210,50 |"
    for minus in ("", "-"):
        assert {n: c for n, (_, c) in held(read(text.format(minus))).items()} == {
            "1930": 28950, "3010": -50000, "5010": 21050,
        }  # fmt: skip


# Sums and groups

WITH_SUMS = """
    Saldolista per 2024-08-31
    Konto | Benämning            | IB    | UB
    Tillgångar
    1     | Tillgångar           | 1000  | 1289,50
    19    | Kassa och bank       | 1000  | 1289,50
    1910  | Kassa                | 0     | 100
    1930  | Bank                 | 1000  | 1189,50
    S:a tillgångar |             | 1000  | 1289,50
          |                      | 1000  | 1289,50
    2010  | Eget kapital         | -1000 | -1000
    Konto | Benämning            | IB    | UB
    3010  | Bidrag               |       | -500
    5010  | Hyra                 |       | 210,50
          | Beräknat resultat    |       | -289,50
          | Resultat efter skatt |       | 17
    Totalt|                      | 0     | 0
"""


def test_groups_sums_headings_and_repeated_heads_are_never_booked():
    reading = read(WITH_SUMS)
    assert reading.problems == ()
    assert set(held(reading)) == {"1910", "1930", "2010", "3010", "5010"}
    assert set(reading.file.accounts) == set(held(reading))


def test_a_sum_that_does_not_follow_is_told_in_its_cell():
    reading = read(
        WITH_SUMS.replace("S:a tillgångar |             | 1000  | 1289,50", "S:a tillgångar | | 1000 | 1290,50")
    )
    assert told(reading) == ["sum-does-not-follow D8"]
    assert "1\u00a0290,50" in reading.problems[0].found
    assert "1\u00a0289,50" in reading.problems[0].found


def test_a_group_that_is_no_sum_may_be_an_account_and_is_refused():
    reading = read(WITH_SUMS.replace("19    | Kassa och bank       | 1000 ", "19    | Kassa och bank       | 1001 "))
    assert told(reading) == ["group-or-account A5"]
    assert reading.refused


def test_a_row_of_amounts_that_is_neither_account_nor_sum_is_refused():
    reading = read(LIST + "          |  |  |  | 77\n")
    assert told(reading) == ["row-without-account A7"]
    assert told(read(LIST + "    DIFF | | | | 77\n")) == ["cell-account A7"]


def test_an_account_that_is_there_twice_is_added_up_and_told():
    reading = read("Konto | IB | UB\n1930 | 1 | 3\n1930 | 2 | 4\n2010 | -3 | -7")
    assert told(reading) == ["account-twice A3"]
    assert held(reading)["1930"] == (300, 700)


def test_rows_that_a_column_parts_which_is_not_read_are_added_up_without_a_word():
    reading = read("Konto | Verksamhet | IB | UB\n1930 | 10 | 1 | 3\n1930 | 20 | 2 | 4\n2010 | | -3 | -7")
    assert [problem.code for problem in reading.problems] == ["unused-columns"]
    assert held(reading)["1930"] == (300, 700)


# Cells that cannot be understood


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("12 34", "cell-amount"),
        ("x", "cell-amount"),
        ("#REF!", "cell-error"),
        ("#####", "cell-error"),
        ("1,005", "amount-rounded"),
    ],
)
def test_an_amount_that_cannot_be_understood_is_told_in_its_cell(cell, code):
    reading = read(f"Konto | IB | UB\n1930 | 0 | 1,00\n2010 | 0 | {cell}\n3010 | 0 | -1,00")
    assert told(reading)[0] == f"{code} C3"
    assert cell in reading.problems[0].found


def test_a_cell_is_told_with_its_sheet(tmp_path):
    with xlsxwriter.Workbook(tmp_path / "bok.xlsx") as book:
        sheet = book.add_worksheet("Saldon aug")
        sheet.write_row(3, 1, ["Konto", "IB", "UB"])
        sheet.write_row(4, 1, [1930, 0, "tolv"])
    [problem, *_] = read((tmp_path / "bok.xlsx").read_bytes(), "bok.xlsx").problems
    assert problem.place == "bok.xlsx, blad Saldon aug, cell D5"
    assert "tolv" in problem.found


def test_amounts_on_a_pages_heading_are_no_amounts():
    assert read(LIST + "    Utskrivet | Sida | 2 | av | många\n    1930 | Bank | | |\n").problems == ()


def test_amounts_in_thousands_are_refused_wherever_it_is_said():
    assert told(read(LIST.replace("| IB ", "| IB (tkr)")))[0].startswith("amounts-in-thousands")
    assert told(read("Belopp i tkr\nKonto | IB | UB\n1930 | 1 | 1"))[0].startswith("amounts-in-thousands")


def test_columns_that_are_not_read_are_told():
    reading = read("Konto | Budget | IB | UB | Avvikelse\n1930 | 5 | 0 | 0 | 5")
    assert [problem.code for problem in reading.problems] == ["unused-columns"]
    assert "Budget, Avvikelse" in reading.problems[0].found


def test_a_result_account_that_opens_with_something_means_that_the_list_starts_later():
    reading = read("Konto | Ing saldo | Period | Utg saldo\n1930 | 5 | 1 | 6\n3010 | -5 | -1 | -6")
    assert told(reading) == ["table-starts-later B3"]
    assert reading.refused


def test_what_the_year_opened_with_may_stand_beside_what_the_period_did():
    text = """
        Konto | Ing balans | Ing saldo | Period | Utg saldo
        1930  | 1000       | 1500      | -210,50| 1289,50
        2010  | -1000      | -1000     |        | -1000
        3010  |            | -500      |        | -500
        5010  |            |           | 210,50 | 210,50
    """
    reading = read(text)
    assert reading.problems == ()
    assert held(reading) == HELD


# Cost centres and projects

BY_CENTRE = """
    Konto | Kst  | Kst-namn | Projekt | IB | UB
    1930  |      |          |         | 0  | 289,50
    3010  | 3001 | Kansli   |         | 0  | -500
    5010  | 3001 | Kansli   |         | 0  | 100
    5010  | 3001 | Kansli   | P1      | 0  | 50
    5010  | 3002 | Träffen  |         | 0  | 60,50
"""


def test_a_list_by_cost_centre_gives_each_its_part_and_the_account_the_whole():
    reading = read(BY_CENTRE)
    assert reading.problems == ()
    assert held(reading)["5010"] == (0, 21050)
    assert reading.file.objects == {("1", "3001"): "Kansli", ("1", "3002"): "Träffen", ("6", "P1"): "P1"}
    sums = sum_postings(books_of(reading).books)
    assert sums.accounts["5010"] == {202408: 21050}
    assert {key: months[202408] for key, months in sums.objects.items()} == {
        ("3010", ("1", "3001")): -50000,
        ("5010", ("1", "3001")): 15000,
        ("5010", ("1", "3002")): 6050,
        ("5010", ("6", "P1")): 5000,
    }
    assert sums.pairs == {("5010", ("1", "3001"), ("6", "P1")): {202408: 5000}}


def test_what_an_object_holds_alone_includes_what_it_holds_with_another_as_sie_has_it():
    file = read(BY_CENTRE).file
    stated = {one.objects: one.ore for one in file.object_closing if one.account == "5010"}
    assert stated == {
        (("1", "3001"),): 15000,
        (("6", "P1"),): 5000,
        (("1", "3001"), ("6", "P1")): 5000,
        (("1", "3002"),): 6050,
    }


def test_a_row_of_a_whole_account_beside_its_parts_is_not_added_to_them():
    text = BY_CENTRE + "    5010  |      |          |         | 0  | 210,50\n"
    assert held(read(text))["5010"] == (0, 21050)
    assert held(read(text.replace("1930  |      |          |         | 0  | 289,50", "")))["5010"] == (0, 21050)


def test_a_row_without_cost_centre_may_also_be_what_belongs_to_none():
    text = BY_CENTRE.replace("289,50", "279,50") + "    5010  |      |          |         | 0  | 10\n"
    reading = read(text)
    assert held(reading)["5010"] == (0, 22050)
    assert sum_postings(books_of(reading).books).objects["5010", ("1", "3002")] == {202408: 6050}


def test_an_account_holds_for_the_rows_of_its_cost_centres_below_it():
    reading = read("Konto | Kst | IB | UB\n1930 | | 0 | -5\n5010 | 3001 | 0 | 2\n | 3002 | 0 | 3")
    assert held(reading)["5010"] == (0, 500)


def test_a_cost_centre_merged_over_its_accounts_holds_for_each(tmp_path):
    with xlsxwriter.Workbook(tmp_path / "bok.xlsx") as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Kst", "Konto", "IB", "UB"])
        sheet.merge_range("A2:A3", "3001")
        for row, cells in enumerate([[3010, 0, -5], [5010, 0, 3], [1930, 0, 2]], start=1):
            sheet.write_row(row, 1, cells)
    file = read((tmp_path / "bok.xlsx").read_bytes()).file
    assert [(one.account, one.objects, one.ore) for one in file.object_closing] == [
        ("3010", (("1", "3001"),), -500),
        ("5010", (("1", "3001"),), 300),
    ]


def test_a_cost_centre_may_be_the_heading_of_its_accounts():
    reading = read("""
        Konto | Namn | IB | UB
        Kostnadsställe: 3001 Kansli
        3010 | Bidrag | 0 | -5
        5010 | Hyra | 0 | 2
        Summa | | 0 | -3
        Kst 3002 Träffen
        5010 | Hyra | 0 | 1
        Summa | | 0 | 1
        1930 | Bank | 0 | 2
    """)
    assert reading.problems == ()
    assert held(reading)["5010"] == (0, 300)
    assert reading.file.objects == {("1", "3001"): "Kansli", ("1", "3002"): "Träffen"}
    assert [(one.account, one.objects[0][1]) for one in reading.file.object_closing] == [
        ("3010", "3001"), ("5010", "3001"), ("5010", "3002"),
    ]  # fmt: skip


# Months

BY_MONTH = """
    Konto | Namn | IB    | Jan  | Feb     | Mars | UB
    1930  | Bank | 1000  | 500  | -210,50 | 0    | 1289,50
    2010  | EK   | -1000 |      |         |      | -1000
    3010  | Bidr |       | -500 |         |      | -500
    5010  | Hyra |       |      | 210,50  |      | 210,50
"""


def moved(reading) -> dict[str, dict[int, int]]:
    found: dict[str, dict[int, int]] = {}
    for one in reading.file.period_balances:
        found.setdefault(one.account, {})[one.month] = one.ore
    return found


MOVED = {"1930": {202401: 50000, 202402: -21050}, "3010": {202401: -50000}, "5010": {202402: 21050}}


def test_a_column_for_each_month_is_what_each_month_moved():
    reading = read(BY_MONTH)
    assert reading.problems == ()
    assert (held(reading), moved(reading)) == (HELD, MOVED)
    books = books_of(reading).books
    assert (books.detail, books.covers_to_month) == (Detail.MONTHS, 202402)
    assert [problem.code for problem in check_books(books, "x")] == ["coverage-not-declared"]


def test_a_column_may_hold_what_the_account_held_at_the_end_of_each_month():
    text = """
        Konto | IB    | Saldo jan | Saldo feb | UB
        1930  | 1000  | 1500      | 1289,50   | 1289,50
        2010  | -1000 | -1000     | -1000     | -1000
        3010  |       | -500      | -500      | -500
        5010  |       |           | 210,50    | 210,50
    """
    reading = read(text)
    assert reading.problems == ()
    assert (held(reading), moved(reading)) == (HELD, MOVED)


def test_months_after_the_day_that_is_covered_are_none():
    reading = read(BY_MONTH, covered_to=dt.date(2024, 1, 31))
    assert moved(reading) == {"1930": {202401: 50000}, "3010": {202401: -50000}}


def test_a_month_on_each_row_is_the_rows_and_month_nought_what_the_year_opened_with():
    reading = read("""
        Konto | Ansvar | Period | Belopp
        1930  |        | 202400 | 1000
        2010  |        | 202400 | -1000
        1930  |        | 202401 | 500
        3010  | 3001   | 202401 | -500
        1930  |        | 202402 | -210,50
        5010  | 3001   | 202402 | 210,50
        Summa |        |        | 0
    """)
    assert reading.problems == ()
    assert held(reading) == HELD
    objects = sum_postings(books_of(reading).books).objects
    assert objects["5010", ("1", "3001")] == {202402: 21050}


def test_a_month_outside_the_year_is_told():
    assert (
        told(read("Konto | Period | Belopp\n1930 | 202401 | 5\n3010 | 202301 | -5", year=YEAR))[0] == "cell-period B3"
    )


def test_the_name_of_a_file_says_nothing():
    data = b"Konto;IB;UB\n1930;0;0\n"
    assert type(read_ledger(data, "bok.se")) is type(read_ledger(data, "bok.xlsx")) is type(asked(data))


AMOUNTS = st.integers(-(10**11), 10**11)
ACCOUNTS = st.dictionaries(st.integers(1000, 8999).map(str), st.tuples(AMOUNTS, AMOUNTS), min_size=1, max_size=12)


@unhurried
@given(ACCOUNTS, st.permutations(["konto", "ib", "ub", "text"]), st.sampled_from(Signs), st.booleans(), st.booleans())
def test_whatever_accounts_hold_is_read_back(accounts, order, signs, summed, as_book):
    """In any order of columns, with any signs, with sums after each class or not, as text or as a workbook."""
    held_by = {number: (opening if number < "3" else 0, closing) for number, (opening, closing) in accounts.items()}
    shown = {number: [ore * _sign(signs, number) for ore in ores] for number, ores in held_by.items()}
    rows: list[dict[str, object]] = [{"konto": "Konto", "ib": "IB", "ub": "UB", "text": "Benämning"}]
    for kind in "12345678":
        of_class = {number: ores for number, ores in sorted(shown.items()) if number[0] == kind}
        listed = [
            {"konto": number, "ib": kronor(opening), "ub": kronor(closing), "text": "Konto"}
            for number, (opening, closing) in of_class.items()
        ]
        sums = [kronor(sum(ores[place] for ores in of_class.values())) for place in (0, 1)]
        rows += [
            *listed,
            *([{"konto": "", "text": "Summa", "ib": sums[0], "ub": sums[1]}] if summed and listed else []),
        ]
    cells = [[row[key] for key in order] for row in rows]
    reading = read(as_workbook(("Saldon", cells)) if as_book else as_csv(cells), signs=signs)
    assert held(reading) == held_by
    assert {problem.code for problem in reading.problems} <= {"table-unbalanced"}


def _sign(signs: Signs, number: str) -> int:
    kind = kind_by_class(number, bas=False)
    if signs is Signs.NATURAL:
        return 1 if kind in {AccountKind.ASSET, AccountKind.COST} else -1
    if signs is Signs.REPORT:
        return 1 if kind.on_balance_sheet else -1
    return -1 if signs is Signs.CREDIT else 1
