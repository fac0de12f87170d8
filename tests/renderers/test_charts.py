"""A chart is a picture of its table, and says so to those who do not see it."""

import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from itertools import pairwise

import pytest
from tests.renderers import sample
from tests.renderers.sample_report import hostile_document

from samordna.domain.document import Chart, ChartKind, Column, Row, RowKind, Table
from samordna.domain.values.period import MONTHS
from samordna.domain.values.unit import KRONOR_ORE, PERSONS, THOUSANDS
from samordna.renderers.chart_parts import WIDTH
from samordna.renderers.chart_spec import chart_spec
from samordna.renderers.charts import chart_png, chart_svg
from samordna.renderers.palette import SERIES

SVG = "{http://www.w3.org/2000/svg}"
EVERY_KIND = pytest.mark.parametrize("kind", list(ChartKind))


def texts(svg: str) -> list[str]:
    return ["".join(element.itertext()) for element in ET.fromstring(svg).iter(f"{SVG}text")]


@EVERY_KIND
def test_a_chart_is_an_image_with_a_title_and_a_description(kind: ChartKind) -> None:
    chart = sample.chart(kind)
    root = ET.fromstring(chart_svg(chart))
    assert root.get("role") == "img"
    named = {element.get("id"): element.text for element in root if element.get("id")}
    title, description = (root.get("aria-labelledby") or "").split()
    assert (named[title], named[description]) == (chart.title, chart.description)


@EVERY_KIND
def test_a_chart_holds_no_inline_style_and_no_script(kind: ChartKind) -> None:
    svg = chart_svg(sample.chart(kind))
    assert not re.search(r"\sstyle=|<style|<script|\son\w+=|href=", svg)


@EVERY_KIND
def test_the_legend_names_the_columns_and_the_axis_the_rows(kind: ChartKind) -> None:
    chart = sample.chart(kind)
    shown = " ".join(texts(chart_svg(chart)))
    for column in chart.table.columns:
        assert column.label in shown
    for row in chart.table.rows:
        assert row.label.split()[0] in shown


def test_figures_are_written_the_swedish_way() -> None:
    chart = sample.chart(ChartKind.LINES)
    assert "7\u00a0000" in texts(chart_svg(chart))
    negative = tuple(
        replace(r, cells=(sample.cell(-c * 100_000_000, THOUSANDS),)) for c, r in enumerate(chart.table.rows)
    )
    below = replace(chart, table=replace(chart.table, rows=negative, columns=chart.table.columns[:1]))
    assert "\u22125\u00a0000" in texts(chart_svg(replace(below, kind=ChartKind.BARS)))


def test_a_missing_figure_leaves_a_gap_and_breaks_the_line() -> None:
    chart = sample.chart(ChartKind.LINES)
    values = [v for v in chart_spec(chart)["data"]["values"] if v["series"].startswith("0")]
    assert [value["value"] for value in values] == [4100, 4850, 6560, 6790, None, 5900]
    lines = [
        p.get("d", "") for p in ET.fromstring(chart_svg(chart)).iter(f"{SVG}path") if p.get("stroke-width") == "2.25"
    ]
    assert any(d.count("M") == 2 for d in lines), "the line is drawn in two pieces"


def test_a_total_is_not_drawn_beside_its_parts() -> None:
    chart = sample.chart(ChartKind.BARS)
    total = Row("sum", "Summa", RowKind.RESULT, (sample.cell(999, PERSONS), sample.cell(999, PERSONS)))
    assert "Summa" not in texts(chart_svg(replace(chart, table=replace(chart.table, rows=(*chart.table.rows, total)))))


@pytest.mark.parametrize(("count", "last"), [(8, "augusti"), (12, "dec")])
def test_months_are_cut_alike_where_a_whole_year_of_them_has_no_room(count: int, last: str) -> None:
    rows = tuple(Row(name, name, RowKind.DETAIL, (sample.cell(1, PERSONS),)) for name in MONTHS[:count])
    table = Table("t", "Månader", PERSONS, (Column("c", "Antal"),), rows)
    shown = texts(chart_svg(Chart("months", "Månader", "Månader", ChartKind.LINES, table)))
    expected = [name[: len(last)] if last == "dec" else name for name in MONTHS[:count]]
    assert [text for text in shown if text in {*expected, *MONTHS}] == expected
    assert expected[-1] == last


def test_two_rows_of_the_same_name_are_two_bars() -> None:
    rows = tuple(Row(f"r{i}", "Kansli", RowKind.DETAIL, (sample.cell(i, PERSONS),)) for i in (1, 2))
    chart = Chart("twice", "Två", "Två", ChartKind.BARS, Table("t", "Två", PERSONS, (Column("c", "Antal"),), rows))
    assert texts(chart_svg(chart)).count("Kansli") == 2


