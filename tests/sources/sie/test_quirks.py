"""What real programs write and the rules do not say, section by section of what is known of SIE files.

Each quirk is a change to one small ledger: what is then read, and what is told. The sections are those of the rules
as measured: 2 records, 3 lexical rules and slips, 4 letters, 5 checksum, 6 vouchers, 7 validation.
"""

import datetime as dt
from collections.abc import Callable
from typing import NamedTuple

import pytest
from tests.sources.sie.sample_ledger import ledger
from tests.sources.sie.using import use

from samordna.domain.ledger.checks import check_books
from samordna.sources.sie import read_sie
from samordna.sources.sie.model import Row, RowKind, SieFile

Asked = Callable[[SieFile], object]


class Quirk(NamedTuple):
    """A section, what the quirk is, the change that makes it, a question to the file, its answer, and what is told."""

    section: str
    what: str
    change: tuple[str, str]
    asked: Asked
    answer: object
    told: tuple[str, ...] = ()


def row(voucher: int, number: int) -> Callable[[SieFile], Row]:
    return lambda file: file.vouchers[voucher].rows[number]


def head(part: str) -> Asked:
    return lambda file: getattr(file.head, part)


RENT = '#TRANS 5010 {1 "3001" 6 "P1"} 210.5 20240201 "Lokal \\"Ankaret\\""'
BANK = "#TRANS 1930 {} -210.50"
DAY = dt.date(2024, 2, 1)

