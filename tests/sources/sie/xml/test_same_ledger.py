"""One ledger, written by hand as type 4 and as type 5, is one ledger."""

import pytest
from tests.sources.sie.sample_ledger import LEDGER
from tests.sources.sie.xml.sample_xml import ENTRIES, FULL_4, FULL_5, SMALL, changed

from samordna.sources.sie import SieFile, read_sie
from samordna.sources.sie.model import RowKind

ENTRIES_4 = """\
#FLAGGA 0
#PROGRAM "Lön" 2
#FORMAT PC8
#GEN 20240201 "AN"
#SIETYP 4
#ORGNR 222000-2071
#VER "" "" 20240131 "Löner" 20240125 "Lön"
{
#TRANS 5010 {} 10.00
#TRANS 1930 {} -10.00
}
"""
PAIRS = {"small": (LEDGER, SMALL), "full": (FULL_4, FULL_5), "entries": (ENTRIES_4, ENTRIES)}


def read(text: str, name: str) -> SieFile:
    data = changed(text) if text.lstrip().startswith("<") else text.encode("cp437")
    reading = read_sie(data, name)
    assert not reading.refused, reading.problems
    assert reading.file is not None
    return reading.file


@pytest.mark.parametrize("pair", PAIRS)
def test_the_same_ledger_as_type_4_and_as_type_5_has_the_same_content(pair):
    type_4, type_5 = PAIRS[pair]
    assert read(type_4, "bok.se").content == read(type_5, "bok.sie").content


def test_what_a_type_5_ledger_has_is_in_its_content():
    """The other way round: no field of the model that SIE 5 can say is empty in the ledger that is compared."""
    file = read(FULL_5, "bok.sie")
    said = (
        file.years, file.accounts, file.dimensions, file.objects, file.opening, file.closing, file.results,
        file.object_opening, file.object_closing, file.period_budgets, file.vouchers,
    )  # fmt: skip
    assert all(said)
    assert {row.kind for voucher in file.vouchers for row in voucher.rows} == set(RowKind)


def test_an_added_row_is_one_entry_in_type_5_and_two_rows_in_the_model():
    rows = read(FULL_5, "bok.sie").vouchers[0].rows
    struck, added, booked = rows[1:]
    assert (struck.kind, struck.ore, struck.sign, str(struck.date)) == (RowKind.STRUCK, -12000, "BO", "2023-08-03")
    assert (added.kind, added.sign, str(added.date)) == (RowKind.ADDED, "BO", "2023-08-04")
    assert booked == added._replace(kind=RowKind.BOOKED, sign="", date=None)
    assert sum(row.ore for row in rows if row.kind is RowKind.BOOKED) == 0


def test_nothing_of_it_is_odd():
    for text in (FULL_5, ENTRIES):
        told = {problem.code for problem in read_sie(changed(text), "bok.sie").problems}
        assert told <= {"undeclared-account"}  # entries to import need no chart of accounts
