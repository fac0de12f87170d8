"""Does the workbook hold numbers, find its way and stay harmless?"""

import datetime as dt
import html
import io
import re
import zipfile
from dataclasses import replace
from decimal import Decimal

import pytest
from python_calamine import CalamineWorkbook
from tests.renderers import sample
from tests.renderers.sample_report import annotated_document, hostile_document, sample_document

from samordna.domain.document import ChartKind, Document, Number, Row, Section, Table, annotated, tables_of
from samordna.renderers.grid import Part, cells, slots
from samordna.renderers.xlsx import render_xlsx
from samordna.renderers.xlsx.look import number_format
from samordna.renderers.xlsx.names import sheet_names

HEAD = 4


def rows_of(written: bytes, name: str) -> list[list[object]]:
    return CalamineWorkbook.from_filelike(io.BytesIO(written)).get_sheet_by_name(name).to_python(skip_empty_area=False)


def part(written: bytes, name: str) -> str:
    return zipfile.ZipFile(io.BytesIO(written)).read(name).decode()


def one_table(table: Table) -> bytes:
    return render_xlsx(Document("d", "Titel", "", "Förbundet", (Section("s", "S", blocks=(table,)),)))


def test_there_is_one_sheet_for_each_table_and_one_that_lists_them() -> None:
    book = CalamineWorkbook.from_filelike(io.BytesIO(render_xlsx(sample_document())))
    assert book.sheet_names == [
        "Innehåll", "Fyra perioder i sammandrag", "Eget kapital mot målnivån", "Intresseanmälningar per kommun",
        "Vem som anmälde", "Resultaträkning", "Resultaträkning med budget och", "Balansräkning",
        "Not 1. Verksamhetsanknutna kost", "Nettokostnad per område",
    ]  # fmt: skip


def test_every_figure_reads_back_as_the_number_that_is_shown() -> None:
    document = sample_document()
    book = CalamineWorkbook.from_filelike(io.BytesIO(render_xlsx(document)))
    seen = 0
    for name, table in zip(book.sheet_names[1:], tables_of(document), strict=True):
        read = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        for row, line in zip(table.rows, read[HEAD + 1 :], strict=False):
            for at, slot in enumerate(slots(table)):
                cell = cells(table, row)[slot.figure]
                if slot.part is Part.FIGURE and isinstance(cell, Number):
                    found = line[at]
                    assert isinstance(found, int | float)
                    assert Decimal(str(found)) == Decimal(cell.decimal), (name, row.label, slot.heading)
                    seen += 1
    assert seen > 200


def test_the_largest_amounts_keep_their_ore() -> None:
    row = Row("r", "Stort", sample.DETAIL, (sample.cell(9_999_999_999_999_99, sample.KRONOR_ORE),))
    table = Table("t", "T", sample.KRONOR_ORE, sample.columns("2024"), (row,))
    assert Decimal(str(rows_of(one_table(table), "T")[HEAD + 1][1])) == Decimal("9999999999999.99")


def test_a_missing_figure_says_so_and_why_and_a_blank_one_is_empty() -> None:
    written = render_xlsx(sample_document())
    read = rows_of(written, "Resultaträkning med budget och")
    costs, depreciation = read[HEAD + 2], read[HEAD + 3]
    assert costs[3] == "saknas"
    assert depreciation[6] == ""
    assert f"Saknas: {sample.NO_FORECAST}" in [line[0] for line in read]
    comments = [name for name in zipfile.ZipFile(io.BytesIO(written)).namelist() if "comments" in name]
    assert any(sample.NO_FORECAST in part(written, name) for name in comments)


@pytest.mark.parametrize(
    ("unit", "nil", "table_unit", "expected"),
    [
        (sample.KRONOR_ORE, None, sample.KRONOR_ORE, '#,##0.00;"−"#,##0.00;#,##0.00'),
        (sample.THOUSANDS, "–", sample.THOUSANDS, '#,##0;"−"#,##0;"–"'),
        (sample.THOUSANDS, "", sample.THOUSANDS, '#,##0;"−"#,##0;""'),
        (sample.PERCENT, None, sample.THOUSANDS, '#,##0"\u00a0%";"−"#,##0"\u00a0%";#,##0"\u00a0%"'),
    ],
)
def test_the_number_format_follows_unit_and_nil(
    unit: sample.Unit, nil: str | None, table_unit: sample.Unit, expected: str
) -> None:
    cell = sample.cell(0, unit, nil=nil)
    assert isinstance(cell, Number)
    assert number_format(cell, table_unit) == expected


