"""What is drawn of a table, and in which look?

Rows are categories and columns are series; a total is not drawn beside its parts. Series differ in lightness,
pattern, dash and shape, never in colour alone. A missing figure leaves a gap, and so does one in another unit
than the table's.
"""

import textwrap
from fractions import Fraction
from typing import Any, Final

from samordna.domain.document import Cell, Chart, ChartKind, Number, Row, RowKind, Table
from samordna.renderers import typeface
from samordna.renderers.grid import cells
from samordna.renderers.palette import ACCENT, HAIRLINE, INK, MUTED, SERIES
from samordna.renderers.printable import one_line

Spec = dict[str, Any]

WIDTH: Final = 640
STRIPES: Final = "#d9dfe1"
"""A colour that stands for the striped fill until the picture is made: the engine knows no patterns."""

FILLS: Final = (SERIES[0], SERIES[1], STRIPES, SERIES[3])
STROKES: Final = (ACCENT, "#4d959b", "#7d8b8f", INK)
DASHES: Final = ([1, 0], [6, 3], [2, 3], [9, 3, 2, 3])
SHAPES: Final = ("circle", "square", "diamond", "triangle-up")

_LETTER: Final = 6.4
"""The width of an average letter in a chart, in pixels: enough to choose line breaks by."""
_LINES: Final = "slice(split(datum.label, '\\n'), 1)"
"""Categories and series are keyed ``0\\nlabel``: two rows may bear the same name, and labels may have two lines."""


def chart_spec(chart: Chart) -> Spec:
    """Return the Vega-Lite specification of a chart."""
    draw = {
        ChartKind.BARS: _bars,
        ChartKind.HORIZONTAL_BARS: _horizontal_bars,
        ChartKind.LINES: _lines,
    }[chart.kind]
    return {**draw(chart.table), "width": WIDTH, "background": None, "autosize": _FIT, "config": _CONFIG}


_FIT: Final = {"type": "fit", "contains": "padding"}
_CONFIG: Final[Spec] = {
    "aria": False,
    "padding": 2,
    "font": typeface.CHART_FAMILY,
    "view": {"stroke": None},
    "axis": {
        "labelFontSize": 13, "titleFontSize": 13, "titleFontWeight": "normal", "titleColor": MUTED, "labelColor": INK,
        "gridColor": HAIRLINE, "domainColor": MUTED, "labelLimit": 400, "labelPadding": 6, "ticks": False,
    },
    "legend": {
        "orient": "top", "direction": "horizontal", "title": None, "labelFontSize": 13, "labelColor": INK,
        "labelLimit": 400, "symbolSize": 130, "columnPadding": 20, "offset": 34, "columns": 3,
    },
}  # fmt: skip


def _drawn(table: Table) -> list[Row]:
    """Return the rows that are drawn: details or, where there are only sums, the sums."""
    details = [row for row in table.rows if row.kind is RowKind.DETAIL]
    return details or [row for row in table.rows if row.kind is not RowKind.HEADING]


def _value(cell: Cell, table: Table) -> float | None:
    """Return how far a figure reaches, in the table's unit. A picture may round; the table does not."""
    if not isinstance(cell, Number) or cell.unit.suffix != table.unit.suffix:
        return None
    return float(Fraction(cell.exact) / table.unit.holds)


def _drawable(text: str) -> str:
    return typeface.drawable(one_line(text), in_chart=True)


def _categories(table: Table, letters: int) -> list[str]:
    """Return the key of each drawn row: its number, and its label broken at ``letters``."""
    labels = (textwrap.wrap(_drawable(row.label), max(letters, 8)) or [""] for row in _drawn(table))
    return [f"{i}\n" + "\n".join(lines) for i, lines in enumerate(labels)]


def _series(table: Table) -> list[str]:
    """Return the key of each column: its number and label."""
    return [f"{i}\n{_drawable(column.label)}" for i, column in enumerate(table.columns)]


def _data(table: Table, letters: int) -> Spec:
    """Return every figure of the drawn rows, the missing ones as gaps; labels are broken at ``letters``."""
    values = [
        {"row": key, "series": name, "value": _value(cell, table), "text": _drawable(getattr(cell, "text", ""))}
        for key, row in zip(_categories(table, letters), _drawn(table), strict=True)
        for name, cell in zip(_series(table), cells(table, row), strict=True)
    ]
    return {"values": values}


def _category_axis(table: Table, letters: int, **look: object) -> Spec:
    axis = {"title": None, "labelExpr": _LINES, "grid": False, **look}
    return {"field": "row", "type": "nominal", "scale": {"domain": _categories(table, letters)}, "axis": axis}


