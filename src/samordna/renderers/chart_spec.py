"""What is drawn of a table, and in which look?

Rows are categories and columns are series; a total is not drawn beside its parts. Series differ in lightness,
pattern, dash and shape, never in colour alone. A missing figure leaves a gap, and so does one in another unit
than the table's.
"""

import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from typing import Any, Final

from samordna.domain.document import Cell, Chart, ChartKind, Number, Row, RowKind, Table
from samordna.domain.values.period import MONTHS
from samordna.renderers import typeface
from samordna.renderers.grid import cells
from samordna.renderers.palette import ACCENT, HAIRLINE, INK, MUTED, SERIES
from samordna.renderers.printable import one_line
from samordna.renderers.walk import Step, Way, steps, walked_column

Spec = dict[str, Any]

WIDTH: Final = 640
STRIPES: Final = "#d9dfe1"
"""A colour that stands for the striped fill until the picture is made: the engine knows no patterns."""

FILLS: Final = (SERIES[0], SERIES[1], STRIPES, SERIES[3])
STROKES: Final = (ACCENT, "#4d959b", "#7d8b8f", INK)
DASHES: Final = ([1, 0], [6, 3], [2, 3], [9, 3, 2, 3])
SHAPES: Final = ("circle", "square", "diamond", "triangle-up")

_LONG: Final = 34
"""Letters of a label that stands beside its bar, before it is broken."""
_LETTER: Final = 6.4
"""The width of an average letter in a chart, in pixels: enough to choose line breaks by."""
_BESIDE_PLOT: Final = 24
"""Pixels that are neither labels nor figures: padding, and what stands between an axis and its labels."""
_BEFORE_TEXT: Final = 12
"""Pixels from a bar to the end of the picture that what is written at the bar does not fill."""
_LINES: Final = "slice(split(datum.label, '\\n'), 1)"
"""Categories and series are keyed ``0\\nlabel``: two rows may bear the same name, and labels may have two lines."""


def chart_spec(chart: Chart) -> Spec:
    """Return the Vega-Lite specification of a chart."""
    draw = {
        ChartKind.BARS: _bars,
        ChartKind.HORIZONTAL_BARS: _horizontal_bars,
        ChartKind.LINES: _lines,
        ChartKind.WALK: _walk,
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


def _categories(rows: Iterable[Row], letters: int) -> list[str]:
    """Return the key of each drawn row: its number, and its label broken at ``letters``."""
    labels = (textwrap.wrap(label, max(letters, 8)) or [""] for label in _labels(rows, letters))
    return [f"{i}\n" + "\n".join(lines) for i, lines in enumerate(labels)]


def _labels(rows: Iterable[Row], letters: int) -> list[str]:
    """Return the label of each row, with all months cut to three letters when there is no room for one of them."""
    labels = [_drawable(row.label) for row in rows]
    cut = any(label in MONTHS and len(label) > letters for label in labels)
    return [label[:3] if cut and label in MONTHS else label for label in labels]


def _series(table: Table) -> list[str]:
    """Return the key of each column: its number and label."""
    return [f"{i}\n{_drawable(column.label)}" for i, column in enumerate(table.columns)]


def _data(table: Table, letters: int) -> Spec:
    """Return every figure of the drawn rows, the missing ones as gaps; labels are broken at ``letters``."""
    values = [
        {"row": key, "series": name, "value": _value(cell, table), "text": _drawable(getattr(cell, "text", ""))}
        for key, row in zip(_categories(_drawn(table), letters), _drawn(table), strict=True)
        for name, cell in zip(_series(table), cells(table, row), strict=True)
    ]
    return {"values": values}


def _category_axis(categories: Sequence[str], **look: object) -> Spec:
    axis = {"title": None, "labelExpr": _LINES, "grid": False, **look}
    return {"field": "row", "type": "nominal", "scale": {"domain": categories}, "axis": axis}


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
        "x": {**_category_axis(_categories(_drawn(table), letters), labelAngle=0), "bandPosition": 0.5},
        "xOffset": {"field": "series", "scale": {"domain": _series(table)}},
        "y": _figure_axis(table, **_UPRIGHT),
    }
    longest = max((len(str(value["text"])) for value in _data(table, letters)["values"]), default=0)
    beyond = {"dy": {"expr": "datum.value < 0 ? 12 : -5"}, "baseline": "alphabetic"}
    labelled = longest * _LETTER <= band * 0.8 / width
    return {"height": 225, **_bar_layers(table, letters, encoding, beyond if labelled else None)}