def test_the_fills_of_neighbouring_series_differ_in_grey() -> None:
    def grey(colour: str) -> float:
        red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
        return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255

    assert abs(grey(SERIES[0]) - grey(SERIES[1])) > 0.4
    assert abs(grey(SERIES[2]) - grey(SERIES[3])) > 0.4


def test_the_third_series_is_striped() -> None:
    chart = sample.chart(ChartKind.BARS)
    rows = tuple(replace(row, cells=(*row.cells, sample.cell(5, PERSONS))) for row in chart.table.rows)
    wider = replace(chart, table=replace(chart.table, rows=rows, columns=sample.columns("Kvinnor", "Män", "Okänt")))
    svg = chart_svg(wider)
    assert 'fill="url(#bars-stripes)"' in svg
    assert 'id="bars-stripes"' in svg


def test_hostile_text_stays_text() -> None:
    block = hostile_document().sections[0].blocks[4]
    assert isinstance(block, Chart)
    svg = chart_svg(block)
    assert "<script" not in svg
    assert sample.HOSTILE in [element.text for element in ET.fromstring(svg)]


def test_a_chart_without_rows_is_still_a_picture() -> None:
    empty = replace(sample.chart(ChartKind.BARS).table, rows=())
    for kind in ChartKind:
        assert chart_svg(Chart("empty", "Tom", "Inget att visa.", kind, empty)).startswith("<svg")


@EVERY_KIND
def test_the_same_chart_gives_the_same_picture(kind: ChartKind) -> None:
    assert chart_svg(sample.chart(kind)) == chart_svg(sample.chart(kind))
    assert chart_png(sample.chart(kind)).startswith(b"\x89PNG")


def test_the_letters_are_drawn_in_the_png() -> None:
    # An engine that does not find the font leaves the words out without a word.
    chart = sample.chart(ChartKind.BARS)
    silent = replace(chart, table=replace(chart.table, rows=tuple(replace(r, label=" ") for r in chart.table.rows)))
    assert len(chart_png(chart)) > len(chart_png(silent)) + 1000


def test_a_walk_draws_each_step_from_where_the_one_before_ended() -> None:
    values = chart_spec(sample.walk())["data"]["values"]
    assert [(value["start"], value["end"], value["text"].replace("\u00a0", " ")) for value in values] == [
        (0, 3038, "3 038"),
        (3038, 21060, "+18 022"),
        (21060, 1875, "−19 185"),
        (0, 1875, "1 875"),
        (1875, 2115, "+240"),
        (2115, 2112, "−3"),
        (0, 2112, "2 112"),
    ]


def test_levels_steps_up_and_steps_down_differ_in_grey_and_are_named() -> None:
    svg = chart_svg(sample.walk())
    assert {"Nivå", "Ökning", "Minskning"} <= set(texts(svg))
    for fill in (SERIES[0], SERIES[1], "url(#walk-stripes)"):
        assert f'fill="{fill}"' in svg


def test_a_walk_that_only_rises_does_not_name_what_it_has_not() -> None:
    table = sample.walk().table
    rising = replace(table, rows=(*table.rows[:2], table.rows[4]))
    assert "Minskning" not in texts(chart_svg(replace(sample.walk(), table=rising)))


def test_nobody_knows_where_a_walk_is_after_a_step_that_is_missing() -> None:
    rows = list(sample.walk().table.rows)
    rows[1] = replace(rows[1], cells=(sample.Missing(sample.NO_FORECAST),))
    broken = replace(sample.walk(), table=replace(sample.walk().table, rows=tuple(rows)))
    ends = [value["end"] for value in chart_spec(broken)["data"]["values"]]
    assert ends == [3038, None, None, 1875, 2115, 2112, 2112]


def test_a_step_that_does_not_apply_changes_nothing() -> None:
    rows = list(sample.walk().table.rows)
    rows[4] = replace(rows[4], cells=(sample.BLANK,))
    quiet = replace(sample.walk(), table=replace(sample.walk().table, rows=tuple(rows)))
    ends = [value["end"] for value in chart_spec(quiet)["data"]["values"]]
    assert ends == [3038, 21060, 1875, 1875, None, 1872, 2112]


def test_a_walk_shows_the_emphasised_column() -> None:
    table = sample.walk().table
    rows = tuple(replace(row, cells=(sample.cell(100_000, THOUSANDS), *row.cells)) for row in table.rows)
    two = replace(table, columns=sample.columns("Budget", "Prognos", emphasis=2), rows=rows)
    assert "Prognos, tkr" in texts(chart_svg(replace(sample.walk(), table=two)))
    assert chart_spec(replace(sample.walk(), table=two))["data"] == chart_spec(sample.walk())["data"]