def _figure_axis(table: Table, **look: object) -> Spec:
    """Return the axis of figures, headed by what is measured."""
    title = [table.unit.suffix or table.unit.name]
    if len(table.columns) == 1:
        title = [_drawable(table.columns[0].label), *([table.unit.suffix] if table.unit.suffix else [])]
    axis = {"title": ", ".join(title), "format": ",~f", "tickCount": 5, "domain": False, **look}
    return {"field": "value", "type": "quantitative", "axis": axis}


def _by_series(table: Table, values: tuple[object, ...]) -> Spec:
    """Return an encoding that gives each column its own of ``values``, and a legend when there are several."""
    names = _series(table)
    chosen = [values[i % len(values)] for i in range(len(names))]
    legend = {"labelExpr": f"{_LINES}[0]"} if len(names) > 1 else None
    return {"field": "series", "type": "nominal", "scale": {"domain": names, "range": chosen}, "legend": legend}


_UPRIGHT: Final = {
    "titleAngle": 0, "titleAlign": "left", "titleAnchor": "end", "titleBaseline": "bottom", "titleX": 0, "titleY": -12,
}  # fmt: skip


def _bars(table: Table) -> Spec:
    """Return grouped vertical bars; each has its figure written on it where there is room."""
    count, width = max(len(_drawn(table)), 1), len(table.columns)
    band = (WIDTH - 60) / count
    letters = int(band / _LETTER)
    encoding = {
        "x": {**_category_axis(table, letters, labelAngle=0), "bandPosition": 0.5},
        "xOffset": {"field": "series", "scale": {"domain": _series(table)}},
        "y": _figure_axis(table, **_UPRIGHT),
    }
    longest = max((len(str(value["text"])) for value in _data(table, letters)["values"]), default=0)
    beyond = {"dy": {"expr": "datum.value < 0 ? 12 : -5"}, "baseline": "alphabetic"}
    labelled = longest * _LETTER <= band * 0.8 / width
    return {"height": 225, **_bar_layers(table, letters, encoding, beyond if labelled else None)}


def _horizontal_bars(table: Table) -> Spec:
    """Return grouped horizontal bars with their figures at the end, high enough for their number."""
    letters = 34
    encoding = {
        "y": _category_axis(table, letters, domain=True),
        "yOffset": {"field": "series", "scale": {"domain": _series(table)}},
        "x": {**_figure_axis(table, titleAnchor="end"), "scale": {"domain": _with_room(table)}},
    }
    categories = _categories(table, letters)
    step = max([26, 20 * len(table.columns), *(17 * key.count("\n") for key in categories)])
    beyond = {"dx": {"expr": "datum.value < 0 ? -5 : 5"}, "align": {"expr": "datum.value < 0 ? 'right' : 'left'"}}
    return {"height": 60 + step * len(categories), **_bar_layers(table, letters, encoding, beyond)}


def _with_room(table: Table) -> list[float]:
    """Return the ends of an axis of figures, with room beyond the longest bar for what is written at its end."""
    reach = [_value(cell, table) or 0.0 for row in _drawn(table) for cell in row.cells]
    return [min([0.0, *reach]) * 1.15, max([0.0, *reach]) * 1.15]


def _bar_layers(table: Table, letters: int, encoding: Spec, figures: Spec | None) -> Spec:
    bars: Spec = {"mark": {"type": "bar", "stroke": ACCENT, "strokeWidth": 0.75}}
    bars["encoding"] = {"color": _by_series(table, FILLS)}
    layers = [bars]
    if figures is not None:
        mark = {"type": "text", "color": INK, "fontSize": 12, **figures}
        layers.append({"mark": mark, "encoding": {"text": {"field": "text"}, "detail": {"field": "series"}}})
    return {"data": _data(table, letters), "encoding": encoding, "layer": layers}


_APART: Final[Spec] = {"resolve": {"scale": {"color": "independent"}, "legend": {"color": "independent"}}}
"""The legend shows the points only: the engine would draw dashes around them."""


def _lines(table: Table) -> Spec:
    """Return one line for each column, told apart by dash and shape as well; a gap breaks the line."""
    letters = int((WIDTH - 60) / max(len(_drawn(table)), 1) / _LETTER)
    color, dash, shape = (_by_series(table, values) for values in (STROKES, DASHES, SHAPES))
    encoding = {"x": _category_axis(table, letters, labelAngle=0), "y": _figure_axis(table, **_UPRIGHT)}
    gaps = "break-paths-show-domains"
    line: Spec = {"mark": {"type": "line", "strokeWidth": 2.25, "invalid": gaps}}
    line["encoding"] = {"color": {**color, "legend": None}, "strokeDash": {**dash, "legend": None}}
    points: Spec = {"mark": {"type": "point", "filled": True, "size": 55, "opacity": 1, "invalid": "filter"}}
    points["encoding"] = {"color": color, "shape": shape}
    return {"height": 225, "data": _data(table, letters), "encoding": encoding, "layer": [line, points], **_APART}