def _horizontal_bars(table: Table) -> Spec:
    """Return grouped horizontal bars with their figures at the end, high enough for their number."""
    letters = _LONG
    categories = _categories(_drawn(table), letters)
    reach = [_value(cell, table) or 0.0 for row in _drawn(table) for cell in row.cells]
    encoding = {
        "y": _category_axis(categories, domain=True),
        "yOffset": {"field": "series", "scale": {"domain": _series(table)}},
        "x": {**_figure_axis(table, titleAnchor="end"), "scale": {"domain": _with_room(reach)}},
    }
    step = max([26, 20 * len(table.columns), *(17 * key.count("\n") for key in categories)])
    beyond = {"dx": {"expr": "datum.value < 0 ? -5 : 5"}, "align": {"expr": "datum.value < 0 ? 'right' : 'left'"}}
    return {"height": 60 + step * len(categories), **_bar_layers(table, letters, encoding, beyond)}


def _with_room(reach: Iterable[float]) -> list[float]:
    """Return the ends of an axis of figures, with room beyond the longest bar for what is written at its end."""
    reach = list(reach)
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
    categories = _categories(_drawn(table), letters)
    encoding = {"x": _category_axis(categories, labelAngle=0), "y": _figure_axis(table, **_UPRIGHT)}
    gaps = "break-paths-show-domains"
    line: Spec = {"mark": {"type": "line", "strokeWidth": 2.25, "invalid": gaps}}
    line["encoding"] = {"color": {**color, "legend": None}, "strokeDash": {**dash, "legend": None}}
    points: Spec = {"mark": {"type": "point", "filled": True, "size": 55, "opacity": 1, "invalid": "filter"}}
    points["encoding"] = {"color": color, "shape": shape}
    return {"height": 225, "data": _data(table, letters), "encoding": encoding, "layer": [line, points], **_APART}


_WAYS: Final = {Way.LEVEL: FILLS[0], Way.UP: FILLS[1], Way.DOWN: STRIPES}
"""Dark, light and striped: a walk is read in grey too, and each step has its sign."""


def _walk(table: Table) -> Spec:
    """Return horizontal bars from level to level, in the order of the table; a line leads from each to the next."""
    walked = steps(table)
    categories = _categories((step.row for step in walked), _LONG)
    bars = [_bar(table, key, step) for key, step in zip(categories, walked, strict=True)]
    names = {way: f"{i}\n{way.value}" for i, way in enumerate(_WAYS) if any(s.way is way and s.text for s in walked)}
    color = {
        "field": "way", "type": "nominal", "legend": {"labelExpr": f"{_LINES}[0]"},
        "scale": {"domain": list(names.values()), "range": [_WAYS[way] for way in names]},
    }  # fmt: skip
    shown = replace(table, columns=table.columns[walked_column(table) :][:1])
    axis = {**_figure_axis(shown, titleAnchor="end"), "field": "start", "scale": {"domain": _with_text(bars)}}
    bar: Spec = {"mark": {"type": "bar", "stroke": ACCENT, "strokeWidth": 0.75, "height": {"band": 0.7}}}
    bar["encoding"] = {"color": color, "x": axis, "x2": {"field": "end"}}
    text: Spec = {"mark": {"type": "text", "color": INK, "fontSize": 12, "dx": 5, "align": "left"}}
    text["encoding"] = {"text": {"field": "text"}, "x": {**axis, "field": "high"}}
    height = 60 + max([30, *(20 * key.count("\n") for key in categories)]) * len(categories)
    return {
        "height": height, "data": {"values": bars}, "encoding": {"y": _category_axis(categories, domain=True)},
        "layer": [_ways_between(bars, axis), bar, text],
    }  # fmt: skip


def _bar(table: Table, key: str, step: Step) -> Spec:
    start, end = (None if value is None else float(value / table.unit.holds) for value in (step.start, step.end))
    high = None if start is None or end is None else max(start, end)
    way = f"{list(_WAYS).index(step.way)}\n{step.way.value}"
    return {"row": key, "way": way, "start": start, "end": end, "high": high, "text": _drawable(step.text)}


def _with_text(bars: Sequence[Spec]) -> list[float]:
    """Return the ends of the axis of a walk, with room for what is written at the end of each bar, however long."""
    drawn = [bar for bar in bars if bar["high"] is not None]
    low, _ = _with_room(value for bar in drawn for value in (bar["start"], bar["end"]))
    letters = max((len(line) for bar in bars for line in bar["row"].split("\n")[1:]), default=0)
    plot = WIDTH - _BESIDE_PLOT - letters * _LETTER
    ends = (low + (bar["high"] - low) * plot / (plot - _BEFORE_TEXT - len(bar["text"]) * _LETTER) for bar in drawn)
    return [low, max([0.0, *ends])]


def _ways_between(bars: Sequence[Spec], axis: Spec) -> Spec:
    """Return the lines that lead from where a step ends to the bar below it."""
    values = [
        {"row": bar["row"], "next": following["row"], "end": bar["end"]}
        for bar, following in pairwise(bars)
        if bar["end"] is not None and following["end"] is not None
    ]
    line = {"mark": {"type": "rule", "color": MUTED, "strokeWidth": 1}, "data": {"values": values}}
    return {**line, "encoding": {"x": {**axis, "field": "end"}, "y2": {"field": "next"}}}
