"""Which picture goes with each table of statistics, and does any of them show more than its table?"""

from dataclasses import replace

import pytest
from tests.years.counts import asked_of, counted_of

from samordna.domain.activities.agreed import AgreedNumber, Counted
from samordna.domain.document import Chart, ChartKind, Hidden, Number, Table
from samordna.domain.measures.charts import chart_of
from samordna.domain.measures.disclosure import Audience
from samordna.domain.measures.statistics import Known, tables_of
from samordna.domain.measures.view import ViewKind
from samordna.domain.measures.view_file import shipped_views
from samordna.domain.values.period import Period

VIEWS = shipped_views()


def tables(key: str, audience: Audience = Audience.INSIDE, association: str = "insjoriket") -> tuple[Table, ...]:
    known = Known(counted_of(association), lists=asked_of(association)[0].lists)
    return tables_of(VIEWS[key], known, audience).tables


def charts(key: str, audience: Audience = Audience.INSIDE) -> list[Chart]:
    return [chart for table in tables(key, audience) if (chart := chart_of(VIEWS[key], table))]


@pytest.mark.parametrize("audience", [Audience.INSIDE, Audience.PUBLIC])
@pytest.mark.parametrize("key", list(VIEWS))
def test_a_picture_shows_cells_of_its_table_and_nothing_else(key: str, audience: Audience):
    for table in tables(key, audience):
        chart = chart_of(VIEWS[key], table)
        if chart is None:
            continue
        assert chart.table_above
        for row in chart.table.rows:
            told = {one.id: cell for one, cell in zip(chart.table.columns, row.cells, strict=False)}
            turned = VIEWS[key].kind is ViewKind.TRANSITIONS
            assert told == {one: table.cell(*((one, row.id) if turned else (row.id, one))) for one in told}


def test_gender_is_drawn_side_by_side_and_nobody_of_unknown_gender_is_left_out_of_it():
    [chart] = charts("inflow")
    assert [one.id for one in chart.table.columns] == ["women", "men"]
    assert chart.kind is ChartKind.HORIZONTAL_BARS


def test_a_picture_of_women_and_men_together_does_not_say_that_it_is_by_gender():
    view, [table] = VIEWS["inflow"], tables("inflow", Audience.PUBLIC)
    chart = chart_of(view, replace(table, title=f"{view.name}, januari–augusti 2024"))
    assert chart
    assert [one.id for one in chart.table.columns] == ["total"]
    assert chart.title == "Inflöde efter remittent, januari–augusti 2024, kvinnor och män tillsammans"
    assert "kön" not in chart.description


def test_what_is_only_known_between_two_counts_is_not_drawn():
    _, by_gender = tables("participants-2014", association="sjuharad")
    chart = chart_of(VIEWS["participants-2014"], by_gender)
    assert chart
    assert "unique" in [row.id for row in by_gender.rows]
    assert "unique" not in [row.id for row in chart.table.rows]
    assert "starts" in [row.id for row in chart.table.rows]


def test_what_was_agreed_stands_beside_what_became_of_it_where_anything_was():
    view, known = VIEWS["participants-2014"], Known(counted_of("insjoriket"), lists=asked_of("insjoriket")[0].lists)
    year = Period(202401, 202412)
    agreed = AgreedNumber("activera", "", year, Counted.PARTICIPANTS, 300, "Avtal", 280)
    for told, columns in (((), ["participants", "unique"]), ((agreed,), ["budgeted_participants", "participants"])):
        beside = tables_of(view, replace(known, agreed=told), Audience.INSIDE).tables[0]
        chart = chart_of(view, beside)
        assert chart
        assert [one.id for one in chart.table.columns][:2] == columns


def test_shares_are_not_drawn_on_an_axis_of_persons():
    [coverage, _] = charts("progression")
    assert [row.id for row in coverage.table.rows] == ["participants", "measured_once", "measured_twice"]


def test_who_may_have_several_incomes_is_no_part_of_a_whole():
    assert {chart.kind for chart in charts("income-transitions")} <= {ChartKind.HORIZONTAL_BARS, ChartKind.BARS}
    assert charts("work-transitions")[0].kind is ChartKind.SHARES


def test_a_change_is_drawn_with_the_interval_that_it_lies_in():
    [chart] = [one for one in charts("progression") if one.kind is ChartKind.RANGES]
    assert [one.id for one in chart.table.columns] == ["mean", "low", "high"]
    assert all(row.id.startswith("total:") for row in chart.table.rows)


def test_hidden_counts_are_told_in_the_description_and_no_most_is_named_beside_them():
    shown = [chart for key in VIEWS for chart in charts(key, Audience.PUBLIC)]
    hiding = [one for one in shown if any(isinstance(cell, Hidden) for row in one.table.rows for cell in row.cells)]
    assert hiding
    for chart in hiding:
        assert "ritas inte" in chart.description
        for at, column in enumerate(chart.table.columns):
            if any(isinstance(row.cells[at], Hidden) for row in chart.table.rows if row.cells):
                assert f"{column.label}: högst" not in chart.description


def test_a_table_of_a_single_row_needs_no_picture():
    [table] = tables("inflow")
    rows = tuple(row for row in table.rows if any(isinstance(cell, Number) for cell in row.cells))[:1]
    assert chart_of(VIEWS["inflow"], replace(table, rows=rows)) is None
