"""Every record of SIE 4B is read into the model, and what stands besides is kept."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest
from tests.sources.sie.sample_ledger import ledger

from samordna.domain.ledger.books import AccountKind, FiscalYear
from samordna.domain.values.problem import Refused
from samordna.sources.sie import balances, read_sie, stream
from samordna.sources.sie.model import (
    AccountRecord,
    Balance,
    DimensionRecord,
    Head,
    PeriodBalance,
    Record,
    Row,
    RowKind,
    Voucher,
)

EVERYTHING = """\
#FLAGGA 1
#PROGRAM "Påhittat program" 1.0
#FORMAT PC8
#GEN 20240910 "AN"
#SIETYP 4
#PROSA "Första raden"
#PROSA Andra raden utan citattecken
#FTYP X
#FNR "F1"
#ORGNR 2220000000 1 2
#BKOD 84111
#ADRESS "Ekonomen" "Gatan 1" "123 45 Orten" "000-00 00"
#FNAMN "Samordningsförbundet Exempel"
#RAR 0 20240101 20241231
#RAR -1 20230101 20231231
#TAXAR 2025
#OMFATTN 20240831
#KPTYP EUBAS97
#VALUTA SEK
#KONTO 1930 "Bank"
#KTYP 1930 T
#ENHET 1930 "st"
#SRU 1930 7281
#SRU 1930 7282
#KONTO 5010 "Lokalhyra"
#DIM 1 "Kostnadsställe"
#UNDERDIM 21 "Rum" 1
#OBJEKT 1 "3001" "Öppna dörren"
#IB 0 1930 1000.00 2.5
#UB 0 1930 789.50
#RES 0 5010 210.50 -1
#OIB 0 1930 {1 "3001"} 400.00
#OUB 0 1930 {1 "3001"} 189.5 3
#PSALDO 0 202402 5010 {} 210.50
#PSALDO 0 202402 5010 {1 "3001"} 210.50 1.125
#PBUDGET 0 202402 5010 {} 200
#PBUDGET 0 202402 5010 {1 "3001" 21 "A"} 150
#VER A 1 20240229 "Hyra" 20240301 "AN"
{
#TRANS 5010 {1 "3001"} 210.50 20240201 "Lokal" 1.5 "BN"
#BTRANS 1930 {} -200.50 20240302 "Fel" "" "AN"
#RTRANS 1930 {} -210.50
#TRANS 1930 {} -210.50
}
#EGEN 1 {1 2} "mer"
"""


def everything() -> bytes:
    return EVERYTHING.encode("cp437")


def test_the_head_says_who_and_how():
    assert read_sie(everything(), "allt.se").file.head == Head(
        flagged=True,
        program="Påhittat program",
        program_version="1.0",
        generated=dt.date(2024, 9, 10),
        generated_by="AN",
        prose=("Första raden", "Andra raden utan citattecken"),
        company_form="X",
        company_code="F1",
        organisation_number="222000-0000",
        acquisition_number="1",
        activity_number="2",
        industry="84111",
        address=("Ekonomen", "Gatan 1", "123 45 Orten", "000-00 00"),
        company="Samordningsförbundet Exempel",
        tax_year="2025",
        covered_to=dt.date(2024, 8, 31),
        chart="EUBAS97",
        currency="SEK",
    )


def test_accounts_dimensions_and_objects_keep_all_that_is_said_of_them():
    file = read_sie(everything(), "allt.se").file
    assert file.years[-1] == FiscalYear(dt.date(2023, 1, 1), dt.date(2023, 12, 31))
    assert file.accounts == {
        "1930": AccountRecord("1930", "Bank", AccountKind.ASSET, "st", ("7281", "7282")),
        "5010": AccountRecord("5010", "Lokalhyra"),
    }
    assert file.dimensions == {
        "1": DimensionRecord("1", "Kostnadsställe"),
        "21": DimensionRecord("21", "Rum", "1"),
    }
    assert file.objects == {("1", "3001"): "Öppna dörren"}


def test_balances_keep_objects_and_quantities():
    file = read_sie(everything(), "allt.se").file
    assert file.opening == (Balance(0, "1930", (), 100000, Decimal("2.5")),)
    assert file.closing == (Balance(0, "1930", (), 78950),)
    assert file.results == (Balance(0, "5010", (), 21050, Decimal(-1)),)
    assert file.object_opening == (Balance(0, "1930", (("1", "3001"),), 40000),)
    assert file.object_closing == (Balance(0, "1930", (("1", "3001"),), 18950, Decimal(3)),)
    assert file.period_balances == (
        PeriodBalance(0, 202402, "5010", (), 21050),
        PeriodBalance(0, 202402, "5010", (("1", "3001"),), 21050, Decimal("1.125")),
    )
    assert file.period_budgets == (
        PeriodBalance(0, 202402, "5010", (), 20000),
        PeriodBalance(0, 202402, "5010", (("1", "3001"), ("21", "A")), 15000),
    )


def test_a_voucher_keeps_its_history_and_only_booked_rows_count():
    [voucher] = read_sie(everything(), "allt.se").file.vouchers
    struck = Row("1930", (), -20050, dt.date(2024, 3, 2), "Fel", None, "AN", RowKind.STRUCK)
    added = Row("1930", (), -21050, kind=RowKind.ADDED)
    booked = (
        Row("5010", (("1", "3001"),), 21050, dt.date(2024, 2, 1), "Lokal", Decimal("1.5"), "BN"),
        Row("1930", (), -21050),
    )
    rows = (booked[0], struck, added, booked[1])
    assert voucher == Voucher("A", "1", dt.date(2024, 2, 29), "Hyra", dt.date(2024, 3, 1), "AN", rows, 38)
    assert voucher.booked == booked
    assert voucher.history == (struck, added)
    assert sum(row.amount for row in voucher.booked) == Decimal("0.00")


def test_what_sie_does_not_know_is_kept_and_told_once():
    reading = read_sie(everything() + b"#EGEN 2\n#TAXAR 2012 \x8eRL\n", "allt.se")
    assert reading.file.others == (Record("#EGEN", ("1", ("1", "2"), "mer"), 45), Record("#EGEN", ("2",), 46))
    assert reading.file.trailing == (Record("#TAXAR", ("ÄRL",), 47),)
    assert [(problem.code, problem.place) for problem in reading.problems] == [
        ("unknown-label", "allt.se, rad 45"),
        ("extra-fields", "allt.se, rad 47"),
    ]


def test_every_record_is_counted_as_often_as_it_occurs():
    counts = read_sie(everything(), "allt.se").counts
    labels = [line.split(maxsplit=1)[0].strip("#\t ") for line in EVERYTHING.splitlines() if line.strip("{}")]
    assert counts == {label: labels.count(label) for label in labels}
    assert len(counts) == 35 + 1  # all that SIE knows besides the checksum, and one of a program's own


def test_the_amounts_of_the_library_are_decimals_of_kronor():
    file = read_sie(everything(), "allt.se").file
    assert [one.amount for one in (file.closing[0], file.period_budgets[0])] == [Decimal("789.50"), Decimal("200.00")]


def test_vouchers_come_as_a_stream():
    assert list(stream(everything())) == list(read_sie(everything(), "allt.se").file.vouchers)


def test_sums_are_by_account_objects_and_month():
    file = read_sie(everything(), "allt.se").file
    assert balances(file) == {("5010", (("1", "3001"),), 202402): 21050, ("1930", (), 202402): -21050}
    assert balances(replace(file, vouchers=())) == {
        ("5010", (), 202402): 21050,
        ("5010", (("1", "3001"),), 202402): 21050,
    }


def test_strict_reading_raises_for_a_file_that_cannot_be_used_and_for_no_other():
    assert read_sie(ledger(), "bok.se", strict=True).file is not None
    with pytest.raises(Refused, match="2O0"):
        read_sie(ledger(("-210.50", "2O0")), "bok.se", strict=True)
