"""How are shares of a whole, and ranges about a figure, drawn?

Neither is told apart by colour: a share bears the number of its row, and a range has two ends.
"""

from collections.abc import Sequence
from typing import Final

from samordna.domain.document import Cell, Hidden, Row, Table
from samordna.domain.values.language import swedish
from samordna.renderers.chart_parts import (
    FILLS,
    LINES,
    LONG,
    Spec,
    categories,
    category_axis,
    drawable,
    drawn_rows,
    figure_axis,
    reach_of,
    series_keys,
    with_room,
    written,
)
from samordna.renderers.grid import cells
from samordna.renderers.palette import ACCENT, INK, SERIES

_NARROW: Final = 0.025
"""The part of the whole that a share has to be to bear its number."""
_LIGHT: Final = (SERIES[1], FILLS[2], "#ffffff")
"""Fills that a number is read on; neighbours differ in lightness or pattern."""


def shares_spec(table: Table) -> Spec:
    """Return one bar for each column, its rows laid end to end; a hidden one is not drawn but told in the legend."""
    keys = [f"{i}\n{_in_legend(table, row, i)}" for i, row in enumerate(drawn_rows(table), 1)]
    values = [value for index in range(len(table.columns)) for value in _laid(table, keys, index)]
    whole = max([0.0, *(value["end"] for value in values)])
    for value in values:
        wide = whole and (value["end"] - value["start"]) / whole >= _NARROW
        value["text"] = value["row"].partition("\n")[0] if wide else ""
    axis = {**figure_axis(table, titleAnchor="end"), "field": "start"}
    color = {
        "field": "row", "type": "nominal", "scale": {"domain": keys, "range": _fills(len(keys))},
        "legend": {"labelExpr": f"{LINES}[0]", "columns": 2},
    }  # fmt: skip
    bar: Spec = {"mark": {"type": "bar", "stroke": ACCENT, "strokeWidth": 0.75, "height": {"band": 0.7}}}
    bar["encoding"] = {"color": color, "x": axis, "x2": {"field": "end"}}
    number = {"text": {"field": "text"}, "x": {**axis, "field": "middle"}}
    text: Spec = {"mark": {"type": "text", "color": INK, "fontSize": 12}, "encoding": number}
    halo: Spec = {"mark": {**text["mark"], "stroke": "#ffffff", "strokeWidth": 5}, "encoding": number}
    wholes = category_axis(series_keys(table), domain=True)
    return {
        "height": 60 + 52 * len(table.columns), "data": {"values": values},
        "encoding": {"y": {**wholes, "field": "whole"}}, "layer": [bar, halo, text],
    }  # fmt: skip


def _laid(table: Table, keys: Sequence[str], index: int) -> list[Spec]:
    """Return where each row's stretch of a column's bar begins and ends."""
    laid: list[Spec] = []
    end, whole = 0.0, series_keys(table)[index]
    for key, row in zip(keys, drawn_rows(table), strict=True):
        reach = reach_of(cells(table, row)[index], table)
        if reach:
            start, end = end, end + reach
            laid.append({"whole": whole, "row": key, "start": start, "end": end, "middle": (start + end) / 2})
    return laid


def _in_legend(table: Table, row: Row, number: int) -> str:
    """Return what a row is called beside its fill, and what is not drawn of it."""
    label = f"{number} {drawable(row.label)}"
    hidden = dict.fromkeys(cell.sign for cell in cells(table, row) if isinstance(cell, Hidden))
    if not hidden:
        return label
    return swedish("{label} ({signs}: ritas inte)").format(label=label, signs=drawable(", ".join(hidden)))


def _fills(count: int) -> list[str]:
    return [_LIGHT[i % len(_LIGHT)] for i in range(count)]


def ranges_spec(table: Table) -> Spec:
    """Return a point and a line from the least to the most of each row: three columns, the figure first.

    A row whose figure is hidden has its sign and no line.
    """
    keys = categories(drawn_rows(table), LONG)
    values = [_range(table, key, row) for key, row in zip(keys, drawn_rows(table), strict=True)]
    ends = [end for value in values for end in (value["low"], value["high"], value["value"]) if end is not None]
    axis = {**figure_axis(table, titleAnchor="end"), "scale": {"domain": with_room(ends)}}
    axis["axis"] = {**axis["axis"], "title": _what_is_told(table)}
    line: Spec = {"mark": {"type": "rule", "color": ACCENT, "strokeWidth": 2.25}}
    line["encoding"] = {"x": {**axis, "field": "low"}, "x2": {"field": "high"}}
    point: Spec = {"mark": {"type": "point", "filled": True, "size": 70, "opacity": 1, "color": INK}}
    point["encoding"] = {"x": axis}
    text: Spec = {"mark": {"type": "text", "color": INK, "fontSize": 12, "dx": 6, "align": "left"}}
    text["encoding"] = {"text": {"field": "text"}, "x": {**axis, "field": "beyond"}}
    height = 60 + max([28, *(17 * key.count("\n") for key in keys)]) * len(keys)
    return {
        "height": height, "data": {"values": values}, "encoding": {"y": category_axis(keys, domain=True)},
        "layer": [line, point, text],
    }  # fmt: skip


def _what_is_told(table: Table) -> str:
    """Return what the point is, and the two ends of its line."""
    labels = [drawable(column.label) for column in table.columns[:3]]
    if len(labels) < 3:
        return "".join(labels[:1])
    return swedish("{figure}, med linje från {low} till {high}").format(figure=labels[0], low=labels[1], high=labels[2])


def _range(table: Table, key: str, row: Row) -> Spec:
    told: list[Cell | None] = [*cells(table, row), None, None, None]
    value, low, high = (reach_of(cell, table) if cell else None for cell in told[:3])
    if value is None or low is None or high is None:
        low = high = None
    hidden = isinstance(told[0], Hidden)
    beyond = 0.0 if hidden else high if high is not None else value
    text = written(told[0]) if told[0] else ""
    return {"row": key, "value": value, "low": low, "high": high, "beyond": beyond, "text": text}
