"""What is drawn of a table, and in which look?

Rows are categories and columns are series; a total is not drawn beside its parts. ``chart_parts`` says how series are
told apart, and what stands for a figure that is missing or hidden.
"""

from collections.abc import Callable, Mapping
from typing import Final

from samordna.domain.document import Chart, ChartKind, Table
from samordna.renderers import typeface
from samordna.renderers.chart_counts import ranges_spec, shares_spec
from samordna.renderers.chart_parts import (
    DASHES,
    FILLS,
    LETTER,
    LONG,
    SHAPES,
    STROKES,
    WIDTH,
    Spec,
    by_series,
    categories,
    category_axis,
    drawn_rows,
    figure_axis,
    figures_data,
    reach_of,
    series_keys,
    with_room,
)
from samordna.renderers.chart_walk import walk_spec
from samordna.renderers.palette import ACCENT, HAIRLINE, INK, MUTED


def chart_spec(chart: Chart) -> Spec:
    """Return the Vega-Lite specification of a chart."""
    return {**_DRAWN[chart.kind](chart.table), "width": WIDTH, "background": None, "autosize": _FIT, "config": _CONFIG}


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


_UPRIGHT: Final = {
    "titleAngle": 0, "titleAlign": "left", "titleAnchor": "end", "titleBaseline": "bottom", "titleX": 0, "titleY": -12,
}  # fmt: skip


def _bars(table: Table) -> Spec:
    """Return grouped vertical bars; each has its figure written on it where there is room."""
    count, width = max(len(drawn_rows(table)), 1), len(table.columns)
    band = (WIDTH - 60) / count
    letters = int(band / LETTER)
    encoding = {
        "x": {**category_axis(categories(drawn_rows(table), letters), labelAngle=0), "bandPosition": 0.5},
        "xOffset": {"field": "series", "scale": {"domain": series_keys(table)}},
        "y": figure_axis(table, **_UPRIGHT),
    }
    longest = max((len(str(value["text"])) for value in figures_data(table, letters)["values"]), default=0)
    beyond = {"dy": {"expr": "datum.value < 0 ? 12 : -5"}, "baseline": "alphabetic"}
    labelled = longest * LETTER <= band * 0.8 / width
    return {"height": 225, **_bar_layers(table, letters, encoding, beyond, every=labelled)}


def _horizontal_bars(table: Table) -> Spec:
    """Return grouped horizontal bars with their figures at the end, high enough for their number."""
    letters = LONG
    keys = categories(drawn_rows(table), letters)
    reach = [reach_of(cell, table) or 0.0 for row in drawn_rows(table) for cell in row.cells]
    encoding = {
        "y": category_axis(keys, domain=True),
        "yOffset": {"field": "series", "scale": {"domain": series_keys(table)}},
        "x": {**figure_axis(table, titleAnchor="end"), "scale": {"domain": with_room(reach)}},
    }
    step = max([26, 20 * len(table.columns), *(17 * key.count("\n") for key in keys)])
    beyond = {"dx": {"expr": "datum.value < 0 ? -5 : 5"}, "align": {"expr": "datum.value < 0 ? 'right' : 'left'"}}
    return {"height": 60 + step * len(keys), **_bar_layers(table, letters, encoding, beyond, every=True)}


def _bar_layers(table: Table, letters: int, encoding: Spec, figures: Spec, *, every: bool) -> Spec:
    """Return the bars, and what is written at them: every figure, or only the signs of those that are hidden."""
    bars: Spec = {"mark": {"type": "bar", "stroke": ACCENT, "strokeWidth": 0.75}}
    bars["encoding"] = {"color": by_series(table, FILLS)}
    way = next(name for name in ("x", "y") if encoding[name]["type"] == "quantitative")
    at = {**encoding[way], "field": "at"}
    text: Spec = {"mark": {"type": "text", "color": INK, "fontSize": 12, **figures}}
    text["encoding"] = {"text": {"field": "text"}, "detail": {"field": "series"}, way: at}
    if not every:
        text["transform"] = [{"filter": "datum.hidden"}]
    data = figures_data(table, letters)
    told = every or any(value["hidden"] for value in data["values"])
    return {"data": data, "encoding": encoding, "layer": [bars, text] if told else [bars]}


_APART: Final[Spec] = {"resolve": {"scale": {"color": "independent"}, "legend": {"color": "independent"}}}
"""The legend shows the points only: the engine would draw dashes around them."""


def _lines(table: Table) -> Spec:
    """Return one line for each column, told apart by dash and shape as well; a gap breaks the line."""
    letters = int((WIDTH - 60) / max(len(drawn_rows(table)), 1) / LETTER)
    color, dash, shape = (by_series(table, values) for values in (STROKES, DASHES, SHAPES))
    keys = categories(drawn_rows(table), letters)
    encoding = {"x": category_axis(keys, labelAngle=0), "y": figure_axis(table, **_UPRIGHT)}
    gaps = "break-paths-show-domains"
    line: Spec = {"mark": {"type": "line", "strokeWidth": 2.25, "invalid": gaps}}
    line["encoding"] = {"color": {**color, "legend": None}, "strokeDash": {**dash, "legend": None}}
    points: Spec = {"mark": {"type": "point", "filled": True, "size": 55, "opacity": 1, "invalid": "filter"}}
    points["encoding"] = {"color": color, "shape": shape}
    return {
        "height": 225,
        "data": figures_data(table, letters),
        "encoding": encoding,
        "layer": [line, points],
        **_APART,
    }


_DRAWN: Final[Mapping[ChartKind, Callable[[Table], Spec]]] = {
    ChartKind.BARS: _bars,
    ChartKind.HORIZONTAL_BARS: _horizontal_bars,
    ChartKind.LINES: _lines,
    ChartKind.WALK: walk_spec,
    ChartKind.SHARES: shares_spec,
    ChartKind.RANGES: ranges_spec,
}
