"""How is a walk drawn, from one figure to another, step by step?"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from samordna.domain.document import Table
from samordna.renderers.chart_parts import (
    FILLS,
    LETTER,
    LINES,
    LONG,
    STRIPES,
    WIDTH,
    Spec,
    categories,
    category_axis,
    drawable,
    figure_axis,
    with_room,
)
from samordna.renderers.palette import ACCENT, INK, MUTED
from samordna.renderers.walk import Step, Way, steps, walked_column

_BESIDE_PLOT: Final = 24
"""Pixels that are neither labels nor figures: padding, and what stands between an axis and its labels."""
_BEFORE_TEXT: Final = 12
"""Pixels from a bar to the end of the picture that what is written at the bar does not fill."""
_WAYS: Final = {Way.LEVEL: FILLS[0], Way.UP: FILLS[1], Way.DOWN: STRIPES}
"""Dark, light and striped: a walk is read in grey too, and each step has its sign."""


def walk_spec(table: Table) -> Spec:
    """Return horizontal bars from level to level, in the order of the table; a line leads from each to the next."""
    walked = steps(table)
    keys = categories((step.row for step in walked), LONG)
    bars = [_bar(table, key, step) for key, step in zip(keys, walked, strict=True)]
    names = {way: f"{i}\n{way.value}" for i, way in enumerate(_WAYS) if any(s.way is way and s.text for s in walked)}
    color = {
        "field": "way", "type": "nominal", "legend": {"labelExpr": f"{LINES}[0]"},
        "scale": {"domain": list(names.values()), "range": [_WAYS[way] for way in names]},
    }  # fmt: skip
    shown = replace(table, columns=table.columns[walked_column(table) :][:1])
    axis = {**figure_axis(shown, titleAnchor="end"), "field": "start", "scale": {"domain": _with_text(bars)}}
    bar: Spec = {"mark": {"type": "bar", "stroke": ACCENT, "strokeWidth": 0.75, "height": {"band": 0.7}}}
    bar["encoding"] = {"color": color, "x": axis, "x2": {"field": "end"}}
    text: Spec = {"mark": {"type": "text", "color": INK, "fontSize": 12, "dx": 5, "align": "left"}}
    text["encoding"] = {"text": {"field": "text"}, "x": {**axis, "field": "high"}}
    height = 60 + max([30, *(20 * key.count("\n") for key in keys)]) * len(keys)
    return {
        "height": height, "data": {"values": bars}, "encoding": {"y": category_axis(keys, domain=True)},
        "layer": [_ways_between(bars, axis), bar, text],
    }  # fmt: skip


def _bar(table: Table, key: str, step: Step) -> Spec:
    start, end = (None if value is None else float(value / table.unit.holds) for value in (step.start, step.end))
    high = None if start is None or end is None else max(start, end)
    way = f"{list(_WAYS).index(step.way)}\n{step.way.value}"
    return {"row": key, "way": way, "start": start, "end": end, "high": high, "text": drawable(step.text)}


def _with_text(bars: Sequence[Spec]) -> list[float]:
    """Return the ends of the axis of a walk, with room for what is written at the end of each bar, however long."""
    drawn = [bar for bar in bars if bar["high"] is not None]
    low, _ = with_room(value for bar in drawn for value in (bar["start"], bar["end"]))
    letters = max((len(line) for bar in bars for line in bar["row"].split("\n")[1:]), default=0)
    plot = WIDTH - _BESIDE_PLOT - letters * LETTER
    ends = (low + (bar["high"] - low) * plot / (plot - _BEFORE_TEXT - len(bar["text"]) * LETTER) for bar in drawn)
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
