"""What is written as SIE 5 reads back as the same ledger, or it is told what does not."""

import dataclasses
import datetime as dt
import io
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.sources.sie.sample_ledger import LEDGER, ledger
from tests.sources.sie.xml.ledgers import ledgers
from tests.sources.sie.xml.sample_xml import ENTRIES, FULL_4, FULL_5, SMALL, changed

from samordna.domain.ledger.problems.writing import (
    ACCOUNTS_FILLED_IN,
    FILLED_IN_BY_RULE,
    LEFT_OUT,
    MENDED_TEXTS,
    MISSING_FOR_SIE5,
    UNSIGNED,
)
from samordna.domain.values.problem import Problem, refuses
from samordna.sources.sie import SieFile, read_sie
from samordna.sources.sie.model import Head, Record, Row, RowKind, Voucher
from samordna.sources.sie.xml import left_out_of_sie5, read_sie5, stream_sie5, write_sie5, write_sie5_to

WRITTEN = Path(__file__).parent / "written.sie"
slowly = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
DAY = dt.date(2024, 1, 31)


def read(data: bytes) -> SieFile:
    reading = read_sie5(data, "bok.sie")
    assert reading.file is not None, reading.problems
    return reading.file


def of_type_4(text: str) -> SieFile:
    file = read_sie(text.encode("cp437"), "bok.se").file
    assert file is not None
    return file


def changes_the_ledger(problems: tuple[Problem, ...]) -> bool:
    changing = {kind.code for kind in (LEFT_OUT, FILLED_IN_BY_RULE, ACCOUNTS_FILLED_IN, MENDED_TEXTS)}
    return any(problem.code in changing for problem in problems)


@pytest.mark.parametrize("text", [SMALL, FULL_5])
def test_a_ledger_of_sie_5_is_written_as_it_was(text):
    file = read(changed(text))
    assert read(write_sie5(file)).content == file.content


@pytest.mark.parametrize("text", [LEDGER, FULL_4])
def test_a_ledger_of_sie_4_is_the_same_in_sie_5(text):
    file = of_type_4(text)
    assert not changes_the_ledger(left_out_of_sie5(file))
    assert read(write_sie5(file)).content == file.content


def test_entries_to_import_are_written_as_entries():
    file = read(changed(ENTRIES))
    data = write_sie5(file, entry=True)
    assert data.startswith(b'<?xml version="1.0" encoding="UTF-8"?>\n<SieEntry ')
    assert read_sie5(data, "x").file_type == "5I"
    assert read(data).content == file.content
    assert left_out_of_sie5(file, entry=True) == ()


@slowly
@given(ledgers(plain=True))
def test_what_sie_5_can_say_reads_back_as_it_was(file: SieFile):
    told = left_out_of_sie5(file)
    assert not changes_the_ledger(told), told
    data = write_sie5(file)
    assert read(data).content == file.content
    assert write_sie5(read(data)) == data
    assert tuple(stream_sie5(io.BytesIO(data))) == read(data).vouchers


@slowly
@given(ledgers())
def test_any_ledger_reads_back_as_it_was_or_it_is_told_what_does_not(file: SieFile):
    for entry in (False, True):
        told = left_out_of_sie5(file, entry=entry)
        back = read_sie5(write_sie5(file, entry=entry), "x").file
        assert back is not None
        assert back.content == file.content or changes_the_ledger(told)


@slowly
@given(ledgers(plain=True), ledgers(), st.sampled_from([field.name for field in dataclasses.fields(SieFile)]))
def test_one_thing_that_sie_5_cannot_say_is_enough_to_be_told(plain: SieFile, other: SieFile, part: str):
    file = dataclasses.replace(plain, **{part: getattr(other, part)})
    told = left_out_of_sie5(file)
    assert refuses(told) == (0 not in file.years)
    assert refuses(told) or changes_the_ledger(told) or read(write_sie5(file)).content == file.content


def test_it_is_written_piece_by_piece_and_tells_the_same():
    file = of_type_4(FULL_4)
    target = io.BytesIO()
    told = write_sie5_to(target, file)
    assert target.getvalue() == write_sie5(file)
    assert told == left_out_of_sie5(file)


