"""What a workbook holds, and what is said of one that cannot be read."""

import datetime as dt
import io
from decimal import Decimal

import pytest
import xlsxwriter
from tests.sources.tables.packed import SHEET, TEXTS, changed, with_rows, workbook

from samordna.sources.tables import tables_of


def problems(data: bytes) -> list[str]:
    return [problem.code for problem in tables_of(data, "bok.xlsx").problems]


def only(data: bytes):
    tables = tables_of(data, "bok.xlsx")
    assert tables.problems == ()
    [grid] = tables.grids
    return grid


@pytest.fixture
def book():
    """Yield a workbook to write in, and what reads it when it is written."""
    written = io.BytesIO()
    made = xlsxwriter.Workbook(written, {"in_memory": True})

    def read():
        made.close()
        return only(written.getvalue())

    return made, read


def test_a_number_is_the_exact_decimal_of_what_is_stored_and_no_float():
    stored = ("0.30000000000000004", "1234.5", "1930", "-0.01", "1000000000000000", "5E-2")
    cells = only(with_rows(b"<row>" + b"".join(f"<c><v>{one}</v></c>".encode() for one in stored) + b"</row>")).rows[3]
    assert cells == tuple(map(Decimal, stored))
    assert not any(isinstance(cell, float) for cell in cells)


def test_a_day_is_a_day_whatever_its_format_and_a_text_keeps_its_noughts(book):
    made, read = book
    sheet = made.add_worksheet()
    sheet.write(0, 0, dt.date(2024, 1, 31), made.add_format({"num_format": "d mmm yy"}))
    sheet.write(
        0,
        1,
        dt.datetime(2024, 1, 31, 12, 30),  # noqa: DTZ001 - a spreadsheet has no time zones
        made.add_format({"num_format": "yyyy-mm-dd hh:mm"}),
    )
    sheet.write_string(0, 2, " 0012 ")
    assert read().rows == ((dt.date(2024, 1, 31), dt.date(2024, 1, 31), "0012"),)


def test_a_formula_is_the_value_that_was_stored_and_its_error_is_a_text(book):
    made, read = book
    sheet = made.add_worksheet()
    sheet.write_formula(0, 0, "=B9*2", None, 12.5)
    sheet.write_formula(0, 1, "=#REF!", None, "#REF!")
    sheet.write_formula(0, 2, "=1/0", None, "#DIV/0!")
    sheet.write_formula(0, 3, '="a"&"b"', None, "ab")
    assert read().rows == ((Decimal("12.5"), "#REF!", "#DIV/0!", "ab"),)


def test_cells_keep_their_places_whatever_is_empty_before_them(book):
    made, read = book
    made.add_worksheet().write("C4", "här")
    grid = read()
    assert grid.rows == ((), (), (), ("", "", "här"))
    assert grid.cell(3, 99) == ""


def test_cells_merged_downwards_name_each_row_they_cover(book):
    made, read = book
    sheet = made.add_worksheet()
    sheet.merge_range("A1:A3", "3001")
    sheet.merge_range("B1:C1", "bred")
    sheet.write("B3", 1)
    grid = read()
    assert [grid.named(row, 0) for row in range(3)] == ["3001", "3001", "3001"]
    assert [grid.cell(row, 0) for row in range(3)] == ["3001", "", ""]
    assert grid.named(0, 2) == ""


def test_each_sheet_with_cells_is_there_and_charts_are_not():
    written = io.BytesIO()
    with xlsxwriter.Workbook(written) as made:
        made.add_worksheet("Tomt")
        made.add_worksheet("Ett").write(0, 0, 1)
        chart = made.add_chart({"type": "line"})
        chart.add_series({"values": "=Ett!$A$1:$A$2"})
        made.add_chartsheet("Diagram").set_chart(chart)
        made.add_worksheet("Två").write(0, 0, 2)
    assert [grid.sheet for grid in tables_of(written.getvalue(), "bok.xlsx").grids] == ["Ett", "Två"]


def test_a_sheet_formatted_to_its_last_row_is_no_larger_than_what_it_holds():
    blank = b"".join(b'<row r="%d"><c r="A%d" s="1"/></row>' % (row, row) for row in range(10, 1_000_010, 100))
    assert len(only(with_rows(blank + b'<row r="1048576" s="1" customFormat="1"/>')).rows) == 3


def test_a_prefix_on_every_element_is_read_as_well():
    """Some programs write ``<x:row>``."""

    def prefixed(part: bytes) -> bytes:
        for name in (b"worksheet", b"sheetData", b"row", b"c", b"v"):
            for end in (b" ", b">"):
                part = part.replace(b"<" + name + end, b"<x:" + name + end)
            part = part.replace(b"</" + name + b">", b"</x:" + name + b">")
        return part.replace(b"xmlns=", b"xmlns:x=")

    assert only(changed({SHEET: prefixed})).rows == only(workbook()).rows


OTHERS = {
    "old": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "Workbook".encode("utf-16-le"),
    "encrypted": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
    "other office": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    "macros": changed({}, added={"xl/vbaProject.bin": b"x"}),
    "binary": changed({}, added={"xl/workbook.bin": b"x"}),
    "word": changed({}, added={"word/document.xml": b"<x/>"}),
    "opendocument": changed({}, added={"content.xml": b"<x/>"}),
    "web page": b"<html><body><table><tr><td>Konto</td></tr></table></body></html>",
    "xml of 2003": b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
}
SAID = {
    "old": "(.xls)",
    "encrypted": "lösenord",
    "other office": "äldre Office",
    "macros": "(.xlsm)",
    "binary": "(.xlsb)",
    "word": "Word",
    "opendocument": "OpenDocument",
    "web page": "webbsida",
    "xml of 2003": "2003",
}


@pytest.mark.parametrize("name", OTHERS)
def test_what_is_no_plain_workbook_is_told_for_what_it_is_and_what_to_do(name):
    [problem] = tables_of(OTHERS[name], "bok.xlsx").problems
    assert problem.code == "other-workbook"
    assert SAID[name] in problem.found
    assert ".xlsx" in problem.remedy


BROKEN = {
    "cut short": workbook()[:2000],
    "no zip": b"PK\x03\x04" + bytes(100),
    "sheet cut short": changed({SHEET: lambda part: part[: len(part) // 2]}),
    "texts missing": changed({TEXTS: lambda _: b""}),
    "text that is not there": changed({SHEET: lambda part: part.replace(b"<v>0</v>", b"<v>999</v>")}),
    "place that does not exist": changed({SHEET: lambda part: part.replace(b'r="B1"', b'r="1B"')}),
    "row without a number": changed({SHEET: lambda part: part.replace(b'row r="1"', b'row r="x"')}),
    "document type": changed({SHEET: lambda part: part.replace(b"<worksheet", b"<!DOCTYPE a []><worksheet")}),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_workbook_is_told(name):
    assert problems(BROKEN[name]) == ["broken-workbook"]


@pytest.mark.parametrize("stored", [b"1e18", b"-1e18"])
def test_a_length_of_time_that_no_calendar_has_is_told(stored):
    """The library's own answers to these are an OverflowError and a panic, which is no Exception at all."""
    written = io.BytesIO()
    with xlsxwriter.Workbook(written, {"in_memory": True}) as made:
        made.add_worksheet().write(0, 0, 1.5, made.add_format({"num_format": "[h]:mm"}))
    data = changed({SHEET: lambda part: part.replace(b"<v>1.5</v>", b"<v>" + stored + b"</v>")}, written.getvalue())
    assert problems(data) == ["broken-workbook"]