QUIRKS = [
    # 2 Records and fields
    Quirk("2", "the type is left out", ("#SIETYP 4\n", ""), lambda f: f.file_type, "4E"),
    Quirk("2", "several rows of prose", ("#GEN 20240910", "#PROSA A\n#PROSA B\n#GEN 20240910"), head("prose"), ("A",
          "B")),
    Quirk("2", "a path as the company's code", ("#GEN", '#FNR "C:\\Data\\F1"\n#GEN'), head("company_code"),
          "C:\\Data\\F1"),
    Quirk("2", "two codes of tax for an account", ("#KTYP 1510 T", "#KTYP 1510 T\n#SRU 1510 7251\n#SRU 1510 7252"),
          lambda f: f.accounts["1510"].sru, ("7251", "7252")),
    Quirk("2", "a code of tax before its account", ('#KONTO 1510 "Kund', '#SRU 1510 7251\n#KONTO 1510 "Kund'),
          lambda f: (f.accounts["1510"].name, f.accounts["1510"].sru), ("Kundfordringar", ("7251",))),
    Quirk("2", "a nature that nobody gave", ("#KTYP 5010 K\n", ""), lambda f: f.accounts["5010"].kind, None),
    Quirk("2", "a part of a dimension", ('#DIM 6 "Projekt"', '#DIM 6 "Projekt"\n#UNDERDIM 21 "Delprojekt" 6'),
          lambda f: f.dimensions["21"].parent, "6", ("dimension-without-role",)),
    Quirk("2", "balances of objects besides totals", ("#UB 0 1930 1289.50",
          '#UB 0 1930 1289.50\n#OUB 0 1930 {1 "3001"} 9'),
          lambda f: (f.closing[0].ore, f.object_closing[0].ore), (128950, 900)),
    Quirk("2", "a quantity on a balance", ("#IB 0 1930 1000.00", "#IB 0 1930 1000.00 3.125"),
          lambda f: str(f.opening[0].quantity), "3.125"),
    # 3 Lexical rules
    Quirk("3", "tabs between fields", ('#KONTO 1510 "Kund', '#KONTO\t1510\t"Kund'),
          lambda f: f.accounts["1510"].name, "Kundfordringar"),
    Quirk("3", "a number in quotes", (BANK, '#TRANS "1930" {} "-210.50"'), lambda f: row(1, 1)(f).ore, -21050),
    Quirk("3", "a backslash that escapes nothing", ('"Öppna dörren"', '"1820\\A012 Dörr"'),
          lambda f: f.objects["1", "3001"], "1820\\A012 Dörr"),
    Quirk("3", "a path that ends in a backslash", ("#GEN", '#FNR "C:\\dir\\"\n#GEN'), head("company_code"), "C:\\dir\\",
          ("stray-quote",)),
    Quirk("3", "whole kronor, one decimal, minus nothing", (BANK, "#TRANS 1930 {} -210.5\n#TRANS 1930 {} -0.00"),
          lambda f: [r.ore for r in f.vouchers[1].rows], [21050, -21050, 0]),
    Quirk("3", "a quoted dimension and a quoted object", (RENT, '#TRANS 5010 {"1" "3001" "6" "P1"} 210.5'),
          lambda f: row(1, 0)(f).objects, (("1", "3001"), ("6", "P1"))),
    Quirk("3", "blanks and tabs in an object list", (RENT, "#TRANS 5010 { 1 3001\t6 P1 } 210.5"),
          lambda f: row(1, 0)(f).objects, (("1", "3001"), ("6", "P1"))),
    Quirk("3", "a brace inside an object's code", (RENT, '#TRANS 5010 {1 "30}01"} 210.5'),
          lambda f: row(1, 0)(f).objects, (("1", "30}01"),), ("undeclared-object",)),
    Quirk("3", "two objects that differ by a nought", (RENT, '#TRANS 5010 {1 "03001"} 210.5'),
          lambda f: row(1, 0)(f).objects, (("1", "03001"),), ("undeclared-object",)),
    Quirk("3", "a hash that begins no record", ('"Hyra"', '"#H"'), lambda f: f.vouchers[1].text, "#H"),
    Quirk("3", "an object list that was left out", (BANK, "#TRANS 1930 -210.50"), lambda f: row(1, 1)(f).ore, -21050,
          ("broken-object-list",)),
    Quirk("3", "a budget without object list", ("#RES 0 3010", "#PBUDGET 0 202401 3010 -1666\n#RES 0 3010"),
          lambda f: f.period_budgets[0].ore, -166600, ("broken-object-list",)),
    Quirk("3", "account and period that changed places", ("#RES 0 3010", "#PBUDGET 0 3010 202401 {} 5\n#RES 0 3010"),
          lambda f: f.period_budgets, (), ("broken-period",)),
    Quirk("3", "a name without quotes",
          ('#FNAMN "Samordningsförbundet Exempel"', "#FNAMN Samordningsförbundet Exempel"),
          head("company"), "Samordningsförbundet Exempel"),
    Quirk("3", "quotes inside a text", ('"Hyra"', '"F"rskott till Lind" Park"'), lambda f: f.vouchers[1].text,
          'F"rskott till Lind', ("stray-quote", "broken-field")),
    Quirk("3", "a closing quote that is missing", ('"Hyra"', '"Hyra utan slut'), lambda f: f.vouchers[1].text,
          "Hyra utan slut", ("stray-quote",)),
    Quirk("3", "a word for an account", (BANK, "#TRANS DIFF {} -210.50"), lambda f: row(1, 1)(f).account, "DIFF",
          ("odd-account", "undeclared-account", "balance-does-not-follow", "result-does-not-follow")),
    Quirk("3", "no organisation number after its label", ("#ORGNR 222000-0000", "#ORGNR"),
          head("organisation_number"), "",
          ("missing-field",)),
    Quirk("3", "an organisation number of twelve digits", ("222000-0000", "162220000000"), head("organisation_number"),
          "222000-0000"),
    Quirk("3", "an address of three parts", ("#GEN", '#ADRESS "A" "B" "C"\n#GEN'), head("address"), ("A", "B", "C"),
          ("missing-field",)),
    Quirk("3", "a program without version", ('#PROGRAM "Påhittat program" 1.0', '#PROGRAM "Påhittat"'), head("program"),
          "Påhittat", ("missing-field",)),
    Quirk("3", "a code of tax without code", ("#KTYP 1510 T", "#KTYP 1510 T\n#SRU 1510"),
          lambda f: f.accounts["1510"].sru,
          (), ("missing-field",)),
    Quirk("3", "a word after the year of taxation", ("#OMFATTN", "#TAXAR 2025 ÅRL\n#OMFATTN"), head("tax_year"), "2025",
          ("extra-fields",)),
    Quirk("3", "a voucher without its opening brace", ('januari"\n{\n', 'januari"\n\n'),
          lambda f: len(f.vouchers[0].rows), 2,
          ("missing-brace",)),
    Quirk("3", "neither series nor number", ('#VER B 1 20240229 "Hyra"', '#VER "" "" 20240229 "Hyra"'),
          lambda f: (f.vouchers[1].series, f.vouchers[1].number, f.vouchers[1].line), ("", "", 38)),
    Quirk("3", "an object that nobody declared", (RENT, '#TRANS 5010 {1 "4711"} 210.5'), lambda f: row(1, 0)(f).objects,
          (("1", "4711"),), ("undeclared-object",)),
    # 6 Vouchers and corrections
    Quirk("6", "a row that was struck", (BANK, f"#BTRANS 1930 {{}} -1\n{BANK}"),
          lambda f: [r.kind for r in f.vouchers[1].history], [RowKind.STRUCK]),
    Quirk("6", "a row that was added later", (BANK, f'#RTRANS 1930 {{}} -210.50 20240301 "" "" "AN"\n{BANK}'),
          lambda f: [r.sign for r in f.vouchers[1].history], ["AN"]),
    Quirk("6", "a row's own date", (BANK, "#TRANS 1930 {} -210.50 20240201"), lambda f: row(1, 1)(f).date, DAY),
    Quirk("6", "an empty date before a text", (BANK, '#TRANS 1930 {} -210.50 "" "Bank" 2'),
          lambda f: (row(1, 1)(f).date, row(1, 1)(f).text, int(row(1, 1)(f).quantity)), (None, "Bank", 2)),
    Quirk("6", "a file that has been imported before", ("#FLAGGA 0", "#FLAGGA 1"), head("flagged"), True),
    # 7 Validation
    Quirk("7", "a voucher that does not sum to nothing", (BANK, "#TRANS 1930 {} -210.49"),
          lambda f: row(1, 1)(f).ore, -21049,
          ("unbalanced-voucher", "balance-does-not-follow")),
    Quirk("7", "vouchers that do not lead to the closing balance", ("#UB 0 1930 1289.50", "#UB 0 1930 1289.00"),
          lambda f: f.closing[0].ore, 128900, ("balance-does-not-follow",)),
    Quirk("7", "vouchers that do not lead to the result", ("#RES 0 5010 210.50", "#RES 0 5010 210.00"),
          lambda f: f.results[1].ore, 21000, ("result-does-not-follow",)),
    Quirk("7", "a year that opens otherwise than the last one closed", ("#UB -1 1930 1000.00", "#UB -1 1930 900.00"),
          lambda f: f.closing[2].ore, 90000, ("opening-differs",)),
    Quirk("7", "the last year's closing balances alone", ("#IB 0 1930 1000.00\n#IB 0 2010 -1000.00\n", ""),
          lambda f: f.opening, (), ("opening-from-closing",)),
    Quirk("7", "a number that is used twice", ("#VER B 1", "#VER A 1"), lambda f: len(f.vouchers),
          2, ("duplicate-voucher",)),
    Quirk("7", "a voucher of another year", ("#VER B 1 20240229", "#VER B 1 20250228"),
          lambda f: f.vouchers[1].date.year, 2025,
          ("voucher-outside-year", "balance-does-not-follow", "result-does-not-follow")),
    Quirk("7", "an account that nobody declared", ('#KONTO 5010 "Lokalhyra"\n#KTYP 5010 K\n', ""),
          lambda f: "5010" in f.accounts, False, ("undeclared-account",)),
    Quirk("7", "an account with two names", ("#KTYP 5010 K", '#KONTO 5010 "Hyror"\n#KTYP 5010 K'),
          lambda f: f.accounts["5010"].name, "Hyror", ("duplicate-account",)),
]  # fmt: skip