def test_who_made_the_file_and_when_may_be_said():
    stockholm = dt.timezone(dt.timedelta(hours=2))
    data = write_sie5(of_type_4(LEDGER), by="Samordna", at=dt.datetime(2024, 9, 11, 1, 30, tzinfo=stockholm))
    assert b'<FileCreation time="2024-09-10T23:30:00Z" by="Samordna"/>' in data
    assert b'<FileCreation time="2024-09-10T00:00:00Z" by="AN"/>' in write_sie5(of_type_4(LEDGER))


def test_a_ledger_as_it_is_written():
    """Every element, to be read by eyes: ``written.sie`` beside this file."""
    if os.environ.get("SAMORDNA_GOLDEN") == "renew":
        WRITTEN.write_bytes(write_sie5(of_type_4(FULL_4)))
    assert WRITTEN.read_bytes() == write_sie5(of_type_4(FULL_4))


# What does not come along

RES = "#RES 0 3010 -500.00"
ROW = "#TRANS 1930 {} 500.00"
NAME = '#FNAMN "'
LOST = {
    "prosa (#PROSA)": (2, (NAME, f'#PROSA "a"\n#PROSA "b"\n{NAME}')),
    "kontoplanens typ (#KPTYP)": (1, (NAME, f"#KPTYP BAS95\n{NAME}")),
    "företagstyp (#FTYP)": (1, (NAME, f"#FTYP X\n{NAME}")),
    "verksamhetsnummer (#ORGNR)": (1, ("222000-0000", "222000-0000 1 2")),
    "ett förvärvsnummer som inte är något tal (#ORGNR)": (1, ("222000-0000", "222000-0000 X")),
    "branschkod (#BKOD)": (1, (NAME, f"#BKOD 1\n{NAME}")),
    "adress (#ADRESS)": (4, (NAME, f"#ADRESS a b c d\n{NAME}")),
    "taxeringsår (#TAXAR)": (1, (NAME, f"#TAXAR 2024\n{NAME}")),
    "uppgiften att filen redan är inläst (#FLAGGA 1)": (1, ("#FLAGGA 0", "#FLAGGA 1")),
    "saldon per månad (#PSALDO)": (1, (RES, f"#PSALDO 0 202401 3010 {{}} 1\n{RES}")),
    "poster och uppgifter som SIE inte känner": (2, (RES, f"#EGEN 1\n{RES} 1 2")),
    "saldon och budgetar för år som bokföringen inte har": (
        2, (RES, f"#IB -3 1930 1\n#PBUDGET 0 202501 3010 {{}} 1\n{RES}")
    ),
    "saldon som inte passar kontots typ eller saknar objekt": (2, (RES, f"#UB 0 3010 1\n#OIB 0 1930 {{}} 1\n{RES}")),
    "räkenskapsår som inte är hela månader i följd": (1, ("#RAR 0 20240101", "#RAR 0 20240102")),
    "räkenskapsår som inte är hela månader i": (1, ("#RAR -1 20230101 20231231", "#RAR -2 20220101 20221231")),
    "uppgifter om vilken dimension en underdimension hör till (#UNDERDIM)": (
        1, ('#DIM 6 "Projekt"', '#UNDERDIM 6 "Projekt" 1')
    ),
    "underskrifter på bokförda rader": (1, (ROW, f'{ROW} "" "" "" AN')),
    "tillagda rader utan sin bokförda rad bredvid (#RTRANS utan #TRANS)": (
        2, (ROW, f"#RTRANS 1930 {{}} 7.00\n#RTRANS 1930 {{}} 8.00\n{ROW}")
    ),
    "uppgifter där en tillagd rad skiljer sig från den bokförda bredvid": (
        1, (ROW, f'#RTRANS 1930 {{}} 500.00 "" "a"\n{ROW}')
    ),
}  # fmt: skip
FILLED_IN = {
    "kontotyp (#KTYP), efter kontoklass": (1, ("#KTYP 3010 I\n", "")),
    "namn på reserverade dimensioner": (1, ('#DIM 1 "Kostnadsställe"\n', "")),
}
MISSING = {
    "namn på dimensioner": (1, ('#OBJEKT 6 "P1"', '#OBJEKT 21 "P1"')),
    "den dag då en verifikation registrerades": (2, (NAME, NAME)),
    "verifikationsnummer som är heltal": (1, ("#VER A 1", "#VER A A1")),
    "den dag då en rad lades till eller ströks": (1, (ROW, f"#BTRANS 1930 {{}} 7.00\n{ROW}")),
    "den dag då filen skapades": (1, ('#GEN 20240910 "AN"\n', "")),
}
TOLD = [
    (kind, what, count, change)
    for kind, table in ((LEFT_OUT, LOST), (FILLED_IN_BY_RULE, FILLED_IN), (MISSING_FOR_SIE5, MISSING))
    for what, (count, change) in table.items()
]