def test_sheet_names_are_valid_and_unique() -> None:
    long = "Nettokostnad och finansnetto per område och kommun"
    names = sheet_names([long, long, long.upper(), "[a]:b*?/\\", "'x'", "", "History", "INNEHÅLL"], taken="Innehåll")
    assert names == [
        "Nettokostnad och finansnetto pe", "Nettokostnad och finansnett (2)", "NETTOKOSTNAD OCH FINANSNETT (3)",
        "a b", "x", "Tabell", "History (2)", "INNEHÅLL (2)",
    ]  # fmt: skip


def test_the_sheets_are_linked_frozen_and_set_up_for_paper() -> None:
    written = render_xlsx(sample_document())
    front, wide = part(written, "xl/worksheets/sheet1.xml"), part(written, "xl/worksheets/sheet7.xml")
    assert front.count("<hyperlink ") == 9
    assert "'Balansräkning'!A1" in front
    assert "location=\"'Innehåll'!A1\"" in wide
    assert 'topLeftCell="C6"' in wide
    assert 'orientation="landscape"' in wide
    assert 'paperSize="9"' in wide
    assert 'fitToHeight="0"' in wide
    assert "_xlnm.Print_Titles" in part(written, "xl/workbook.xml")


def test_what_the_figures_rest_on_stands_at_the_foot_of_each_printed_sheet() -> None:
    told = "inläsning 2, böcker & bilagor.se, inläst 2024-09-03 14.05"
    written = render_xlsx(replace(sample_document(), foot=told))
    sheet = html.unescape(part(written, "xl/worksheets/sheet2.xml"))
    assert f"· Sida &P av &N\n{told.replace('&', '&&')}</oddFooter>" in sheet
    long = html.unescape(part(render_xlsx(replace(sample_document(), foot="&" * 500)), "xl/worksheets/sheet2.xml"))
    foot = re.search(r"(?s)<oddFooter>(.*)</oddFooter>", long)[1]
    assert len(foot) <= 255
    assert foot.endswith("…")


def test_a_long_remark_is_broken_over_lines_within_the_table_and_a_short_one_is_left() -> None:
    table = tables_of(sample_document())[0]
    written = one_table(replace(table, remarks=("Kort.", "Ett längre ord eller två. " * 12), footnotes=()))
    sheet, read = part(written, "xl/worksheets/sheet2.xml"), rows_of(written, table.title)
    [merged] = re.findall(r'<mergeCell ref="A(\d+):[A-Z]+\1"', sheet)
    assert str(read[int(merged) - 1][0]).startswith("Ett längre ord")
    assert read[int(merged) - 2][0] == "Kort."
    [height] = re.findall(rf'<row r="{merged}"[^>]* ht="(\d+)"', sheet)
    assert int(height) >= 2 * 15


def test_charts_are_excels_own_and_described() -> None:
    written = render_xlsx(sample_document())
    assert "<c:lineChart>" in part(written, "xl/charts/chart1.xml")
    assert re.search(r"'Intresseanmälningar per kommun'!\$A\$6:\$A\$10", part(written, "xl/charts/chart2.xml"))
    assert "Almby har flest anmälningar" in part(written, "xl/drawings/drawing2.xml")


def test_what_is_missing_is_not_drawn_as_zero() -> None:
    written = render_xlsx(sample_document())
    read = rows_of(written, "Eget kapital mot målnivån")
    assert read[HEAD + 5] == ["2024", "", 3600]
    assert f"Saknas: {sample.NO_FORECAST}" in [line[0] for line in read]