def told_of(data: bytes) -> list[str]:
    """Return every kind that is told of a file, each once."""
    used = use(data)
    found = [*used.problems, *(check_books(used.books, "bok.se") if used.books else ())]
    return list(dict.fromkeys(problem.code for problem in found))


@pytest.mark.parametrize("quirk", QUIRKS, ids=lambda quirk: f"{quirk.section} {quirk.what}")
def test_a_quirk_is_read_and_told(quirk):
    data = ledger(quirk.change)
    assert quirk.asked(use(data).reading.file) == quirk.answer
    assert set(told_of(data)) == set(quirk.told)


# 4 Letters


@pytest.mark.parametrize(
    ("encoding", "told"),
    [("cp437", []), ("utf-8", ["wrong-encoding"]), ("utf-8-sig", ["wrong-encoding"]), ("cp1252", ["wrong-encoding"])],
)
def test_letters_are_told_by_the_bytes_and_not_by_what_the_file_says(encoding, told):
    assert use(ledger(encoding=encoding)).reading.file == use(ledger()).reading.file
    assert told_of(ledger(encoding=encoding)) == told


def test_two_ways_of_writing_letters_in_one_file_are_told():
    data = ledger().replace("Öppna".encode("cp437"), "Öppna".encode("cp1252"))
    assert told_of(data) == ["mixed-letters"]


def test_an_encoding_that_somebody_names_goes_before_what_the_bytes_say():
    data = ledger(encoding="cp1252")
    assert read_sie(data, "bok.se", encoding="cp437").file.objects["1", "3001"] != "Öppna dörren"


# 5 Checksum: tests/sources/sie/test_checksum.py