@pytest.mark.parametrize(("kind", "what", "count", "change"), TOLD)
def test_what_does_not_come_along_is_told_with_how_many(kind, what, count, change):
    file = of_type_4(ledger(change).decode("cp437"))
    (problem,) = (one for one in left_out_of_sie5(file) if what in one.found)
    assert problem.code == kind.code
    assert f": {count}" in problem.found.removeprefix(what)
    assert problem.place == "SIE 5-filen"


def test_accounts_that_only_have_balances_are_named_after_their_numbers():
    file = of_type_4(ledger(('#KONTO 2010 "Eget kapital"\n#KTYP 2010 S\n', "")).decode("cp437"))
    assert ACCOUNTS_FILLED_IN.code in {problem.code for problem in left_out_of_sie5(file)}
    assert read(write_sie5(file)).accounts["2010"].name == "2010"


def test_a_ledger_is_told_to_be_unsigned_and_entries_need_no_signature():
    file = of_type_4(LEDGER)
    assert left_out_of_sie5(file)[-1].code == UNSIGNED.code
    assert UNSIGNED.code not in {problem.code for problem in left_out_of_sie5(file, entry=True)}


def test_entries_leave_balances_years_codes_and_corrections():
    file = of_type_4(FULL_4)
    told = {problem.found for problem in left_out_of_sie5(file, entry=True)}
    counts = {"saldon": 11, "räkenskapsår": 3, "SRU-koder": 4, "rättelser (#RTRANS och #BTRANS)": 2}
    assert {LEFT_OUT.at("", type="5I", what=what, count=count).found for what, count in counts.items()} <= told
    back = read(write_sie5(file, entry=True))
    assert [voucher.rows for voucher in back.vouchers] == [
        tuple(row._replace(sign="") for row in voucher.booked)
        for voucher in sorted(file.vouchers, key=lambda one: one.series)
    ]


def test_a_whole_ledger_must_say_which_year_it_is_for():
    assert [problem.code for problem in left_out_of_sie5(SieFile()) if refuses([problem])] == ["no-fiscal-year"]
    assert not refuses(left_out_of_sie5(SieFile(), entry=True))


def test_what_sie_5_said_of_other_things_is_told_too():
    file = SieFile(beyond=(Record("Customers", ()), Record("Customer", (("id", "1"),))))
    assert "uppgifter som inte hör till huvudboken. De följer inte med: 2." in str(left_out_of_sie5(file))


def test_the_names_of_journals_are_written_again():
    file = read(changed(SMALL))
    assert b'<Journal id="B" name="Leverant\xc3\xb6rer">' in write_sie5(file)
    assert "inte hör till huvudboken. De följer inte med: 1." in str(left_out_of_sie5(file))  # that last year is closed


def test_characters_that_xml_cannot_hold_become_blanks_and_are_counted():
    file = SieFile(head=Head(company='a\x00\x07b\ufffe & <c> "d"\t\r\n'))
    assert read_sie5(write_sie5(file, entry=True), "x").file == SieFile(
        head=Head(company='a  b  & <c> "d"\t\r\n', currency="SEK"),
    )
    assert MENDED_TEXTS.code in {problem.code for problem in left_out_of_sie5(file)}


def test_an_added_row_is_one_entry_with_its_own_information():
    row = Row("1930", (("1", "3001"),), 700, dt.date(2024, 2, 5), "t", None, "BO", RowKind.ADDED)
    booked = row._replace(kind=RowKind.BOOKED, sign="", date=None)
    struck = row._replace(kind=RowKind.STRUCK)
    data = write_sie5(SieFile(vouchers=(Voucher("A", "1", DAY, rows=(struck, row, booked)),)))
    assert data.count(b"<LedgerEntry ") == 2
    assert b'<Overstrike date="2024-02-05" by="BO"/></LedgerEntry>' in data
    assert b'<EntryInfo date="2024-02-05" by="BO"/></LedgerEntry>' in data
