"""Can a form only be filled in where it is meant to be, and does it say what it takes?"""

import io
import re
import zipfile

import pytest
from python_calamine import CalamineWorkbook, SheetVisibleEnum

from samordna.domain.document import Entry, Form, FormColumn
from samordna.renderers.xlsx import render_form

FORM = Form(
    "Budget 2025",
    "Förbundet",
    (("Blankett", "Budget, version 1"), ("År", "2025")),
    ("Fyll i de ljusa cellerna.",),
    (
        FormColumn("Kod"),
        FormColumn("Helår", Entry.AMOUNT, fill_in=True, help="Kronor.", sum_of=("Jan", "Feb")),
        FormColumn("Fördelning", Entry.CHOICE, fill_in=True, choices=("jämnt", "egna månader"), help="Välj."),
        FormColumn("Jan", Entry.AMOUNT, fill_in=True),
        FormColumn("Feb", Entry.AMOUNT, fill_in=True),
        FormColumn("Anmärkning", fill_in=True),
    ),
    (("1010", 1_780_000_50, "jämnt", None, None, None), ("3001", None, None, -1, 0, "Ny.")),
)


@pytest.fixture(scope="module")
def written() -> bytes:
    return render_form(FORM)


@pytest.fixture(scope="module")
def sheet(written: bytes) -> str:
    return part(written, "xl/worksheets/sheet1.xml")


def part(written: bytes, name: str) -> str:
    return zipfile.ZipFile(io.BytesIO(written)).read(name).decode()


def test_facts_help_headings_and_rows_stand_below_each_other(written: bytes) -> None:
    read = CalamineWorkbook.from_filelike(io.BytesIO(written)).get_sheet_by_name("Budget 2025").to_python()
    assert read == [
        ["Budget 2025", "", "", "", "", ""],
        ["Blankett", "", "Budget, version 1", "", "", ""],
        ["År", "", "2025", "", "", ""],
        ["Fyll i de ljusa cellerna.", "", "", "", "", ""],
        ["", "", "", "", "", ""],
        ["Kod", "Helår", "Fördelning", "Jan", "Feb", "Anmärkning"],
        ["1010", 1_780_000.5, "jämnt", "", "", ""],
        ["3001", "", "", -0.01, 0, "Ny."],
    ]


def test_a_count_is_asked_for_as_a_whole_number_and_goes_out_blank() -> None:
    columns = (FormColumn("Tabell"), FormColumn("Kvinnor", Entry.COUNT, fill_in=True, help="Ett heltal."))
    sheet = part(render_form(Form("Siffror", "F", (), (), columns, (("Startade", None),))), "xl/worksheets/sheet1.xml")
    [asked] = re.findall(r"<dataValidation .*?</dataValidation>", sheet)
    assert 'type="whole"' in asked
    assert "Skriv ett heltal med siffror" in asked
    assert re.search(r'<c r="B4" s="[0-9]+"/>', sheet)


def test_the_sheet_is_protected_and_only_what_is_asked_for_is_open(written: bytes, sheet: str) -> None:
    assert "<sheetProtection " in sheet
    assert "password" not in sheet
    styles = re.findall(r"<xf [^>]*?(?:/>|>.*?</xf>)", part(written, "xl/styles.xml").partition("<cellXfs")[2])
    open_ = {number for number, style in enumerate(styles) if 'locked="0"' in style}
    cells = dict(re.findall(r'<c r="(\w+)" s="(\d+)"', sheet))
    assert {place for place, style in cells.items() if int(style) in open_} == {
        f"{column}{line}" for column in "BCDEF" for line in (7, 8)
    }


def test_excel_itself_asks_for_amounts_and_offers_the_words(sheet: str) -> None:
    asked = re.findall(r"<dataValidation (.*?)>(.*?)</dataValidation>", sheet)
    assert [re.search(r'sqref="([^"]+)"', told)[1] for told, _ in asked] == ["B7:B8", "C7:C8", "D7:D8", "E7:E8"]  # type: ignore[index]
    amounts, words = asked[0], asked[1]
    assert 'type="decimal"' in amounts[0]
    assert 'prompt="Kronor."' in amounts[0]
    assert "Skriv ett belopp i kronor" in amounts[0]
    assert "jämnt,egna månader" in words[1]


def test_a_year_whose_months_add_up_to_something_else_is_seen_at_once(sheet: str) -> None:
    assert '<conditionalFormatting sqref="B7:B8">' in sheet
    assert "AND(COUNT($D7,$E7)&gt;0,ABS(SUM($D7,$E7)-$B7)&gt;0.004)" in sheet


def test_headings_stay_in_sight_and_on_every_page_and_nothing_is_hidden(written: bytes, sheet: str) -> None:
    assert 'topLeftCell="B7"' in sheet
    assert "_xlnm.Print_Titles" in part(written, "xl/workbook.xml")
    assert "hidden" not in sheet.replace('hiddenRows="0"', "")
    [told] = CalamineWorkbook.from_filelike(io.BytesIO(written)).sheets_metadata
    assert told.visible == SheetVisibleEnum.Visible


def test_the_same_form_gives_the_same_bytes(written: bytes) -> None:
    assert render_form(FORM) == written


@pytest.mark.parametrize("evil", ["=cmd()", "+1", "@x", "https://evil.example", "a\x00b", "\ud800"])
def test_hostile_text_is_text(evil: str) -> None:
    form = Form(evil, evil, ((evil, evil),), (evil,), (FormColumn(evil),), ((evil,),))
    sheet = part(render_form(form), "xl/worksheets/sheet1.xml")
    assert "<f>" not in sheet
    assert "<hyperlink" not in sheet


def test_a_form_without_rows_is_still_a_form() -> None:
    bare = Form("Budget", "F", FORM.facts, FORM.help, FORM.columns, ())
    assert "Anmärkning" in str(
        CalamineWorkbook.from_filelike(io.BytesIO(render_form(bare))).get_sheet_by_index(0).to_python()
    )