def test_what_is_written_at_the_longest_bar_has_room_in_the_picture() -> None:
    rows = (Row("a", "Utgående eget kapital", RowKind.SUBTOTAL, (sample.cell(99_999_999_999, KRONOR_ORE),)),)
    table = replace(sample.walk().table, unit=KRONOR_ORE, rows=rows)
    spec = chart_spec(replace(sample.walk(), table=table))
    low, high = spec["layer"][1]["encoding"]["x"]["scale"]["domain"]
    plot = WIDTH - 24 - len("Utgående eget kapital") * 6.4
    [bar] = spec["data"]["values"]
    end = (bar["high"] - low) / (high - low) * plot
    assert end + 5 + len(bar["text"]) * 6.4 < plot


@EVERY_KIND
def test_a_hidden_count_is_told_by_its_sign_and_never_drawn(kind: ChartKind) -> None:
    chart = sample.chart(kind)
    rows = tuple(replace(row, cells=(sample.HIDDEN,) * len(row.cells)) for row in chart.table.rows)
    hidden = replace(chart, table=replace(chart.table, rows=rows))
    svg, spec = chart_svg(hidden), chart_spec(hidden)
    assert all(value.get("value") is None for value in spec["data"]["values"])
    assert any(sample.HIDDEN.sign in text for text in texts(svg)) or kind in {ChartKind.LINES, ChartKind.WALK}
    assert not re.search(r'aria-roledescription="(bar|circle|point)"', svg)


def test_the_sign_stands_where_the_bar_would_begin() -> None:
    chart = sample.chart(ChartKind.BARS)
    first, *others = chart.table.rows
    rows = (replace(first, cells=(sample.HIDDEN, first.cells[1])), *others)
    values = chart_spec(replace(chart, table=replace(chart.table, rows=rows)))["data"]["values"]
    assert [(one["value"], one["at"], one["text"]) for one in values[:2]] == [(None, 0.0, "<5"), (12.0, 12.0, "12")]


def test_where_figures_have_no_room_the_signs_of_hidden_ones_are_written_all_the_same() -> None:
    many = [Row(f"r{i}", f"Kommun {i}", RowKind.DETAIL, (sample.cell(10**12 + i, PERSONS),)) for i in range(30)]
    rows = (*many, Row("last", "Liten", RowKind.DETAIL, (sample.HIDDEN,)))
    table = Table("t", "Kommuner", PERSONS, (Column("c", "Antal"),), rows)
    shown = texts(chart_svg(Chart("many", "Kommuner", "Många", ChartKind.BARS, table)))
    assert shown.count("<5") == 1
    assert not any(text.startswith("1\u00a0000\u00a0000\u00a0000\u00a00") and text.endswith("7") for text in shown)


def test_shares_are_laid_end_to_end_and_a_hidden_one_is_named_in_the_legend() -> None:
    chart = sample.chart(ChartKind.SHARES)
    laid = [(one["start"], one["end"], one["text"]) for one in chart_spec(chart)["data"]["values"]]
    assert laid == [(0, 40, "1"), (40, 75, "2"), (0, 22, "1"), (22, 42, "2"), (42, 83, "3")]
    assert "3 Lön (<5: ritas inte)" in texts(chart_svg(chart))


def test_neighbouring_shares_differ_in_fill() -> None:
    rows = tuple(Row(f"r{i}", f"Svar {i}", RowKind.DETAIL, (sample.cell(5, PERSONS),)) for i in range(7))
    table = Table("t", "Svar", PERSONS, (Column("c", "Antal"),), rows)
    spec = chart_spec(Chart("answers", "Svar", "Sju svar", ChartKind.SHARES, table))
    fills = spec["layer"][0]["encoding"]["color"]["scale"]["range"]
    assert all(one != other for one, other in pairwise(fills))


def test_a_range_without_one_of_its_ends_is_a_point_alone() -> None:
    chart = sample.chart(ChartKind.RANGES)
    first, *others = chart.table.rows
    rows = (replace(first, cells=(*first.cells[:2], sample.Missing("Ingen spridning med ett svar."))), *others)
    values = chart_spec(replace(chart, table=replace(chart.table, rows=rows)))["data"]["values"]
    assert [(one["value"], one["low"], one["high"]) for one in values] == [
        (12.0, None, None),
        (-3.0, -9.0, 3.0),
        (None, None, None),
    ]