def test_the_same_document_gives_the_same_bytes_and_the_time_is_the_callers() -> None:
    document = sample_document()
    assert render_xlsx(document) == render_xlsx(document)
    made = dt.datetime(2024, 9, 13, 8, 30, tzinfo=dt.UTC)
    assert "2024-09-13T08:30:00Z" in part(render_xlsx(document, made=made), "docProps/core.xml")


@pytest.mark.parametrize(
    "evil", ["=cmd()", "+1", "@x", "https://evil.example", '=HYPERLINK("x")', "a\x00b\x1fc", "\ud800"]
)
def test_hostile_text_is_text(evil: str) -> None:
    row = Row("r", evil, sample.DETAIL, (sample.Missing(evil),), evil, evil)
    table = Table("t", evil, sample.KRONOR, sample.columns(evil), (row,), evil, evil, evil, remarks=(evil,))
    written = one_table(table)
    sheet = part(written, "xl/worksheets/sheet2.xml")
    assert "<f>" not in sheet
    assert sheet.count("<hyperlink ") == 1
    book = CalamineWorkbook.from_filelike(io.BytesIO(written))
    assert len(book.sheet_names) == 2


def test_a_chart_title_that_looks_like_a_formula_is_a_title() -> None:
    chart = replace(sample.chart(ChartKind.BARS), title="=cmd()")
    written = render_xlsx(Document("d", "Titel", "", "Förbundet", (Section("s", "S", blocks=(chart,)),)))
    title = part(written, "xl/charts/chart1.xml").split("<c:title>")[1].split("</c:title>")[0]
    assert "<a:t> =cmd()</a:t>" in title
    assert "<c:f>" not in title


def test_the_hostile_sample_opens() -> None:
    book = CalamineWorkbook.from_filelike(io.BytesIO(render_xlsx(hostile_document())))
    assert rows_of(render_xlsx(hostile_document()), book.sheet_names[1])[0][0] == sample.HOSTILE


@pytest.fixture(scope="module")
def noted() -> bytes:
    return render_xlsx(annotated_document())


@pytest.fixture(scope="module")
def walked() -> bytes:
    return render_xlsx(Document("d", "Titel", "", "F", (Section("s", "S", blocks=(sample.walk(),)),)))


class TestFootnotes:
    def test_a_figure_is_still_a_number_and_shows_its_mark(self, noted: bytes) -> None:
        read = rows_of(noted, "Nettokostnad per område")
        assert read[HEAD + 9][2] == -705
        assert "&quot;³,⁴&quot;" in part(noted, "xl/styles.xml")
        assert number_format(money(-705), sample.THOUSANDS, "¹", "¹,²") == '#,##0"¹"_,_²;"−"#,##0"¹"_,_²;#,##0"¹"_,_²'

    def test_marks_of_words_follow_them(self, noted: bytes) -> None:
        furulund = rows_of(noted, "Nettokostnad per område")[HEAD + 9]
        assert furulund[1] == "Arbetssteget Furulund²"
        assert furulund[5] == "saknas⁵"

    def test_a_comment_on_the_cell_says_what_the_notes_say(self, noted: bytes) -> None:
        comments = re.findall(
            r'<comment ref="(\w+)".*?<t(?: [^>]*)?>(.*?)</t>', part(noted, "xl/comments1.xml"), re.DOTALL
        )
        told = dict(comments)
        assert told["B14"] == "Bildades den 1 januari 2024."
        assert told["C14"].split("\n\n") == [sample.COMMENTS[0].text, sample.COMMENTS[3].text]
        assert told["F14"].startswith("Området redovisades tillsammans med Granby 2023.\n\n")

    def test_the_list_stands_below_the_table(self, noted: bytes) -> None:
        below = [line[0] for line in rows_of(noted, "Nettokostnad per område")[HEAD + 14 :] if line[0]]
        assert below[1] == "¹ Två ledamöters arvoden för juni betalades i september."
        assert len(below) == 8

    def test_a_column_is_wide_enough_for_its_figures_with_their_marks(self) -> None:
        def width(table: Table) -> float:
            column = r'<col min="2" max="2" width="([\d.]+)"'
            return float(re.findall(column, part(one_table(table), "xl/worksheets/sheet2.xml"))[0])

        row = Row("r", "Stort", sample.DETAIL, (money(-123_456_789),))
        table = Table("t", "T", sample.THOUSANDS, sample.columns("2024"), (row, replace(row, id="q")))
        assert width(annotated(table, [sample.Comment("q", "c1", text) for text in "ab"])) == width(table) + 3


