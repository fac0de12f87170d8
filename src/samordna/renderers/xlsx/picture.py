"""How does a chart become one of Excel's own, that follows the figures when somebody changes them?"""

import io
from typing import Any, Final

from xlsxwriter import Workbook  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from samordna.domain.document import Chart, ChartKind, Row, RowKind, Table
from samordna.renderers.charts import chart_png
from samordna.renderers.grid import Part, slots
from samordna.renderers.palette import ACCENT, HAIRLINE, SERIES
from samordna.renderers.printable import one_line
from samordna.renderers.xlsx.sheet import HEAD, TableSheet
from samordna.renderers.xlsx.walk import stretches, walk_chart

_KINDS: Final = {ChartKind.BARS: "column", ChartKind.HORIZONTAL_BARS: "bar", ChartKind.LINES: "line"}
"""Which charts the program of the workbook draws itself; the others are pictures."""
_DASHES: Final = ("solid", "dash", "round_dot", "long_dash_dot")
_MARKERS: Final = ("circle", "square", "diamond", "triangle")
_LONGEST_ALT: Final = 2_000


def insert_chart(workbook: Workbook, place: TableSheet, chart: Chart, table: Table, below: int) -> None:
    """Draw ``chart`` under the table that stands on its sheet at ``place``: its own, or one that has its rows."""
    sheet = place.sheet
    told = one_line(chart.description)[:_LONGEST_ALT]
    if chart.kind not in _KINDS and chart.kind is not ChartKind.WALK:
        picture = {"image_data": io.BytesIO(chart_png(chart)), "x_scale": 0.6, "y_scale": 0.6, "description": told}
        sheet.insert_image(below, 0, f"{chart.id}.png", picture)
        return
    if chart.kind is ChartKind.WALK:
        drawn = walk_chart(workbook, place, table, _rows(chart.table))
    else:
        drawn = _series_chart(workbook, sheet, chart, table)
    _dress(drawn, chart)
    sheet.insert_chart(below, 0, drawn, {"description": told})


def _series_chart(workbook: Workbook, sheet: Worksheet, chart: Chart, table: Table) -> Any:
    """Return a chart with a series for each column of figures that it has."""
    drawn = workbook.add_chart({"type": _KINDS[chart.kind]})
    columns, shown = slots(table), [column.id for column in chart.table.columns]
    label = next(i for i, slot in enumerate(columns) if slot.part is Part.LABEL)
    lines = [HEAD + 1 + i for i, row in enumerate(table.rows) if row.id in _rows(chart.table) and _is_drawn(chart, row)]
    for at, slot in enumerate(columns):
        if slot.part is Part.FIGURE and table.columns[slot.figure].id in shown:
            drawn.add_series(
                {
                    "name": [sheet.name, HEAD, at],
                    "categories": stretches(sheet, lines, label),
                    "values": stretches(sheet, lines, at),
                    **_drawn(chart.kind, slot.figure),
                }
            )
    return drawn


def _rows(table: Table) -> frozenset[str]:
    return frozenset(row.id for row in table.rows)


def _drawn(kind: ChartKind, series: int) -> dict[str, object]:
    """Return how a series is drawn: lines differ in dash, bars in lightness, neither in colour alone."""
    if kind is ChartKind.LINES:
        line = {"color": ACCENT, "width": 2, "dash_type": _DASHES[series % len(_DASHES)]}
        # without its marker, a point between two gaps would not be seen at all
        return {"line": line, "marker": {"type": _MARKERS[series % len(_MARKERS)], "size": 6}}
    return {"fill": {"color": SERIES[series % len(SERIES)]}, "border": {"color": ACCENT, "width": 0.75}}


def _dress(drawn: Any, chart: Chart) -> None:
    """Give the chart its title, its axes and, where more than one series asks for it, a legend."""
    quiet = {"visible": True, "line": {"color": HAIRLINE, "width": 0.5}}
    title = one_line(chart.title)
    # xlsxwriter takes a title that begins with = for a reference to a cell
    drawn.set_title(
        {"name": f" {title}" if title.startswith("=") else title, "name_font": {"size": 12}, "overlay": False}
    )
    walk = chart.kind is ChartKind.WALK
    if walk:  # read from the top, as the table
        drawn.set_y_axis({"reverse": True, "label_position": "low", "major_gridlines": {"visible": False}})
        drawn.set_x_axis({"major_gridlines": quiet, "label_position": "high"})
    else:
        drawn.set_y_axis({"major_gridlines": quiet, "reverse": False})
        drawn.set_x_axis({"label_position": "low"})
    drawn.set_size({"width": 760, "height": 400})
    drawn.show_na_as_empty_cell()
    if walk or len(chart.table.columns) == 1:
        drawn.set_legend({"none": True})
    else:
        drawn.set_legend({"position": "bottom"})


def _is_drawn(chart: Chart, row: Row) -> bool:
    """Tell whether a row is drawn: its sums are not, unless they are all there is."""
    details = any(other.kind is RowKind.DETAIL for other in chart.table.rows)
    return row.kind is RowKind.DETAIL if details else bool(row.cells)
