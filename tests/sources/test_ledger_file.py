"""What a file is, whatever it is called: SIE, a workbook, a table of text, or nothing that can be read."""

from importlib.resources import files

import pytest
from tests.sources.sie.sample_ledger import ledger
from tests.sources.tables.agreed import DAY, YEAR, table
from tests.sources.tables.packed import workbook
from tests.sources.tables.written import as_workbook

from samordna.sources.ledger_file import TableToMap, read_ledger
from samordna.sources.sie import Reading, read_sie
from samordna.sources.tables import Field

SIE5 = b'<?xml version="1.0"?><Sie xmlns="http://www.sie.se/sie5"/>'

LIST = table("""
    Saldolista per 2024-08-31
    Konto | Benämning | IB | UB
    1930 | Bank | 0 | 5
    3010 | Bidrag | 0 | -5
""")


@pytest.mark.parametrize("name", ["bok.se", "bok.csv", "bok.xlsx", ""])
def test_sie_is_read_as_sie_whatever_it_is_called(name):
    assert read_ledger(ledger(), name) == read_sie(ledger(), name)
    assert read_ledger(SIE5, name) == read_sie(SIE5, name)


@pytest.mark.parametrize("file", [one for one in (files("samordna.demo") / "ledgers").iterdir() if one.name[0] != "_"])
def test_every_demo_ledger_is_read_as_sie(file):
    assert read_ledger(file.read_bytes(), "bok.csv") == read_sie(file.read_bytes(), "bok.csv")


@pytest.mark.parametrize("data", [LIST, b"\xff\xfe" + LIST.decode().encode("utf-16-le"), workbook()])
def test_a_table_is_answered_with_what_it_seems_to_mean(data):
    answer = read_ledger(data, "bok.se")
    assert isinstance(answer, TableToMap)
    assert {Field.ACCOUNT, Field.CLOSING} <= {column.field for column in answer.best.mapping.columns}


def test_a_table_with_what_it_means_is_read_as_a_sie_file_is():
    best = read_ledger(LIST, "bok.csv").best
    assert best.missing == ()
    reading = read_ledger(LIST, "bok.csv", mapping=best.mapping)
    assert isinstance(reading, Reading)
    assert (reading.file_type, reading.size, len(reading.sha256)) == ("saldolista", len(LIST), 64)
    assert [(balance.account, balance.ore) for balance in reading.file.closing] == [("1930", 500)]


def test_what_is_known_of_an_earlier_file_is_enough():
    known = read_ledger(LIST, "bok.csv").best.mapping
    assert read_ledger(LIST, "bok.csv", remembered=[known]) == read_ledger(LIST, "bok.csv", mapping=known)


def test_sheets_that_are_one_ledger_are_read_together():
    vouchers = [["Ver", "Datum", "Konto", "Belopp"], ["A 1", "2024-01-31", 1930, 5], ["A 1", "2024-01-31", 3010, -5]]
    balances = [["Konto", "Namn", "IB", "UB"], [1930, "Bank", 10, 15], [2010, "EK", -10, -10], [3010, "Bidrag", 0, -5]]
    data = as_workbook(("Verifikationer", vouchers), ("Saldon", balances))
    suggested = read_ledger(data, "bok.xlsx").suggestions
    reading = read_ledger(data, "bok.xlsx", mapping=[one.mapping.for_time(YEAR, DAY) for one in suggested])
    assert reading.problems == ()
    assert {"saldolista", "verifikationslista"} == set(reading.file_type.split(" + "))
    assert [(balance.account, balance.ore) for balance in reading.file.opening] == [("1930", 1000), ("2010", -1000)]
    assert len(reading.file.vouchers) == 1


NOTHING = {
    "empty-file": b" \n",
    "binary-file": b"%PDF-1.7",
    "binary-file, a picture": b"\x89PNG\r\n",
    "binary-file, noughts": b"a;b\x00\n",
    "not-sie": "Hej,\n\nhär kommer bokföringen.\n".encode(),
    "not-sie, a table of something else": b"Namn;Ort\nKim;Ort\nRobin;Ort\n",
    "no-table": as_workbook(("Blad", [["Hej", "då"], ["a", "b"]])),
    "no-table, no cells": as_workbook(("Blad", [])),
    "other-workbook": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    "broken-workbook": workbook()[:900],
}


@pytest.mark.parametrize("name", NOTHING)
def test_a_file_without_a_ledger_is_told_for_what_it_is(name):
    answer = read_ledger(NOTHING[name], "bok.se")
    assert answer.file is None
    assert [problem.code for problem in answer.problems] == [name.split(",")[0]]


def test_progress_ends_with_all_of_it():
    for data in (ledger(), LIST):
        told: list[float] = []
        read_ledger(data, "x", progress=told.append)
        assert told[-1] == 1.0