class TestWalk:
    def test_its_bars_are_formulas_of_the_table(self, walked: bytes) -> None:
        sheet = part(walked, "xl/worksheets/sheet2.xml")
        formulas = dict(re.findall(r'<c r="(\w+)"[^>]*><f>(.*?)</f>', sheet))
        assert (formulas["D6"], formulas["E6"]) == ("0", "B6")
        assert (formulas["D7"], formulas["E7"]) == ("E6", "D7+B7")
        assert (formulas["D9"], formulas["E9"]) == ("0", "B9")

    def test_what_is_drawn_is_what_the_formulas_give(self, walked: bytes) -> None:
        read = rows_of(walked, "Vägen till årets slut")
        assert [line[3:] for line in read[HEAD + 1 : HEAD + 5]] == [
            [0, 3038, 0, 3038, 0],
            [3038, 21060, 3038, 18022, 0],
            [21060, 1875, 1875, 19185, 0],
            [0, 1875, 0, 1875, 0],
        ]

    def test_a_bar_that_crosses_zero_is_drawn_on_both_sides_of_it(self) -> None:
        rows = (
            Row("a", "Början", sample.SUBTOTAL, (money(100),)),
            Row("b", "Kostnad", sample.DETAIL, (money(-300),)),
            Row("c", "Intäkt", sample.DETAIL, (money(50),)),
        )
        table = Table("t", "Under noll", sample.THOUSANDS, sample.columns("2024"), rows)
        walk = replace(sample.walk(), table=table)
        written = render_xlsx(Document("d", "T", "", "F", (Section("s", "S", blocks=(walk,)),)))
        drawn = [line[3:] for line in rows_of(written, "Under noll")[HEAD + 1 : HEAD + 4]]
        assert drawn == [[0, 100, 0, 100, 0], [100, -200, 0, 100, -200], [-200, -150, -150, 0, -50]]

    def test_after_a_step_that_is_missing_nothing_is_drawn_until_the_next_level(self) -> None:
        rows = list(sample.walk().table.rows)
        rows[1] = replace(rows[1], cells=(sample.Missing(sample.NO_FORECAST),))
        walk = replace(sample.walk(), table=replace(sample.walk().table, rows=tuple(rows)))
        written = render_xlsx(Document("d", "T", "", "F", (Section("s", "S", blocks=(walk,)),)))
        drawn = [line[4] for line in rows_of(written, "Vägen till årets slut")[HEAD + 1 : HEAD + 5]]
        assert drawn == [3038, "", "", 1875]

    def test_a_walk_whose_table_stands_above_is_drawn_from_that_and_only_its_own_rows(self) -> None:
        chart = replace(sample.walk(), table_above=True)
        besides = Row("besides", "Mål", sample.DETAIL, (money(2000),))
        table = replace(chart.table, id="whole", rows=(*chart.table.rows[:2], besides, *chart.table.rows[2:]))
        written = render_xlsx(Document("d", "T", "", "F", (Section("s", "S", blocks=(table, chart)),)))
        assert [line[3:] for line in rows_of(written, "Vägen till årets slut")[HEAD + 1 : HEAD + 5]] == [
            [0, 3038, 0, 3038, 0],
            [3038, 21060, 3038, 18022, 0],
            ["", "", "", "", ""],
            [21060, 1875, 1875, 19185, 0],
        ]
        assert "$A$6:$A$7" in part(written, "xl/charts/chart1.xml")
        with zipfile.ZipFile(io.BytesIO(written)) as workbook:
            assert sum(name.startswith("xl/worksheets/sheet") for name in workbook.namelist()) == 2


def money(thousands: int) -> Number:
    found = sample.cell(thousands * 100_000, sample.THOUSANDS)
    assert isinstance(found, Number)
    return found
