"""A ledger that comes as a table gives the very same statements as the SIE file of the same ledger."""

from functools import cache
from importlib.resources import files

import pytest
from tests.sources.tables.written import as_csv, as_workbook, balance_list, voucher_list

from samordna.demo.figures import FIGURES
from samordna.domain.ledger.balances import Balances, YearBalances, sum_postings
from samordna.domain.ledger.books import Books, Detail
from samordna.domain.ledger.checks import check_books
from samordna.domain.statements.lay_out import lay_out
from samordna.domain.statements.shipped import shipped_layout
from samordna.domain.statements.span import Asked
from samordna.domain.values.period import Period
from samordna.sources.ledger_file import TableToMap, read_ledger
from samordna.sources.sie import Reading, books_of, read_sie

ASSOCIATIONS = ("sjuharad", "insjoriket")
COVERED = {"2023": Period(202301, 202312), "2024-08": Period(202401, 202408)}
WHOLE_YEAR = Asked.of(COVERED["2024-08"], COVERED["2023"])
INTERIM = Asked.of(COVERED["2024-08"])

FORMATS = {
    "workbook": lambda rows: as_workbook(("Försättsblad", [["Utskrivet 2024-09-12"]]), ("Bokföring", rows)),
    "workbook with texts for numbers": lambda rows: as_workbook(("Bokföring", rows), texts=True),
    "semicolons": lambda rows: as_csv(rows, ";", "utf-8-sig"),
    "tabs in UTF-16": lambda rows: as_csv(rows, "\t", "utf-16"),
    "commas and quotes": lambda rows: as_csv(rows, ",", "utf-8"),
    "letters of DOS": lambda rows: as_csv(rows, ";", "cp437"),
}


@cache
def books(association: str, when: str) -> Books:
    name = f"{association}-{when}.se"
    found = books_of(read_sie((files("samordna.demo") / "ledgers" / name).read_bytes(), name)).books
    assert found is not None
    return found


def page(when: str, title: str) -> list[list[str]]:
    """Return what programs print above a table."""
    period = COVERED[when]
    year = f"{period.first // 100}-01-01 - {period.first // 100}-12-31"
    return [
        ["Samordningsförbundet", "", title],
        [f"Räkenskapsår: {year}", "", f"Period: {period.start} - {period.end}"],
        [],
    ]


def balance_rows(association: str, when: str) -> list[list[object]]:
    heads = ["Ansvar", "Ansvar (T)", "UB", "Projekt", "Projekt (T)", "Konto", "Benämning", "Förändring", "IB"]
    keys = ["kst", "kst namn", "ub", "projekt", "projekt namn", "konto", "namn", "förändring", "ib"]
    listed = balance_list(books(association, when), COVERED[when], lambda row: [row[key] for key in keys])
    return [*page(when, "Saldolista"), heads, *listed]


def month_rows(association: str, when: str) -> list[list[object]]:
    months = [str(month) for month in reversed(COVERED[when].months)]
    heads = ["Ing. balans", *(f"{month[:4]}-{month[4:]}" for month in months), "Kontonr", "Kontonamn"]
    keys = ["ib", *months, "konto", "namn"]
    heads += ["Kostnadsställe", "Kst-namn", "Proj", "Projektnamn"]
    keys += ["kst", "kst namn", "projekt", "projekt namn"]
    listed = balance_list(books(association, when), COVERED[when], lambda row: [row[key] for key in keys])
    return [*page(when, "Saldon per månad"), heads, *listed]


def voucher_rows(association: str, when: str) -> list[list[object]]:
    heads = ["Kredit", "Debet", "Text", "Bokf.datum", "Ver.nr", "Kst", "Namn", "Proj.nr", "Namn", "Konto", "Benämning"]
    keys = ["kredit", "debet", "text", "datum", "ver", "kst", "kst namn", "projekt", "projekt namn", "konto", "namn"]
    listed = voucher_list(books(association, when), lambda row: [row[key] for key in keys])
    return [*page(when, "Verifikationslista"), heads, *listed]


FORMS = {
    "saldolista": (balance_rows, Detail.PERIOD, WHOLE_YEAR),
    "saldolista by month": (month_rows, Detail.MONTHS, INTERIM),
    "verifikationslista": (voucher_rows, Detail.VOUCHERS, INTERIM),
}


def read_back(data: bytes) -> Books:
    """Return the books of a table with what is suggested of it agreed to."""
    asked = read_ledger(data, "tabell")
    assert isinstance(asked, TableToMap)
    assert asked.problems == ()
    assert asked.best.missing == ()
    reading = read_ledger(data, "tabell", mapping=asked.best.mapping)
    assert isinstance(reading, Reading)
    assert reading.problems == ()
    found = books_of(reading).books
    assert found is not None
    return found


def statements(association: str, years: list[Books], asked: Asked, chart: list[Books]):
    """Return the statements of some years; ``chart`` is whose accounts are known, for a list of vouchers has fewer."""
    known = [
        YearBalances(one.year, version, one.covers_to_month, one.opening[0], sum_postings(one), {})
        for version, one in enumerate(years, start=1)
    ]
    listed = {number for one in chart for number in one.accounts}
    accounts = {number: account for one in years for number, account in one.accounts.items() if number in listed}
    objects = {key: name for one in years for key, name in one.objects.items()}
    balances = Balances(accounts, objects, tuple(known))
    return lay_out(shipped_layout(association, 2024), balances, asked, FIGURES[association])


@pytest.mark.parametrize("association", ASSOCIATIONS)
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("format_", FORMATS)
def test_a_table_gives_the_statements_of_the_ledger_it_was_written_from(association, form, format_):
    rows, detail, asked = FORMS[form]
    read = [read_back(FORMATS[format_](rows(association, when))) for when in COVERED]
    assert {one.detail for one in read} == {detail}
    expected = statements(association, [books(association, when) for when in COVERED], asked, read)
    found = statements(association, read, asked, read)
    assert found.findings == expected.findings
    for table in expected.tables:
        assert found.table(table.id) == table
    assert found == expected


@pytest.mark.parametrize("association", ASSOCIATIONS)
@pytest.mark.parametrize("form", FORMS)
def test_a_year_alone_gives_the_same_statements(association, form):
    rows, _, _ = FORMS[form]
    asked = Asked.of(COVERED["2023"])
    read = read_back(as_csv(rows(association, "2023")))
    expected = statements(association, [books(association, "2023")], asked, [read])
    assert statements(association, [read], asked, [read]) == expected


@pytest.mark.parametrize("association", ASSOCIATIONS)
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("when", COVERED)
def test_a_table_is_checked_as_the_ledger_is(association, form, when):
    rows, _, _ = FORMS[form]
    of_last_year = {"result-in-opening", "opening-differs"}  # a table does not tell how the year before closed
    found = check_books(books(association, when), "tabell")
    expected = tuple(problem for problem in found if problem.code not in of_last_year)
    assert check_books(read_back(as_csv(rows(association, when))), "tabell") == expected


def test_every_kind_of_statement_is_among_those_compared():
    compared = {one.kind.value for name in ASSOCIATIONS for one in shipped_layout(name, 2024).statements}
    assert {"income", "balance", "cashflow", "notes", "follow-up"} <= compared
